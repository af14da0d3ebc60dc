"""Take the headings, links, macro calls and blocks of a page from its Markdown, each with its line."""

import html
import re
from typing import TypedDict
from xml.etree.ElementTree import Element

from markdown.util import AMP_SUBSTITUTE

from sitekit.errors import Problem
from sitekit.models.page import Block, Heading, Link, MacroCall
from sitekit.sources.element_text import CONTAINERS, inline_elements, runs_of, words_of
from sitekit.sources.macro_calls import BLOCK_MARK, INLINE_MARK, parse_macro_calls
from sitekit.sources.markdown_problems import HEADING_ID, find_problems
from sitekit.sources.parsed_markdown import HEADINGS, ParsedMarkdown, Text

_ENTITY = re.compile(r"&(?:#\d+|#x[0-9a-fA-F]+|\w+);")
_TAG = re.compile(
    r"(?P<code>(`+)(?!`).+?(?<!`)\2(?!`))|<!--.*?-->|(?<!\ue001)<(?!div>\ue000|\w+:|[^\s<>]+@)[/!?]?[a-zA-Z\[][^<>]*>", re.DOTALL
)


class PageParts(TypedDict):
    """The parts of a page's Markdown, as Page takes them."""

    headings: tuple[Heading, ...]
    links: tuple[Link, ...]
    calls: tuple[MacroCall, ...]
    blocks: tuple[Block, ...]


def parse_markdown(body: str, path: str) -> tuple[PageParts, list[Problem]]:
    """Return the parts of a page, and the problems of its Markdown, whose lines count as in the file: front matter is blanked out."""
    calls, problems, marked, written = parse_macro_calls(body, path)
    parsed, tags = ParsedMarkdown(marked, written), list[Block]()
    if _html_in(parsed):
        # An element may hold the rest of the page: what stands in it is read as if it had no tags, and not reported as missing.
        marked, tags = _take_tags(marked)
        parsed = ParsedMarkdown(marked, written)
        tags += [_html_block(raw, parsed.find(raw.split("\n")[0], 0) + 1) for raw in _html_in(parsed)]
    parts = _Parts(parsed)
    found = find_problems(parsed, parts.kinds, path)
    return PageParts(
        headings=tuple(parts.headings), links=tuple(parts.links), calls=tuple(calls), blocks=(*parts.blocks, *tags)
    ), problems + found


def _html_in(page: ParsedMarkdown) -> list[str]:
    return [raw for raw in map(str.strip, page.html) if raw and not BLOCK_MARK.fullmatch(raw) and not _ENTITY.fullmatch(raw)]


def _html_block(raw: str, line: int) -> Block:
    return Block(kind="html", text=raw, source=raw, section="", line=line)


def _take_tags(body: str) -> tuple[str, list[Block]]:
    """Return a body with "…" for each tag and comment, and these; what an element holds, and its end, is reported with its beginning."""
    tags: list[Block] = []
    end = -1

    def take(found: re.Match[str]) -> str:
        nonlocal end
        raw = found[0]
        if found["code"]:
            return raw
        is_end = raw.startswith("</") and any(tag.text.startswith(f"<{raw[2:-1]}") for tag in tags)
        if found.start() > end and not is_end:
            end = max(end, body.find(f"</{re.split(r'[^a-zA-Z]', raw[1:])[0]}>", found.end()))
            tags.append(_html_block(raw, body.count("\n", 0, found.start()) + 1))
        return "…" + "\n" * raw.count("\n")

    return re.sub("(?m)^…+$", "", _TAG.sub(take, body)), tags


class _Parts:
    def __init__(self, page: ParsedMarkdown) -> None:
        self.headings: list[Heading] = []
        self.links: list[Link] = []
        self.blocks: list[Block] = []
        self.kinds: dict[Element, str] = {}
        self._page = page
        self._section = ""
        for root in page.roots:
            self._collect(root, "paragraph")

    def _collect(self, node: Element, kind: str) -> None:
        for child in node:
            text = self._page.texts.get(child)
            if text:
                self.kinds[child] = "heading" if child.tag in HEADINGS else kind
                self._collect_text(child, text, kind)
            self._collect(child, CONTAINERS.get(child.tag, kind))

    def _collect_text(self, element: Element, text: Text, kind: str) -> None:
        page, words = self._page, words_of(element, self._page)
        if element.tag in HEADINGS:
            found = HEADING_ID.search(text.source)
            heading = Heading(level=HEADINGS[element.tag], text=words, id=found[1] if found else None, line=text.line)
            self.headings.append(heading)
            self._section = heading.id or heading.text
        else:
            source, runs = page.restore(text.source), runs_of(element, page, on_paper=True)
            self.blocks.append(Block(kind=kind, text=words, source=source, section=self._section, line=text.line, runs=runs))
        lines = text.source.split("\n")
        for node in inline_elements(element):
            target = node.get("href", node.get("src"))
            # A macro call as an address is reported as such.
            if target is not None and not INLINE_MARK.search(target):
                target = html.unescape(target.replace(AMP_SUBSTITUTE, "&"))
                offset = next((number for number, line in enumerate(lines) if target in line), 0)
                image = node.tag == "img"
                words = node.get("alt", "") if image else words_of(node, page)
                self.links.append(Link(target=target, text=words, line=text.line + offset, image=image))
