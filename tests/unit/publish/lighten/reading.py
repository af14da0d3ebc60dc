"""Small pages and stylesheets for the tests of this folder."""

from __future__ import annotations

from lxml import html

from sitekit.publish.lighten import tiers
from sitekit.publish.lighten.outdone import without_outdone
from sitekit.publish.lighten.outline import Outline
from sitekit.publish.lighten.overruled import without_overruled
from sitekit.publish.lighten.stylesheet import read_rules, write_rules


def body(inner: str) -> html.HtmlElement:
    """Return a page with a body."""
    return html.document_fromstring(f"<!doctype html><html><head><title>t</title></head><body>{inner}</body></html>")


def sorted_tiers(css: str, *pages: str, comes=(), made=()) -> tiers.Tiers:
    """Sort a stylesheet for pages with these bodies, named "0", "1" and so on."""
    rules = read_rules({"a.css": css})
    outline = Outline([s for rule in rules for s in rule.selectors], {})
    seen = {str(number): outline.add(body(page)) for number, page in enumerate(pages)}
    rules = without_outdone(without_overruled(rules), outline, {*comes}, {*made})
    sights = {name: tiers.Sight(frozenset(first), frozenset(folded), frozenset()) for name, (first, folded) in seen.items()}
    return tiers.sort(rules, outline, sights, tiers.Scripted(frozenset(comes), frozenset(made)))


def first(css: str, page: str, **scripted) -> str:
    """Return the styles for first sight of one page."""
    return write_rules(sorted_tiers(css, page, **scripted).first["0"])


def later(css: str, page: str, **scripted) -> str:
    """Return the styles for later of a site of one page."""
    return write_rules(sorted_tiers(css, page, **scripted).later)
