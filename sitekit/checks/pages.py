"""Rules for pages as a whole: their URLs, the ids on them, and the menu, `nav:` in mkdocs.yml, that leads to them."""

import re
from collections.abc import Iterator

from sitekit import queries
from sitekit.checks.reporting import problem_at, repeats
from sitekit.errors import Problem, excerpt, nearest, suggest
from sitekit.models.page import Page
from sitekit.models.record import slug
from sitekit.models.site import INTERFACE, Site
from sitekit.schema.page_types import LEFT
from sitekit.schema.translations import PICTURES
from sitekit.sources.unused_syntax import odd_marks

_TAG = re.compile("<[^>]*>")


def page_urls_are_unique(site: Site) -> Iterator[Problem]:
    """Require that no two files make the same page, as p.md and p/index.md would."""
    for page, first in repeats((page.url, page) for page in site.pages.values()):
        yield Problem(page.file, 1, f"This page has the address of {first.file}", "Keep one of the two, or give it another name.")


def ids_on_a_page_are_unique(site: Site) -> Iterator[Problem]:
    """Require that no macro call repeats an id of its page, as links to that id would end at the first."""
    for page in site.pages.values():
        reported = {0}
        for (id, line, macro), (_, first_line, _) in repeats((found[0], found) for found in _ids(site, page)):
            # Headings that share an id are reported by page_types; a call that is there twice repeats all of its ids.
            if macro and line not in reported:
                reported.add(line)
                message = f"'{macro}' adds the id '{id}', which line {first_line} has already"
                yield Problem(page.file, line, message, "Show it once, or give the heading another id.")


def _ids(site: Site, page: Page) -> Iterator[tuple[str, int, str]]:
    """Yield each id on a page with its line and the macro that adds it, "" for a heading's."""
    yield from ((heading.id, heading.line, "") for heading in page.headings if heading.id)
    for call in page.calls:
        ids = queries.ids_from_macro(site, page, call)
        # Records that share an id are reported in their own file, and a call that names one twice by checks.macro_calls.
        yield from ((id, call.line, call.name) for id in dict.fromkeys(ids))


def nothing_is_left_to_do(site: Site) -> Iterator[Problem]:
    """Require that pages, data and practice.yml hold no text that is left to be written."""
    found = queries.texts_in((*dict(site).values(), *(page.meta for page in site.pages.values())))
    texts = [(record.path, record.line(key), text) for record, key, text in found]
    texts += [(INTERFACE, site.interface_lines[key], words) for key, words in site.interface.items()]
    texts += [(page.file, line, text) for page in site.pages.values() for line, text in queries.written_texts(page)]
    drawings = ((f"{PICTURES}/{id}.svg", drawing.split("\n")) for id, drawing in site.drawings.items())
    texts += [(path, n, _TAG.sub("", line)) for path, lines in drawings for n, line in enumerate(lines, 1)]
    for path, line, text in texts:
        if left := LEFT.search(text):
            hint = f"Replace '{left[0]}' and what follows by your own words."
            yield Problem(path, line, f"'{excerpt(text)}' is still to be written", hint)


def glossary_terms_are_unique(site: Site) -> Iterator[Problem]:
    """Require that each term has an anchor of its own, and that each name belongs to one term."""
    for term, first in repeats((term.slug, term) for term in site.terms if term.slug):
        yield problem_at(term, "term", f"The term '{term.term}' has the address of '{first.term}'", "Give it a name of its own.")
    names = [(name, key, term) for term in site.terms for key, name in (("term", term.term), *(("also", also) for also in term.also))]
    for (name, key, term), (_, _, other) in repeats((found[0].casefold(), found) for found in names):
        if other.term != term.term:
            yield problem_at(term, key, f"'{name}' already names the term '{other.term}'", "Keep it with one of the two.")


def headings_from_data_have_ids_of_their_own(site: Site) -> Iterator[Problem]:
    """Require that no two headings or terms that a macro shows share an id: groups, their parts, and terms."""
    glossary = [
        (id, key, name, term)
        for term in site.terms
        for key, id, name in (("group", term.group_slug, term.group), ("term", term.slug, term.term))
    ]
    promises = [
        (id, key, name, promise)
        for promise in site.promises.values()
        for key, id, name in (("group", promise.group_slug, promise.group), ("part", promise.part_slug, f"{promise.group}: {promise.part}"))
    ]
    regions = [(slug(country.region or ""), "region", country.region or "", country) for country in site.countries.values()]
    for found in (glossary, promises, regions):
        first: dict[str | None, tuple[str, str]] = {None: ("", "")}
        for id, key, name, record in found:
            # Two terms of one id are reported by glossary_terms_are_unique.
            if id and first.setdefault(id, (key, name)) != (key, name) and (first[id][0], key) != ("term", "term"):
                message = f"The {key} '{getattr(record, key)}' has the address of the {first[id][0]} '{first[id][1]}'"
                yield problem_at(record, key, message, "Spell both alike." if key == "region" else "Give it a name of its own.")


def pages_are_in_nav_once(site: Site) -> Iterator[Problem]:
    """Require that the menu names every page, and none twice."""
    for entry, first in repeats((entry.path, entry) for entry in site.nav):
        yield Problem("mkdocs.yml", entry.line, f"'{entry.path}' is in the menu twice, first on line {first.line}", "Keep one.")
    # A page whose entry has another name is reported by nav_entries_are_pages.
    meant = {*_pages_meant(site).values()}
    # An entry that is no path may have been the heading of a section, with pages below it.
    is_broken = ("nav", "*") in site.unreadable or any(not entry.path or " " in entry.path for entry in site.nav)
    for page in site.pages.values():
        if page.path not in meant and not is_broken:
            yield Problem(page.file, 1, "This page is not in the menu", f"Add '- {page.path}' to nav: in mkdocs.yml.")


def _pages_meant(site: Site) -> dict[str, str]:
    """Return the page of each menu entry; where there is none, the nearest that the menu lacks, or the one that is left on both sides."""
    named = dict.fromkeys(entry.path for entry in site.nav)
    lacking = [path for path in site.pages if path not in named]
    dead = [path for path in named if not site.defines("page", path)]
    left = lacking[0] if len(lacking) == len(dead) == 1 else ""
    meant = {path: nearest(path.casefold(), lacking) or left if path in dead else path for path in named}
    return {path: page for path, page in meant.items() if page}


def nav_entries_are_pages(site: Site) -> Iterator[Problem]:
    """Require that every menu entry names a page that exists."""
    meant = _pages_meant(site)
    for entry in site.nav:
        if not site.defines("page", entry.path):
            hint = f"Did you mean '{meant[entry.path]}'?" if entry.path in meant else suggest(entry.path, site.pages, "page")
            if " - " in entry.path:
                hint = f"Put a colon behind the section's name: '- {entry.path.partition(' - ')[0]}:'."
            hint = "The menu holds pages of this site; link to it on one of them." if "://" in entry.path else hint
            message = f"The menu names '{entry.path}', and there is no such page" if entry.path else "This entry of the menu is empty"
            yield Problem("mkdocs.yml", entry.line, message, hint if entry.path else "Name a page, or remove it.")
        elif entry.is_deep:
            message = f"'{entry.path}' stands in a section of a section, which the menu does not show"
            yield Problem("mkdocs.yml", entry.line, message, "Put it into the outer section, or into one beside that.")


def nav_entries_have_no_titles(site: Site) -> Iterator[Problem]:
    """Require bare paths in the menu, as front matter alone holds a page's title."""
    for entry in site.nav:
        if entry.labelled and site.defines("page", entry.path):
            hint = f"Write '- {entry.path}'; the title is in the page."
            yield Problem("mkdocs.yml", entry.line, f"The menu gives '{entry.path}' a title", hint)


def nav_sections_have_labels(site: Site) -> Iterator[Problem]:
    """Require a plain label of its own for every section of the menu."""
    first: dict[str, int] = {}
    for entry, above in zip(site.nav, (None, *site.nav), strict=False):
        if not entry.section or (above and above.section == entry.section):
            continue
        if entry.section.isspace():
            yield Problem("mkdocs.yml", entry.line, "The section of the menu that begins here has no label", "Write one above it.")
        elif marks := [*odd_marks(entry.section), *LEFT.findall(entry.section)]:
            message = f"'{excerpt(marks[0])}' in the label of this section would be shown as it is"
            yield Problem("mkdocs.yml", entry.line, message, "Write plain words.")
        elif first.setdefault(entry.section, entry.line) != entry.line:
            message = f"The section that begins here has the label of another, on line {first[entry.section]} ('{excerpt(entry.section)}')"
            yield Problem("mkdocs.yml", entry.line, message, "Give it a label of its own.")
