"""Puts a site's stylesheets in order of need: first sight into each page, later states into one file, the rest away."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from cssselect2 import ElementWrapper
from lxml import html

from sitekit.publish.lighten import theme, tiers
from sitekit.publish.lighten.outline import Outline
from sitekit.publish.lighten.page import Page
from sitekit.publish.lighten.script import Brought
from sitekit.publish.lighten.stylesheet import Rule, read_rules, write_rules


@dataclass(frozen=True)
class Styles:
    """A site's styles as text: for first sight on each page, for later, for the theme's own parts, and all in one.

    `keeps_space` tells of a page's elements whether their text's space is shown as written.
    """

    first: dict[str, str]
    later: str
    theme: str
    whole: str
    keeps_space: Callable[[Page], Callable[[html.HtmlElement], bool]]


def gather(folder: Path, pages: list[Page], scripts: Iterable[Brought]) -> Styles:
    """Read all stylesheets that pages link, and sort their rules.

    Args:
        folder: the built site.
        pages: its pages, with what waits for scripts already hidden.
        scripts: what the scripts of the site may bring onto a page.

    Raises:
        ValueError: a stylesheet cannot be read; said with its path.
    """
    rules = read_rules(_texts(folder, pages))
    selectors = [selector for rule in rules for selector in rule.selectors]
    outline = Outline(selectors, theme.FIRST_STATES)
    sights = {}
    for page in pages:
        seen, folded = outline.add(page.tree)
        sights[page.path] = tiers.Sight(frozenset(seen), frozenset(folded), page.asked())
    sorted_rules = tiers.sort(rules, outline, sights, _scripted(rules, list(scripts)), theme.is_of_theme)
    return Styles(
        {path: write_rules(found) for path, found in sorted_rules.first.items()},
        write_rules(sorted_rules.later),
        write_rules(sorted_rules.theme),
        write_rules(sorted_rules.whole),
        lambda page: _keeps_space(page, sorted_rules.whole),
    )


def linked(pages: list[Page]) -> list[str]:
    """Return the stylesheets that pages link, in the order of the cascade.

    Raises:
        ValueError: two pages link them in another order, so that no one sheet can stand for both.
    """
    found: list[str] = []
    for page in pages:
        names = [page.name(link.get("href")) or "" for link in page.links("stylesheet")]
        known = [name for name in found if name in names]
        if known != [name for name in names if name in found]:
            raise ValueError(f"{page.path} links the stylesheets in another order than other pages do")
        for place, name in enumerate(names):
            if name not in found:
                found.insert(found.index(names[place - 1]) + 1 if place else 0, name)
    return found


def _texts(folder: Path, pages: list[Page]) -> Iterable[str]:
    for name in linked(pages):
        text = (folder / name).read_text(encoding="utf-8")
        try:
            read_rules([text])
        except ValueError as fault:
            raise ValueError(f"{name}: {fault}") from fault
        yield theme.as_pseudo_classes(text) if name in theme.STYLES else text


def _scripted(rules: list[Rule], scripts: list[Brought]) -> tiers.Scripted:
    """Return, of all that scripts may bring, what the stylesheet has a rule for."""
    # Readers open and close what folds, whatever the scripts say.
    words = {"open", *theme.BRINGS_ATTRIBUTES}.union(*(script.words for script in scripts))
    named = {name for rule in rules for selector in rule.selectors for name in selector.names | selector.absent}
    comes = {name for name in named if re.split(r"[~|^$*]?=", name)[0][1:] in words and name[0] in ".#["}
    made = {name for name in named if name.startswith(tuple(f".{part}" for part in theme.BRINGS_CLASSES))}
    return tiers.Scripted(frozenset(comes - made), frozenset(made | set(theme.BRINGS_TAGS)).union(*(script.tags for script in scripts)))


def _keeps_space(page: Page, rules: list[Rule]) -> Callable[[html.HtmlElement], bool]:
    """Return what tells of an element of a page whether its text's space is shown as written."""
    selectors = [s.text for rule in rules for s in rule.selectors if not s.part and not s.states
                 and any(d.name in ("white-space", "white-space-collapse") and d.value.startswith(("pre", "break-spaces")) for d in rule.declarations)]
    root = ElementWrapper.from_html_root(page.tree)
    kept = {match.etree_element for selector in selectors for match in root.query_all(selector)}
    return lambda node: node in kept
