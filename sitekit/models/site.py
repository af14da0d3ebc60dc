"""The whole site as one frozen, typed value. Nothing here reads files or renders text."""

import re
from collections.abc import Collection
from typing import Literal

from pydantic import Field

from sitekit.models import data
from sitekit.models.emails import Email, Moment, Portal
from sitekit.models.note import NotePart
from sitekit.models.page import Page
from sitekit.models.practice import Practice
from sitekit.models.promises import Promise, TestMarker
from sitekit.models.ratings import Rating
from sitekit.models.record import Frozen

# The interface words, and what is filled in there, as {name}.
INTERFACE = "data/interface.yml"
PLACE = re.compile(r"\{([a-z_]\w*)\}")


class NavEntry(Frozen):
    """One page in `nav:` of mkdocs.yml.

    `labelled` says whether the menu gives it a title of its own; `section` is the label of its section of the menu, "" for none;
    `is_deep` says whether that section stands in another one.
    """

    path: str
    line: int
    labelled: bool = False
    section: str = ""
    is_deep: bool = False


class PublishedUrl(Frozen):
    """A URL that was live once, as listed: "/", "/page/" or "/page/#anchor"."""

    address: str
    line: int


class SiteUrl(Frozen):
    """`site_url` of mkdocs.yml: the environment variable that sets it, and the value without that variable."""

    variable: str | None
    default: str | None
    line: int


class Reference(Frozen):
    """What a template or a setting refers to: a URL it fetches, or one it links to.

    `what` is "linked" for a URL given to the filter `url`, which counts from the site's root, and "led to" for any other link.
    """

    path: str
    line: int
    text: str
    what: Literal["fetched", "linked", "led to"]


class WordUse(Frozen):
    """One use of a key of the interface words, in a template or in Python.

    `is_prefix` where only the first part of the key is written there, and the rest is computed. `places` are the names of the
    places that are filled in there, as "n" of {n}; none where the words are taken as they are, or by a script.
    """

    key: str
    path: str
    line: int
    is_prefix: bool = False
    places: frozenset[str] = frozenset()


class Site(Frozen):
    """Everything the sources say.

    `drawings` are the sources of pictures by their ids, as far as they could be read; `logo` is the content of the practice's, empty
    where there is none, or one that is not fit to be shown.
    `url` is where the site will live, ending in a slash: no source says it, so it is "" until the site is built.
    `interface` holds the words of buttons, labels and messages by their key; `word_uses` is None where the project has no
    templates of its own. `files` are the paths below docs/ that are no pages, and
    `languages` the tags of the languages that the site is translated into.
    `test_markers` is None where the project has no tests. `unreadable` names what is written but could not be read, as (what,
    name), with the name "*" for a whole file; rules use it so that one error is not reported again wherever the thing is used.
    """

    url: str = ""
    pages: dict[str, Page]
    nav: tuple[NavEntry, ...]
    checklists: dict[str, data.Checklist]
    phrases: dict[str, data.Phrase]
    claims: dict[str, data.Claim]
    helplines: data.Helplines | None
    terms: tuple[data.Term, ...]
    pictures: dict[str, data.Picture]
    drawings: dict[str, str] = Field(default_factory=dict)
    calls_to_action: dict[str, data.CallToAction]
    note_parts: dict[str, NotePart]
    wording_rules: dict[str, data.WordingRule]
    search_terms: dict[str, data.SearchTerms]
    moments: dict[str, Moment]
    emails: dict[str, Email]
    portals: dict[str, Portal] = Field(default_factory=dict)
    interface: dict[str, str]
    interface_lines: dict[str, int]
    word_uses: tuple[WordUse, ...] | None = None
    practice: Practice
    logo: bytes = b""
    published_urls: tuple[PublishedUrl, ...] = ()
    redirects: dict[str, data.Redirect]
    site_url: SiteUrl | None = None
    custom_domain: str = ""
    ratings: tuple[Rating, ...] = ()
    promises: dict[str, Promise]
    test_markers: tuple[TestMarker, ...] | None = None
    files: frozenset[str] = frozenset()
    languages: frozenset[str] = frozenset()
    references: tuple[Reference, ...] = ()
    unreadable: frozenset[tuple[str, str]] = frozenset()

    @property
    def lacks_data(self) -> bool:
        """Whether something that macros render could not be read, so that pages lack texts and anchors."""
        return any(
            kind not in ("page", "front matter", "redirect", "nav", "template", "published", "custom domain") for kind, _ in self.unreadable
        )

    @property
    def countries(self) -> dict[str, data.Country]:
        """The countries with help lines by their code; none where their file could not be read."""
        return self.helplines.countries if self.helplines else {}

    def names(self, kind: str) -> Collection[str]:
        """Return the names of all things of one kind that could be read: of checklists, phrases, claims, pictures, pages and so on."""
        names: Collection[str] = getattr(self, "countries" if kind == "country" else f"{kind}s")
        return names

    def defines(self, kind: str, name: str) -> bool:
        """Return whether the sources define a thing of a kind (as for `names`), readable or not, by its id, key, path or code."""
        return name in self.names(kind) or not self.unreadable.isdisjoint({(kind, name), (kind, "*")})
