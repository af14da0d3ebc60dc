"""What a practice's logo must be: a small picture of a kind that every browser shows."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import PurePosixPath
from xml.parsers import expat

# A logo larger than this would be half of what a whole first view weighs: 60 KiB.
LARGEST = 60 * 1024
_PATH = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9._/-]*")
_ACTING = frozenset({"script", "foreignobject", "iframe", "embed", "object", "handler", "set", "animate", "audio", "video"})
_STARTS = {".png": b"\x89PNG\r\n\x1a\n", ".jpg": b"\xff\xd8\xff", ".jpeg": b"\xff\xd8\xff", ".webp": b"RIFF"}


def fault_of(path: str, read: Callable[[], bytes | None]) -> tuple[str, str] | None:
    """Return what is wrong with a logo and how to mend it, or None.

    Args:
        path: where practice.yml says it lies, below docs/.
        read: gives the file's content, or None where there is no such file; asked only for a path below docs/assets.
    """
    kind = PurePosixPath(path).suffix.lower()
    parts = PurePosixPath(path).parts
    if not _PATH.fullmatch(path) or ".." in parts or parts[:1] != ("assets",):
        return f"The logo '{path}' does not lie below docs/assets", "Put it into docs/assets/practice/ and write assets/practice/logo.png."
    data = read()
    if data is None:
        return f"There is no file 'docs/{path}'", "Put the logo there, or mend the path."
    if len(data) > LARGEST:
        return f"The logo has {len(data) // 1024} KiB", f"Make it smaller than {LARGEST // 1024} KiB, about 400 pixels wide."
    sound, acting = _svg(data) if kind == ".svg" else (_is_image(kind, data), "")
    if acting:
        return f"The logo holds {acting}, which does not belong in a picture", "Save it as a plain SVG, or as a PNG."
    if not sound:
        return f"'{path}' is not a picture we can show", "Use a PNG, JPEG, WebP or SVG file with the matching ending."
    return None


def _is_image(kind: str, data: bytes) -> bool:
    return kind in _STARTS and data.startswith(_STARTS[kind]) and (kind != ".webp" or data[8:12] == b"WEBP")


def _svg(data: bytes) -> tuple[bool, str]:
    """Return whether data is an SVG, and its first part that could act or fetch: opened by itself, the file is a page of the site."""
    names: list[str] = []
    parser = expat.ParserCreate()

    def opened(name: str, attributes: dict[str, str]) -> None:
        names.append(name)
        if name.split(":")[-1].lower() in _ACTING:
            raise _Acts(f"'<{name}'")
        for key, value in attributes.items():
            foreign = key.split(":")[-1].lower() == "href" and not value.strip().startswith(("#", "data:image/"))
            if key.lower().startswith("on") or foreign or "url(" in value.lower().replace("url(#", ""):
                raise _Acts(f"'{key}='")

    def declared(*_: object) -> None:
        raise _Acts("'<!ENTITY'")

    parser.StartElementHandler, parser.EntityDeclHandler = opened, declared
    try:
        parser.Parse(data, True)
    except _Acts as found:
        return True, str(found)
    except (expat.ExpatError, LookupError):
        return False, ""
    return names[0].split(":")[-1] == "svg", ""


class _Acts(Exception):
    """Stops the reading at the first part that could act; no entity is ever expanded."""
