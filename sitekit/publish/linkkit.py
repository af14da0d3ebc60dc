"""Writes what therapists and their programs take away: each page's QR code, links.json and links.csv."""

from __future__ import annotations

from pathlib import Path

from sitekit import derive
from sitekit.linkkit import as_csv, as_json, qr_file
from sitekit.model import Site
from sitekit.typeset.codes import qr
from sitekit.typeset.press import Press, Work

# A QR code with its address below is this wide, in points; PNG has two pixels to the point.
_WIDTH = 246
_PPI = 144


def make_link_kit(folder: Path, site: Site, site_url: str, press: Press) -> None:
    """Write the link kit's files below `folder`.

    Args:
        folder: the built site.
        site_url: the address it will live at, ending in a slash.
        press: sets the codes, or remembers them.
    """
    for page in derive.in_menu_order(site):
        address = site_url + page.url
        for kind in ("svg", "png"):
            file = folder / qr_file(page, kind)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(press.set(Work("code.typ", {"qr": qr(address, press), "address": address, "width": _WIDTH}, format=kind, ppi=_PPI)))
    (folder / "links.json").write_text(as_json(site, site_url), encoding="utf-8")
    # The line ends of RFC 4180 stay as they are.
    (folder / "links.csv").write_bytes(as_csv(site, site_url).encode())
