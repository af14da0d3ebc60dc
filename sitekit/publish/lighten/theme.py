"""All that this step knows of the theme, at one pinned version. A new version is looked at before this file follows."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from lxml import html

from sitekit.problems import Problem
from sitekit.publish.lighten import markup
from sitekit.publish.lighten.selector import Selector

VERSION = "9.8.1"
SCRIPT = "assets/javascripts/bundle.a5f9d56c.min.js"
WORKER = "assets/javascripts/workers/search.a7633da7.min.js"
STYLES = ("assets/stylesheets/main.57a0d79d.min.css", "assets/stylesheets/palette.fb2fffe2.min.css")
INDEX = "search/search_index.json"

# Modules of ours that only mend what the theme's script does: they run right before it.
BEFORE_SCRIPT = ("assets/scripts/search-words.js", "assets/scripts/shortcuts.js")
# Files that no page of ours asks for: source maps, word lists for the search in other languages, spare pictures.
UNUSED = ("assets/javascripts/**/*.map", "assets/stylesheets/*.map", "assets/javascripts/lunr/**/*", "assets/images/favicon.png")

# What an element may also be at first sight: the small scripts in the page see to it before anything is painted.
FIRST_STATES = {
    ".no-js": (".js",),
    "body": ("[data-md-color-scheme=default", "[data-md-color-scheme=slate"),
}
# Features of which an element has one or another.
UNSURE = (".no-js", ".js", "[data-md-color-scheme=default", "[data-md-color-scheme=slate")
# What the theme's script brings once it is there: results, tooltips, and marks on what is there already.
BRINGS_CLASSES = ("md-search-result", "md-tooltip2", "md-icon")
# Parts that show nothing until it is there, by the beginnings of their classes.
OWN_CLASSES = (*BRINGS_CLASSES, "md-search__output", "md-search__overlay", "md-search__scrollwrap")
BRINGS_TAGS = ("mark", "del")
BRINGS_ATTRIBUTES = ("data-md-color-switching", "data-md-scrolllock")
# Parts of the frame that show nothing until the theme's script is there.
_LATER_CLASSES = frozenset(["md-search__overlay", "md-search__output"])
# Parts that this site never shows: a second skip link, a banner, a drawer's shade, a box for messages.
_NEVER_CLASSES = frozenset(["md-overlay", "md-dialog"])
_NEVER_COMPONENTS = frozenset(["skip", "announce"])


@dataclass(frozen=True)
class Frame:
    """The theme's traces on one page: its script and its settings."""

    script: html.HtmlElement
    settings: html.HtmlElement


def unknown(folder: Path) -> list[Problem]:
    """Return a problem for each file of the theme that is not the one this step was written for."""
    mend = f"Install the version {VERSION}, or hold sitekit/publish/lighten/theme.py against the new one first."
    return [Problem("requirements.txt", 1, f"The theme has no file '{name}'", mend)
            for name in (SCRIPT, WORKER, *STYLES) if not (folder / name).is_file()]


def frame(page: html.HtmlElement) -> Frame | None:
    """Return the theme's traces on a page, or None for a page without them."""
    scripts = [script for script in page.iter("script") if (script.get("src") or "").endswith(SCRIPT)]
    settings = [script for script in page.iter("script") if script.get("id") == "__config"]
    return Frame(scripts[0], settings[0]) if scripts and settings else None


def settings_of(page: html.HtmlElement) -> dict:
    """Return the theme's settings, which are the same on all pages but for addresses."""
    return {key: value for key, value in json.loads(frame(page).settings.text).items() if key not in ("base", "search")}


def put_off(page: html.HtmlElement) -> None:
    """Take the theme's script out of a page, do what it does to every page at once, and hide what waits for it."""
    found = frame(page)
    for node in (found.script, found.settings):
        node.drop_tree()
    for node in page.iterfind(".//*[@data-search-exclude]"):
        # The search's data is made: what stays out of it needs not say so any more.
        del node.attrib["data-search-exclude"]
    for node in list(page.iter("div", "label")):
        classes = set((node.get("class") or "").split())
        if classes & _NEVER_CLASSES or node.get("data-md-component") in _NEVER_COMPONENTS:
            node.drop_tree()
        elif classes & _LATER_CLASSES:
            node.set("hidden", "")
            node.set("data-later", "")
    for table in [table for table in page.iter("table") if table.get("class") is None and _in_text(table)]:
        _wrap(table)
    for results in page.iter("ol"):
        if results.get("class") == "md-search-result__list":
            results.set("hidden", "")


def take_out(pages: list[html.HtmlElement]) -> list[tuple[str, str, str]]:
    """Take out of pages the parts that wait for the theme's script: for each, a selector of the element that holds it,
    where in it, as insertAdjacentHTML() names that, and its text."""
    found: dict[str, tuple[str, str, str]] = {}
    for page in pages:
        for node in [node for node in page.iter("div", "label") if "data-later" in node.attrib]:
            for attribute in ("hidden", "data-later"):
                del node.attrib[attribute]
            holder = node.getparent()
            where = "afterbegin" if holder.index(node) == 0 else "beforeend"
            tail, node.tail = node.tail, None
            markup.squeeze(node, lambda node: False)
            text = html.tostring(node, encoding="unicode")
            node.tail = tail
            node.drop_tree()
            found.setdefault(node.get("class"), (f".{holder.get('class')}", where, text))
    return list(found.values())


def as_pseudo_classes(text: str) -> str:
    """Return the theme's stylesheet with :focus-visible in place of the class by which its script marks the same."""
    return text.replace(".focus-visible", ":focus-visible")


def is_of_theme(selector: Selector) -> bool:
    """Tell whether a selector is about parts that show nothing until the theme's script is there."""
    return any(name.startswith(tuple(f".{part}" for part in OWN_CLASSES)) for name in selector.names)


def opens_search(selector: Selector) -> bool:
    """Tell whether a selector is about the search when it is open."""
    return "[data-md-toggle=search" in selector.names and "checked" in selector.states


def _in_text(node: html.HtmlElement) -> bool:
    return any(above.get("data-md-component") == "content" for above in node.iterancestors())


def _wrap(table: html.HtmlElement) -> None:
    outer, inner = html.Element("div", {"class": "md-typeset__scrollwrap"}), html.Element("div", {"class": "md-typeset__table"})
    outer.tail, table.tail = table.tail, None
    table.addprevious(outer)
    outer.append(inner)
    inner.append(table)
