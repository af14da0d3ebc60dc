"""What a therapist sends and when: the records of data/moments.yml and data/emails.yml. No I/O, nothing is rendered here."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from sitekit.models.record import Id, Record, Words

Phase = Literal["before", "begun"]
LENGTHS = ("short", "medium", "long")
# A place to fill in stands alone on its line, so that nothing is joined to an address and an empty one leaves no trace.
_PLACE = re.compile(r"\{([^{}\n]*)\}")
PLACES = ("page", "practice", "contact", "help")


class Moment(Record):
    """A moment at which one page helps, and why; `before` the first session, or once therapy has `begun`."""

    id: Id
    phase: Phase
    when: Words
    page: Words
    why: Words


class Email(Record):
    """What to write at one moment, in three lengths of plain text, about one page.

    In a text, "[day]" is for the sender to fill in. "{page}" is the page's address, "{page: other.md}" another's,
    "{practice}" the practice's name, "{contact}" how to reach it, "{help}" whom to call in danger.
    """

    id: Id
    moment: Words
    page: Words
    subject: Words
    short: Words
    medium: Words
    long: Words

    def text(self, length: str) -> str:
        """Return the text of one of LENGTHS, as written."""
        return {"short": self.short, "medium": self.medium, "long": self.long}[length]


class Place(NamedTuple):
    """A place to fill in: its name, the page it names if any, and whether it fills its own line."""

    name: str
    page: str | None
    alone: bool
    written: str


def places(text: str) -> list[Place]:
    """Return every place to fill in, in order."""
    found = []
    for line in text.splitlines():
        for match in _PLACE.finditer(line):
            name, colon, page = match.group(1).partition(":")
            found.append(Place(name.strip(), page.strip() if colon else None, line.strip() == match.group(), match.group()))
    return found
