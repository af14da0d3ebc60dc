"""Rules for the menu, `nav:` in mkdocs.yml."""

from __future__ import annotations

from collections.abc import Iterator

from sitekit.checks.duplicates import repeats
from sitekit.errors import Problem, suggest
from sitekit.models.site import Site


def pages_are_in_nav_once(site: Site) -> Iterator[Problem]:
    """Require that the menu names every page, and none twice."""
    for entry, first in repeats((entry.path, entry) for entry in site.nav):
        yield Problem("mkdocs.yml", entry.line, f"'{entry.path}' is in the menu twice, first on line {first.line}", "Keep one.")
    named = {entry.path for entry in site.nav}
    for page in site.pages.values():
        if page.path not in named and ("nav", "*") not in site.unreadable:
            yield Problem(page.file, 1, "This page is not in the menu", f"Add '- {page.path}' to nav: in mkdocs.yml.")


def nav_entries_are_pages(site: Site) -> Iterator[Problem]:
    """Require that every menu entry names a page that exists."""
    for entry in site.nav:
        if not site.defines("page", entry.path):
            hint = suggest(entry.path, site.pages, "page")
            yield Problem("mkdocs.yml", entry.line, f"The menu names '{entry.path}', and there is no such page", hint)
        elif entry.is_deep:
            message = f"'{entry.path}' stands in a section of a section, which the menu does not show"
            yield Problem("mkdocs.yml", entry.line, message, "Put it into the outer section, or into one beside that.")


def nav_entries_have_no_titles(site: Site) -> Iterator[Problem]:
    """Require bare paths in the menu, as front matter alone holds a page's title."""
    for entry in site.nav:
        if entry.labelled:
            hint = f"Write '- {entry.path}'; the title is in the page."
            yield Problem("mkdocs.yml", entry.line, f"The menu gives '{entry.path}' a title", hint)


def nav_sections_have_labels(site: Site) -> Iterator[Problem]:
    """Require a label of every section of the menu."""
    for entry, above in zip(site.nav, (None, *site.nav), strict=False):
        if entry.section.isspace() and not (above and above.section.isspace()):
            yield Problem("mkdocs.yml", entry.line, "The section of the menu that begins here has no label", "Write one above it.")


RULES = (pages_are_in_nav_once, nav_entries_are_pages, nav_entries_have_no_titles, nav_sections_have_labels)
