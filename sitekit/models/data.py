"""The records in data/. Nothing here reads files or renders text."""

from pathlib import PurePosixPath
from typing import Annotated, Literal

from babel import Locale
from pydantic import AfterValidator, Field, StringConstraints

from sitekit.models.record import Address, Day, Doi, Form, Https, Id, Number, Record, Short, TrueOrFalse, Words, slug

Side = Literal["client", "therapist", "both"]
# What a help line is for, in the order in which a country's lines are shown.
Need = Literal["crisis", "abuse", "sexual-assault", "young", "lgbtq", "veterans", "access"]
# What a claim rests on; the last three are no studies.
Evidence = Literal[
    "trial", "meta-analysis", "meta-correlational", "correlational", "survey", "qualitative", "review", "statistics", "code", "law", "gap"
]


class Item(Record):
    """One line of a checklist: what a client may notice, and what the therapist does for it."""

    id: Id
    client: Words
    therapist: Words


class Checklist(Record):
    """A two-sided list, shown on any number of pages and kept in one file named after its id."""

    title: Short
    client_legend: Short | None = None
    items: Annotated[tuple[Item, ...], Field(min_length=1, max_length=7)]

    @property
    def id(self) -> str:
        """The permanent id of the checklist, which is the name of its file."""
        return PurePosixPath(self.path).stem


class Phrase(Record):
    """Words a client can say at a hard moment."""

    id: Id
    when: Short
    say: Words


class Claim(Record):
    """One finding, or one admitted gap, that pages may cite.

    `title` is the article's own; `searched` says where, when and with which words a gap was searched for;
    `preparing` puts it on the sheet for colleagues about preparing clients.
    """

    key: Id
    topic: Short
    reference: Words
    shows: Evidence
    plain: Words
    does_not_show: Words
    sureness: Literal["good", "fair", "low"]
    checked: Literal["seen", "partly", "unverified"]
    title: Words | None = None
    doi: Doi | None = None
    figure: Words | None = None
    unverified: Words | None = None
    searched: Words | None = None
    preparing: bool = False


class TextLine(Record):
    """A number that takes text messages, and the word to send where it asks for one."""

    to: Number
    word: Short | None = None


class Helpline(Record):
    """A help line to call, text or chat with; `verified` where its number was seen on the line's own page."""

    id: Id
    name: Short
    need: Need = "crisis"
    hours: Short
    source: Https
    checked: Day
    verified: TrueOrFalse
    call: Number | None = None
    text: TextLine | None = None
    chat: Https | None = None
    note: Words | None = None


class Country(Record):
    """The emergency numbers and help lines of a country.

    `forms` are the formats of its telephone numbers, with "#" for a digit, so that a typing error is found.
    Countries of one `region` stand together. Of two emergency numbers, the first reaches the police and the second an ambulance,
    if they are not both for `any_danger`.
    """

    name: Short
    region: Short | None = None
    forms: Annotated[tuple[Form, ...], Field(min_length=1, max_length=20)] = ("###",)
    emergency: Annotated[tuple[Number, ...], Field(min_length=1, max_length=5)]
    any_danger: TrueOrFalse = False
    lines: Annotated[tuple[Helpline, ...], Field(max_length=40)] = ()

    def lines_for(self, need: Need) -> list[Helpline]:
        """Return the lines for one need, in the order of the data."""
        return [line for line in self.lines if line.need == need]


class Directory(Record):
    """Where to find help lines in a country that is not listed."""

    name: Short
    url: Https
    note: Words
    source: Https
    checked: Day
    verified: TrueOrFalse


def check_country(code: str) -> str:
    """Return a country's code, or that of the European Union; raise ValueError where there is none, as "uk" for "gb"."""
    if code == "zz" or code.upper() not in Locale("en").territories:
        raise ValueError("no country has this code")
    return code


class Helplines(Record):
    """Every listed country by its two-letter code, and the directory for all others."""

    countries: dict[Annotated[str, StringConstraints(pattern="^[a-z]{2}$"), AfterValidator(check_country)], Country]
    elsewhere: Directory


class Term(Record):
    """A word that a first-time client may not know, its plain meaning, and its group in the glossary.

    A translation keeps the fragments of the English URLs as `id` and `group_id`.
    """

    term: Short
    group: Short
    meaning: Words
    also: Annotated[tuple[Short, ...], Field(max_length=10)] = ()
    id: Id | None = None
    group_id: Id | None = None

    @property
    def slug(self) -> str:
        """The fragment of the term's URL."""
        return self.id or slug(self.term)

    @property
    def group_slug(self) -> str:
        """The fragment of its group's URL."""
        return self.group_id or slug(self.group)


class Picture(Record):
    """A drawing with its text alternative and its caption; one that `has_direction` is read as the script runs."""

    id: Id
    alt: Words
    caption: Words
    cite: Id | None = None
    has_direction: TrueOrFalse = False


class WordingRule(Record):
    """Words to avoid, the reason, and what to write instead; `everywhere` where this holds for pages for therapists too."""

    id: Id
    forms: Annotated[tuple[Short, ...], Field(min_length=1, max_length=50)]
    because: Words
    instead: Words
    everywhere: TrueOrFalse


class CallToAction(Record):
    """A link from the home page for one kind of reader."""

    page: Short
    label: Short
    promise: Words


class SearchTerms(Record):
    """Synonyms that people search for when they want a page, or one section of it."""

    page: Short
    words: Annotated[tuple[Short, ...], Field(min_length=1, max_length=500)]
    anchor: Id | None = None

    @property
    def place(self) -> str:
        """The path of the page, with the anchor of the section where there is one."""
        return f"{self.page}#{self.anchor}" if self.anchor else self.page


class Redirect(Record):
    """A URL path that was moved, and its new URL path, both from the site's root."""

    old: Address
    new: Address
