"""Parse the Markdown of a page with the generator's own library, and keep the line of every part."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator, Mapping, Sized
from typing import NamedTuple, TypedDict
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions.toc import TocExtension
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AMP_SUBSTITUTE, HTML_PLACEHOLDER_RE

from sitekit.errors import Problem, excerpt
from sitekit.models.page import Block, Heading, Link, MacroCall, Run
from sitekit.sources import characters
from sitekit.sources.macro_calls import BLOCK_MARK, INLINE_MARK, parse_macro_calls
from sitekit.sources.unused_syntax import find_printed_syntax, find_unused_syntax

# The same as in mkdocs.yml, where fenced_code is MkDocs' own; a test compares them.
EXTENSIONS = ("attr_list", "tables", "fenced_code", "toc")
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_CONTAINERS = {"ul": "bullet", "ol": "step", "blockquote": "quote", "table": "cell"}
# Elements with words of their own, and all that stand in lines of their own.
_TEXTS = {"p", "li", "td", "th", *_HEADINGS}
_BLOCKS = {*_TEXTS, *_CONTAINERS, "thead", "tbody", "tr", "div", "pre", "hr"}
_HEADING_ID = re.compile(r"\s*\{\s*#([^\s}]+)\s*\}\s*$")
# What the attr_list extension would turn into attributes of an element.
_ATTRIBUTES = re.compile(r"(?<!\{)\{(?![{%])[^{}]*\}?")
_FENCE = re.compile(r"(?:`{3,}|~{3,})[^{`]*(\{.*?\}?)\s*$")
_CODE = re.compile(r"(`+)(?!`).+?(?<!`)\1(?!`)", re.DOTALL)
# The call after which the rest of its block is for the screen only.
_SCREEN = re.compile(r"\{\{-?\s*screen\b")
_SPACE = re.compile(r"\s+")
_ENTITY = re.compile(r"&(?:#\d+|#x[0-9a-fA-F]+|\w+);")
# A pipe that is no end of a cell.
_CELL_END = re.compile(r"\\\|")
_OWN_END = re.compile(r"</[a-z0-9]+>", re.IGNORECASE)
_CALL = re.compile(r"\{\s*\w+\s*\(")
# Priorities of the library's processors: it reads fences at 25 and HTML at 20, inline marks at 20, and undoes its escapes at 0.
_AFTER_FENCES, _BEFORE_INLINE, _LAST = 22, 21, -1


class PageParts(TypedDict):
    """The parts of a page's Markdown, as Page takes them."""

    headings: tuple[Heading, ...]
    links: tuple[Link, ...]
    calls: tuple[MacroCall, ...]
    blocks: tuple[Block, ...]


def parse_markdown(body: str, path: str) -> tuple[PageParts, list[Problem]]:
    """Parse the Markdown of a page.

    Args:
        body: the Markdown, with front matter blanked out so that lines count from the file's top.
        path: file to name in problems.

    Returns:
        The parts of the page, and the problems.
    """
    calls, problems, marked, written = parse_macro_calls(body, path)
    page = _Page(marked, written)
    parts = PageParts(headings=tuple(page.headings), links=tuple(page.links), calls=tuple(calls), blocks=tuple(page.blocks))
    return parts, problems + page.problems(path)


class _Text(NamedTuple):
    """The words of a block before inline marks are read, and their first line."""

    source: str
    line: int


class _Page:
    def __init__(self, source: str, written: list[str]) -> None:
        self.headings: list[Heading] = []
        self.links: list[Link] = []
        self.blocks: list[Block] = []
        self._written = written
        self._lines = source.expandtabs(4).split("\n")
        self._texts: dict[Element, _Text] = {}
        self._kinds: dict[Element, str] = {}
        self._section = ""
        self._found: list[tuple[int, str, str]] = []
        markdown = Markdown(extensions=[*EXTENSIONS[:-1], TocExtension(marker="")])
        roots: list[Element] = []
        markdown.treeprocessors.register(_Visitor(markdown, self._locate), "locate", _BEFORE_INLINE)
        markdown.treeprocessors.register(_Visitor(markdown, roots.append), "collect", _LAST)
        self._stash = markdown.htmlStash
        fences = _Counter(self._stash.rawHtmlBlocks)
        markdown.preprocessors.register(fences, "fences", _AFTER_FENCES)
        markdown.convert(source)
        self._fences = fences.count
        self._raw = [entry if isinstance(entry, str) else "" for entry in self._stash.rawHtmlBlocks]
        for root in roots:
            self._collect(root, "paragraph")
        self._collect_html()
        self._find_definitions(markdown.references)

    def _locate(self, root: Element) -> None:
        """Find the line of every text by their order: the library keeps no lines."""
        start, row = 0, -1
        for element in root.iter():
            if element.tag == "tr" and row == start:
                start += 1
            if element.tag in _TEXTS and element.text:
                first = element.text.strip().split("\n")[0]
                opening = next(filter(str.strip, HTML_PLACEHOLDER_RE.split(first)[::2]), "").strip() or self._call_mark(first)
                if opening:
                    line = self._find(opening, start)
                    self._texts[element] = _Text(element.text, line + 1)
                    # The cells of a row share its line; any other text ends before the next one begins.
                    is_cell = element.tag in ("td", "th")
                    row, start = (line, line) if is_cell else (-1, line + 1 + element.text.strip().count("\n"))

    def _call_mark(self, placeholder: str) -> str:
        """Return the mark of the call that fills a block, or "" for a block of HTML."""
        match = HTML_PLACEHOLDER_RE.search(placeholder)
        raw = self._stash.rawHtmlBlocks[int(match[1])] if match else ""
        return raw.strip() if isinstance(raw, str) and BLOCK_MARK.fullmatch(raw.strip()) else ""

    def _find(self, text: str, start: int) -> int:
        return next((number for number in range(start, len(self._lines)) if text in self._lines[number]), min(start, len(self._lines) - 1))

    def _collect(self, node: Element, kind: str) -> None:
        for child in node:
            text = self._texts.get(child)
            if child.tag == "pre":
                self._report_code("".join(child.itertext()))
            if text:
                self._kinds[child] = "heading" if child.tag in _HEADINGS else kind
                self._collect_text(child, text, kind)
            self._collect(child, _CONTAINERS.get(child.tag, kind))

    def _collect_text(self, element: Element, text: _Text, kind: str) -> None:
        if element.tag in _HEADINGS:
            found = _HEADING_ID.search(text.source)
            heading = Heading(level=_HEADINGS[element.tag], text=self._words(element), id=found[1] if found else None, line=text.line)
            self.headings.append(heading)
            self._section = heading.id or heading.text
        else:
            source = self._restored(text.source)
            words, runs = self._words(element), self._runs(element, on_paper=True)
            self.blocks.append(Block(kind=kind, text=words, source=source, section=self._section, line=text.line, runs=runs))
        lines = text.source.split("\n")
        for node in _inline_elements(element):
            target = node.get("href", node.get("src"))
            if target is not None:
                target = html.unescape(target.replace(AMP_SUBSTITUTE, "&"))
                offset = next((number for number, line in enumerate(lines) if target in line), 0)
                image = node.tag == "img"
                words = node.get("alt", "") if image else self._words(node)
                self.links.append(Link(target=target, text=words, line=text.line + offset, image=image))

    def _report_code(self, code: str) -> None:
        line = self._find(code.strip().split("\n")[0], 0)
        hint = "Begin it at the left margin; put ``` above and below what is code."
        self._found.append((line + 1, "This line is indented by four spaces or more, and would be shown as code", hint))

    def _find_definitions(self, references: Mapping[str, object]) -> None:
        for id in references:
            line = next((n for n, line in enumerate(self._lines) if line.lstrip().lower().startswith(f"[{id}]:")), 0)
            hint = "Write a link where it stands, as [words](page.md)."
            self._found.append((line + 1, f"This line defines a link ([{id}]), and would not be shown", hint))

    def _collect_html(self) -> None:
        at, opened = 0, ""
        for raw in map(str.strip, self._raw[self._fences :]):
            # The end of an element is reported with its beginning.
            is_end = _OWN_END.fullmatch(raw) and f"<{raw[2:-1]}" in opened
            opened += raw
            if raw and not BLOCK_MARK.fullmatch(raw) and not _ENTITY.fullmatch(raw) and not is_end:
                at = self._find(raw.split("\n")[0], at)
                section = next((heading.id or heading.text for heading in reversed(self.headings) if heading.line <= at + 1), "")
                self.blocks.append(Block(kind="html", text=raw, source=raw, section=section, line=at + 1))

    def _words(self, element: Element) -> str:
        """Return the words a reader sees of an element, as one line."""
        return "".join(run.text for run in self._runs(element))

    def _runs(self, element: Element, on_paper: bool = False) -> tuple[Run, ...]:
        """Return the words a reader sees: no markup, no macro calls, links as their text, and nothing of the blocks inside."""
        found: list[Run] = []
        for text, bold, target in _pieces(element):
            mark = next((mark for mark in INLINE_MARK.finditer(text) if _SCREEN.match(self._written[int(mark[1])])), None)
            if on_paper and mark:
                text = text[: mark.start()]
            shown = HTML_PLACEHOLDER_RE.sub(lambda match: BLOCK_MARK.sub("", html.unescape(self._raw[int(match[1])])), text)
            shown = _SPACE.sub(" ", INLINE_MARK.sub("", shown.replace(AMP_SUBSTITUTE, "&")))
            joined = found.pop().text + shown if found and found[-1][1:] == (bold, target) else shown
            # A call leaves no double space behind.
            joined = _SPACE.sub(" ", joined)
            found += [Run(joined.removeprefix(" ") if not found or found[-1].text.endswith(" ") else joined, bold, target)]
            if on_paper and mark:
                break
        if found:
            found[-1] = found[-1]._replace(text=found[-1].text.rstrip())
        return tuple(run for run in found if run.text)

    def _restored(self, source: str) -> str:
        """Return a source with its calls as they were written."""
        source = HTML_PLACEHOLDER_RE.sub(lambda match: self._raw[int(match[1])], source)
        for mark in (BLOCK_MARK, INLINE_MARK):
            source = mark.sub(lambda match: self._written[int(match[1])], source)
        return source

    def _shown(self, element: Element) -> str:
        return HTML_PLACEHOLDER_RE.sub(lambda match: html.unescape(self._raw[int(match[1])]), _prose(element))

    def _odd_rows(self) -> Iterator[tuple[int, str, str]]:
        """Yield each row of a table with more or fewer cells than its first one: the library leaves cells out."""
        columns = 0
        for number, line in enumerate(self._lines, 1):
            cells = (
                _CELL_END.sub("", _CODE.sub("", line).strip().strip("|")).count("|") + 1 if columns or line.lstrip().startswith("|") else 0
            )
            columns = columns or cells if line.strip() else 0
            if columns and cells != columns:
                hint = f"Write {columns}, each after a '|'; an empty line ends the table."
                yield number, f"This row has {cells} cell{'s' * (cells > 1)}, and its table {columns}", hint

    def problems(self, path: str) -> list[Problem]:
        """Return the problems of the page's texts: attributes, invisible characters, and syntax that the site does not use."""
        found = [*self._found, *self._odd_rows()]
        for element, (source, line) in self._texts.items():
            if self._kinds[element] == "heading" and INLINE_MARK.search(source):
                found.append((line, "A macro call stands in a heading", "Put it in the text below."))
            if any(INLINE_MARK.search(match[0]) for match in _CODE.finditer(source)):
                found.append((line, "A macro call stands in code, and its markup would be shown", "Take it out of the code."))
            # Code is shown as it is.
            prose = _CODE.sub(lambda match: "\n" * match[0].count("\n"), INLINE_MARK.sub("", HTML_PLACEHOLDER_RE.sub("", source)))
            # A character may come by its number too, as "&#x202e;".
            found += [(line + number, message, characters.HINT) for number, message in characters.find_invisible(html.unescape(prose))]
            plain = _HEADING_ID.sub("", prose)
            for match in _ATTRIBUTES.finditer(plain):
                found.append((line + plain.count("\n", 0, match.start()), *_attributes(match[0])))
                if _CALL.match(match[0]):
                    break
            if not _ATTRIBUTES.search(plain):
                unused = list(find_unused_syntax(plain, self._lines[line - 1], self._kinds[element]))
                unused = unused or list(find_printed_syntax(plain, self._shown(element)))
                found += [(line + number, message, hint) for number, message, hint in unused]
        fences = ((number, _FENCE.match(line)) for number, line in enumerate(self._lines, 1))
        found += [(number, *_attributes(fence[1])) for number, fence in fences if fence]
        for code in self._raw[: self._fences]:
            if INLINE_MARK.search(code):
                line = self._find(html.unescape(code.split("\n")[0].rpartition(">")[2]), 0)
                found.append((line + 1, "A macro call stands in code, and its markup would be shown", "Take it out of the code."))
        return [Problem(path, line, message, hint) for line, message, hint in found]


def _attributes(written: str) -> tuple[str, str]:
    if _CALL.match(written):
        return f"A macro call stands in two braces on each side ({excerpt(written)})", 'Write it as {{ name("id") }}.'
    return f"Pages hold no attributes ({' '.join(written.split())})", "Remove the braces; a heading alone has an id, as {#in-short}."


class _Counter(Preprocessor):
    """Counts what is in a stash when its turn comes: the blocks of code, before any HTML."""

    def __init__(self, stash: Sized) -> None:
        super().__init__()
        self._stash = stash
        self.count = 0

    def run(self, lines: list[str]) -> list[str]:
        self.count = len(self._stash)
        return lines


class _Visitor(Treeprocessor):
    def __init__(self, markdown: Markdown, visit: Callable[[Element], None]) -> None:
        super().__init__(markdown)
        self._visit = visit

    def run(self, root: Element) -> None:
        self._visit(root)


def _pieces(element: Element, bold: bool = False, target: str = "") -> Iterator[tuple[str, bool, str]]:
    """Yield the texts of an element in order, but not those of the blocks inside it; whether each is bold, and where it leads."""
    yield element.text or "", bold, target
    for child in element:
        if child.tag == "br":
            yield " ", bold, target
        elif child.tag not in _BLOCKS:
            yield from _pieces(child, bold or child.tag == "strong", child.get("href", target))
        yield child.tail or "", bold, target


def _prose(element: Element) -> str:
    """Return the words of an element, with "…" for each link and each piece of code, and without the blocks inside it."""
    parts = [element.text or ""]
    for child in element:
        parts += ["…" if child.tag in ("a", "code") else "" if child.tag in _BLOCKS else _prose(child), child.tail or ""]
    return "".join(parts)


def _inline_elements(element: Element) -> Iterator[Element]:
    for child in element:
        if child.tag not in _BLOCKS:
            yield child
            yield from _inline_elements(child)
