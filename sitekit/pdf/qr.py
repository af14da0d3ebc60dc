"""QR codes as drawings, kept like all that is set, since finding the best pattern takes time."""

from __future__ import annotations

import segno

from sitekit.pdf.renderer import Renderer


def qr(address: str, renderer: Renderer) -> str:
    """Return the QR code of an address as SVG (ISO/IEC 18004, error correction M: 15 % may be lost), with its quiet zone."""

    def make() -> bytes:
        return segno.make(address, error="m", micro=False).svg_inline(border=4, dark="#000", light="#fff", omitsize=True).encode()

    return renderer.keep(f"QR code, segno {segno.__version__}: {address}", "svg", make).decode()
