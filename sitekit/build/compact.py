"""Take indentation and empty lines out of built pages, which no browser shows."""

from __future__ import annotations

import re
from pathlib import Path

# Elements whose text is kept to the letter.
_VERBATIM = re.compile(r"(<(pre|textarea|script|style)\b.*?</\2>)", re.DOTALL)
_INDENT = re.compile(r"\s*\n\s*")


def compact_pages(folder: Path) -> None:
    """Write every page below `folder` without indentation."""
    for file in folder.rglob("*.html"):
        file.write_text(compact(file.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")


def compact(page: str) -> str:
    """Return a page with one line break for each run of white space that holds one; verbatim elements stay as they are."""
    parts = _VERBATIM.split(page)
    # Each match adds two parts: the whole element, and its name.
    return "".join(part if number % 3 == 1 else _INDENT.sub("\n", part) for number, part in enumerate(parts) if number % 3 != 2)
