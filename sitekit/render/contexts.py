"""The values for the template of each macro, by the macro's name. No markup but drawings.

Every template has the site, the macro's arguments, and the functions that make relative URLs; functions here add what a
template cannot look up there.
"""

import re
from typing import get_args

from markupsafe import Markup

from sitekit import letters, links, queries
from sitekit.letters import letter
from sitekit.models.data import Need
from sitekit.models.emails import FIELDS, LENGTHS, fields_in, variant
from sitekit.models.page import Page
from sitekit.models.promises import descriptions, verified_by
from sitekit.models.ratings import agreement
from sitekit.note_lines import note_groups
from sitekit.pdf import handout_list
from sitekit.render.page_context import PageContext
from sitekit.render.plain_text import practice_texts
from sitekit.render.words import Words
from sitekit.schema.macros import cited_on
from sitekit.schema.page_types import PAGE_TYPES_BY_KIND, PRIVACY
from sitekit.translations.languages import catalog_path

Values = dict[str, object]

_FALLBACK = re.compile(r", ?#[0-9a-fA-F]{3,8}\)")


def checklist(here: PageContext, id: str, side: str) -> Values:
    """Return a checklist, the sides of it to show, whether they are folded, and whether the note takes its lines.

    The therapist's side is folded on pages for clients.
    """
    return {
        "checklist": here.site.checklists[id],
        "sides": ("client", "therapist") if side == "both" else (side,),
        "folded": side == "therapist" and PAGE_TYPES_BY_KIND[here.page.meta.kind].client,
        "is_noted": all(id not in part.without for part in here.site.note_parts.values()),
    }


def phrases(here: PageContext, *ids: str) -> Values:
    """Return phrases, and the ticks of those that the note takes."""
    return {"phrases": [here.site.phrases[id] for id in ids], "ticks": queries.phrase_ticks(here.site, here.page)}


def cards(here: PageContext, kind: str) -> Values:
    """Return the pages of a kind as cards, in the menu's order; as tiles on the home page, where the titles say enough."""
    pages = [page for page in queries.pages_in_nav_order(here.site) if page.meta.kind == kind]
    return _page_links("tiles" if here.page.meta.kind == "home" else "cards", here, pages)


def related(here: PageContext) -> Values:
    """Return the pages to read next."""
    return _page_links("related", here, [here.site.pages[path] for path in here.page.meta.see_also if path in here.site.pages])


def doors(here: PageContext) -> Values:
    """Return the calls to action of the home page."""
    found = [(here.site.pages[door.page], door) for door in here.site.calls_to_action.values()]
    return {"kind": "doors", "links": [(here.href(page), door.label, door.promise, page.url) for page, door in found]}


def _page_links(kind: str, here: PageContext, pages: list[Page]) -> Values:
    return {"kind": kind, "links": [(here.href(page), page.meta.title, page.meta.description, page.url) for page in pages]}


def helplines(here: PageContext) -> Values:
    """Return the countries with help lines by region, the practice's own first and open; and the directory for elsewhere."""
    found = here.site.helplines
    regions: dict[str | None, list[Values]] = {}
    for code in queries.countries_in_order(here.site):
        country = here.site.countries[code]
        lines = [(need, lines) for need in get_args(Need) if (lines := country.lines_for(need))]
        own = code == here.site.practice.country
        regions.setdefault(country.region, []).append({"code": code, "country": country, "lines_by_need": lines, "open": own})
    return {"regions": regions.items(), "elsewhere": found and found.elsewhere}


def cite(here: PageContext, key: str) -> Values:
    """Return a claim with its number in the page's list of sources."""
    return {"claim": here.site.claims[key], "number": cited_on(here.site, here.page).index(here.site.claims[key]) + 1}


def sources(here: PageContext) -> Values:
    """Return the claims that the page cites; pages for therapists link each to its entry among all claims."""
    client = PAGE_TYPES_BY_KIND[here.page.meta.kind].client
    ledger = None if client else queries.page_calling(here.site, "ledger")
    return {"claims": cited_on(here.site, here.page), "entries": here.href(ledger) if ledger else ""}


def picture(here: PageContext, id: str) -> Values:
    """Return a picture, the start of its drawing and what is in it, and the source of its caption if it has one."""
    found = here.site.pictures[id]
    # In a page, the colours are always set; a drawing opened by itself needs those it names instead.
    opening, rest = _FALLBACK.sub(")", here.site.drawings[id]).strip().removesuffix("</svg>").split(">", 1)
    source = cite(here, found.cite) if found.cite else {"claim": None}
    return {"picture": found, "opening": Markup(opening), "rest": Markup(rest), **source}  # noqa: S704, sources.svg has checked it


def note_form(here: PageContext) -> Values:
    """Return every part of the bring-along note with the lines that it offers."""
    return {"parts": [(part, () if part.room else note_groups(here.site, part)) for part in here.site.note_parts.values()]}


def practice_says(here: PageContext, topic: str) -> Values:
    """Return what the practice says about one of schema.macros.TOPICS; empty texts and no country where it says nothing."""
    practice = here.site.practice
    anchor = queries.privacy_anchor(here.site) if topic == "privacy" else ""
    page = here.site.pages[PRIVACY] if anchor else here.page
    return {
        "name": practice.name,
        "texts": practice_texts(practice, topic, Words(here.site.interface)),
        "country": here.site.countries[practice.country or ""].name if anchor else None,
        "href": ("" if page is here.page else here.href(page)) + "#" + anchor,
    }


def promises(here: PageContext) -> Values:
    """Return the promises, those for builders last, and what their tests look for; no tests where the project has none."""
    site, markers = here.site, here.site.test_markers
    tests = None if markers is None else {id: descriptions(found) for id, found in verified_by(site.promises, markers).items()}
    return {"promises": sorted(site.promises.values(), key=lambda promise: promise.for_builders), "tests": tests}


def scorecard(here: PageContext) -> Values:
    """Return the ratings of every client page, and how many of a hundred answers two raters of a page shared."""
    rows = queries.rated(here.site)
    pairs = [(ratings[0], ratings[1]) for _, ratings in rows if len(ratings) == 2]
    return {"rows": rows, "agreement": agreement(pairs)}


def addresses(here: PageContext) -> Values:
    """Return every page that can be sent, with its files."""
    return {"entries": links.entries(here.site)}


def handout(here: PageContext) -> Values:
    """Return the files of the page's own sheet."""
    return {"handout": handout_list.handout_of(here.site, here.page)}


def handouts(here: PageContext) -> Values:
    """Return every handout, and the archive of all."""
    return {"handouts": handout_list.handouts(here.site), "archive": handout_list.ARCHIVE}


def emails(here: PageContext) -> Values:
    """Return every e-mail with its letters, from the shortest to the longest."""
    site = here.site
    texts = {email.id: [(length, letter(site, email, length)) for length in LENGTHS] for email in site.emails.values()}
    return {"emails": [(email, variant(email.subject, discreet=False), texts[email.id]) for email in site.emails.values()]}


def composer(here: PageContext) -> Values:
    """Return what the composer offers, with the first message, and the files of the messages in each language that has them;
    and the pages that are sent most, each with the frame of its checklist."""
    site = here.site
    first = next(iter(site.emails.values()), None)
    subject = variant(first.subject, discreet=False) if first else ""
    text = letter(site, first, "short") if first else ""
    frames = {frame.id: frame for frame in links.frames(site)}
    entries = {entry.page.path: entry for entry in links.entries(site)}
    often = [moment.page for moment in site.moments.values() if moment.often and moment.page in entries]
    translated = [one for one in here.languages if catalog_path(one.tag, "data/emails.yml") in one.catalogs]
    return {
        "subject": subject,
        "text": text,
        "open": [f"[{field}]" for field in FIELDS if field in fields_in(f"{subject}\n{text}")],
        "facts": letters.facts(site, site.practice),
        "file": here.file_href(letters.FILE),
        "languages": [(one.tag, one.language.name, here.file_href(f"{one.tag}/{letters.FILE}")) for one in translated],
        "portal": queries.page_calling(site, "embeds"),
        "at_hand": [(entries[path], next(map(frames.get, site.pages[path].arguments("checklist")), None)) for path in often],
    }


def embeds(here: PageContext) -> Values:
    """Return every checklist that a portal can show in a frame."""
    return {"frames": links.frames(here.site)}
