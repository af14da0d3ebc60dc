"""One built page on its way through the step: its tree, and how it names other files of the site."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import tinycss2
from lxml import html

from sitekit.publish.lighten import theme
from sitekit.publish.lighten.stylesheet import asked


@dataclass(eq=False)
class Page:
    """A page below the site's folder; `prefix` stands before the path of any file of the site that it names."""

    path: str
    tree: html.HtmlElement
    prefix: str

    def address(self, name: str) -> str:
        """Return how this page names a file of the site."""
        return self.prefix + name

    def name(self, address: str) -> str | None:
        """Return the file of the site that an address on this page means, or None where it means another place."""
        outward = address.startswith(("/", "#")) or ":" in address.split("/")[0]
        if address.startswith(self.prefix) and (self.prefix or not outward):
            return address.removeprefix(self.prefix)
        return None

    def links(self, relation: str) -> list[html.HtmlElement]:
        """Return the page's <link> elements of one relation, in order."""
        return [link for link in self.tree.iter("link") if relation in (link.get("rel") or "").split()]

    def modules(self) -> list[html.HtmlElement]:
        """Return the page's <script> elements that load a module of ours, in order."""
        return [script for script in self.tree.iter("script") if script.get("type") == "module" and self.name(script.get("src") or "/")]

    def asked(self) -> frozenset[str]:
        """Return the custom properties that the page's own markup asks for, as pictures do."""
        values = {value for node in self.tree.iter() if isinstance(node.tag, str) for value in (*node.attrib.values(), _style(node)) if "var(" in value}
        return frozenset(name for value in values for name in _asked(value))


def _style(node: html.HtmlElement) -> str:
    return node.text or "" if node.tag == "style" else ""


@cache
def _asked(value: str) -> frozenset[str]:
    return frozenset(asked(tinycss2.parse_component_value_list(value)))


def read(folder: Path) -> Iterator[Page]:
    """Read the site's pages that stand in the theme's frame; other HTML files, as redirects, are left alone."""
    for file in sorted(folder.rglob("*.html")):
        tree = html.fromstring(file.read_bytes(), parser=html.HTMLParser(encoding="utf-8"))
        base = theme.base_of(tree)
        if base is not None:
            yield Page(file.relative_to(folder).as_posix(), tree, "" if base == "." else base.rstrip("/") + "/")
