"""Check that a drawing holds only what is allowed: it is put into pages as it is.

The source is parsed with Expat, which gives the true line of each element and fetches nothing. A document type is
refused before it is parsed, so no entity is ever expanded. Comments and the like are refused because HTML ends
them elsewhere than XML does: what XML calls a comment can be live markup in a page.
"""

from __future__ import annotations

import re
from xml.parsers import expat

from sitekit.errors import excerpt
from sitekit.sources import characters

HINT = "Draw with shapes and text only."
_NUMBER = r"-?(?:\d+(?:\.\d*)?|\.\d+)"
_NUMBERS = rf"{_NUMBER}(?:[ ,]+{_NUMBER})*"
_PAINT = r"none|#[0-9a-fA-F]{3,8}|currentColor|var\(--[a-z-]+(?:, ?#[0-9a-fA-F]{3,8})?\)"
_NUMBER_ATTRIBUTES = (
    "width height x y dx dy x1 y1 x2 y2 cx cy r rx ry opacity fill-opacity stroke-width stroke-opacity font-size font-weight"
).split()
_WORD_ATTRIBUTES = "font-family font-style text-anchor stroke-linecap stroke-linejoin fill-rule clip-rule".split()
_ATTRIBUTES = {
    name: re.compile(pattern)
    for name, pattern in {
        "xmlns": r"http://www\.w3\.org/2000/svg",
        "d": r"[MmZzLlHhVvCcSsQqTtAa0-9 ,.\n-]+",
        "transform": r"(?:(?:translate|scale|rotate)\([-0-9 ,.]+\) ?)+",
        **dict.fromkeys(("viewBox", "points", "stroke-dasharray"), _NUMBERS),
        **dict.fromkeys(("fill", "stroke"), _PAINT),
        **dict.fromkeys(_NUMBER_ATTRIBUTES, _NUMBER),
        **dict.fromkeys(_WORD_ATTRIBUTES, r"[a-z]+"),
    }.items()
}
_ELEMENTS = frozenset("g path circle ellipse rect line polyline polygon text tspan".split())
# No drawing by hand is nested deeper.
_MAX_DEPTH = 32


def find_problems(svg: str) -> list[tuple[int, str]]:
    """Return what does not belong in a drawing as (line counted from 1, message), in order and each once."""
    found: list[tuple[int, str]] = []
    parser = expat.ParserCreate("utf-8")
    depth = 0

    def report(message: str) -> None:
        found.append((parser.CurrentLineNumber, message))

    def refuse(what: str) -> None:
        report(f"'{what}' does not belong in a drawing")

    def start_element(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if (name != "svg") if depth == 1 else (name not in _ELEMENTS):
            refuse(f"<{name}")
        elif depth > _MAX_DEPTH:
            report(f"This drawing is nested deeper than {_MAX_DEPTH} levels")
            raise _StopParsingError
        for key, value in attributes.items():
            if key not in _ATTRIBUTES:
                refuse(f"{key}=")
            elif not _ATTRIBUTES[key].fullmatch(value):
                report(f"'{excerpt(value)}' is not a value for '{key}' in a drawing")

    def end_element(name: str) -> None:
        nonlocal depth
        depth -= 1

    def start_doctype(*_: object) -> None:
        refuse("<!DOCTYPE")
        raise _StopParsingError

    def character_data(text: str) -> None:
        for _, message in characters.find_invisible(text):
            report(message)

    parser.StartElementHandler, parser.EndElementHandler, parser.StartDoctypeDeclHandler = start_element, end_element, start_doctype
    parser.CharacterDataHandler = character_data
    parser.CommentHandler = lambda _: refuse("<!--")
    parser.ProcessingInstructionHandler = lambda *_: refuse("<?")
    parser.XmlDeclHandler = lambda *_: refuse("<?xml")
    parser.StartCdataSectionHandler = lambda: refuse("<![CDATA[")
    try:
        parser.Parse(svg.strip().encode("utf-8", "replace"), True)
    except _StopParsingError:
        pass
    except expat.ExpatError as error:
        found.append((error.lineno, f"This drawing is broken: {expat.ErrorString(error.code)}"))
    # Lines count from the file's top, which may be blank.
    lines_above = svg[: len(svg) - len(svg.lstrip())].count("\n")
    return [(line + lines_above, message) for line, message in dict.fromkeys(found)]


class _StopParsingError(Exception):
    """Parsing further would be unsafe."""
