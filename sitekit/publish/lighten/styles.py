"""Puts a site's stylesheets in order of need: first sight into each page, later states into one file, the rest away."""

from __future__ import annotations

import contextlib
import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import minify
from lxml import html

from sitekit.memory import Memory, digest
from sitekit.publish.lighten import theme, tiers
from sitekit.publish.lighten.order import merged
from sitekit.publish.lighten.outdone import without_outdone
from sitekit.publish.lighten.outline import Outline
from sitekit.publish.lighten.overruled import without_overruled
from sitekit.publish.lighten.page import Page
from sitekit.publish.lighten.script import Brought, brought
from sitekit.publish.lighten.selector import Selector, fits
from sitekit.publish.lighten.stylesheet import Declaration, Rule, read_rules, read_sheet, write_rules
from sitekit.publish.lighten.variables import always_set

# How many sites' styles are remembered besides this one's.
_SPARE = 10
_AS_WRITTEN = ("pre", "break-spaces", "preserve")


@dataclass(frozen=True)
class Styles:
    """A site's styles as text.

    Attributes:
        first: for first sight, by page.
        later: for later states, on any page.
        whole: all in one.
        always_set: the custom properties that every page always has.
        keeps_space: tells of an element whether its text's space may be shown as written.
    """

    first: dict[str, str]
    later: str
    whole: str
    always_set: frozenset[str]
    keeps_space: Callable[[html.HtmlElement], bool]


def gather(folder: Path, pages: list[Page], modules: Iterable[str], read: Callable[[str], str], memory: Memory | None = None) -> Styles:
    """Read all stylesheets that pages link, and sort their rules.

    Args:
        folder: the built site.
        pages: its pages, with what waits for scripts already hidden.
        modules: all that any of them runs.
        read: gives a module's text.
        memory: remembers how rules were sorted for the same sheets, scripts and outline; a change of words alone is none.

    Raises:
        ValueError: a stylesheet cannot be read; said with its path.
    """
    sheets = {name: (folder / name).read_text(encoding="utf-8") for name in linked(pages)}
    scripts = [read(module) for module in modules]
    rules = read_rules(sheets)
    outline = Outline([selector for rule in rules for selector in rule.selectors], theme.FIRST_STATES)
    seen = {page.path: outline.add(page.tree) for page in pages}
    sights = {page.path: tiers.Sight(frozenset(seen[page.path][0]), frozenset(seen[page.path][1]), page.asked()) for page in pages}

    def sort() -> bytes:
        return json.dumps(_sorted(rules, outline, sights, scripts)).encode()

    told = json.loads(memory.keep(_key([*sheets.values(), *scripts], outline, sights), "json", sort) if memory else sort())
    keeping = set(told["keeping"])
    return Styles(
        {path: told["sheets"][number] for path, number in told["first"].items()},
        told["later"],
        told["whole"],
        frozenset(told["always_set"]),
        _keeps_space(outline, [s for rule in rules for s in rule.selectors if s.text in keeping]),
    )


def remember(folder: Path) -> Memory:
    """Return a memory, in a folder, of how rules were sorted."""
    packages = ("cssselect2", "tdewolff-minify", "tinycss2")
    return Memory(folder, digest(packages, Path(__file__).parent.glob("*.py")), _SPARE)


def _sorted(rules: list[Rule], outline: Outline, sights: Mapping[str, tiers.Sight], scripts: Iterable[str]) -> dict:
    """Sort rules, and return all that `Styles` holds as what JSON can say: pages that share a sheet name its number."""
    scripted = _scripted(rules, list(map(brought, scripts)))
    rules = without_outdone(without_overruled(rules), outline, scripted.comes | set(theme.UNSURE), scripted.made)
    found = tiers.sort(rules, outline, sights, scripted)
    first = {path: _written(rules) for path, rules in found.first.items()}
    sheets = {text: number for number, text in enumerate(dict.fromkeys(first.values()))}
    keeping = [s.text for rule in found.whole for s in rule.selectors if any(map(_keeps, rule.declarations))]
    return {"sheets": list(sheets), "first": {path: sheets[text] for path, text in first.items()}, "later": _written(found.later),
            "whole": _written(found.whole), "always_set": sorted(always_set(found.whole)), "keeping": keeping}


def _key(texts: list[str], outline: Outline, sights: Mapping[str, tiers.Sight]) -> str:
    """Return all that sorting depends on, as text: sheets and scripts, every place, and what each page has at first."""
    numbers = {place: number for number, place in enumerate(outline.places)}
    places = [(numbers.get(place.parent), sorted(place.features)) for place in numbers]
    pages = {path: [sorted(map(numbers.get, sight.seen)), sorted(map(numbers.get, sight.folded)), sorted(sight.asked)] for path, sight in sights.items()}
    return json.dumps([texts, places, pages])


def read_ahead(folders: Iterable[Path]) -> None:
    """Read the stylesheets of a site from the folders that the generator will copy them from. `gather` need not read them again.

    Sheets that cannot be read are left to it.
    """
    for folder in folders:
        for file in folder.glob("assets/stylesheets/*.css"):
            with contextlib.suppress(OSError, ValueError):
                read_sheet(file.read_text(encoding="utf-8"))


def _written(rules: list[Rule]) -> str:
    return minify.string("text/css", write_rules(rules))


def linked(pages: Iterable[Page]) -> list[str]:
    """Return the stylesheets that pages link, in the order of the cascade.

    Raises:
        ValueError: two pages link them in another order, so that no one sheet can stand for both.
    """
    return merged({page.path: [page.name(link.get("href")) or "" for link in page.links("stylesheet")] for page in pages})


def _scripted(rules: list[Rule], scripts: list[Brought]) -> tiers.Scripted:
    """Return, of all that scripts may bring, what the stylesheet has a rule for."""
    # Readers open and close what folds, whatever the scripts say.
    attributes = {"open"}.union(*(script.attributes for script in scripts))
    names = frozenset().union(*(script.names for script in scripts))
    named = {name for rule in rules for selector in rule.selectors for name in selector.names | selector.absent}
    comes = {name for name in named if name[0] in ".#" and name[1:] in names}
    comes |= {name for name in named if name[0] == "[" and re.split(r"[~|^$*]?=", name)[0][1:] in attributes}
    return tiers.Scripted(frozenset(comes), frozenset().union(*(script.tags for script in scripts)))


def _keeps(declaration: Declaration) -> bool:
    return declaration.name.startswith("white-space") and declaration.value.startswith(_AS_WRITTEN)


def _keeps_space(outline: Outline, selectors: Iterable[Selector]) -> Callable[[html.HtmlElement], bool]:
    """Return what tells of an element whether its text's space may be shown as written, as these selectors say."""
    kept = {place for selector in selectors for place in outline.places if fits(selector, place, frozenset())}
    return lambda element: outline.place(element) in kept
