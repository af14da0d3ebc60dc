"""Find words that run out of a drawing, where no reader sees them."""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element, fromstring

# A letter is about half as wide as it is high. By less, no words that fit are reported, in whichever typeface they are shown.
_WIDTH = 0.45
_TRANSLATE = re.compile(r"translate\((-?[\d.]+)[^)]*\)")
CUT_OFF = "runs out of the drawing, and is cut off there", "Write fewer words, or smaller ones."
_BEFORE = {"start": 0.0, "middle": 0.5, "end": 1.0}


def find_cut_off(svg: str) -> Iterator[str]:
    """Yield each text of a drawing, in which find_problems() finds none, that begins or ends outside of its view box."""
    root = fromstring(svg)  # noqa: S314, sources.svg has refused what could grow
    if box := root.get("viewBox"):
        left, _, width, _ = map(float, re.split("[ ,]+", box))
        yield from _cut_off(root, left, left + width, 0.0, "start", 16.0)


def _cut_off(node: Element, left: float, right: float, x: float, anchor: str, size: float) -> Iterator[str]:
    anchor, size = node.get("text-anchor", anchor), float(node.get("font-size", size))
    moved = _TRANSLATE.fullmatch(node.get("transform", "translate(0)"))
    if not moved:
        # What is turned or scaled is looked at by people.
        return
    x += float(moved[1])
    if node.tag.endswith("}text"):
        words = " ".join("".join(node.itertext()).split())
        width = _WIDTH * size * len(words)
        start = x + float(node.get("x", 0)) - _BEFORE.get(anchor, 0.0) * width
        if start < left or start + width > right:
            yield words
        return
    for child in node:
        yield from _cut_off(child, left, right, x, anchor, size)
