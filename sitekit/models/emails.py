"""E-mails that therapists send, and the moments to send them: the records of data/moments.yml and data/emails.yml. No I/O."""

from __future__ import annotations

import re
from typing import Annotated, Literal, NamedTuple

from pydantic import StringConstraints

from sitekit.models.record import Id, Record, Short, Words

Text = Annotated[Words, StringConstraints(max_length=2000)]
Phase = Literal["before", "begun"]
LENGTHS = ("short", "medium", "long")
PLACEHOLDERS = ("page", "practice", "contact", "help")
_PLACEHOLDER = re.compile(r"\{([^{}\n]*)\}")


class Moment(Record):
    """A moment at which one page helps, and why: `before` the first session, or once therapy has `begun`."""

    id: Id
    phase: Phase
    when: Short
    page: Short
    why: Words


class Email(Record):
    """An e-mail for one moment about one page, as plain text in three lengths.

    The sender fills in "[day]". Placeholders are filled in here: "{page}" with the URL of the page, "{page: other.md}" with that of
    another page, "{practice}" with the name of the practice, "{contact}" with how to reach it, "{help}" with whom to call in danger.
    """

    id: Id
    moment: Short
    page: Short
    subject: Short
    short: Text
    medium: Text
    long: Text

    def text(self, length: str) -> str:
        """Return the text of one of LENGTHS, as written."""
        return {"short": self.short, "medium": self.medium, "long": self.long}[length]


class Placeholder(NamedTuple):
    """A placeholder in the text of an e-mail.

    Attributes:
        name: one of PLACEHOLDERS, or a mistake.
        page: the page it names, if any.
        alone: whether it fills its own line; it must, so that nothing is joined to a URL and an empty one leaves no trace.
        written: the placeholder with its braces.
    """

    name: str
    page: str | None
    alone: bool
    written: str


def placeholders(text: str) -> list[Placeholder]:
    """Return every placeholder in a text, in order."""
    found = []
    for line in text.splitlines():
        for match in _PLACEHOLDER.finditer(line):
            name, colon, page = match.group(1).partition(":")
            found.append(Placeholder(name.strip(), page.strip() if colon else None, line.strip() == match.group(), match.group()))
    return found
