"""Makes what therapists and their programs take away: each page's QR code, links.json and links.csv."""

from __future__ import annotations

from sitekit import queries
from sitekit.links import as_csv, as_json, qr_file
from sitekit.models.site import Site
from sitekit.pdf.qr import qr
from sitekit.pdf.renderer import Job, Renderer

# A QR code with its address below is this wide, in points; PNG has two pixels to the point.
_WIDTH = 246
_PPI = 144


def render_link_files(site: Site, site_url: str, renderer: Renderer) -> dict[str, bytes]:
    """Return the link kit's files by their paths in the site.

    Args:
        site_url: the address the site will live at, ending in a slash.
        renderer: sets the codes, or remembers them.
    """
    # The line ends of RFC 4180 stay as they are.
    files = {"links.json": as_json(site, site_url).encode(), "links.csv": as_csv(site, site_url).encode()}
    for page in queries.pages_in_nav_order(site):
        address = site_url + page.url
        for kind in ("svg", "png"):
            files[qr_file(page, kind)] = renderer.render(
                Job("code.typ", {"qr": qr(address, renderer), "address": address, "width": _WIDTH}, format=kind, ppi=_PPI)
            )
    return files
