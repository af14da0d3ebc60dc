"""What a drawing may be made of. It is put into pages as it is, so only what is named here may stand in it.

The source is read with Expat, which gives the true line of each part and nothing from elsewhere. A document type is
refused before it is read, so that no entity is ever expanded. Comments and the like are refused because HTML ends
them elsewhere than XML does: what XML calls a comment can be live markup in a page.
"""

from __future__ import annotations

import re
from xml.parsers import expat

from sitekit.sources import characters

MEND = "Draw with shapes and text only."
_NUMBER = r"-?(?:\d+(?:\.\d*)?|\.\d+)"
_PAINT = r"none|#[0-9a-fA-F]{3,8}|currentColor|var\(--[a-z-]+(?:, ?#[0-9a-fA-F]{3,8})?\)"
_FORMS = {
    "number": _NUMBER,
    "numbers": rf"{_NUMBER}(?:[ ,]+{_NUMBER})*",
    "paint": _PAINT,
    "path": r"[MmZzLlHhVvCcSsQqTtAa0-9 ,.\n-]+",
    "moves": r"(?:(?:translate|scale|rotate)\([-0-9 ,.]+\) ?)+",
    "word": r"[a-z]+",
}
_FORM_OF = {
    "xmlns": r"http://www\.w3\.org/2000/svg",
    "viewBox": "numbers",
    "points": "numbers",
    "stroke-dasharray": "numbers",
    "d": "path",
    "transform": "moves",
    "fill": "paint",
    "stroke": "paint",
    **dict.fromkeys(
        (
            "width",
            "height",
            "x",
            "y",
            "dx",
            "dy",
            "x1",
            "y1",
            "x2",
            "y2",
            "cx",
            "cy",
            "r",
            "rx",
            "ry",
            "opacity",
            "fill-opacity",
            "stroke-width",
            "stroke-opacity",
            "font-size",
            "font-weight",
        ),
        "number",
    ),
    **dict.fromkeys(("font-family", "font-style", "text-anchor", "stroke-linecap", "stroke-linejoin", "fill-rule", "clip-rule"), "word"),
}
_ALLOWED = {name: re.compile(_FORMS.get(form, form)) for name, form in _FORM_OF.items()}
_ELEMENTS = frozenset({"g", "path", "circle", "ellipse", "rect", "line", "polyline", "polygon", "text", "tspan"})
# More parts than this, or deeper, is no drawing by hand.
_DEEPEST = 32


def faults(svg: str) -> list[tuple[int, str]]:
    """Return what does not belong in a drawing, as (line counted from 1, what is wrong), in order; one fault a part."""
    found: list[tuple[int, str]] = []
    parser = expat.ParserCreate("utf-8")
    depth = 0

    def tell(what: str) -> None:
        found.append((parser.CurrentLineNumber, what))

    def opened(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if (name != "svg") if depth == 1 else (name not in _ELEMENTS):
            tell(f"'<{name}' does not belong in a drawing")
        elif depth > _DEEPEST:
            tell(f"This drawing is nested deeper than {_DEEPEST} levels")
            raise _Enough
        for key, value in attributes.items():
            if key not in _ALLOWED:
                tell(f"'{key}=' does not belong in a drawing")
            elif not _ALLOWED[key].fullmatch(value):
                tell(f"'{_short(value)}' is not a value for '{key}' in a drawing")

    def closed(_: str) -> None:
        nonlocal depth
        depth -= 1

    def typed(*_: object) -> None:
        tell("'<!DOCTYPE' does not belong in a drawing")
        raise _Enough

    parser.StartElementHandler, parser.EndElementHandler, parser.StartDoctypeDeclHandler = opened, closed, typed
    parser.CommentHandler = lambda _: tell("'<!--' does not belong in a drawing")
    parser.ProcessingInstructionHandler = lambda *_: tell("'<?' does not belong in a drawing")
    parser.XmlDeclHandler = lambda *_: tell("'<?xml' does not belong in a drawing")
    parser.CharacterDataHandler = lambda words: [tell(fault) for _, fault in characters.faults(words)]
    parser.StartCdataSectionHandler = lambda: tell("'<![CDATA[' does not belong in a drawing")
    try:
        parser.Parse(svg.strip().encode("utf-8", "replace"), True)
    except _Enough:
        pass
    except expat.ExpatError as error:
        found.append((error.lineno, f"This drawing is broken: {expat.ErrorString(error.code)}"))
    # Lines count from the file's top, which may be empty.
    above = svg[: len(svg) - len(svg.lstrip())].count("\n")
    return [(line + above, what) for line, what in dict.fromkeys(found)]


class _Enough(Exception):
    """Stops the reading where going on would be unsafe."""


def _short(value: str) -> str:
    text = " ".join(value.split())
    return text if len(text) <= 40 else text[:39] + "…"
