"""Read the words of an element as a reader sees them."""

import html
import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from markdown.util import AMP_SUBSTITUTE, HTML_PLACEHOLDER_RE

from sitekit.models.page import Run
from sitekit.sources.macro_calls import BLOCK_MARK, INLINE_MARK
from sitekit.sources.parsed_markdown import TEXTS, ParsedMarkdown

CONTAINERS = {"ul": "bullet", "ol": "step", "blockquote": "quote", "table": "cell"}
"""The kinds of the texts in an element."""
_BLOCKS = {*TEXTS, *CONTAINERS, "thead", "tbody", "tr", "div", "pre", "hr"}
# The call after which the rest of its block is for the screen only.
_SCREEN = re.compile(r"\{\{-?\s*screen\b")
# A link in a link, or an address, which may not be the one that the link leads to.
_NO_WORDS = re.compile(r".*\[|https?://|www\.", re.DOTALL)
_SPACE = re.compile(r"\s+")


def words_of(element: Element, page: ParsedMarkdown) -> str:
    """Return the words a reader sees of an element, as one line."""
    return "".join(run.text for run in runs_of(element, page))


def runs_of(element: Element, page: ParsedMarkdown, on_paper: bool = False) -> tuple[Run, ...]:
    """Return the words a reader sees: no markup, no macro calls, links as their text, and nothing of the blocks inside."""
    found: list[Run] = []
    for text, bold, target in _pieces(element):
        mark = next((mark for mark in INLINE_MARK.finditer(text) if _SCREEN.match(page.written[int(mark[1])])), None)
        if on_paper and mark:
            text = text[: mark.start()]
        shown = HTML_PLACEHOLDER_RE.sub(lambda match: BLOCK_MARK.sub("", html.unescape(page.raw[int(match[1])])), text)
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


def shown_prose(element: Element, page: ParsedMarkdown) -> str:
    """Return the words of an element, with "…" for each link and each piece of code, and HTML as it stands."""
    return HTML_PLACEHOLDER_RE.sub(lambda match: html.unescape(page.raw[int(match[1])]), _prose(element))


def inline_elements(element: Element) -> Iterator[Element]:
    """Yield the elements inside a text, but not the blocks."""
    for child in element:
        if child.tag not in _BLOCKS:
            yield child
            yield from inline_elements(child)


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
    """Return the words of an element, with "…" for each piece of code and each link with plain words, and without the blocks inside it."""
    parts = [element.text or ""]
    for child in element:
        is_short = child.tag == "code" or (child.tag == "a" and not _NO_WORDS.match(child.text or ""))
        parts += ["…" if is_short else "" if child.tag in _BLOCKS else _prose(child), child.tail or ""]
    return "".join(parts)
