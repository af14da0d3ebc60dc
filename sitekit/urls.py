"""The site's URLs: which are live, where others are redirected, and which were ever published. Pure functions.

A URL is a path from the site's root, with or without an anchor: "/page/", "/page/#anchor", "/file.pdf".
"""

from __future__ import annotations

from collections.abc import Mapping

from sitekit import queries
from sitekit.links import qr_file
from sitekit.models.site import Site
from sitekit.pdf.handout_list import ARCHIVE, PAPERS, file_of, handouts

# Every URL that was ever live, one a line, oldest first.
PUBLISHED = "data/published-urls.txt"


def live_urls(site: Site) -> dict[str, frozenset[str]]:
    """Return every URL of a page or file that the sources make, in menu order, with its anchors.

    The list of published URLs and its check rely on this function alone: code that makes pages or files from data
    adds their URLs here.
    """
    in_nav = queries.pages_in_nav_order(site)
    pages = ({page.path: page for page in in_nav} | site.pages).values()
    files = [
        *(f"/embed/{checklist}/" for checklist in site.checklists),
        *(f"/embed/{checklist}.txt" for checklist in site.checklists),
        *(f"/{file_of(handout, paper)}" for handout in handouts(site) for paper in PAPERS),
        f"/{ARCHIVE}",
        *(f"/{qr_file(page, kind)}" for page in in_nav for kind in ("svg", "png")),
        "/links.json",
        "/links.csv",
    ]
    return {f"/{page.url}": frozenset(queries.anchors_on(site, page)) for page in pages} | dict.fromkeys(files, frozenset())


def redirects(site: Site) -> dict[str, str]:
    """Return the target of each redirected URL, which may be redirected in turn."""
    return {redirect.old: redirect.new for redirect in site.redirects.values()}


def page_of(url: str) -> str:
    """Return a URL without its anchor."""
    return url.partition("#")[0]


def is_page(url: str) -> bool:
    """Return whether a URL is that of a page or of an anchor on one, and not that of a file."""
    return page_of(url).endswith(("/", ".html"))


def is_live(url: str, live: Mapping[str, frozenset[str]]) -> bool:
    """Return whether a URL's page or file is among the live ones, with the anchor if the URL has one."""
    page, _, anchor = url.partition("#")
    return page in live and (not anchor or anchor in live[page])


def next_url(url: str, live: Mapping[str, frozenset[str]], redirects: Mapping[str, str]) -> str | None:
    """Return the URL that another is redirected to, or None if it is live or not redirected.

    An anchor is kept where its page is redirected, unless the redirect has an anchor of its own. Pictures and sources
    that left their page need no redirect.

    Args:
        url: the URL to follow by one redirect.
        live: every live URL with its anchors.
        redirects: old URL to new.
    """
    if is_live(url, live):
        return None
    page, _, anchor = url.partition("#")
    if url in redirects or not anchor:
        return redirects.get(url)
    if page in live:
        return _substitute(page, anchor, live)
    if page not in redirects:
        return None
    return redirects[page] if "#" in redirects[page] else f"{redirects[page]}#{anchor}"


def _substitute(page: str, anchor: str, live: Mapping[str, frozenset[str]]) -> str | None:
    """Return the URL that serves for a picture or source removed from a page: the page, or the claim's row in the evidence table."""
    what, _, name = anchor.partition("-")
    if what == "source":
        return next((f"{other}#claim-{name}" for other, anchors in live.items() if f"claim-{name}" in anchors), page)
    return page if what == "picture" else None


def redirect_chain(url: str, live: Mapping[str, frozenset[str]], redirects: Mapping[str, str]) -> list[str]:
    """Return a URL and those it is redirected through, each once; the last is live, or dead, or redirected back into the chain."""
    chain: list[str] = []
    following: str | None = url
    while following is not None and following not in chain:
        chain.append(following)
        following = next_url(following, live, redirects)
    return chain


def resolve(url: str, live: Mapping[str, frozenset[str]], redirects: Mapping[str, str]) -> str | None:
    """Return the live URL that a URL is or is redirected to, or None."""
    end = redirect_chain(url, live, redirects)[-1]
    return end if is_live(end, live) else None


def unregistered(site: Site) -> list[str]:
    """Return the live and redirected URLs that the list of published ones lacks."""
    registered = {entry.address for entry in site.published_urls}
    live = [url for page, anchors in live_urls(site).items() for url in (page, *(f"{page}#{anchor}" for anchor in sorted(anchors)))]
    return [url for url in (*live, *site.redirects) if url not in registered]
