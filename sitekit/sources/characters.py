"""Invisible characters, which change what is read: refused in every source."""

from __future__ import annotations

import re
from collections.abc import Iterator

# Controls of text direction: Unicode Standard Annex 9. They can show a text in another order than it is written (CVE-2021-42574).
_DIRECTION = "\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069"
# C0 and C1 controls but tab and line feed, line ends of other systems, marks without width, tags, and surrogates.
# The two joiners stay: Persian and Hindi are spelt with them, and emoji are made with one.
_INVISIBLE = (
    "\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u180e\u200b\u2028\u2029\u2060-\u2064\u206a-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f\ud800-\udfff"
)

_DIRECTION_RE = re.compile(f"[{_DIRECTION}]")
_ANY_RE = re.compile(f"[{_DIRECTION}{_INVISIBLE}]")
HINT = "Type the line again; the character may have come with copied text."


def find_invisible(text: str) -> Iterator[tuple[int, str]]:
    """Yield (line, message) for each line that holds an invisible character, with lines counted from 0."""
    for number, line in enumerate(text.split("\n")):
        found = _DIRECTION_RE.search(line) or _ANY_RE.search(line)
        if found:
            effect = "turns the text around" if _DIRECTION_RE.match(found.group()) else "nobody can see"
            yield number, f"Here is a character that {effect} (U+{ord(found.group()):04X})"


def remove_invisible(text: str) -> str:
    """Return the text without invisible characters."""
    return _ANY_RE.sub("", text)
