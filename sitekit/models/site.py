"""Pages and the site as frozen, typed values. Nothing here reads files or renders text."""

from __future__ import annotations

import datetime
from collections.abc import Collection
from typing import Annotated, Literal, get_args

from pydantic import BaseModel, ConfigDict, StringConstraints

from sitekit.models.data import CallToAction, Checklist, Claim, Helplines, Phrase, Picture, Redirect, SearchTerms, Term, WordingRule
from sitekit.models.emails import Email, Moment
from sitekit.models.note import NotePart
from sitekit.models.practice import Practice
from sitekit.models.promises import Promise, TestMarker
from sitekit.models.ratings import Rating
from sitekit.models.record import Day, Record, Words

Kind = Literal[
    "home",
    "section",
    "strategy",
    "barrier",
    "keeping",
    "article",
    "first-session",
    "preparing",
    "guide",
    "therapists",
    "help",
    "glossary",
    "about",
]


class PageMeta(Record):
    """The front matter of a page."""

    title: Annotated[Words, StringConstraints(max_length=60)]
    description: Annotated[Words, StringConstraints(min_length=50, max_length=160)]
    kind: Kind
    reviewed: Day
    see_also: tuple[Words, ...] = ()
    quick_exit: bool = False

    @classmethod
    def stand_in(cls, value: object) -> PageMeta:
        """Return what can be used of front matter that has faults, so that the page's other faults are told too."""
        value = value if isinstance(value, dict) else {}
        kind = value.get("kind") if value.get("kind") in get_args(Kind) else "faulty"
        listed = value.get("see_also")
        return cls.model_construct(
            title="",
            description="",
            kind=kind,
            reviewed=datetime.date.min,
            see_also=tuple(map(str, listed)) if isinstance(listed, list) else (),
        )


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


class MacroCall(BaseModel):
    """A macro call as written, with its literal arguments; `alone` when it fills its own line at column 0."""

    model_config = ConfigDict(frozen=True)
    name: str
    args: tuple[str, ...]
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
    calls: tuple[MacroCall, ...] = ()
    blocks: tuple[Block, ...] = ()

    @property
    def file(self) -> str:
        """The page's file, relative to the project's folder."""
        return f"docs/{self.path}"

    @property
    def url(self) -> str:
        """The page's address below the site's root: "" for home, else ending in a slash."""
        return self.path.removesuffix("index.md").removesuffix(".md").rstrip("/") + "/" if self.path != "index.md" else ""

    def arguments(self, macro: str) -> tuple[str, ...]:
        """Every argument given to `macro` on this page, in order of writing."""
        return tuple(arg for call in self.calls if call.name == macro for arg in call.args)


class NavEntry(BaseModel):
    """One page named in the menu, in order; `labelled` where the menu gives it a title of its own.

    `section` is the label of the part of the menu it stands in, "" for a page that stands alone.
    """

    model_config = ConfigDict(frozen=True)
    path: str
    line: int
    labelled: bool = False
    section: str = ""


class PublishedUrl(BaseModel):
    """An address that was live once, as written in the list of them: "/", "/page/" or "/page/#anchor"."""

    model_config = ConfigDict(frozen=True)
    address: str
    line: int


class SiteUrl(BaseModel):
    """What mkdocs.yml says of the address the site will live at: the variable that names it, and what counts without."""

    model_config = ConfigDict(frozen=True)
    variable: str | None
    default: str | None
    line: int


class Reference(BaseModel):
    """Something the frame around pages names: an address it fetches, links from the site's root or leads to, or a macro's variable."""

    model_config = ConfigDict(frozen=True)
    path: str
    line: int
    text: str
    what: Literal["fetched", "linked", "led to", "named"]


class Site(BaseModel):
    """Everything the sources say, as one value.

    `files` are the paths below docs/ that are not pages. `marks` are those of the tests, None where there are no tests. `faulty` names what is written but could
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
    calls_to_action: dict[str, CallToAction]
    note_parts: dict[str, NotePart]
    wording_rules: dict[str, WordingRule]
    search_terms: dict[str, SearchTerms]
    moments: dict[str, Moment] = {}
    emails: dict[str, Email] = {}
    practice: Practice
    published_urls: tuple[PublishedUrl, ...] = ()
    redirects: dict[str, Redirect] = {}
    site_url: SiteUrl | None = None
    custom_domain: str = ""
    ratings: tuple[Rating, ...] = ()
    promises: dict[str, Promise] = {}
    test_markers: tuple[TestMarker, ...] | None = None
    files: frozenset[str] = frozenset()
    references: tuple[Reference, ...] = ()
    unreadable: frozenset[tuple[str, str]] = frozenset()

    def names(self, kind: str) -> Collection[str]:
        """Return the names of all things of one kind that could be read.

        Args:
            kind: "checklist", "phrase", "claim", "picture", "page", "promise" or "country".
        """
        countries = self.helplines.countries if self.helplines else {}
        named: dict[str, Collection[str]] = {
            "checklist": self.checklists,
            "phrase": self.phrases,
            "claim": self.claims,
            "picture": self.pictures,
            "page": self.pages,
            "promise": self.promises,
            "country": countries,
        }
        return named[kind]

    def defines(self, kind: str, name: str) -> bool:
        """Return whether the sources define a thing, even if its own problems keep it from being read.

        Args:
            kind: as for `names`.
            name: its id, key, path or code.
        """
        return name in self.names(kind) or (kind, name) in self.unreadable or (kind, "*") in self.unreadable
