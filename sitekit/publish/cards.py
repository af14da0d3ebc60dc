"""Writes the pictures that links show in messages: 1200 by 630 pixels, as Open Graph readers ask for."""

from __future__ import annotations

import textwrap
from pathlib import Path

from sitekit import derive
from sitekit.cards import cards
from sitekit.model import Site
from sitekit.typeset.press import Press, Work

# A longer name is cut on the card, and nowhere else: each letter adds to a picture that must stay small.
_LONGEST_NAME = 80


def make_cards(folder: Path, site: Site, press: Press) -> None:
    """Write every card below `folder`, with the practice's name where it has one."""
    name = derive.site_title(site)
    shown = press.showable(site.practice.name or "")
    practice = textwrap.shorten(shown, _LONGEST_NAME, placeholder=" …") or None
    for card in cards(site):
        values = {"site": None if card.title == name else name, "title": card.title, "practice": practice}
        file = folder / card.file
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(press.set(Work("card.typ", values, format="png")))
