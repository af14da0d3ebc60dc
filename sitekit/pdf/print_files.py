"""All files that are made for a site from the sources alone: handouts, preview cards, QR codes and the lists of the link kit."""

from pathlib import Path

from sitekit import letters, links, queries
from sitekit.errors import Problem
from sitekit.files import zipped
from sitekit.models.site import Site
from sitekit.pdf.cards import render_cards
from sitekit.pdf.handout_list import ARCHIVE
from sitekit.pdf.handouts import render_handouts
from sitekit.pdf.renderer import Job, Renderer

# The width of a QR code with its URL below, in points; a PNG has two pixels a point.
_WIDTH = 246
_PPI = 144


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
