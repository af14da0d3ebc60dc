"""What therapists send, and when: the records of data/moments.yml, data/emails.yml and data/portals.yml. No I/O."""

import re
from collections.abc import Mapping
from typing import Annotated, Literal, NamedTuple

from pydantic import AfterValidator, StringConstraints

from sitekit.models.record import Day, Https, Id, Record, Short, Words

Text = Annotated[Words, StringConstraints(max_length=2000)]
Phase = Literal["before", "begun"]
LENGTHS = ("text", "short", "full")
# What the sender fills in, written as "[day]". The samples are long ones, to measure a text message with.
FIELDS = {
    "name": "Alexandra",
    "day": "Wednesday 23 September",
    "time": "10.30 am",
    "place or link": "12 High Street",
    "your name": "Maya Okafor",
}
# The most characters of a text message, beside the address in it: what one message of a telephone holds (3GPP TS 23.038).
TEXT_MESSAGE = 160
# What practice.yml knows. A line with a fact that it does not know is left out.
FACTS = ("minutes", "fees", "missed", "notice")
# Each fills a line of its own, so that nothing is joined to a URL.
LINES = ("page", "practice", "contact", "help", "danger")
_PLACEHOLDER = re.compile(r"\{([^{}|\n]*)\}")
_CHOICE = re.compile(r"\{([^{}|\n]*)\|([^{}|\n]*)\}")
_FIELD = re.compile(r"\[([^][\n]*)\]")
_FILLED = re.compile(f"{_PLACEHOLDER.pattern}|{_FIELD.pattern}")


class Moment(Record):
    """A moment at which one page helps, and why: `before` the first session, or once therapy has `begun`.

    `often` marks the pages that are sent most, which the link kit shows first.
    """

    id: Id
    phase: Phase
    when: Short
    page: Short
    why: Words
    often: bool = False


class Email(Record):
    """A message for one moment about one page, as plain text in three lengths: a text message, a short and a full e-mail.

    The sender fills in "[day]", one of FIELDS; `day` says which day is meant. "{Your session|Our appointment}" is the plain words
    and the discreet ones. Placeholders of FACTS and LINES are filled in here: "{page}" with the URL of the page, "{page: other.md}"
    with that of another one.
    """

    id: Id
    moment: Short
    page: Short
    day: Short
    subject: Short
    text: Text
    short: Text
    full: Text

    def body(self, length: str) -> str:
        """Return the text of one of LENGTHS, as written."""
        return {"text": self.text, "short": self.short, "full": self.full}[length]


def check_brackets(written: str) -> str:
    """Return a placeholder of another system; raise ValueError where one of its brackets has no partner."""
    if any(written.count(first) != written.count(last) for first, last in ("{}", "[]", "<>")):
        raise ValueError("a bracket has no partner", "Write it as the page that 'source' names has it.")
    return written


class Portal(Record):
    """A booking system that fills in messages by itself, with its placeholders for FIELDS and the page that documents them."""

    id: Id
    name: Short
    source: Https
    checked: Day
    fields: dict[Literal["name", "day", "time", "place or link", "your name"], Annotated[Short, AfterValidator(check_brackets)]]


class Placeholder(NamedTuple):
    """A placeholder in the text of an e-mail: one of FACTS and LINES, or a mistake; whether it is `alone` on its line; and as `written`."""

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


def fields_in(text: str) -> list[str]:
    """Return the name of each "[field]" in a text, in order."""
    return _FIELD.findall(text)


def variant(text: str, discreet: bool) -> str:
    """Return a text with one side of each choice, the plain one or the discreet one."""
    return _CHOICE.sub(lambda match: match[2 if discreet else 1], text)


def compose(text: str, known: Mapping[str, str], discreet: bool = False) -> str:
    """Return a text of data/emails.yml with all that is known filled in, in the discreet words or the plain ones.

    Values are `known` by the name of their field or by their placeholder without its braces; a line with an empty fact is left out.
    overrides/components/composer/compose.js does the same for what is typed.
    """
    lines: list[str] = []
    for written in text.splitlines():
        line = variant(written, discreet).rstrip()
        if all(known.get(place.written[1:-1]) for place in placeholders(line)) and (line or not written):
            # In one pass: what was filled in may itself look like a placeholder, as those of portals do.
            lines.append(_FILLED.sub(lambda match: known.get(match[1] or match[2]) or match[0], line))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
