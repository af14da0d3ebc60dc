"""What a practice's logo must be: a small picture of a kind that every browser shows."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePosixPath

# A logo larger than this would be half of what a whole first view weighs: 60 KiB.
LARGEST = 60 * 1024
_STARTS = {".png": b"\x89PNG\r\n\x1a\n", ".jpg": b"\xff\xd8\xff", ".jpeg": b"\xff\xd8\xff", ".webp": b"RIFF"}


def fault_of(path: str, read: Callable[[], bytes | None]) -> tuple[str, str] | None:
    """Return what is wrong with a logo and how to mend it, or None.

    Args:
        path: where practice.yml says it lies, below docs/.
        read: gives the file's content, or None where there is no such file; asked only for a path below docs/assets.
    """
    kind = PurePosixPath(path).suffix.lower()
    parts = PurePosixPath(path).parts
    if path.startswith("/") or ".." in parts or "\\" in path or parts[:1] != ("assets",):
        return f"The logo '{path}' does not lie below docs/assets", "Put it into docs/assets/practice/ and write assets/practice/logo.png."
    data = read()
    if data is None:
        return f"There is no file 'docs/{path}'", "Put the logo there, or mend the path."
    if kind == ".svg":
        sound = b"<svg" in data[:1000].lower()
    else:
        sound = kind in _STARTS and data.startswith(_STARTS[kind])
    if not sound:
        return f"'{path}' is not a picture we can show", "Use a PNG, JPEG, WebP or SVG file with the matching ending."
    if len(data) > LARGEST:
        return f"The logo has {len(data) // 1024} KiB", f"Make it smaller than {LARGEST // 1024} KiB, about 400 pixels wide."
    return None
