"""Leaves out declarations that lose on every element they could mean, to rules that hold in every state of the page."""

from __future__ import annotations

from collections.abc import Iterable, Set

from sitekit.publish.lighten.outline import Outline, Place
from sitekit.publish.lighten.overruled import names_of
from sitekit.publish.lighten.selector import YES, Selector, matches
from sitekit.publish.lighten.stylesheet import Declaration, Rule

# What decides between two declarations of one property: importance, weight, order.
Rank = tuple[bool, tuple[int, int, int], int]


def without_outdone(rules: Iterable[Rule], outline: Outline, comes: Set[str], made: Set[str] = frozenset()) -> list[Rule]:
    """Return rules without what never wins.

    Args:
        rules: in the order of the cascade.
        outline: knows the places of all pages.
        comes: features that scripts or readers bring or take away; a selector that names one is left as it is.
        made: features of elements that only scripts make; the same holds for them.
    """
    rules, changing = list(rules), comes | made
    steady = {s for rule in rules for s in rule.selectors if not s.states and not (s.names | s.absent) & changing}
    winners = _winners(rules, outline, steady)
    gone = _gone(rules, outline, comes, winners)
    where = _where(outline, steady)
    return [kept for rule in rules if not (kept := _without(rule, steady, where, winners, gone)).is_empty]


def _where(outline: Outline, steady: Set[Selector]) -> dict[Selector, list[Place]]:
    found: dict[Selector, list[Place]] = {}
    for place in outline.places:
        for selector in outline.matched([place]) & steady:
            found.setdefault(selector, []).append(place)
    return found


def _winners(rules: list[Rule], outline: Outline, steady: Set[Selector]) -> dict[tuple[Place, str, str], Rank]:
    """Return, by place, pseudo-element and property, the rank of the best declaration that surely holds under no condition."""
    always = [(rule, s) for rule in rules if not rule.conditions for s in rule.selectors if s in steady]
    by_selector: dict[Selector, list[Rule]] = {}
    for rule, selector in always:
        by_selector.setdefault(selector, []).append(rule)
    found: dict[tuple[Place, str, str], Rank] = {}
    for place in outline.places:
        for selector in outline.matched([place]) & by_selector.keys():
            if matches(selector.chain, place) == YES:
                for rule in by_selector[selector]:
                    for declaration in rule.declarations:
                        key = place, selector.part, declaration.name
                        found[key] = max(found.get(key, _LEAST), _rank(rule, selector, declaration))
    return found


# Pseudo-elements that are boxes of their own.
_BOXES = frozenset(["after", "before"])
_LEAST: Rank = (False, (-1, 0, 0), -1)


def _rank(rule: Rule, selector: Selector, declaration: Declaration) -> Rank:
    return declaration.value.endswith("!important"), selector.specificity, rule.order


def _gone(rules: list[Rule], outline: Outline, comes: Set[str], winners: dict[tuple[Place, str, str], Rank]) -> set[tuple[Place, str]]:
    """Return the pseudo-elements that are never there, by place and name: a sure "none" is said of
    their `display`, and nothing else ranks above it in any state."""
    said: dict[tuple[Place, str], list[tuple[Rank, str]]] = {}
    for rule in rules:
        for declaration in rule.declarations:
            if declaration.name == "display":
                for selector in rule.selectors:
                    if selector.part in _BOXES:
                        for place in outline.subjects(selector, comes):
                            said.setdefault((place, selector.part), []).append((_rank(rule, selector, declaration), declaration.value))
    sure = {(place, part): rank for (place, part, name), rank in winners.items() if name == "display" and part in _BOXES}
    return {key for key, least in sure.items() if all(value.startswith("none") for rank, value in said[key] if rank >= least)}


def _without(rule: Rule, steady: Set[Selector], where: dict[Selector, list[Place]], winners: dict[tuple[Place, str, str], Rank],
             gone: set[tuple[Place, str]]) -> Rule:
    if not rule.selectors or not all(selector in steady for selector in rule.selectors):
        return rule
    winning = {d: {s for s in rule.selectors if _wins(rule, s, d, where.get(s, ()), winners, gone)} for d in rule.declarations}
    return rule.only([s for s in rule.selectors if any(s in some for some in winning.values())], [d for d, some in winning.items() if some])


def _wins(rule: Rule, selector: Selector, declaration: Declaration, places: Iterable[Place], winners: dict[tuple[Place, str, str], Rank],
          gone: set[tuple[Place, str]]) -> bool:
    """Tell whether a declaration may count somewhere: no sure winner outranks it there."""
    rank = _rank(rule, selector, declaration)
    return any((declaration.name == "display" or (place, selector.part) not in gone) and all(winners.get((place, selector.part, name), _LEAST) <= rank for name in names_of(declaration.name)) for place in places)
