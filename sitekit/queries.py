"""What follows from the site's facts: order, numbering, reverse relations. Pure; no text is rendered here."""

from __future__ import annotations

import datetime
import posixpath
from statistics import mean
from typing import NamedTuple

from sitekit.models.data import Claim, Term
from sitekit.models.page import MacroCall, Page
from sitekit.models.site import Site
from sitekit.note_lines import note_groups
from sitekit.schema.macros import MACROS, cited_keys
from sitekit.schema.page_types import PAGE_TYPES_BY_KIND, PRIVACY


def site_title(site: Site) -> str:
    """Return the site's name: its home page's title, or "" where there is no home page."""
    return site.pages["index.md"].meta.title if "index.md" in site.pages else ""


def pages_in_nav_order(site: Site) -> list[Page]:
    """Return the pages the menu names, in its order."""
    return [site.pages[entry.path] for entry in site.nav if entry.path in site.pages]


def pages_of(site: Site, kind: str) -> list[Page]:
    """Return the pages of one kind, in menu order."""
    return [page for page in pages_in_nav_order(site) if page.meta.kind == kind]


def related_to(site: Site, page: Page) -> list[Page]:
    """Return the pages that `page` says to read next, in its order."""
    return [site.pages[path] for path in page.meta.see_also if path in site.pages]


def cited_on(site: Site, page: Page) -> list[Claim]:
    """Return the claims that a page cites, each once, in the order of their first citation."""
    return [site.claims[key] for key in cited_keys(site, page) if key in site.claims]


def source_number(site: Site, page: Page, key: str) -> int:
    """Return the number of a claim in the page's list of sources, counted from 1."""
    return [claim.key for claim in cited_on(site, page)].index(key) + 1


def link_target(page: Page, target: str) -> tuple[str, str]:
    """Return where a link in a page leads, as the path of a file below docs/ and an anchor in it, which may be empty."""
    path, _, anchor = target.partition("#")
    return posixpath.normpath(posixpath.join(posixpath.dirname(page.path), path)) if path else page.path, anchor


def anchors_on(site: Site, page: Page) -> set[str]:
    """Return every id on a page that a link may end in: headings, and what its macros bring."""
    brought = {name for call in page.calls for name in ids_from_macro(site, page, call)}
    return {heading.id for heading in page.headings if heading.id} | brought


def ids_from_macro(site: Site, page: Page, call: MacroCall) -> list[str]:
    """Return the ids that a macro call brings to its page, in order."""
    return list(MACROS[call.name].ids(site, page, call)) if call.name in MACROS else []


def texts_on(site: Site, page: Page) -> list[tuple[str, str]]:
    """Return every text of a page as (id of its section, text), with those that its macros count as the page's own."""
    found = [(heading.id or "", heading.text) for heading in page.headings]
    found += [(block.section, block.text) for block in page.blocks if block.kind != "html" and block.text]
    for call in page.calls:
        if call.name in MACROS:
            section = next((heading.id or "" for heading in reversed(page.headings) if heading.line < call.line), "")
            found += [(section, text) for text in MACROS[call.name].texts(site, page, call)]
    return found


def phrase_ticks(site: Site, page: Page) -> dict[str, str]:
    """Return the tick of each phrase that can be put on the note from `page`, by the phrase's id; none on pages of help."""
    parts = [part for part in site.note_parts.values() if part.take == "phrases" and part.page and page.meta.kind != "help"]
    return {id.removeprefix(f"{part.id}."): id for part in parts for group in note_groups(site, part) for id, _ in group.lines}


def part_of(site: Site, page: Page) -> str:
    """Return the id of the note's part whose lines are the headings of `page`, or ""."""
    return next((part.id for part in site.note_parts.values() if part.page == page.path and part.take == "headings"), "")


def privacy_anchor(site: Site) -> str:
    """Return the id of the heading that tells what stays private in the practice's country, or ""."""
    country = site.helplines.countries.get(site.practice.country or "") if site.helplines else None
    page = site.pages.get(PRIVACY)
    headings = page.headings if page and country else ()
    return next((heading.id for heading in headings if heading.text == country.name and heading.id), "")


def glossary_groups(site: Site) -> dict[str, list[Term]]:
    """Return the terms by their group, in the order the groups first stand in the data."""
    found: dict[str, list[Term]] = {}
    for term in site.terms:
        found.setdefault(term.group, []).append(term)
    return found


def countries_by_region(site: Site) -> dict[str | None, list[str]]:
    """Return the codes of the countries with help lines, by region, each sorted by name; the practice's own comes first in both."""
    own, known = site.practice.country, site.helplines.countries if site.helplines else {}
    found: dict[str | None, list[str]] = {}
    for code in sorted(known, key=lambda code: (code != own, known[code].name)):
        found.setdefault(known[code].region, []).append(code)
    return found


class Scores(NamedTuple):
    """A page's mean scores over its raters, in per cent, and the last day it was rated; None where it never was."""

    page: Page
    raters: int
    date: datetime.date | None = None
    understandability: float = 0.0
    actionability: float = 0.0
    clear_communication: float = 0.0


def scores(site: Site) -> list[Scores]:
    """Return the scores of every client page, rated ones first, each in menu order; a rating that is marked stale does not count."""
    found = []
    for page in pages_in_nav_order(site):
        if not PAGE_TYPES_BY_KIND[page.meta.kind].client:
            continue
        ratings = [rating for rating in site.ratings if rating.page == page.path and not rating.stale]
        if not ratings:
            found.append(Scores(page, 0))
            continue
        means = [
            mean(getattr(rating, name) for rating in ratings) for name in ("understandability", "actionability", "clear_communication")
        ]
        found.append(Scores(page, len(ratings), max(rating.date for rating in ratings), *means))
    return sorted(found, key=lambda row: not row.raters)


def dialable(number: str) -> str:
    """Return the number as a telephone takes it: digits, with a leading plus kept."""
    return number.replace(" ", "").replace("-", "")
