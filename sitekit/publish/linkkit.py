"""Makes what therapists and their programs take away: each page's QR code, links.json and links.csv."""

from __future__ import annotations

from sitekit import derive
from sitekit.linkkit import as_csv, as_json, qr_file
from sitekit.model import Site
from sitekit.typeset.codes import qr
from sitekit.typeset.press import Press, Work

# A QR code with its address below is this wide, in points; PNG has two pixels to the point.
_WIDTH = 246
_PPI = 144


def set_link_kit(site: Site, site_url: str, press: Press) -> dict[str, bytes]:
    """Return the link kit's files by their paths in the site.

    Args:
        site_url: the address the site will live at, ending in a slash.
        press: sets the codes, or remembers them.
    """
    # The line ends of RFC 4180 stay as they are.
    files = {"links.json": as_json(site, site_url).encode(), "links.csv": as_csv(site, site_url).encode()}
    for page in derive.in_menu_order(site):
        address = site_url + page.url
        for kind in ("svg", "png"):
            files[qr_file(page, kind)] = press.set(Work("code.typ", {"qr": qr(address, press), "address": address, "width": _WIDTH}, format=kind, ppi=_PPI))
    return files
