"""Puts a site's stylesheets in order of need: first sight into each page, later states into one file, the rest away."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

import minify
from lxml import html

from sitekit.publish.lighten import theme, tiers
from sitekit.publish.lighten.late import answers
from sitekit.publish.lighten.order import merged
from sitekit.publish.lighten.outdone import without_outdone
from sitekit.publish.lighten.outline import Outline
from sitekit.publish.lighten.overruled import without_overruled
from sitekit.publish.lighten.page import Page
from sitekit.publish.lighten.script import Brought, brought
from sitekit.publish.lighten.selector import fits
from sitekit.publish.lighten.stylesheet import Rule, read_rules, read_sheet, write_rules
from sitekit.publish.lighten.variables import always_set


_AS_WRITTEN = ("pre", "break-spaces", "preserve")


@dataclass(frozen=True)
class Styles:
    """A site's styles as text.

    Attributes:
        first: for first sight, by page.
        later: for later states, on any page.
        theme: for the theme's own parts.
        whole: all in one.
        always_set: the custom properties that every page always has.
        keeps_space: tells of an element whether its text's space may be shown as written.
    """

    first: dict[str, str]
    later: str
    theme: str
    whole: str
    always_set: frozenset[str]
    keeps_space: Callable[[html.HtmlElement], bool]


def gather(folder: Path, pages: list[Page], modules: Iterable[str], read: Callable[[str], str]) -> Styles:
    """Read all stylesheets that pages link, and sort their rules.

    Args:
        folder: the built site.
        pages: its pages, with what waits for scripts already hidden.
        modules: all that any of them runs.
        read: gives a module's text.

    Raises:
        ValueError: a stylesheet cannot be read; said with its path.
    """
    rules = read_rules({name: _text(folder, name) for name in linked(pages)})
    outline = Outline([selector for rule in rules for selector in rule.selectors], theme.FIRST_STATES)
    seen = {page.path: outline.add(page.tree) for page in pages}
    scripted = _scripted(rules, [brought(read(module)) for module in modules])
    rules = without_outdone(without_overruled(rules), outline, scripted.comes | set(theme.UNSURE), scripted.made)
    sights = {page.path: tiers.Sight(frozenset(seen[page.path][0]), frozenset(seen[page.path][1]), page.asked()) for page in pages}
    found = tiers.sort(rules, outline, sights, scripted, theme.is_of_theme, lambda s: answers(s) and not theme.opens_search(s))
    return Styles(
        {path: _written(rules) for path, rules in found.first.items()},
        _written(found.later),
        _written(found.theme),
        _written(found.whole),
        frozenset(always_set(found.whole)),
        _keeps_space(outline, found.whole),
    )


def read_ahead(folders: Iterable[Path]) -> None:
    """Read the stylesheets of a site from the folders that the generator will copy them from. `gather` need not read them again.

    Sheets that cannot be read are left to it.
    """
    for folder in folders:
        for file in folder.glob("assets/stylesheets/*.css"):
            with contextlib.suppress(OSError, ValueError):
                read_sheet(_text(folder, file.relative_to(folder).as_posix()))


def _written(rules: list[Rule]) -> str:
    return minify.string("text/css", write_rules(rules))


def linked(pages: Iterable[Page]) -> list[str]:
    """Return the stylesheets that pages link, in the order of the cascade.

    Raises:
        ValueError: two pages link them in another order, so that no one sheet can stand for both.
    """
    return merged({page.path: [page.name(link.get("href")) or "" for link in page.links("stylesheet")] for page in pages})


def _text(folder: Path, name: str) -> str:
    text = (folder / name).read_text(encoding="utf-8")
    return theme.as_pseudo_classes(text) if name in theme.STYLES else text


def _scripted(rules: list[Rule], scripts: list[Brought]) -> tiers.Scripted:
    """Return, of all that scripts may bring, what the stylesheet has a rule for."""
    # Readers open and close what folds, whatever the scripts say.
    attributes = {"open", *theme.BRINGS_ATTRIBUTES}.union(*(script.attributes for script in scripts))
    names = frozenset().union(*(script.names for script in scripts))
    named = {name for rule in rules for selector in rule.selectors for name in selector.names | selector.absent}
    comes = {name for name in named if name[0] in ".#" and name[1:] in names}
    comes |= {name for name in named if name[0] == "[" and re.split(r"[~|^$*]?=", name)[0][1:] in attributes}
    made = {name for name in named if name.startswith(tuple(f".{part}" for part in theme.BRINGS_CLASSES))}
    return tiers.Scripted(frozenset(comes - made), frozenset(made | set(theme.BRINGS_TAGS)).union(*(script.tags for script in scripts)))


def _keeps_space(outline: Outline, rules: list[Rule]) -> Callable[[html.HtmlElement], bool]:
    """Return what tells of an element whether its text's space may be shown as written."""
    selectors = [s for rule in rules for s in rule.selectors if any(d.name.startswith("white-space") and d.value.startswith(_AS_WRITTEN) for d in rule.declarations)]
    kept = {place for selector in selectors for place in outline.places if fits(selector, place, frozenset())}
    return lambda element: outline.place(element) in kept
