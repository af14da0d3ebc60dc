"""The list of handouts, and the names of their files."""

from __future__ import annotations

from typing import NamedTuple

from sitekit import queries
from sitekit.models.data import Checklist
from sitekit.models.page import Page
from sitekit.models.site import Site

# Each kind of page that has a handout, with the name it is listed under.
KINDS = {
    "first-session": "Your first session",
    "preparing": "Your first session",
    "strategy": "Building trust",
    "barrier": "What gets in the way",
    "keeping": "Keeping trust",
}
CHECKLISTS = "Checklists, both sides"
# Paper sizes by Typst's names, with their usual names.
PAPERS = {"a4": "A4", "us-letter": "Letter"}
ARCHIVE = "handouts/all-handouts.zip"


class Handout(NamedTuple):
    """One handout.

    Args:
        id: permanent, as it names the files.
        title: its title.
        part: the part of the site it is listed under.
        page: the page that its QR code leads to.
        checklist: the checklist it shows, if it shows nothing else.
    """

    id: str
    title: str
    part: str
    page: Page
    checklist: Checklist | None = None


def handouts(site: Site) -> list[Handout]:
    """Return every handout: of pages in menu order, then of checklists in the order pages show them."""
    pages = queries.pages_in_nav_order(site)
    found = [_of_page(page) for page in pages if page.meta.kind in KINDS]
    shown: dict[str, Page] = {}
    for page in pages:
        for call in page.calls:
            if call.name == "checklist" and str(call.args[0]) in site.checklists:
                shown.setdefault(str(call.args[0]), page)
    checklists = [(site.checklists[id], page) for id, page in shown.items()]
    return found + [Handout(f"checklist-{checklist.id}", checklist.title, CHECKLISTS, page, checklist) for checklist, page in checklists]


def handout_of(page: Page) -> Handout | None:
    """Return the handout of a page, or None if its kind has none."""
    return _of_page(page) if page.meta.kind in KINDS else None


def _of_page(page: Page) -> Handout:
    return Handout(page.url.strip("/").replace("/", "-"), page.meta.title, KINDS[page.meta.kind], page)


def file_of(handout: Handout, paper: str) -> str:
    """Return the path of a handout in the site, for a paper size of PAPERS."""
    return f"handouts/{handout.id}-{PAPERS[paper].lower()}.pdf"
