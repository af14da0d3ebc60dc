"""The records of data/. Nothing here reads files or renders text."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Annotated, Literal

from pydantic import Field, PrivateAttr, StringConstraints

from sitekit.models.record import Address, Day, Doi, Form, Https, Id, Number, Record, Words

Side = Literal["client", "therapist", "both"]
# What a help line is for, in the order in which a country's lines are shown.
Need = Literal["crisis", "abuse", "sexual-assault", "young", "lgbtq", "veterans", "access"]


class Item(Record):
    """One line of a checklist: what a client may notice, and what the therapist does for it."""

    id: Id
    client: Words
    therapist: Words


class Checklist(Record):
    """A two-sided list, shown on any number of pages and kept in one file named after its id."""

    title: Words
    client_legend: Words = "what you may notice"
    items: Annotated[tuple[Item, ...], Field(min_length=1, max_length=7)]

    @property
    def id(self) -> str:
        """The list's permanent name: its file's."""
        return PurePosixPath(self.path).stem


class Phrase(Record):
    """Words a client can say at a hard moment."""

    id: Id
    when: Words
    say: Words


class Claim(Record):
    """One finding, or one admitted gap, that pages may lean on.

    `title` is the article's own; `searched` says where, when and with which words a gap was looked for.
    """

    key: Id
    topic: Words
    reference: Words
    shows: Literal[
        "trial",
        "meta-analysis",
        "meta-correlational",
        "correlational",
        "survey",
        "qualitative",
        "review",
        "statistics",
        "code",
        "law",
        "gap",
    ]
    plain: Words
    does_not_show: Words
    sureness: Literal["good", "fair", "low"]
    checked: Literal["seen", "partly", "unverified"]
    title: Words | None = None
    doi: Doi | None = None
    figure: Words | None = None
    unverified: Words | None = None
    searched: Words | None = None


class TextLine(Record):
    """A number that takes text messages, with the word to send where one is asked for."""

    to: Number
    word: Words | None = None


class Helpline(Record):
    """One line to call, text or chat with.

    `verified` says that the number was seen on the line's own page.
    """

    id: Id
    name: Words
    need: Need = "crisis"
    hours: Words
    source: Https
    checked: Day
    verified: bool
    call: Number | None = None
    text: TextLine | None = None
    chat: Https | None = None
    note: Words | None = None


class Country(Record):
    """A country's emergency numbers and its lines.

    `forms` are what the numbers of its lines look like, with "#" for a digit, so that a slip shows.
    """

    name: Words
    forms: Annotated[tuple[Form, ...], Field(min_length=1)] = ("###",)
    emergency: Annotated[tuple[Number, ...], Field(min_length=1)]
    lines: tuple[Helpline, ...] = ()


class Directory(Record):
    """Where to look for lines in a country we do not list."""

    name: Words
    url: Https
    note: Words
    source: Https
    checked: Day
    verified: bool


class Helplines(Record):
    """Every country we list, by its two-letter code, and the directory for the rest."""

    countries: dict[Annotated[str, StringConstraints(pattern="^[a-z]{2}$")], Country]
    elsewhere: Directory


class Term(Record):
    """A word a first-time client may not know, with its plain meaning, and the group of words it stands in."""

    term: Words
    group: Words
    meaning: Words
    also: tuple[Words, ...] = ()

    @property
    def slug(self) -> str:
        """The term as the last part of its address: lower-case words joined by hyphens."""
        return _slug(self.term)

    @property
    def group_slug(self) -> str:
        """Its group, likewise."""
        return _slug(self.group)


def _slug(words: str) -> str:
    return "-".join("".join(c if c.isalnum() else " " for c in words.lower()).split())


class Picture(Record):
    """A hand-made picture: its text alternative, its caption and the drawing itself."""

    id: Id
    alt: Words
    caption: Words
    cite: Id | None = None
    _svg: str | None = PrivateAttr(default=None)

    @property
    def svg(self) -> str | None:
        """The drawing's own source, as kept in docs/assets/pictures; None where it could not be read."""
        return self._svg

    def drawn_as(self, svg: str | None) -> None:
        """Attach the drawing's source."""
        self._svg = svg


class WordingRule(Record):
    """Words we do not write, why, and what to write instead; `everywhere` where therapist pages avoid them too."""

    id: Id
    forms: Annotated[tuple[Words, ...], Field(min_length=1)]
    because: Words
    instead: Words
    everywhere: bool


class CallToAction(Record):
    """A way in from the home page, for one kind of reader."""

    page: Words
    label: Words
    promise: Words


class SearchTerms(Record):
    """The words people type when they look for a page, or for one answer on it."""

    page: Words
    words: Annotated[tuple[Words, ...], Field(min_length=1)]
    anchor: Id | None = None

    @property
    def place(self) -> str:
        """The page's path, with the answer's anchor where there is one."""
        return f"{self.page}#{self.anchor}" if self.anchor else self.page


class Redirect(Record):
    """An address that once was, and where its readers are taken now. Both count from the site's root."""

    old: Address
    new: Address
