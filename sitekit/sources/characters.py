"""Characters that no reader sees and that change what is read: refused in every source."""

from __future__ import annotations

import re
from collections.abc import Iterator

# Controls of text direction: Unicode Standard Annex 9; used to show a text in another order than it is written (CVE-2021-42574).
TURNS_TEXT = "\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069"
# C0 and C1 controls but tab and line feed, line ends of other systems, marks without width, tags, and halves of
# characters. The two joiners stay: Persian and Hindi are spelt with them, and emoji are made with one.
UNSEEN = (
    "\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u180e\u200b\u2028\u2029\u2060-\u2064\u206a-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f\ud800-\udfff"
)

_TURNS_TEXT = re.compile(f"[{TURNS_TEXT}]")
_ANY = re.compile(f"[{TURNS_TEXT}{UNSEEN}]")
MEND = "Type the line anew; it may have come with a copied text."


def faults(text: str) -> Iterator[tuple[int, str]]:
    """Yield each line that holds such a character, counted from 0, with what is wrong: one fault a line."""
    for number, line in enumerate(text.split("\n")):
        found = _TURNS_TEXT.search(line) or _ANY.search(line)
        if found:
            yield number, fault(found.group())


def fault(character: str) -> str:
    """Return what is wrong with a text that holds this character."""
    what = "turns the text around" if _TURNS_TEXT.match(character) else "nobody can see"
    return f"Here is a character that {what} (U+{ord(character):04X})"


def without(text: str) -> str:
    """Return the text without such characters."""
    return _ANY.sub("", text)
