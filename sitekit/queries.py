"""What follows from the site's facts: order, numbering, reverse relations. Pure; no text is rendered here."""

from __future__ import annotations

import datetime
import math
import posixpath
from statistics import mean
from typing import NamedTuple

from sitekit.models.data import Claim, Term
from sitekit.models.note import NotePart
from sitekit.models.promises import held, told
from sitekit.models.site import MacroCall, Page, Site
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
    """Return the claims a page leans on, each once, in the order they are first cited.

    A picture that rests on a claim counts where the picture stands.
    """
    keys: list[str] = []
    for call in page.calls:
        if call.name == "cite":
            keys += [str(arg) for arg in call.args]
        if call.name == "picture":
            pictures = (site.pictures.get(str(arg)) for arg in call.args)
            keys += [picture.cite for picture in pictures if picture and picture.cite]
    return [site.claims[key] for key in dict.fromkeys(keys) if key in site.claims]


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
    args = [str(arg) for arg in call.args]
    if call.name == "checklist" and args and args[0] in site.checklists and args[-1] != "therapist":
        return [f"{args[0]}.{item.id}" for item in site.checklists[args[0]].items]
    if call.name in ("phrases", "picture"):
        return [f"{call.name.removesuffix('s')}-{arg}" for arg in args]
    if call.name == "sources":
        return [f"source-{claim.key}" for claim in cited_on(site, page)]
    if call.name == "helplines" and site.helplines:
        return [f"help-{code}" for code in (*site.helplines.countries, "elsewhere")]
    if call.name == "ledger":
        return [f"claim-{key}" for key in site.claims]
    if call.name == "emails":
        return [f"email-{id}" for id in site.emails]
    if call.name == "promises":
        return [
            name for promise in site.promises.values() for name in (promise.group_slug, promise.part_slug, f"promise-{promise.id}") if name
        ]
    if call.name == "glossary":
        return [slug for term in site.terms for slug in (term.slug, term.group_slug)]
    return []


def texts_on(site: Site, page: Page) -> list[tuple[str, str]]:
    """Return every text of a page as (section's id, text), with the checklists and phrases it shows."""
    found = [(heading.id or "", heading.text) for heading in page.headings]
    found += [(block.section, block.text) for block in page.blocks if block.kind != "html" and block.text]
    for call in page.calls:
        section = next((h.id or "" for h in reversed(page.headings) if h.line < call.line), "")
        args = [str(arg) for arg in call.args]
        if call.name == "checklist" and args and args[0] in site.checklists:
            sides = ("client", "therapist") if args[-1] == "both" else args[1:]
            found += [
                (section, getattr(item, side))
                for item in site.checklists[args[0]].items
                for side in sides
                if side in ("client", "therapist")
            ]
        elif call.name == "moments":
            found += [
                (section, words) for moment in site.moments.values() if moment.phase == args[0] for words in (moment.when, moment.why)
            ]
        elif call.name == "promises":
            found += [
                (section, words) for promise in site.promises.values() for words in (promise.part, promise.say, promise.limit) if words
            ]
            found += [
                (section, says) for says in told(mark for marks in held(site.promises, site.test_markers or ()).values() for mark in marks)
            ]
        elif call.name == "phrases":
            found += [(section, site.phrases[arg].say) for arg in args if arg in site.phrases]
        elif call.name == "note_form":
            # Lines taken from other pages are read there.
            for part in site.note_parts.values():
                found += [(section, words) for words in (part.ask, part.title, *(line.say for line in part.lines))]
    return found


class NoteGroup(NamedTuple):
    """Lines of the note that belong together, as (the id a tick is known by, words); "" where a part has one group only."""

    title: str
    lines: tuple[tuple[str, str], ...]


def note_groups(site: Site, part: NotePart) -> list[NoteGroup]:
    """Return the lines a part of the note offers, in groups: by checklist, or by the heading they stand under."""
    if part.page is None:
        return [NoteGroup("", tuple((f"{part.id}.{line.id}", line.say) for line in part.lines))] if part.lines else []
    page = site.pages[part.page]
    if part.take == "checklists":
        lists = [
            site.checklists[str(id)]
            for id in dict.fromkeys(page.arguments("checklist"))
            if id in site.checklists and id not in part.without
        ]
        return [NoteGroup(found.title, tuple((f"{found.id}.{item.id}", item.client) for item in found.items)) for found in lists]
    if part.take == "phrases":
        lines = [
            (call.line, f"{part.id}.{id}", site.phrases[str(id)].say)
            for call in page.calls
            if call.name == "phrases"
            for id in call.args
            if id in site.phrases
        ]
    else:
        lines = [(heading.line, f"{part.id}.{heading.id}", heading.text) for heading in page.headings if heading.level == 3]
    deepest = 3 if part.take == "phrases" else 2
    groups = [heading for heading in page.headings if heading.level <= deepest]
    ends = [heading.line for heading in groups[1:]] + [math.inf]
    found = [
        NoteGroup(heading.text, tuple((id, words) for line, id, words in lines if heading.line < line < end))
        for heading, end in zip(groups, ends)
    ]
    return [group for group in found if group.lines]


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


def countries_in_order(site: Site) -> list[str]:
    """Return the codes of the countries with help lines, sorted by name; the practice's own comes first."""
    own, known = site.practice.country, site.helplines.countries if site.helplines else {}
    return sorted(known, key=lambda code: (code != own, known[code].name))


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
