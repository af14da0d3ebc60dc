"""Leaves out declarations that a later rule always overrules: it means at least the same elements, with equal weight."""

from __future__ import annotations

from collections.abc import Iterable

from cssselect2 import parser

from sitekit.publish.lighten.selector import Selector
from sitekit.publish.lighten.stylesheet import Declaration, Rule

# Shorthands that set anew every property whose name they begin.
_SHORTHANDS = frozenset(["margin", "padding", "background", "font", "list-style", "outline", "text-decoration"])


def without_overruled(rules: Iterable[Rule]) -> list[Rule]:
    """Return rules without what can never win, as a later rule says it anew under no more conditions."""
    rules = list(rules)
    last: dict[tuple, int] = {}
    for place, rule in enumerate(rules):
        for selector in rule.selectors:
            for declaration in rule.declarations:
                last[selector.text, rule.conditions, _name(declaration)] = place

    def is_overruled(place: int, rule: Rule, declaration: Declaration) -> bool:
        return bool(rule.selectors) and all(
            any(last.get((text, conditions, name), -1) > place
                for text in _covering(selector) for conditions in {rule.conditions, ()} for name in _says(declaration))
            for selector in rule.selectors
        )

    found = (rule.only(declarations=[d for d in rule.declarations if not is_overruled(place, rule, d)]) for place, rule in enumerate(rules))
    return [rule for rule in found if not rule.is_empty]


def _covering(selector: Selector) -> list[str]:
    """Return the selectors of equal weight that surely mean all that this one means: itself, and any value for one value."""
    simples = selector.tree.simple_selectors if isinstance(selector.tree, parser.CompoundSelector) else []
    alone = len(simples) == 1 and isinstance(simples[0], parser.AttributeSelector) and not selector.part
    return [selector.text, f"[{simples[0].lower_name}]"] if alone else [selector.text]


def _name(declaration: Declaration) -> str:
    return declaration.name + "!" * declaration.value.endswith("!important")


def _says(declaration: Declaration) -> list[str]:
    """Return the names under which a declaration may be said anew: its own, and a shorthand's."""
    name = _name(declaration)
    return [name, *(short + "!" * name.endswith("!") for short in _SHORTHANDS if name.startswith(f"{short}-"))]
