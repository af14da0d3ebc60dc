"""QR codes as SVG. They are cached with the typeset files, since finding the best mask pattern takes time."""

import io

import segno

from sitekit.pdf.renderer import Renderer


def qr(url: str, renderer: Renderer) -> str:
    """Return the QR code of a URL as SVG, with its quiet zone (ISO/IEC 18004, error correction M: 15 % may be damaged)."""

    def make() -> bytes:
        svg = io.BytesIO()
        # Browsers show an SVG as an image only if it names its namespace.
        segno.make(url, error="m", micro=False).save(
            svg, kind="svg", xmldecl=False, svgns=True, nl=False, border=4, dark="#000", light="#fff", omitsize=True
        )
        return svg.getvalue()

    return renderer.cache.get(f"QR code, segno {segno.__version__}: {url}", "svg", make).decode()
