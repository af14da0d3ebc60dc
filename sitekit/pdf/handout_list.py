"""The list of handouts, and the names of their files."""

from typing import NamedTuple

from sitekit import queries
from sitekit.models.data import Checklist, Claim
from sitekit.models.page import Page
from sitekit.models.site import Site
from sitekit.render.words import Words

# The kinds of page that have a handout.
KINDS = frozenset({"help", "first-session", "preparing", "strategy", "barrier", "keeping", "guide"})
# Pages that have a sheet for therapists: what the evidence says about preparing clients, and forms for supervision.
EVIDENCE, SUPERVISION = "therapists/evidence.md", "therapists/practice-checklists.md"
# Paper sizes by Typst's names, with their usual names.
PAPERS = {"a4": "A4", "us-letter": "Letter"}
ARCHIVE = "handouts/all-handouts.zip"


class Handout(NamedTuple):
    """One handout, listed under its `part` of the menu, or none for a checklist; its id is permanent, as it names the files.

    Its QR code leads to `page`. It shows that page, or else only a checklist, some claims, or a form for each of some checklists.
    """

    id: str
    title: str
    part: str | None
    page: Page
    checklist: Checklist | None = None
    claims: tuple[Claim, ...] = ()
    forms: tuple[Checklist, ...] = ()

    @property
    def files(self) -> dict[str, str]:
        """Its files below the site's root, by the names that people call their paper."""
        return {name: file_named(self.id, paper) for paper, name in PAPERS.items()}


def handouts(site: Site) -> list[Handout]:
    """Return every handout: of pages in menu order, then of checklists in the order pages show them."""
    pages = queries.pages_in_nav_order(site)
    found = [handout for page in pages if (handout := handout_of(site, page))]
    return found + [Handout(f"checklist-{id}", site.checklists[id].title, None, page, site.checklists[id]) for id, page in _shown(site)]


def _shown(site: Site) -> list[tuple[str, Page]]:
    """Return the id of every checklist that a page shows, with the first such page in menu order."""
    shown: dict[str, Page] = {}
    for page in queries.pages_in_nav_order(site):
        for id in page.arguments("checklist"):
            if id in site.checklists:
                shown.setdefault(id, page)
    return list(shown.items())


def handout_of(site: Site, page: Page) -> Handout | None:
    """Return the handout of a page, listed under its section of the menu, or None for a page that has none."""
    handout = Handout(page.url.strip("/").replace("/", "-"), page.meta.title, queries.section_of(site, page.path), page)
    words, known = Words(site.interface), site.interface
    # Checks list handouts too, even where the interface words cannot be read.
    if page.path == EVIDENCE and "handout_evidence" in known:
        claims = tuple(claim for claim in site.claims.values() if claim.preparing)
        return handout._replace(title=words("handout_evidence"), claims=claims) if claims else None
    if page.path == SUPERVISION and "handout_supervision" in known:
        forms = tuple(site.checklists[id] for id, _ in _shown(site))
        return handout._replace(title=words("handout_supervision"), forms=forms) if forms else None
    is_for_the_screen = any(call.name == "screen" and queries.heading_above(page, call.line) is None for call in page.calls if call.alone)
    return handout if page.meta.kind in KINDS and not is_for_the_screen else None


def file_named(id: str, paper: str) -> str:
    """Return the path in the site of the handout with an id, which may exist no more, for a paper size of PAPERS."""
    return f"handouts/{id}-{PAPERS[paper].lower()}.pdf"
