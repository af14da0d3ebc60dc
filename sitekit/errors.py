"""Problems in the sources, as reported to writers. No I/O and no rules live here."""

import difflib
from collections.abc import Iterable
from dataclasses import dataclass

_CLOSE = 0.6


@dataclass(frozen=True, order=True)
class Problem:
    """One problem in the sources, reported as help for someone who knows Markdown and no Python.

    The line counts from 1; the message has no closing full stop, the hint is one or more full sentences, and the lines to `paste` are
    printed below it.
    """

    path: str
    line: int
    message: str
    hint: str
    paste: tuple[str, ...] = ()

    def __str__(self) -> str:
        lines = (f"{self.path}:{self.line}: {self.message}. {self.hint}", *self.paste)
        # A message quotes the sources, which must neither break the line nor control the terminal.
        return "\n".join("".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in line) for line in lines)


def excerpt(value: object) -> str:
    """Return a value as one line of at most 40 characters, to quote in a message."""
    text = " ".join(str(value).split())
    return text if len(text) <= 40 else text[:39] + "…"


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the known name most like `word`, or None when none is close.

    The ratio of difflib decides, at least 0.6. The last parts of paths have to be as close, since pages of one folder share its name.
    """
    found = difflib.get_close_matches(word, sorted(known), n=9, cutoff=_CLOSE)
    return next((name for name in found if difflib.SequenceMatcher(None, _last(name), _last(word)).ratio() >= _CLOSE), None)


def _last(path: str) -> str:
    return path.rstrip("/").rpartition("/")[2].partition(".")[0]


def suggest(word: str, known: Iterable[str], what: str = "name") -> str:
    """Return the hint for an unknown `word`: the nearest known name, or all of them; `what` is the kind of thing, in the singular."""
    names = sorted(known)
    close = nearest(word, names)
    if close:
        return f"Did you mean '{close}'?"
    if not names:
        return f"There is no {what} yet; add it first."
    # A longer list helps nobody choose.
    if len(names) > 12:
        return f"Look up the right {what}; there are {len(names)}."
    return f"Use one of: {', '.join(names)}."
