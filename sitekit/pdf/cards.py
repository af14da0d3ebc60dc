"""Preview cards: the pictures that messages show with a link, one for each section of the site."""

import textwrap
from typing import NamedTuple

from sitekit import queries
from sitekit.models.site import Site
from sitekit.pdf.renderer import Job, Renderer

# Letters of the practice's name that a card shows. More would make the picture larger in bytes.
_LONGEST_NAME = 80


class Card(NamedTuple):
    """One card: its file below the site's root, its words, and its text alternative."""

    file: str
    title: str
    alt: str


def card_of(site: Site, path: str) -> Card:
    """Return the card of the section that a page is in; a page outside all sections has the site's own."""
    name = queries.site_title(site)
    section = queries.section_of(site, path)
    if not section:
        return Card("assets/cards/home.png", name, name)
    # A section is named by the folder of its first page, as its URL is.
    folder = next(entry.path for entry in site.nav if entry.section == section).partition("/")[0].removesuffix(".md")
    return Card(f"assets/cards/{folder}.png", section, f"{section}: {name}")


def cards(site: Site) -> list[Card]:
    """Return every card, each once, the site's own first."""
    return list(dict.fromkeys([card_of(site, ""), *(card_of(site, entry.path) for entry in site.nav)]))


def render_cards(site: Site, renderer: Renderer) -> dict[str, bytes]:
    """Return every card as PNG by its path in the site, with the practice's name if it has one.

    The size is 1200 by 630 pixels, as Open Graph readers ask for.
    """
    name = queries.site_title(site)
    practice = textwrap.shorten(renderer.displayable(site.practice.name or ""), _LONGEST_NAME, placeholder=" …") or None

    def job(card: Card) -> Job:
        return Job("card.typ", {"site": None if card.title == name else name, "title": card.title, "practice": practice}, format="png")

    return {card.file: renderer.render(job(card)) for card in cards(site)}
