"""Takes out of pages what only scripts make use of and what is the same on all of them: it comes with the scripts' file."""

from __future__ import annotations

import copy
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from lxml import html

from sitekit.publish.lighten import markup
from sitekit.publish.lighten.outline import KEEPS_ROOM
from sitekit.publish.lighten.page import Page

# Stands in texts for the way to the site's root, which differs from page to page.
ROOT = "{root}"
# What is taken out, by its room's name: what comes with the first sign of a reader, and what with the search.
ROOMS = {
    "colours": ".//form[@data-md-component='palette']",
    "listen": ".//*[@data-listen]",
    "copy": ".//template[@id='copy-phrase']",
    "toggle": ".//template[@id='note-toggle']",
    "keep": ".//template[@id='keep-bar']",
}
ANSWERS = {"answers": ".//ol[@class='search-answers']"}


def leave_rooms(pages: Iterable[Page], elements: Mapping[str, str] = MappingProxyType(ROOMS)) -> dict[str, str]:
    """Take such elements out of pages, in place, and leave room for them.

    Args:
        pages: those that share scripts. An element that differs from that of the first page stays.
        elements: the way to each, by its room's name.

    Returns:
        The elements' text by the name of their room, with `ROOT` before addresses of the site.
    """
    found: dict[str, str] = {}
    for page in pages:
        for name, way in elements.items():
            element = page.tree.find(way)
            if element is not None:
                text = _text(element, page)
                if found.setdefault(name, text) == text:
                    _replace(element, name)
    return found


def leave_toggle_rooms(pages: Iterable[Page]) -> None:
    """Leave room below each question that can be put on the note, in place, so that the page does not jump (boxes.js)."""
    for page in pages:
        if page.tree.find(".//template[@id='note-toggle']") is not None:
            for heading in page.tree.iterfind(".//article[@data-note-part]//h3[@id]"):
                room = html.Element("div", {"class": "toggle-room"})
                room.tail, heading.tail = heading.tail, None
                heading.addnext(room)


def _text(element: html.HtmlElement, page: Page) -> str:
    alone = copy.deepcopy(element)
    alone.tail = None
    # The room says it from now on, by its classes.
    alone.attrib.pop(KEEPS_ROOM, None)
    for node in _named(alone):
        name = page.name(node.get("href"))
        if name is not None:
            node.set("href", ROOT + name)
    markup.squeeze(alone, lambda node: False)
    return html.tostring(alone, encoding="unicode")


def _named(element: html.HtmlElement) -> Iterator[html.HtmlElement]:
    return (node for node in element.iter() if isinstance(node.tag, str) and node.get("href"))


def _replace(element: html.HtmlElement, name: str) -> None:
    """Put an empty element of the same classes in an element's place; it keeps the room that a hidden one keeps."""
    room = html.Element("div", {"data-room": name})
    for attribute in ("class", "hidden"):
        if element.tag == "div" and attribute in element.attrib:
            room.set(attribute, element.get(attribute))
    room.tail, element.tail = element.tail, None
    element.getparent().replace(element, room)
