"""What of a stylesheet no first sight needs, and what of that waits for an act of the reader."""

from __future__ import annotations

from sitekit.publish.lighten.selector import Selector
from sitekit.publish.lighten.stylesheet import Declaration, Rule

# At-rules without selectors that no first sight needs.
AT = ("keyframes", "page")
# Conditions that no first sight on a screen fulfils.
_CONDITIONS = ("@media print", "prefers-reduced-motion", "hover")
# Properties that show only in motion, on paper or after a jump; and those that show only to a hand: pointer, finger, keys.
_PROPERTIES = ("animation", "break-", "orphans", "outline", "page-break", "scroll-behavior", "scroll-margin", "scroll-padding", "widows")
_TO_A_HAND = ("cursor", "overscroll-behavior", "scroll-snap", "tap-highlight", "touch-action", "transition", "user-select", "will-change")
# States that only a hand brings about. Focus is none of them: who comes by keyboard must see the first stop at once.
_BY_HAND = frozenset(["active", "backdrop", "hover", "popover-open"])
_VENDORS = ("-webkit-", "-moz-", "-ms-")


def is_late(rule: Rule) -> bool:
    """Tell whether a rule holds under conditions alone that no first sight fulfils."""
    return any(late in condition for condition in rule.conditions for late in _CONDITIONS) or rule.keyword in AT


def shows_late(declaration: Declaration) -> bool:
    """Tell whether a declaration shows nothing at first sight."""
    return _bare(declaration).startswith(_PROPERTIES + _TO_A_HAND)


def for_act(rule: Rule, declaration: Declaration) -> bool:
    """Tell whether a declaration shows nothing before the reader acts."""
    return _bare(declaration).startswith(_TO_A_HAND)


def by_hand(selector: Selector) -> bool:
    """Tell whether a selector waits for a state that only a reader's hand brings about."""
    return not selector.states.isdisjoint(_BY_HAND)


def _bare(declaration: Declaration) -> str:
    name = declaration.name
    for vendor in _VENDORS:
        name = name.removeprefix(vendor)
    return name
