"""Makes a page's HTML smaller without a change to what it shows: space that no browser paints, comments, tiny pictures."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import quote

import minify
from lxml import html

from sitekit.publish.lighten.variables import without_fallbacks

# Elements whose text is kept to the letter.
_VERBATIM = frozenset(["pre", "textarea", "script", "style"])
# Elements that hold other elements and no text of their own: space between those is never painted.
_HOLDERS = frozenset("html head ul ol dl table thead tbody tfoot tr colgroup select nav".split())
_SPACE = re.compile(r"[ \t\n\r\f]+")
# Letters that no text has (Unicode's private use area) stand in for space that must stay as written.
_STAND_IN = {ord(space): 0xE000 + number for number, space in enumerate(" \t\n")}
# A type that no script has, so that none is changed on the way.
_AS_WRITTEN = "as-written"
# A picture up to this size, in bytes, costs less in the page than as a request.
TINY = 1024


def squeeze(page: html.HtmlElement, keeps_space: Callable[[html.HtmlElement], bool], always_set: frozenset[str] = frozenset()) -> None:
    """Take needless space, names and comments out of a page.

    Args:
        page: changed in place.
        keeps_space: tells whether the stylesheet lets an element show its text's space as written.
        always_set: custom properties that pictures need no other colour beside.
    """
    for comment in [node for node in page.iter() if not isinstance(node.tag, str)]:
        comment.drop_tree()
    for picture in page.iter("svg"):
        # Within HTML a picture needs not say what it is.
        picture.attrib.pop("xmlns", None)
        for node in picture.iter():
            for name, value in node.attrib.items():
                if "var(" in value:
                    node.set(name, without_fallbacks(value, always_set))
    _squeeze(page, keeps_space)


def _squeeze(node: html.HtmlElement, keeps_space: Callable[[html.HtmlElement], bool]) -> None:
    if node.tag in _VERBATIM or keeps_space(node):
        return
    node.text = _less(node.text, node)
    for child in node:
        _squeeze(child, keeps_space)
        child.tail = _less(child.tail, node)


def _less(text: str | None, holder: html.HtmlElement) -> str | None:
    if not text:
        return None
    less = _SPACE.sub(" ", text)
    return None if less == " " and holder.tag in _HOLDERS else less


def svg_address(picture: bytes) -> str:
    """Return a picture as an address that holds it, so that it needs no request."""
    small = minify.string("image/svg+xml", picture.decode()).replace("\n", " ").replace('"', "'")
    return "data:image/svg+xml," + quote(small, safe=" '=/:;,()!*@$+&?-._~")


def plain_text_of(page: html.HtmlElement) -> str:
    """Return a page as the text of its file, with all its tags."""
    return "<!doctype html>" + html.tostring(page, encoding="unicode")


def text_of(page: html.HtmlElement, keeps_space: Callable[[html.HtmlElement], bool] = lambda node: False) -> str:
    """Return a page as the text of its file, without the tags, quotes and values that HTML lets one leave out.

    Args:
        page: its root.
        keeps_space: as for `squeeze`.
    """
    written = [node for kept in page.iter() if isinstance(kept.tag, str) and kept.tag not in _VERBATIM and keeps_space(kept) for node in kept.iter()]
    for node in written:
        node.text, node.tail = (text and text.translate(_STAND_IN) for text in (node.text, node.tail))
    # Scripts in a page stay to the letter: lock-down knows them by their text.
    for script in page.iter("script"):
        if not script.get("src") and not script.get("type"):
            script.set("type", _AS_WRITTEN)
    # The minifier keeps one space of several wherever one may show, but knows nothing of styles that show them all.
    minify.config({"html-keep-whitespace": True, "html-keep-document-tags": True})
    text = minify.string("text/html", plain_text_of(page)).replace(f" type={_AS_WRITTEN}", "")
    for space, stand_in in _STAND_IN.items():
        text = text.replace(chr(stand_in), chr(space))
    return text
