"""Run the generator's own Markdown over a page, and keep the line of every text."""

import re
from collections.abc import Callable, Sized
from typing import NamedTuple
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions.toc import TocExtension
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import HTML_PLACEHOLDER_RE

from sitekit.sources.macro_calls import BLOCK_MARK, INLINE_MARK

# Those of mkdocs.yml, where fenced_code is MkDocs' own; settings.py compares them.
EXTENSIONS = ("attr_list", "tables", "fenced_code", "toc")
HEADINGS = {f"h{level}": level for level in range(1, 7)}
TEXTS = {"p", "li", "td", "th", *HEADINGS}
"""Elements with words of their own."""
# Priorities of the library's processors: it reads fences at 25 and HTML at 20, inline marks at 20, and undoes its escapes at 0.
_AFTER_FENCES, _BEFORE_INLINE, _LAST = 22, 21, -1


class Text(NamedTuple):
    """The words of a block before inline marks are read, and their first line."""

    source: str
    line: int


class ParsedMarkdown:
    """What the library makes of a page.

    Attributes:
        lines: the lines of the page, its macro calls as marks.
        written: the macro calls as they were written, by the numbers in their marks.
        texts: the source and line of each element with words of its own.
        roots: the trees of elements.
        code: the fenced blocks of code, as HTML.
        html: the blocks and elements of HTML, as they stand in the page.
        raw: both, by the numbers in the library's placeholders.
        references: the links that are defined apart from where they stand.
    """

    def __init__(self, source: str, written: list[str]) -> None:
        # A tab between words is seen as the gap it was meant to be, even where it would come out as one space.
        source = re.sub(r"(?<=\w)\t", "\t   ", source)
        self.lines = source.expandtabs(4).split("\n")
        self.written = written
        self.texts: dict[Element, Text] = {}
        self.roots: list[Element] = []
        markdown = Markdown(extensions=[*EXTENSIONS[:-1], TocExtension(marker="")])
        markdown.treeprocessors.register(_Visitor(markdown, self._locate), "locate", _BEFORE_INLINE)
        markdown.treeprocessors.register(_Visitor(markdown, self.roots.append), "collect", _LAST)
        self._stash = markdown.htmlStash
        fences = _Counter(self._stash.rawHtmlBlocks)
        markdown.preprocessors.register(fences, "fences", _AFTER_FENCES)
        markdown.convert(source)
        self.raw = [entry if isinstance(entry, str) else "" for entry in self._stash.rawHtmlBlocks]
        self.code, self.html = self.raw[: fences.count], self.raw[fences.count :]
        self.references = list(markdown.references)

    def find(self, text: str, start: int) -> int:
        """Return the index of the first line from `start` on that holds a text; that of `start`, or of the last line, if none does."""
        return next((number for number in range(start, len(self.lines)) if text in self.lines[number]), min(start, len(self.lines) - 1))

    def restore(self, source: str) -> str:
        """Return a source with its calls as they were written."""
        source = HTML_PLACEHOLDER_RE.sub(lambda match: self.raw[int(match[1])], source)
        for mark in (BLOCK_MARK, INLINE_MARK):
            source = mark.sub(lambda match: self.written[int(match[1])], source)
        return source

    def _locate(self, root: Element) -> None:
        """Find the line of every text by their order: the library keeps no lines."""
        start, row = 0, -1
        for element in root.iter():
            if element.tag == "tr" and row == start:
                start += 1
            if element.tag in TEXTS and element.text:
                first = element.text.strip().split("\n")[0]
                opening = next(filter(str.strip, HTML_PLACEHOLDER_RE.split(first)[::2]), "").strip() or self._call_mark(first)
                if opening:
                    line = self.find(opening, start)
                    self.texts[element] = Text(element.text, line + 1)
                    # The cells of a row share its line; any other text ends before the next one begins.
                    is_cell = element.tag in ("td", "th")
                    row, start = (line, line) if is_cell else (-1, line + 1 + element.text.strip().count("\n"))

    def _call_mark(self, placeholder: str) -> str:
        """Return the mark of the call that fills a block, or "" for a block of HTML."""
        match = HTML_PLACEHOLDER_RE.search(placeholder)
        raw = self._stash.rawHtmlBlocks[int(match[1])] if match else ""
        return raw.strip() if isinstance(raw, str) and BLOCK_MARK.fullmatch(raw.strip()) else ""


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
