"""Makes a page's HTML smaller without a change to what it shows: space that no browser paints, comments, tiny pictures."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import quote

from lxml import html

# Elements whose text is kept to the letter.
_VERBATIM = frozenset(["pre", "textarea", "script", "style"])
# Elements that hold other elements and no text of their own: space between those is never painted.
_HOLDERS = frozenset("html head ul ol dl table thead tbody tfoot tr colgroup select nav".split())
_SPACE = re.compile(r"[ \t\n\r\f]+")
# A picture up to this size, in bytes, costs less in the page than as a request.
TINY = 1024


def squeeze(page: html.HtmlElement, keeps_space: Callable[[html.HtmlElement], bool]) -> None:
    """Take needless space and comments out of a page.

    Args:
        page: changed in place.
        keeps_space: tells whether the stylesheet lets an element show its text's space as written.
    """
    for comment in [node for node in page.iter() if not isinstance(node.tag, str)]:
        comment.drop_tree()
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
    return "data:image/svg+xml," + quote(picture.decode().strip().replace("\n", " ").replace('"', "'"), safe=" '=/:;,()!*@$+&?-._~")


def text_of(page: html.HtmlElement) -> str:
    """Return a page as the text of its file."""
    return "<!doctype html>" + html.tostring(page, encoding="unicode")
