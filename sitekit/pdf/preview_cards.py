"""Sets the pictures that links show in messages: 1200 by 630 pixels, as Open Graph readers ask for."""

from __future__ import annotations

import textwrap

from sitekit import queries
from sitekit.models.site import Site
from sitekit.pdf.cards import cards
from sitekit.pdf.renderer import Job, Renderer

# A longer name is cut on the card, and nowhere else: each letter adds to a picture that must stay small.
_LONGEST_NAME = 80


def render_cards(site: Site, renderer: Renderer) -> dict[str, bytes]:
    """Return every card by its path in the site, with the practice's name where it has one."""
    name = queries.site_title(site)
    shown = renderer.showable(site.practice.name or "")
    practice = textwrap.shorten(shown, _LONGEST_NAME, placeholder=" …") or None
    return {
        card.file: renderer.render(
            Job("card.typ", {"site": None if card.title == name else name, "title": card.title, "practice": practice}, format="png")
        )
        for card in cards(site)
    }
