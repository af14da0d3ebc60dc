"""Which handouts there are, and what their files are called."""

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
# Typst's names of the papers, with what people call them.
PAPERS = {"a4": "A4", "us-letter": "Letter"}
ARCHIVE = "handouts/all-handouts.zip"


class Handout(NamedTuple):
    """One sheet: its permanent id, its title, the part of the site it belongs to, and the page it leads back to.

    `checklist` is the list it shows, where it shows nothing else.
    """

    id: str
    title: str
    part: str
    page: Page
    checklist: Checklist | None = None


def handouts(site: Site) -> list[Handout]:
    """Return every handout: pages in the menu's order, then checklists in the order pages show them."""
    pages = queries.pages_in_nav_order(site)
    found = [_of_page(page) for page in pages if page.meta.kind in KINDS]
    shown: dict[str, Page] = {}
    for page in pages:
        for call in page.calls:
            if call.name == "checklist" and str(call.args[0]) in site.checklists:
                shown.setdefault(str(call.args[0]), page)
    lists = [(site.checklists[id], page) for id, page in shown.items()]
    return found + [Handout(f"checklist-{list.id}", list.title, CHECKLISTS, page, list) for list, page in lists]


def handout_of(page: Page) -> Handout | None:
    """Return the handout that is a page's twin, or None for a kind of page that has none."""
    return _of_page(page) if page.meta.kind in KINDS else None


def _of_page(page: Page) -> Handout:
    return Handout(page.url.strip("/").replace("/", "-"), page.meta.title, KINDS[page.meta.kind], page)


def file_of(handout: Handout, paper: str) -> str:
    """Return where a handout lives below the site's root.

    Args:
        paper: a key of PAPERS.
    """
    return f"handouts/{handout.id}-{PAPERS[paper].lower()}.pdf"
