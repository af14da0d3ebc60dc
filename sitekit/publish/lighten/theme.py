"""All that this step knows of the theme, at one pinned version. A new version is looked at before this file follows."""

from __future__ import annotations

from pathlib import Path

from lxml import html

from sitekit.problems import Problem

VERSION = "9.8.1"
STYLES = ("assets/stylesheets/main.57a0d79d.min.css", "assets/stylesheets/palette.fb2fffe2.min.css")

# Files that no page of ours asks for: the theme's scripts, source maps, spare pictures.
UNUSED = ("assets/javascripts/**/*", "assets/stylesheets/*.map", "assets/images/favicon.png")

# What an element may also be at first sight: the small scripts in the page see to it before anything is painted.
FIRST_STATES = {
    ".no-js": (".js", ".first-paint"),
    "body": ("[data-md-color-scheme=default", "[data-md-color-scheme=slate"),
}
# Features of which an element has one or another.
UNSURE = (".no-js", ".js", ".first-paint", "[data-md-color-scheme=default", "[data-md-color-scheme=slate")
# Parts that wait for the theme's script, which this site leaves out: switches, a drawer's shade, a box for messages, a
# second skip link, a banner.
_NEVER_CLASSES = frozenset(["md-toggle", "md-overlay", "md-dialog"])
_NEVER_COMPONENTS = frozenset(["skip", "announce"])


def unknown(folder: Path) -> list[Problem]:
    """Return a problem for each file of the theme that is not the one this step was written for."""
    mend = f"Install the version {VERSION}, or hold sitekit/publish/lighten/theme.py against the new one first."
    return [Problem("requirements.txt", 1, f"The theme has no file '{name}'", mend) for name in STYLES if not (folder / name).is_file()]


def base_of(page: html.HtmlElement) -> str | None:
    """Return the way from a page to the site's root, as the frame around it tells, or None for a page without the frame."""
    teller = page.find(".//script[@data-base]")
    return None if teller is None else teller.get("data-base")


def strip(page: html.HtmlElement) -> None:
    """Take out of a page what this site never shows, and what only the search's making needed to know."""
    for node in page.iterfind(".//*[@data-search-exclude]"):
        del node.attrib["data-search-exclude"]
    for node in list(page.find("body")):
        if not _NEVER_CLASSES.isdisjoint((node.get("class") or "").split()) or node.get("data-md-component") in _NEVER_COMPONENTS:
            node.drop_tree()
