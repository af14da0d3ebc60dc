"""Characters that are not what they seem: invisible, unreadable or misleading. Refused in every source."""

import re
from collections.abc import Iterator

# Controls of text direction: Unicode Standard Annex 9. They can show a text in another order than it is written (CVE-2021-42574).
_DIRECTION = "\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069"
# C0 and C1 controls but tab and line feed, line ends of other systems, marks without width, fillers, tags, and surrogates.
# The two joiners stay: Persian and Hindi are spelt with them, and emoji are made with one.
_INVISIBLE = (
    "\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u034f\u115f\u1160\u17b4\u17b5\u180e\u200b\u2028\u2029\u2060-\u2064\u206a-\u206f\u2800"
    "\u3164\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e007f\ud800-\udfff"
)
# What stands for a lost character or object, and what each font draws in its own way. The checker's own marks are among them.
_UNREADABLE = "\ue000-\uf8ff\ufffc\ufffd\U000f0000-\U0010ffff"
_REMOVED = re.compile(f"[{_DIRECTION}{_INVISIBLE}{_UNREADABLE}]")
_EFFECTS = tuple(
    (re.compile(pattern), effect)
    for pattern, effect in (
        (f"[{_DIRECTION}]", "turns the text around"),
        (f"[{_INVISIBLE}]", "nobody can see"),
        (f"[{_UNREADABLE}]", "nobody can read"),
        # UTF-8 that was read as Windows-1252 or Latin-1, as an apostrophe that became three characters.
        ("(?:\xe2\u20ac|\xc3[\x80-\xbf]|\xc2[\xa0-\xbf])", "came from a file in another encoding"),
        ("(?<=[a-zA-Z])[\u0370-\u052f]|[\u0370-\u052f](?=[a-zA-Z])", "looks like a letter of another alphabet"),
        ("[\u0300-\u036f]{4,}", "piles up on others"),
    )
)
_ANY = re.compile("|".join(pattern.pattern for pattern, _ in _EFFECTS))
HINT = "Type the line again; the character may have come with copied text."


def find_invisible(text: str) -> Iterator[tuple[int, str]]:
    """Yield (line, message) for each line that holds such a character, with lines counted from 0."""
    for number, line in enumerate(text.split("\n") if _ANY.search(text) else ()):
        found = next(((match, effect) for pattern, effect in _EFFECTS if (match := pattern.search(line))), None)
        if found:
            yield number, f"Here is a character that {found[1]} (U+{ord(found[0][0][0]):04X})"


def remove_invisible(text: str) -> str:
    """Return the text without characters that cannot be seen or read."""
    return _REMOVED.sub("", text)
