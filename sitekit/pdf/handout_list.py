"""The list of handouts, and the names of their files."""

from __future__ import annotations

from typing import NamedTuple

from sitekit import queries
from sitekit.models.data import Checklist
from sitekit.models.page import Page
from sitekit.models.site import Site

# The kinds of page that have a handout.
KINDS = frozenset({"first-session", "preparing", "strategy", "barrier", "keeping"})
# Paper sizes by Typst's names, with their usual names.
PAPERS = {"a4": "A4", "us-letter": "Letter"}
ARCHIVE = "handouts/all-handouts.zip"


class Handout(NamedTuple):
    """One handout.

    Args:
        id: permanent, as it names the files.
        title: its title.
        part: the section of the menu it is listed under, or None for a checklist.
        page: the page that its QR code leads to.
        checklist: the checklist it shows, if it shows nothing else.
    """

    id: str
    title: str
    part: str | None
    page: Page
    checklist: Checklist | None = None

    @property
    def files(self) -> dict[str, str]:
        """Its files below the site's root, by the names that people call their paper."""
        return {name: file_named(self.id, paper) for paper, name in PAPERS.items()}


def handouts(site: Site) -> list[Handout]:
    """Return every handout: of pages in menu order, then of checklists in the order pages show them."""
    pages = queries.pages_in_nav_order(site)
    found = [handout for page in pages if (handout := handout_of(site, page))]
    shown: dict[str, Page] = {}
    for page in pages:
        for id in page.arguments("checklist"):
            if id in site.checklists:
                shown.setdefault(id, page)
    checklists = [(site.checklists[id], page) for id, page in shown.items()]
    return found + [Handout(f"checklist-{checklist.id}", checklist.title, None, page, checklist) for checklist, page in checklists]


def handout_of(site: Site, page: Page) -> Handout | None:
    """Return the handout of a page, listed under its section of the menu, or None for a kind of page that has none."""
    if page.meta.kind not in KINDS:
        return None
    return Handout(page.url.strip("/").replace("/", "-"), page.meta.title, queries.section_of(site, page.path), page)


def file_named(id: str, paper: str) -> str:
    """Return the path in the site of the handout with an id, which may exist no more, for a paper size of PAPERS."""
    return f"handouts/{id}-{PAPERS[paper].lower()}.pdf"
