"""Mirror drawings for languages whose script runs from right to left."""

import re

_TAG = re.compile(r"<(/?)(svg|g|text)\b([^>]*)>")
_VIEW_BOX = re.compile(r'\bviewBox="([\d.-]+) [\d.-]+ ([\d.]+)')
_ANCHOR = re.compile(r'\btext-anchor="(start|middle|end)"')
_X = re.compile(r'\bx="([\d.-]+)"')
_OPPOSITE = {"start": "end", "middle": "middle", "end": "start"}


def mirrored(svg: str) -> str:
    """Return a drawing as in a mirror, with its words still to be read: they begin where they ended."""
    box = _VIEW_BOX.search(svg)
    if box is None:
        return svg
    anchors = ["start"]

    def turned(found: re.Match[str]) -> str:
        is_end, name, attributes = found[1], found[2], found[3]
        whole = f'<g transform="translate({2 * float(box[1]) + float(box[2]):g} 0) scale(-1 1)">'
        if name == "svg":
            return f"</g>{found[0]}" if is_end else f"{found[0]}{whole}"
        if is_end:
            if name == "g":
                anchors.pop()
            return found[0]
        own = _ANCHOR.search(attributes)
        anchor = own[1] if own else anchors[-1]
        if name == "g":
            anchors.append(anchor)
            return found[0]
        x = float(written[1]) if (written := _X.search(attributes)) else 0.0
        rest = _ANCHOR.sub("", attributes).rstrip()
        return f'<text{rest} text-anchor="{_OPPOSITE[anchor]}" transform="translate({2 * x:g} 0) scale(-1 1)">'

    return _TAG.sub(turned, svg)
