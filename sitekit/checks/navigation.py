"""Rules for the menu: every page is in it, once, as a bare path."""

from __future__ import annotations

from collections.abc import Iterator

from sitekit.errors import Problem, suggest
from sitekit.models.site import Site


def the_menu_names_every_page_once(site: Site) -> Iterator[Problem]:
    """A page outside the menu is an orphan; a page twice in it confuses."""
    lines: dict[str, int] = {}
    for entry in site.nav:
        if entry.path in lines:
            yield Problem("mkdocs.yml", entry.line, f"'{entry.path}' is in the menu twice, first on line {lines[entry.path]}", "Keep one.")
        lines.setdefault(entry.path, entry.line)
    for page in site.pages.values():
        if page.path not in lines:
            yield Problem(page.file, 1, "This page is not in the menu", f"Add '- {page.path}' to nav: in mkdocs.yml.")


def the_menu_names_only_pages(site: Site) -> Iterator[Problem]:
    """A menu entry leads to a page."""
    for entry in site.nav:
        if not site.defines("page", entry.path):
            mend = suggest(entry.path, site.pages, "page")
            yield Problem("mkdocs.yml", entry.line, f"The menu names '{entry.path}', and there is no such page", mend)


def the_menu_holds_bare_paths(site: Site) -> Iterator[Problem]:
    """A page's title has one place: its front matter."""
    for entry in site.nav:
        if entry.labelled:
            yield Problem(
                "mkdocs.yml", entry.line, f"The menu gives '{entry.path}' a title", f"Write '- {entry.path}'; the title is in the page."
            )


RULES = (the_menu_names_every_page_once, the_menu_names_only_pages, the_menu_holds_bare_paths)
