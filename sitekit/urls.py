"""Where the site's addresses lead: which live, which have moved, which ever were. Pure; addresses count from the root."""

from __future__ import annotations

from collections.abc import Mapping

from sitekit import queries
from sitekit.links import qr_file
from sitekit.models.site import Site
from sitekit.pdf.handout_list import ARCHIVE, PAPERS, file_of, handouts

# Every address that was ever live, one a line, oldest first.
PUBLISHED = "data/published-urls.txt"


def live(site: Site) -> dict[str, frozenset[str]]:
    """Return every address that the sources make, in menu order, with its anchors.

    This is the one list that the record of published addresses and its check go by. Who makes pages or files from
    data adds them here.
    """
    named = {page.path: page for page in queries.pages_in_nav_order(site)}
    pages = {f"/{page.url}": frozenset(queries.anchors_on(site, page)) for page in (named | site.pages).values()}
    made = [
        *(f"/embed/{checklist}/" for checklist in site.checklists),
        *(f"/embed/{checklist}.txt" for checklist in site.checklists),
        *(f"/{file_of(handout, paper)}" for handout in handouts(site) for paper in PAPERS),
        f"/{ARCHIVE}",
        *(f"/{qr_file(page, kind)}" for page in queries.pages_in_nav_order(site) for kind in ("svg", "png")),
        "/links.json",
        "/links.csv",
    ]
    return pages | dict.fromkeys(made, frozenset())


def is_page(address: str) -> bool:
    """Tell whether an address is a page's, or an anchor's on one; others are files, which can't hold a page."""
    path = address.partition("#")[0]
    return path.endswith(("/", ".html"))


def moved(site: Site) -> dict[str, str]:
    """Return where each redirected address leads, one step."""
    return {redirect.old: redirect.new for redirect in site.redirects.values()}


def lives(address: str, live: Mapping[str, frozenset[str]]) -> bool:
    """Tell whether a page is there, with its anchor where the address names one."""
    page, _, anchor = address.partition("#")
    return page in live and (not anchor or anchor in live[page])


def step(address: str, live: Mapping[str, frozenset[str]], moved: Mapping[str, str]) -> str | None:
    """Return where an address leads on to, or None where it lives or leads nowhere.

    An anchor of a page that moved as a whole goes along, unless the redirect names an anchor itself. Pictures and
    sources come and go with a page's text, so theirs lead on by themselves.

    Args:
        address: "/page/" or "/page/#anchor".
        live: every live address with its anchors.
        moved: old address to new.
    """
    if lives(address, live):
        return None
    page, _, anchor = address.partition("#")
    if address in moved or not anchor:
        return moved.get(address)
    if page in live:
        return _stand_in(page, anchor, live)
    if page not in moved:
        return None
    return moved[page] if "#" in moved[page] else f"{moved[page]}#{anchor}"


def _stand_in(page: str, anchor: str, live: Mapping[str, frozenset[str]]) -> str | None:
    """Return what serves for a picture or source that left its page: the page's top, the source's entry in the ledger."""
    what, _, name = anchor.partition("-")
    if what == "source":
        return next((f"{other}#claim-{name}" for other, anchors in live.items() if f"claim-{name}" in anchors), page)
    return page if what == "picture" else None


def way(address: str, live: Mapping[str, frozenset[str]], moved: Mapping[str, str]) -> list[str]:
    """Return the addresses a reader passes from `address` on, each once; the last may live, lead nowhere or lead back."""
    passed: list[str] = []
    following: str | None = address
    while following is not None and following not in passed:
        passed.append(following)
        following = step(following, live, moved)
    return passed


def resolve(address: str, live: Mapping[str, frozenset[str]], moved: Mapping[str, str]) -> str | None:
    """Return where a reader of `address` arrives, or None where that is nowhere or a circle."""
    end = way(address, live, moved)[-1]
    return end if lives(end, live) else None


def unregistered(site: Site) -> list[str]:
    """Return the addresses that the list of published ones lacks: those that live, and those that lead on."""
    listed = {entry.address for entry in site.published_urls}
    found = []
    for page, anchors in live(site).items():
        found += [page, *(f"{page}#{anchor}" for anchor in sorted(anchors))]
    return [address for address in (*found, *site.redirects) if address not in listed]
