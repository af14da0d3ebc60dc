"""Leaves out declarations that a later rule always overrules: it means at least the same elements, with equal weight."""

from __future__ import annotations

from collections.abc import Iterable

from cssselect2 import parser

from sitekit.publish.lighten.selector import Selector
from sitekit.publish.lighten.stylesheet import Declaration, Rule

# Shorthands that set anew every property whose name they begin.
_SHORTHANDS = frozenset(["margin", "padding", "background", "font", "list-style", "outline", "text-decoration"])


class Overruled:
    """Knows of a stylesheet's rules what can never win, as a later rule says it anew under no more conditions."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        rules = list(rules)
        last: dict[tuple, int] = {}
        for rule in rules:
            for declaration in rule.declarations:
                for selector in rule.selectors:
                    last[selector.text, rule.conditions, _name(declaration)] = rule.order
        self._lost: dict[tuple[int, Selector], frozenset[Declaration]] = {}
        for rule in rules:
            said = [(declaration, _says(declaration)) for declaration in rule.declarations]
            for selector in rule.selectors:
                keys = [(text, conditions) for text in _covering(selector) for conditions in {rule.conditions, ()}]
                lost = frozenset(d for d, names in said if any(last.get((*key, name), -1) > rule.order for key in keys for name in names))
                if lost:
                    self._lost[rule.order, selector] = lost

    def without(self, rule: Rule) -> Rule:
        """Return a rule without the declarations that lose for each of its selectors."""
        lost = [self._lost.get((rule.order, selector), frozenset()) for selector in rule.selectors]
        gone = frozenset.intersection(*lost) if lost else frozenset()
        return rule.only(declarations=[d for d in rule.declarations if d not in gone]) if gone else rule


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
