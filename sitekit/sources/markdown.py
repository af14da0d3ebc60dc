"""Parse the Markdown of a page into headings, links, blocks and macro calls, each with its line."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TypedDict

from markdown_it import MarkdownIt
from markdown_it.token import Token

from sitekit.errors import Problem
from sitekit.models.page import Block, Heading, Link, MacroCall
from sitekit.sources import characters
from sitekit.sources.macro_calls import MACRO, parse_macro_calls

_HEADING_ID = re.compile(r"\s*\{\s*#([^\s}]+)\s*\}\s*$")
# What the attr_list extension of the generator would turn into attributes of an element.
_ATTRIBUTES = re.compile(r"(?<!\{)\{(?![{%])[^{}]*\}?")
_CONTAINERS = {"bullet_list": "bullet", "ordered_list": "step", "blockquote": "quote", "table": "cell"}
_BREAKS = ("softbreak", "hardbreak")


class PageParts(TypedDict):
    """The parts of a page's Markdown, as Page takes them."""

    headings: tuple[Heading, ...]
    links: tuple[Link, ...]
    calls: tuple[MacroCall, ...]
    blocks: tuple[Block, ...]


class _Markdown(MarkdownIt):
    def validateLink(self, url: str) -> bool:  # noqa: N802 (the parser's name)
        """Keep dangerous links, which the parser would drop without a word: the checks report them."""
        return True


def parse_markdown(body: str, path: str) -> tuple[PageParts, list[Problem]]:
    """Parse the Markdown of a page.

    Args:
        body: the Markdown, with front matter blanked out so that lines count from the file's top.
        path: file to name in problems.

    Returns:
        The parts of the page, and the problems.
    """
    calls, problems = parse_macro_calls(body, path)
    headings: list[Heading] = []
    links: list[Link] = []
    blocks: list[Block] = []
    containers: list[str] = []
    section, level, line = "", 0, 1

    def add_html(source: str) -> None:
        blocks.append(Block(kind="html", text=source.strip(), source=source, section=section, line=line))

    for token in _Markdown("commonmark").enable("table").parse(body):
        container, _, edge = token.type.rpartition("_")
        if container in _CONTAINERS:
            containers = [*containers, _CONTAINERS[container]] if edge == "open" else containers[:-1]
        if token.map:
            line = token.map[0] + 1
        if container == "heading":
            level = int(token.tag[1]) if edge == "open" else 0
        elif token.type == "inline":
            links += _links(token, line)
            problems += _find_attributes_and_invisible(token, line, path)
            if level:
                heading = _heading(token.content, level, line)
                headings.append(heading)
                section = heading.id or heading.text
            else:
                kind = containers[-1] if containers else "paragraph"
                blocks.append(Block(kind=kind, text=_plain_text(token), source=token.content, section=section, line=line))
            if any(child.type == "html_inline" for child in token.children or ()):
                add_html(token.content)
        elif token.type == "fence" and "{" in token.info:
            problems.append(_attributes_problem(path, line, token.info.strip()))
        elif token.type == "html_block":
            add_html(token.content)
    return PageParts(headings=tuple(headings), links=tuple(links), calls=tuple(calls), blocks=tuple(blocks)), problems


def _find_attributes_and_invisible(inline: Token, line: int, path: str) -> Iterable[Problem]:
    """Yield a problem for each attribute list in a paragraph or heading but a heading's id, and for each line with invisible characters."""
    text = "".join("\n" if child.type in _BREAKS else child.content for child in inline.children or () if child.type in ("text", *_BREAKS))
    text = _HEADING_ID.sub("", MACRO.sub("", text))
    # A character may come by its number too, as "&#x202e;".
    for number, message in characters.find_invisible(text):
        yield Problem(path, line + number, message, characters.HINT)
    for found in _ATTRIBUTES.finditer(text):
        yield _attributes_problem(path, line + text.count("\n", 0, found.start()), found.group())


def _attributes_problem(path: str, line: int, written: str) -> Problem:
    hint = "Remove the braces; a heading alone has an id, as {#in-short}."
    return Problem(path, line, f"Pages hold no attributes ({' '.join(written.split())})", hint)


def _heading(content: str, level: int, line: int) -> Heading:
    found = _HEADING_ID.search(content)
    return Heading(level=level, text=_HEADING_ID.sub("", content).strip(), id=found.group(1) if found else None, line=line)


def _links(inline: Token, line: int) -> list[Link]:
    """Return the links and images of a paragraph, each at its own line."""
    found: list[Link] = []
    opened: list[Link] = []
    for child in inline.children or ():
        if child.type in _BREAKS:
            line += 1
        elif child.type == "link_open":
            opened.append(Link(target=str(child.attrs["href"]), text="", line=line))
        elif child.type == "link_close":
            found.append(opened.pop())
        elif child.type == "image":
            found.append(Link(target=str(child.attrs["src"]), text=child.content, line=line, image=True))
        elif opened:
            opened[-1] = opened[-1].model_copy(update={"text": opened[-1].text + child.content})
    return found


def _plain_text(inline: Token) -> str:
    """Return the words a reader sees: no markup, no macro calls, links as their text."""
    text = "".join(
        " " if child.type in _BREAKS else child.content
        for child in inline.children or ()
        if child.type in ("text", "code_inline", "html_inline", *_BREAKS)
    )
    return " ".join(MACRO.sub("", text).split())
