"""All files that are made for a site from the sources alone: handouts, preview cards, QR codes and the lists of the link kit."""

import textwrap
from pathlib import Path
from typing import NamedTuple

from sitekit import letters, links, queries
from sitekit.errors import Problem
from sitekit.files import zipped
from sitekit.models.site import Site
from sitekit.pdf.handout_list import ARCHIVE
from sitekit.pdf.handouts import render_handouts
from sitekit.pdf.renderer import Job, Renderer

# The width of a QR code with its URL below, in points; a PNG has two pixels a point.
_WIDTH = 246
_PPI = 144
# Letters of the practice's name that a preview card shows. More would make the picture larger in bytes.
_LONGEST_NAME = 80


def render_print_files(site: Site, cache: Path) -> tuple[dict[str, bytes], list[Problem]]:
    """Return all files by their paths in the site, and the problems that keep a handout from being made; with any, files are missing."""
    renderer = Renderer(cache)
    files, problems = render_handouts(site, renderer)
    if not problems:
        files |= {ARCHIVE: zipped(files)} | render_cards(site, renderer) | link_lists(site)
        for page in queries.pages_in_nav_order(site):
            url = site.url + page.url
            values = {"qr": renderer.qr(url), "address": url, "width": _WIDTH}
            for kind in ("svg", "png"):
                files[links.qr_file(page.url, kind)] = renderer.render(Job("code.typ", values, format=kind, ppi=_PPI))
        renderer.cache.prune()
    return files, problems


def link_lists(site: Site) -> dict[str, bytes]:
    """Return links.json, links.csv and emails.json; as bytes, since CSV has line ends of its own (RFC 4180)."""
    lists = {"links.json": links.as_json, "links.csv": links.as_csv, letters.FILE: letters.as_json}
    return {path: text(site).encode() for path, text in lists.items()}


class Card(NamedTuple):
    """The preview card that messages show with links to a section: its file below the site's root, its words, and its text alternative."""

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


def render_cards(site: Site, renderer: Renderer) -> dict[str, bytes]:
    """Return every card as PNG by its path in the site, with the practice's name if it has one.

    The size is 1200 by 630 pixels, as Open Graph readers ask for.
    """
    name = queries.site_title(site)
    practice = textwrap.shorten(renderer.displayable(site.practice.name or ""), _LONGEST_NAME, placeholder=" …") or None

    def job(card: Card) -> Job:
        return Job("card.typ", {"site": None if card.title == name else name, "title": card.title, "practice": practice}, format="png")

    cards = {card_of(site, path) for path in ("", *(entry.path for entry in site.nav))}
    return {card.file: renderer.render(job(card)) for card in sorted(cards)}
