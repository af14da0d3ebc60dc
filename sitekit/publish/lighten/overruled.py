"""Leaves out declarations that a later rule always overrules: it means at least the same elements, with equal weight."""

from __future__ import annotations

from collections.abc import Iterable

from cssselect2 import parser

from sitekit.publish.lighten.selector import Selector
from sitekit.publish.lighten.stylesheet import Declaration, Rule

# Shorthands that set anew every property whose name they begin.
_SHORTHANDS = frozenset(["margin", "padding", "background", "font", "list-style", "outline", "text-decoration"])


def without_overruled(rules: Iterable[Rule]) -> list[Rule]:
    """Return rules without what can never win, as a later rule with the same selector says it anew under no more conditions."""
    rules = list(rules)
    last: dict[tuple, int] = {}
    for rule in rules:
        for declaration in rule.declarations:
            for selector in rule.selectors:
                last[selector.text, rule.conditions, _name(declaration)] = rule.order
    return [kept for rule in rules if not (kept := _without(rule, last)).is_empty]


def names_of(name: str) -> list[str]:
    """Return the properties that, set anew, set a property anew: itself, and a shorthand that its name begins with."""
    return [name, *(short for short in _SHORTHANDS if name.startswith(f"{short}-"))]


def _without(rule: Rule, last: dict[tuple, int]) -> Rule:
    if not rule.selectors:
        return rule

    def is_lost(selector: Selector, declaration: Declaration) -> bool:
        important = "!" * declaration.value.endswith("!important")
        names = [name + important for name in names_of(declaration.name)]
        return any(last.get((text, conditions, name), -1) > rule.order for text in _covering(selector) for conditions in {rule.conditions, ()} for name in names)

    lost = {selector: {d for d in rule.declarations if is_lost(selector, d)} for selector in rule.selectors}
    return rule.only([s for s in rule.selectors if len(lost[s]) < len(set(rule.declarations))], [d for d in rule.declarations if not all(d in some for some in lost.values())])


def _covering(selector: Selector) -> list[str]:
    """Return the selectors of equal weight that surely mean all that this one means: itself, and any value for one value."""
    simples = selector.tree.simple_selectors if isinstance(selector.tree, parser.CompoundSelector) else []
    alone = len(simples) == 1 and isinstance(simples[0], parser.AttributeSelector) and not selector.part
    return [selector.text, f"[{simples[0].lower_name}]"] if alone else [selector.text]


def _name(declaration: Declaration) -> str:
    return declaration.name + "!" * declaration.value.endswith("!important")
