"""The site as frozen, typed values. Nothing here reads files or renders text."""

from __future__ import annotations

import datetime
from pathlib import PurePosixPath
from typing import Annotated, Literal, get_args

from pydantic import BaseModel, ConfigDict, Field, PrivateAttr, StringConstraints

Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Number = Annotated[str, StringConstraints(pattern=r"^\+?[0-9][0-9 -]*$")]
Https = Annotated[str, StringConstraints(pattern=r"^https://[^\s<>\"']+$")]
# The form of a DOI: Crossref's recommended expression, for names registered since 2000.
Doi = Annotated[str, StringConstraints(pattern=r"^10\.\d{4,9}/[-._;()/:A-Za-z0-9]+$")]

Kind = Literal[
    "home", "section", "strategy", "barrier", "keeping", "article",
    "first-session", "therapists", "help", "glossary", "about",
]
Side = Literal["client", "therapist", "both"]


class Record(BaseModel):
    """A piece of data that knows where it was written; unknown keys are refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    _path: str = PrivateAttr(default="")
    _lines: dict[str, int] = PrivateAttr(default_factory=dict)

    def written_at(self, path: str, lines: dict[str, int]) -> None:
        """Remember the file and the line of each key; "" is the record's own first line."""
        self._path, self._lines = path, lines

    @property
    def path(self) -> str:
        """File this record was read from, relative to the project's folder."""
        return self._path

    def line(self, key: str = "") -> int:
        """Line of `key` in the file, or of the record where the key is absent, counted from 1."""
        return self._lines.get(key, self._lines.get("", 1))


class PageMeta(Record):
    """The front matter of a page."""

    title: Annotated[Words, StringConstraints(max_length=60)]
    description: Annotated[Words, StringConstraints(min_length=50, max_length=160)]
    kind: Kind
    reviewed: datetime.date
    see_also: tuple[Words, ...] = ()

    @classmethod
    def stand_in(cls, value: object) -> PageMeta:
        """Return what can be used of front matter that has faults, so that the page's other faults are told too."""
        value = value if isinstance(value, dict) else {}
        kind = value.get("kind") if value.get("kind") in get_args(Kind) else "faulty"
        listed = value.get("see_also")
        return cls.model_construct(title="", description="", kind=kind, reviewed=datetime.date.min,
                                   see_also=tuple(map(str, listed)) if isinstance(listed, list) else ())


class Item(Record):
    """One line of a checklist: what a client may notice, and what the therapist does for it."""

    id: Id
    client: Words
    therapist: Words


class Checklist(Record):
    """A two-sided list, shown on any number of pages and kept in one file named after its id."""

    title: Words
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
    """One finding, or one admitted gap, that pages may lean on."""

    key: Id
    topic: Words
    reference: Words
    shows: Literal["correlational", "trial", "survey", "qualitative", "code", "gap"]
    plain: Words
    does_not_show: Words
    sureness: Literal["good", "fair", "low"]
    checked: Literal["seen", "partly", "unverified"]
    doi: Doi | None = None
    figure: Words | None = None
    unverified: Words | None = None


class TextLine(Record):
    """A number that takes text messages, with the word to send where one is asked for."""

    to: Number
    word: Words | None = None


class Helpline(Record):
    """One line to call, text or chat with in a crisis."""

    id: Id
    name: Words
    hours: Words
    source: Words
    checked: datetime.date
    verified: bool
    call: Number | None = None
    text: TextLine | None = None
    chat: Https | None = None
    note: Words | None = None


class Country(Record):
    """A country's emergency numbers and its lines."""

    name: Words
    emergency: Annotated[tuple[Number, ...], Field(min_length=1)]
    lines: tuple[Helpline, ...] = ()


class Directory(Record):
    """Where to look for lines in a country we do not list."""

    name: Words
    url: Https
    note: Words
    source: Words
    checked: datetime.date
    verified: bool


class Helplines(Record):
    """Every country we list, by its two-letter code, and the directory for the rest."""

    countries: dict[str, Country]
    elsewhere: Directory


class Term(Record):
    """A word a first-time client may not know, with its plain meaning."""

    term: Words
    meaning: Words
    also: tuple[Words, ...] = ()

    @property
    def slug(self) -> str:
        """The term as the last part of its address: lower-case words joined by hyphens."""
        return "-".join("".join(c if c.isalnum() else " " for c in self.term.lower()).split())


class Picture(Record):
    """A hand-made picture: its text alternative, its caption and the drawing itself."""

    id: Id
    alt: Words
    caption: Words
    cite: Id | None = None
    _svg: str = PrivateAttr(default="")

    @property
    def svg(self) -> str:
        """The drawing's own source, as kept in docs/assets/pictures."""
        return self._svg

    def drawn_as(self, svg: str) -> None:
        """Attach the drawing's source."""
        self._svg = svg


class Door(Record):
    """A way in from the home page, for one kind of reader."""

    page: Words
    label: Words
    promise: Words


class Contact(Record):
    """How to reach the practice. Every key is optional."""

    phone: Number | None = None
    email: Annotated[str, StringConstraints(pattern=r"^[^\s@<>\"']+@[^\s@<>\"']+\.[^\s@<>\"']+$")] | None = None
    website: Https | None = None


class Practice(Record):
    """The one file a practice edits. Every key is optional."""

    name: Annotated[Words, StringConstraints(max_length=120)] | None = None
    contact: Contact | None = None
    country: str | None = None


class Heading(BaseModel):
    """A heading as written: its level (1 to 6), words, explicit id and line."""

    model_config = ConfigDict(frozen=True)
    level: int
    text: str
    id: str | None
    line: int


class Link(BaseModel):
    """A Markdown link or image as written."""

    model_config = ConfigDict(frozen=True)
    target: str
    text: str
    line: int
    image: bool = False


class Call(BaseModel):
    """A macro call as written, with its literal arguments; `alone` when it fills its own line at column 0."""

    model_config = ConfigDict(frozen=True)
    name: str
    args: tuple[object, ...]
    line: int
    alone: bool


class Block(BaseModel):
    """A paragraph, list item, table cell or raw HTML block: its bare text, its place and what holds it."""

    model_config = ConfigDict(frozen=True)
    kind: Literal["paragraph", "bullet", "step", "cell", "quote", "html"]
    text: str
    source: str
    section: str
    line: int


class Page(BaseModel):
    """One page of the site: where it lives, its front matter and the parts of its Markdown."""

    model_config = ConfigDict(frozen=True, arbitrary_types_allowed=True)
    path: str
    meta: PageMeta
    headings: tuple[Heading, ...] = ()
    links: tuple[Link, ...] = ()
    calls: tuple[Call, ...] = ()
    blocks: tuple[Block, ...] = ()

    @property
    def file(self) -> str:
        """The page's file, relative to the project's folder."""
        return f"docs/{self.path}"

    @property
    def url(self) -> str:
        """The page's address below the site's root: "" for home, else ending in a slash."""
        return self.path.removesuffix("index.md").removesuffix(".md").rstrip("/") + "/" if self.path != "index.md" else ""

    def arguments(self, macro: str) -> tuple[object, ...]:
        """Every argument given to `macro` on this page, in order of writing."""
        return tuple(arg for call in self.calls if call.name == macro for arg in call.args)


class NavEntry(BaseModel):
    """One page named in the menu, in order, with its section's label ("" outside any)."""

    model_config = ConfigDict(frozen=True)
    path: str
    section: str
    line: int
    labelled: bool = False


class Site(BaseModel):
    """Everything the sources say, as one value.

    `files` are the paths below docs/ that are not pages. `faulty` names what is written but could
    not be read, as (what, name), with the name "*" for a whole file; it keeps one fault from being
    told again wherever the thing is used.
    """

    model_config = ConfigDict(frozen=True)
    pages: dict[str, Page]
    nav: tuple[NavEntry, ...]
    checklists: dict[str, Checklist]
    phrases: dict[str, Phrase]
    claims: dict[str, Claim]
    helplines: Helplines | None
    terms: tuple[Term, ...]
    pictures: dict[str, Picture]
    doors: dict[str, Door]
    practice: Practice
    files: frozenset[str] = frozenset()
    faulty: frozenset[tuple[str, str]] = frozenset()

    def knows(self, what: str, name: str) -> bool:
        """Tell whether a thing exists in the sources, even where its own faults keep it from being used.

        Args:
            what: "checklist", "phrase", "claim", "picture", "page" or "country".
            name: its id, key, path or code.
        """
        countries = self.helplines.countries if self.helplines else {}
        sound = {"checklist": self.checklists, "phrase": self.phrases, "claim": self.claims,
                 "picture": self.pictures, "page": self.pages, "country": countries}[what]
        return name in sound or (what, name) in self.faulty or (what, "*") in self.faulty
