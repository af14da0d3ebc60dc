"""The files of the link kit: each page's QR code, links.json, links.csv and emails.json."""

from sitekit import letters, queries
from sitekit.links import as_csv, as_json, qr_file
from sitekit.models.site import Site
from sitekit.pdf.qr import qr
from sitekit.pdf.renderer import Job, Renderer

# The width of a QR code with its URL below, in points; a PNG has two pixels a point.
_WIDTH = 246
_PPI = 144


def render_link_files(site: Site, site_url: str, renderer: Renderer) -> dict[str, bytes]:
    """Return the link kit's files by their paths in the site.

    Args:
        site: the sources.
        site_url: the URL the site will live at, ending in a slash.
        renderer: typesets the QR codes with their URLs.
    """
    # As bytes, since CSV has line ends of its own (RFC 4180).
    files = {"links.json": as_json(site, site_url).encode(), "links.csv": as_csv(site, site_url).encode()}
    files[letters.FILE] = letters.as_json(site, site_url).encode()
    for page in queries.pages_in_nav_order(site):
        url = site_url + page.url
        values = {"qr": qr(url, renderer), "address": url, "width": _WIDTH}
        for kind in ("svg", "png"):
            files[qr_file(page.url, kind)] = renderer.render(Job("code.typ", values, format=kind, ppi=_PPI))
    return files
