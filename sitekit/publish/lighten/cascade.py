"""Keeps the cascade whole when a stylesheet is cut in two: what must be said once more in the later part.

Of two declarations of equal weight the later one wins. A rule put off would thus beat rules that used to come after it.
Those are repeated behind it, so that every element looks as it did with the sheet in one piece.
"""

from __future__ import annotations

from collections.abc import Callable

from sitekit.publish.lighten.outline import Place
from sitekit.publish.lighten.selector import Selector
from sitekit.publish.lighten.stylesheet import Declaration, Rule

_VENDORS = ("-webkit-", "-moz-", "-ms-")
# Shorthands that set properties whose names they do not begin.
_SHORTHANDS = {"line-height": "font", "row-gap": "gap", "column-gap": "gap", "top": "inset", "right": "inset", "bottom": "inset",
               "left": "inset", "align-content": "place", "align-items": "place", "align-self": "place",
               "justify-content": "place", "justify-items": "place", "justify-self": "place"}


class PutOff:
    """Rules put off so far, in order, and the question whether a rule that stays must be repeated behind them."""

    def __init__(self, subjects: Callable[[Selector], frozenset[Place]]) -> None:
        self._subjects = subjects
        self._by_weight: dict[tuple, list[tuple[str, Selector, frozenset[str]]]] = {}
        self._meeting: dict[tuple[Selector, Selector], bool] = {}

    def add(self, rule: Rule) -> None:
        for selector in rule.selectors:
            for declaration in rule.declarations:
                self._by_weight.setdefault(_weight(selector, declaration, _family(declaration.name)), []).append((_family(declaration.name), selector, _media(rule)))

    def beats(self, rule: Rule, selector: Selector, declaration: Declaration) -> bool:
        """Tell whether some rule put off would wrongly win over this one, which comes after it."""
        family = _family(declaration.name)
        return any(
            _same(family, other) and not {"print", "screen"} <= media | _media(rule) and self._meet(selector, earlier)
            for other, earlier, media in self._by_weight.get(_weight(selector, declaration, family), ())
        )

    def _meet(self, one: Selector, other: Selector) -> bool:
        """Tell whether two selectors can mean the same element, or the same part of it."""
        pair = one, other
        if pair not in self._meeting:
            self._meeting[pair] = one.part == other.part and not self._subjects(one).isdisjoint(self._subjects(other))
        return self._meeting[pair]


def _weight(selector: Selector, declaration: Declaration, family: str) -> tuple:
    """Return what two declarations must share to rival each other: their weight, and the beginning of what they set."""
    return selector.specificity, declaration.value.endswith("!important"), family if family.startswith("--") else family.partition("-")[0]


def _family(name: str) -> str:
    for vendor in _VENDORS:
        name = name.removeprefix(vendor)
    return f"{_SHORTHANDS[name]}-{name}" if name in _SHORTHANDS else name


def _same(one: str, other: str) -> bool:
    """Tell whether two properties set the same thing, one perhaps as a shorthand of the other."""
    return one == other or not one.startswith("--") and (one.startswith(f"{other}-") or other.startswith(f"{one}-"))


def _media(rule: Rule) -> frozenset[str]:
    return frozenset(word for word in ("print", "screen") for condition in rule.conditions if f" {word}" in condition)
