"""Check that a drawing holds only what is allowed: one list for pictures, which are inlined into pages, and for files such as logos.

The source is parsed with Expat, which gives the true line of each element and fetches nothing. A document type is
refused before it is parsed, so no entity is ever expanded. In pictures comments and the like are refused too, because HTML
ends them elsewhere than XML does: what XML calls a comment can be live markup in a page.
"""

import re
from xml.parsers import expat

from sitekit.errors import excerpt
from sitekit.sources import characters

HINT = "Draw with shapes and text only."
FILE_HINT = "Save it as a plain SVG with shapes, gradients and text only, or as a PNG."
_NUMBER = r"-?(?:\d+(?:\.\d*)?|\.\d+)"
_NUMBERS = rf"{_NUMBER}(?:[ ,]+{_NUMBER})*"
_PAINT = r"none|currentColor|var\(--[a-z-]+(?:, ?#[0-9a-fA-F]{3,8})?\)"
_FIXED = r"#[0-9a-fA-F]{3,8}"
_WORDS = r"[\w .,'\"-]*"
_ID = r"[\w.:-]+"
_SVG = "http://www.w3.org/2000/svg"
_LENGTHS = "width height x y dx dy x1 y1 x2 y2 cx cy r rx ry stroke-width font-size".split()
_NUMBER_ATTRIBUTES = "opacity fill-opacity stroke-opacity font-weight".split()
_WORD_ATTRIBUTES = "font-family font-style text-anchor stroke-linecap stroke-linejoin fill-rule clip-rule".split()
_ATTRIBUTES = {
    "xmlns": re.escape(_SVG),
    "d": r"[MmZzLlHhVvCcSsQqTtAa0-9 ,.\n-]+",
    "transform": r"(?:(?:translate|scale|rotate)\([-0-9 ,.]+\) ?)+",
    "viewBox": rf"{_NUMBER}(?:[ ,]+{_NUMBER}){{3}}",
    **dict.fromkeys(("points", "stroke-dasharray"), _NUMBERS),
    **dict.fromkeys(("fill", "stroke"), _PAINT),
    **dict.fromkeys((*_LENGTHS, *_NUMBER_ATTRIBUTES), _NUMBER),
    "opacity": rf"(?![0.]+$){_NUMBER}",
    **dict.fromkeys(_WORD_ATTRIBUTES, r"[a-z]+"),
}
_ELEMENTS = frozenset("g path circle ellipse rect line polyline polygon text tspan".split())
# What a file of its own may hold besides: ids and styles meet no others there. References end in the file itself.
_REFERENCE = rf"url\(#{_ID}\)"
_FILE_LENGTH = rf"{_NUMBER}(?:e-?\d+)?(?:px|pt|mm|em|%)?"
_TRANSFORM = r"\s*(?:(?:translate|scale|rotate|matrix|skewX|skewY)\s*\([-0-9 ,.e]+\)[ ,]*)+"
_FILE_ATTRIBUTES = _ATTRIBUTES | {
    "xmlns:xlink": re.escape("http://www.w3.org/1999/xlink"),
    "d": r"[MmZzLlHhVvCcSsQqTtAaEe0-9\s,.+-]+",
    "points": r"[-0-9\s,.e]+",
    "id": _ID,
    **dict.fromkeys(("class", "data-name", "aria-label", "aria-labelledby", "enable-background", "font-family"), _WORDS),
    **dict.fromkeys(("href", "xlink:href"), f"#{_ID}"),
    **dict.fromkeys(("clip-path", "mask"), rf"none|{_REFERENCE}"),
    **dict.fromkeys(("transform", "gradientTransform"), _TRANSFORM),
    **dict.fromkeys(("fill", "stroke", "stop-color", "color"), rf"{_PAINT}|{_FIXED}|[a-zA-Z]+|rgba?\([0-9., %]+\)|{_REFERENCE}"),
    **dict.fromkeys((*_LENGTHS, *_NUMBER_ATTRIBUTES), rf"{_FILE_LENGTH}|[a-z]+"),
    **dict.fromkeys("version offset fx fy stop-opacity stroke-miterlimit stroke-dashoffset letter-spacing".split(), _FILE_LENGTH),
    **dict.fromkeys(
        "type role baseProfile preserveAspectRatio xml:space gradientUnits spreadMethod clipPathUnits maskUnits display visibility"
        " overflow dominant-baseline paint-order isolation mix-blend-mode".split(),
        "[a-zA-Z][a-zA-Z0-9/ -]*",
    ),
}
_FILE_ELEMENTS = _ELEMENTS | set("title desc defs symbol use linearGradient radialGradient stop clipPath mask style".split())
# Properties have the names and values of attributes; these are attributes alone.
_NOT_STYLED = frozenset("xmlns xmlns:xlink id class href xlink:href type version role data-name style".split())
_RULE = re.compile(r"\s*[\w.#*,\s-]+\{([^{}]*)\}\s*")
_MEDIA = re.compile(r"\s*@media\s*\(prefers-color-scheme:\s*(?:dark|light)\)\s*\{((?:[^{}]*\{[^{}]*\})*)\s*\}\s*")
# No drawing by hand is nested deeper.
_MAX_DEPTH = 32


def find_problems(svg: str, is_file: bool = False) -> list[tuple[int, str]]:
    """Return what does not belong in a drawing as (line counted from 1, message), in order and each once.

    More is allowed in what is shown as a file of its own, as a logo is, and not inlined into pages.
    """
    drawing = _Drawing(is_file)
    try:
        drawing.parser.Parse(svg.strip().encode("utf-8", "replace"), True)
        if not is_file and not drawing.found and drawing.count == 1:
            drawing.found.append((1, "This drawing shows nothing"))
    except _StopParsingError:
        pass
    except expat.ExpatError as error:
        drawing.found.append((error.lineno, f"This drawing is broken: {expat.ErrorString(error.code)}"))
    # Lines count from the file's top, which may be blank.
    lines_above = svg[: len(svg) - len(svg.lstrip())].count("\n")
    return [(line + lines_above, message) for line, message in dict.fromkeys(drawing.found)]


class _Drawing:
    """Parses a drawing, and collects what does not belong in it."""

    def __init__(self, is_file: bool) -> None:
        self.found: list[tuple[int, str]] = []
        self._is_file = is_file
        self._path: list[str] = []
        self._css = ""
        # The element's name for each in the path that has an id; the depth of an element that is refused; how many there are.
        self._ids: list[str] = []
        self._refused = self.count = 0
        # The encoding is fixed, as one that the file declares could hide markup from this parser.
        self.parser = parser = expat.ParserCreate("utf-8")
        parser.buffer_text = True
        parser.StartElementHandler, parser.EndElementHandler = self._start, self._end
        parser.CharacterDataHandler, parser.XmlDeclHandler = self._characters, self._declaration
        parser.StartDoctypeDeclHandler = self._doctype
        parser.ProcessingInstructionHandler = lambda *_: self._refuse("<?")
        if not is_file:
            parser.CommentHandler = lambda _: self._refuse("<!--")
            parser.StartCdataSectionHandler = lambda: self._refuse("<![CDATA[")

    def _report(self, message: str) -> None:
        self.found.append((self.parser.CurrentLineNumber, message))

    def _refuse(self, what: str) -> None:
        self._report(f"'{what}' does not belong in a drawing")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._path.append(name)
        self._ids.append(name if "id" in attributes and len(self._path) > 1 else "")
        self.count += 1
        if self._refused:
            # What is inside goes with it.
            return
        if (name != "svg") if len(self._path) == 1 else (name not in (_FILE_ELEMENTS if self._is_file else _ELEMENTS)):
            self._refuse(f"<{excerpt(name)}")
            self._refused = len(self._path)
            return
        if name == "use" and {*self._ids[:-1]} - {"", "clipPath", "mask"}:
            self._report("A '<use' inside a part that has an id could repeat itself without end")
        if len(self._path) > _MAX_DEPTH:
            self._report(f"This drawing is nested deeper than {_MAX_DEPTH} levels")
            raise _StopParsingError
        if self._is_file and len(self._path) == 1 and "xmlns" not in attributes:
            self._report(f'This drawing lacks xmlns="{_SVG}", so no browser shows it')
        for key, value in attributes.items():
            if (
                len(self._path) == 1
                and key in ("width", "height")
                and (not self._is_file or ("0" in value and not re.search("[1-9]", value)))
            ):
                self._report("This drawing has no size" if self._is_file else "This drawing has a size, and its page gives it one")
            self._check_attribute(key, value)

    def _check_attribute(self, key: str, value: str) -> None:
        allowed = _FILE_ATTRIBUTES if self._is_file else _ATTRIBUTES
        if key == "style" and self._is_file:
            self._check_style(_first_bad_declaration(value))
        elif key not in allowed:
            self._refuse(f"{excerpt(key)}=")
        elif key in ("fill", "stroke") and not self._is_file and re.fullmatch(_FIXED, value):
            self._report(f"'{value}' stays as it is on dark pages, unlike 'var(--pic-ink, {value})' and the other colours of our drawings")
        elif not re.fullmatch(allowed[key], value):
            self._report(f"'{excerpt(value)}' is not a value for '{key}' in a drawing")

    def _check_style(self, bad: str) -> None:
        if bad:
            self._report(f"The style '{excerpt(bad)}' does not belong in a drawing")

    def _end(self, name: str) -> None:
        self._path.pop()
        self._ids.pop()
        if self._refused > len(self._path):
            self._refused = 0
        if name == "style" and self._is_file:
            self._check_style(_first_bad_rule(self._css))
            self._css = ""

    def _characters(self, text: str) -> None:
        if self._path[-1:] == ["style"]:
            self._css += text
        for _, message in characters.find_invisible(text):
            self._report(message)
        if entity := re.search(r"&#?\w+;", text):
            self._report(f"'{excerpt(entity[0])}' would be shown as it is")

    def _declaration(self, version: str, encoding: str | None, standalone: int) -> None:
        if not self._is_file:
            self._refuse("<?xml")
        elif encoding and encoding.lower() != "utf-8":
            self._report(f"This drawing says that its encoding is '{excerpt(encoding)}', and only UTF-8 is allowed")

    def _doctype(self, *_: object) -> None:
        self._refuse("<!DOCTYPE")
        raise _StopParsingError


def _first_bad_rule(css: str) -> str:
    """Return a stylesheet from its first part that is not allowed, or nothing."""
    at = 0
    while css[at:].strip():
        if media := _MEDIA.match(css, at):
            bad, at = _first_bad_rule(media[1]), media.end()
        elif rule := _RULE.match(css, at):
            bad, at = _first_bad_declaration(rule[1]), rule.end()
        else:
            bad = css[at:].strip()
        if bad:
            return bad
    return ""


def _first_bad_declaration(css: str) -> str:
    """Return the first declaration of a style that is not allowed, or nothing."""
    for declaration in filter(str.strip, css.split(";")):
        name, _, value = (part.strip() for part in declaration.partition(":"))
        if name in _NOT_STYLED or not re.fullmatch(_FILE_ATTRIBUTES.get(name, "(?!)"), value):
            return declaration.strip()
    return ""


class _StopParsingError(Exception):
    """Parsing further would be unsafe."""
