"""Which handouts there are, and what their files are called."""

from __future__ import annotations

from typing import NamedTuple

from sitekit import queries
from sitekit.models.data import Checklist
from sitekit.models.page import Page
from sitekit.models.site import Site

# The kinds of page that have a handout.
KINDS = frozenset({"first-session", "preparing", "strategy", "barrier", "keeping"})
# Typst's names of the papers, with what people call them.
PAPERS = {"a4": "A4", "us-letter": "Letter"}
ARCHIVE = "handouts/all-handouts.zip"


class Handout(NamedTuple):
    """One sheet: its permanent id, its title, the section of its page in the menu, and the page it leads back to.

    `checklist` is the list it shows, where it shows nothing else; such a sheet belongs to no section.
    """

    id: str
    title: str
    part: str | None
    page: Page
    checklist: Checklist | None = None

    @property
    def files(self) -> dict[str, str]:
        """Its files below the site's root, by the names that people call their paper."""
        return {name: file_of(self, paper) for paper, name in PAPERS.items()}


def handouts(site: Site) -> list[Handout]:
    """Return every handout: pages in the menu's order, then checklists in the order pages show them."""
    pages = queries.pages_in_nav_order(site)
    found = [handout for page in pages if (handout := handout_of(site, page))]
    shown: dict[str, Page] = {}
    for page in pages:
        for call in page.calls:
            if call.name == "checklist" and str(call.args[0]) in site.checklists:
                shown.setdefault(str(call.args[0]), page)
    lists = [(site.checklists[id], page) for id, page in shown.items()]
    return found + [Handout(f"checklist-{list.id}", list.title, None, page, list) for list, page in lists]


def handout_of(site: Site, page: Page) -> Handout | None:
    """Return the handout of a page, listed under its section of the menu, or None for a kind of page that has none."""
    if page.meta.kind not in KINDS:
        return None
    section = next((entry.section for entry in site.nav if entry.path == page.path), "")
    return Handout(page.url.strip("/").replace("/", "-"), page.meta.title, section, page)


def file_of(handout: Handout, paper: str) -> str:
    """Return where a handout lives below the site's root.

    Args:
        paper: a key of PAPERS.
    """
    return f"handouts/{handout.id}-{PAPERS[paper].lower()}.pdf"
