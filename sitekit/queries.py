"""Questions to a Site: order, numbering, sections, reverse relations. Pure functions; nothing is rendered here."""

import math
import posixpath
import sys
from collections.abc import Iterator

from sitekit.models.data import Country
from sitekit.models.page import Block, Heading, MacroCall, Page
from sitekit.models.ratings import Rating
from sitekit.models.record import Record
from sitekit.models.site import Site
from sitekit.note_lines import note_groups
from sitekit.schema.macros import macro_of
from sitekit.schema.page_types import HOW_SURE, PAGE_TYPES_BY_KIND, PRIVACY


def site_title(site: Site) -> str:
    """Return the site's name: its home page's title, or "" where there is no home page."""
    return site.pages["index.md"].meta.title if "index.md" in site.pages else ""


def pages_in_nav_order(site: Site) -> list[Page]:
    """Return the pages that the menu names, in its order."""
    return [site.pages[entry.path] for entry in site.nav if entry.path in site.pages]


def page_calling(site: Site, macro: str) -> Page | None:
    """Return the first page, by path, that calls a macro, or None."""
    return next((page for page in site.pages.values() if any(call.name == macro for call in page.calls)), None)


def own_country(site: Site) -> Country | None:
    """Return the practice's country with its help lines, or None where it names none, or they could not be read."""
    return site.countries.get(site.practice.country or "")


def section_of(site: Site, path: str) -> str:
    """Return the section of the menu that the page at a path is in, or ""."""
    return next((entry.section for entry in site.nav if entry.path == path), "")


def has_all_ids(page: Page) -> bool:
    """Return whether each heading of a page has an id of its own. If not, that is reported, and a missing anchor may be one of these."""
    ids = [heading.id for heading in page.headings]
    return None not in ids and len({*ids}) == len(ids)


def link_target(page: Page, target: str) -> tuple[str, str]:
    """Return where a link in a page leads: the path of a file below docs/, and an anchor, which may be empty."""
    path, _, anchor = target.partition("#")
    return posixpath.normpath(posixpath.join(posixpath.dirname(page.path), path)) if path else page.path, anchor


def relative_link(page: Page, target: str) -> str:
    """Return a link to the file at path `target` below docs/, as it is written in the Markdown of a page."""
    return posixpath.relpath(target, posixpath.dirname(page.path) or ".")


def heading_above(page: Page, line: int) -> Heading | None:
    """Return the heading that a line of a page stands under or is, or None above the first."""
    return next((heading for heading in reversed(page.headings) if heading.line <= line), None)


def section_lines(page: Page, line: int) -> range:
    """Return the lines of the section that a line of a page stands in, with the subsections of that section."""
    own = heading_above(page, line)
    start, level = (own.line, own.level) if own else (0, 6)
    return range(start, min((other.line for other in page.headings if other.line > start and other.level <= level), default=sys.maxsize))


def anchors_on(site: Site, page: Page) -> set[str]:
    """Return every id on a page that a link may end in: those of headings and of elements that macros render."""
    return {heading.id for heading in page.headings if heading.id} | {id for call in page.calls for id in ids_from_macro(site, page, call)}


def ids_from_macro(site: Site, page: Page, call: MacroCall) -> list[str]:
    """Return the ids of the elements that a macro call renders, in order; none for an unknown macro."""
    return list(macro_of(call).ids(site, page, call))


def own_blocks(page: Page) -> list[Block]:
    """Return the blocks of a page's own text: what stands before its sources and links, without HTML."""
    end = next((heading.line for heading in page.headings if heading.id == HOW_SURE.id), math.inf)
    return [block for block in page.blocks if block.line < end and block.kind != "html"]


def written_texts(page: Page) -> list[tuple[int, str]]:
    """Return the headings and blocks of a page as (line, text), without what its macros render."""
    return [(heading.line, heading.text) for heading in page.headings] + [(block.line, block.text) for block in page.blocks]


def records_in(value: object) -> Iterator[Record]:
    """Yield every record in some data, however deep, itself included."""
    if isinstance(value, Record):
        yield value
        value = tuple(dict(value).values())
    for part in value.values() if isinstance(value, dict) else value if isinstance(value, tuple) else ():
        yield from records_in(part)


def texts_in(value: object) -> Iterator[tuple[Record, str, str]]:
    """Yield every text in some data, however deep, with its record and its key there; those of a list each by itself."""
    for record in records_in(value):
        for key, found in record:
            yield from ((record, key, text) for text in (found if isinstance(found, tuple) else (found,)) if isinstance(text, str))


def texts_on(site: Site, page: Page) -> list[tuple[str, str]]:
    """Return every text of a page as (id of its section, text), with those that its macros count as the page's own."""
    found = [(heading.id or "", heading.text) for heading in page.headings]
    found += [(block.section, block.text) for block in page.blocks if block.kind != "html" and block.text]
    for call in page.calls:
        heading = heading_above(page, call.line)
        found += [(heading.id or "" if heading else "", text) for text in macro_of(call).texts(site, page, call)]
    return found


def phrase_ticks(site: Site, page: Page) -> dict[str, str]:
    """Return the id of the note's line for each phrase that can be added from a page, by the phrase's id; none on pages of kind help."""
    parts = [part for part in site.note_parts.values() if part.take == "phrases" and part.page and page.meta.kind != "help"]
    return {id.removeprefix(f"{part.id}."): id for part in parts for group in note_groups(site, part) for id, _ in group.lines}


def note_part_from(site: Site, page: Page) -> str:
    """Return the id of the note's part that takes its lines from the headings of a page, or ""."""
    return next((part.id for part in site.note_parts.values() if part.page == page.path and part.take == "headings"), "")


def privacy_anchor(site: Site) -> str:
    """Return the id of the heading on the privacy page for the practice's country, or ""."""
    country, page = own_country(site), site.pages.get(PRIVACY)
    if not country or not page:
        return ""
    return next((heading.id for heading in page.headings if heading.text == country.name and heading.id), "")


def countries_in_order(site: Site) -> list[str]:
    """Return the codes of the countries with help lines, sorted by name; the practice's own comes first."""
    return sorted(site.countries, key=lambda code: (code != site.practice.country, site.countries[code].name))


def rated(site: Site) -> list[tuple[Page, list[Rating]]]:
    """Return every client page with its ratings that are not stale: rated pages first, each in menu order."""
    pages = [page for page in pages_in_nav_order(site) if PAGE_TYPES_BY_KIND[page.meta.kind].client]
    found = [(page, [rating for rating in site.ratings if rating.page == page.path and not rating.stale]) for page in pages]
    return sorted(found, key=lambda row: not row[1])


def dialable(number: str) -> str:
    """Return a telephone number as a tel: link takes it: digits, after a plus if it has one."""
    return number.replace(" ", "").replace("-", "")
