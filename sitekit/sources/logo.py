"""Check which file a practice names as its logo. What the file holds is checked as of any file below docs/."""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath

from sitekit.sources.assets import PICTURES, TEXTS

# A larger logo would be half of what the first view of a page weighs: 60 KiB.
MAX_BYTES = 60 * 1024
_PATH = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9._/-]*")


def find_logo_problem(path: str, docs: Path) -> tuple[str, str] | None:
    """Return the message and hint for what is wrong with a logo, or None.

    Args:
        path: the logo's path below docs/, as practice.yml has it.
        docs: the folder docs/.
    """
    parts, kind, file = PurePosixPath(path).parts, PurePosixPath(path).suffix.lower(), docs / path
    if not _PATH.fullmatch(path) or ".." in parts or parts[:1] != ("assets",):
        return f"The logo '{path}' does not lie below docs/assets", "Put it into docs/assets/practice/ and write assets/practice/logo.png."
    if not file.is_file() or file.is_symlink():
        return f"There is no file 'docs/{path}'", "Put the logo there, or correct the path."
    if file.stat().st_size > MAX_BYTES:
        return f"The logo has {file.stat().st_size // 1024} KiB", f"Make it smaller than {MAX_BYTES // 1024} KiB, about 400 pixels wide."
    # Other kinds are reported with the file itself.
    if kind in TEXTS:
        return f"'{path}' is not a picture we can show", f"Use one of these kinds: {', '.join(PICTURES)}."
    return None
