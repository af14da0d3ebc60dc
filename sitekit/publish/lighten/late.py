"""What of a stylesheet no first sight needs."""

from __future__ import annotations

from sitekit.publish.lighten.selector import Selector
from sitekit.publish.lighten.stylesheet import Declaration, Rule

# At-rules without selectors that no first sight needs.
AT = ("keyframes", "page")
# Conditions that no first sight on a screen fulfils.
_CONDITIONS = ("@media print", "prefers-reduced-motion", "hover")
# Properties that show only in motion, on paper, or to a hand: pointer, finger, keys. Where a jump ends is none of them: who comes
# by a link to a part jumps there before anything else has come.
_PROPERTIES = ("animation", "break-", "color-adjust", "cursor", "orphans", "outline", "overscroll-behavior", "page-break", "print-color-adjust", "scroll-behavior",
               "scroll-snap", "tap-highlight", "touch-action", "transition", "user-select", "widows", "will-change")
# States that show at once what a reader just did: where the keyboard is, what is ticked. They cannot wait for a file.
_MARKED = frozenset(["checked", "focus", "focus-visible"])
# And what the browser opens by itself.
_AT_ONCE = _MARKED | {"popover-open"}
# What shows where focus or a tick is; the rest of its looks may follow.
_MARKS = ("background", "border", "content", "height", "margin", "outline", "top", "transform", "width")
_VENDORS = ("-webkit-", "-moz-", "-ms-")


def is_late(rule: Rule) -> bool:
    """Tell whether a rule holds under conditions alone that no first sight fulfils."""
    return any(late in condition for condition in rule.conditions for late in _CONDITIONS) or rule.keyword in AT


def answers(selector: Selector) -> bool:
    """Tell whether a selector waits for focus, a tick or a popover, and for nothing else: an answer that a reader must see at once."""
    return bool(selector.states) and selector.states <= _AT_ONCE


def marks(selector: Selector) -> bool:
    """Tell whether such an answer only marks what is in sight already."""
    return answers(selector) and selector.states <= _MARKED


def shows_late(declaration: Declaration, answer: bool) -> bool:
    """Tell whether a declaration shows nothing at first sight; `answer` tells whether it is for what has focus or a tick."""
    name = declaration.name
    for vendor in _VENDORS:
        name = name.removeprefix(vendor)
    return not name.startswith(_MARKS) if answer else name.startswith(_PROPERTIES)
