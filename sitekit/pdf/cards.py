"""Which picture a link to a page shows in a message: one for each part of the site. Pure."""

from __future__ import annotations

from typing import NamedTuple

from sitekit import queries
from sitekit.models.site import Site


class Card(NamedTuple):
    """One picture: its file below the site's root, its words, and its text alternative."""

    file: str
    title: str
    alt: str


def card_of(site: Site, path: str) -> Card:
    """Return the card of the part of the menu a page stands in; a page that stands alone has the site's own."""
    name = queries.site_title(site)
    section = next((entry.section for entry in site.nav if entry.path == path), "")
    if not section:
        return Card("assets/cards/home.png", name, name)
    # A part is named by its folder, as its address is.
    folder = next(entry.path for entry in site.nav if entry.section == section).partition("/")[0].removesuffix(".md")
    return Card(f"assets/cards/{folder}.png", section, f"{section}: {name}")


def cards(site: Site) -> list[Card]:
    """Return every card, each once, the site's own first."""
    return list(dict.fromkeys([card_of(site, ""), *(card_of(site, entry.path) for entry in site.nav)]))
