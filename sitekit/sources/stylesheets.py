"""Find what a stylesheet would fetch. Our own sheets are few, so a strict rule replaces a parser: url(data:…) and nothing else."""

import re
from collections.abc import Iterator

# url() is allowed with its content in it; the other ways to name a file, and escapes that could hide one, are not.
_FETCHES = re.compile(r"@import[^;]*|\burl\((?!\s*[\"']?data:)[^)]*\)?|\b(?:image|image-set|src)\([^)]*\)?|\\.{1,6}", re.IGNORECASE)
HINT = "Write url(data:…), or do without it."


def fetched_by(css: str) -> Iterator[tuple[int, str]]:
    """Yield each part of a stylesheet that fetches a file, or that could hide a URL behind an escape, and its line."""
    yield from ((css.count("\n", 0, found.start()) + 1, found[0]) for found in _FETCHES.finditer(css))
