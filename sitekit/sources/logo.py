"""Check the logo of a practice: a small picture of a kind that every browser shows."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import PurePosixPath
from xml.parsers import expat

# A larger logo would be half of what the first view of a page weighs: 60 KiB.
MAX_BYTES = 60 * 1024
_PATH = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9._/-]*")
_ACTIVE_ELEMENTS = frozenset("script foreignobject iframe embed object handler set animate audio video".split())
_SIGNATURES = {".png": b"\x89PNG\r\n\x1a\n", ".jpg": b"\xff\xd8\xff", ".jpeg": b"\xff\xd8\xff", ".webp": b"RIFF"}


def find_logo_problem(path: str, read: Callable[[], bytes | None]) -> tuple[str, str] | None:
    """Return the message and hint for what is wrong with a logo, or None.

    Args:
        path: the logo's path below docs/, as practice.yml has it.
        read: returns the file's content, or None where there is no such file; called only for a path below docs/assets.
    """
    extension = PurePosixPath(path).suffix.lower()
    parts = PurePosixPath(path).parts
    if not _PATH.fullmatch(path) or ".." in parts or parts[:1] != ("assets",):
        return f"The logo '{path}' does not lie below docs/assets", "Put it into docs/assets/practice/ and write assets/practice/logo.png."
    data = read()
    if data is None:
        return f"There is no file 'docs/{path}'", "Put the logo there, or correct the path."
    if len(data) > MAX_BYTES:
        return f"The logo has {len(data) // 1024} KiB", f"Make it smaller than {MAX_BYTES // 1024} KiB, about 400 pixels wide."
    is_image, active = _check_svg(data) if extension == ".svg" else (_is_bitmap(extension, data), None)
    if active:
        return f"The logo holds {active}, which does not belong in a picture", "Save it as a plain SVG, or as a PNG."
    if not is_image:
        return f"'{path}' is not a picture we can show", "Use a PNG, JPEG, WebP or SVG file with the matching ending."
    return None


def _is_bitmap(extension: str, data: bytes) -> bool:
    return extension in _SIGNATURES and data.startswith(_SIGNATURES[extension]) and (extension != ".webp" or data[8:12] == b"WEBP")


def _check_svg(data: bytes) -> tuple[bool, str | None]:
    """Return whether data is an SVG, and its first active part: opened by itself, the file is a page of the site."""
    names: list[str] = []
    parser = expat.ParserCreate()

    def start_element(name: str, attributes: dict[str, str]) -> None:
        names.append(name)
        if name.split(":")[-1].lower() in _ACTIVE_ELEMENTS:
            raise _ActivePartError(f"'<{name}'")
        for key, value in attributes.items():
            leads_away = key.split(":")[-1].lower() == "href" and not value.strip().startswith(("#", "data:image/"))
            if key.lower().startswith("on") or leads_away or "url(" in value.lower().replace("url(#", ""):
                raise _ActivePartError(f"'{key}='")

    def declare_entity(*_: object) -> None:
        raise _ActivePartError("'<!ENTITY'")

    parser.StartElementHandler, parser.EntityDeclHandler = start_element, declare_entity
    try:
        parser.Parse(data, True)
    except _ActivePartError as part:
        return True, str(part)
    except (expat.ExpatError, LookupError):
        return False, None
    return names[0].split(":")[-1] == "svg", None


class _ActivePartError(Exception):
    """A part of an SVG can run a script or fetch a file; parsing stops, so no entity is ever expanded."""
