"""Sorts a site's style rules: those a page shows at first sight, those that a later state asks for, and the rest.

At first sight: what matches an element that is neither hidden nor folded away, on a screen, untouched or with focus.
Later: print, hover, an open menu, what scripts put on the page. The rest matches nothing and is left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Set
from dataclasses import dataclass
from functools import cache, partial

from sitekit.publish.lighten import late
from sitekit.publish.lighten.cascade import PutOff
from sitekit.publish.lighten.outline import Outline, Place
from sitekit.publish.lighten.selector import Selector
from sitekit.publish.lighten.stylesheet import Declaration, Rule
from sitekit.publish.lighten.variables import asked_in, without_unasked


@dataclass(frozen=True)
class Sight:
    """What a page has at first: places in sight, places hidden or folded away, custom properties its markup asks for."""

    seen: frozenset[Place]
    folded: frozenset[Place]
    asked: frozenset[str]

    @property
    def features(self) -> set[str]:
        """Every feature that some element of the page has."""
        return set().union(*(place.features for place in self.seen | self.folded))


@dataclass(frozen=True)
class Scripted:
    """What scripts and readers do to a page.

    Attributes:
        comes: features that elements on the page may get or lose, as ".chosen" or "[open".
        made: features of elements that only scripts make: tags, and classes of their own.
    """

    comes: frozenset[str]
    made: frozenset[str]


@dataclass(frozen=True)
class Tiers:
    """Rules in tiers.

    Attributes:
        first: those each page shows at first sight, by page.
        later: those for later, for all pages.
        whole: all that match at all.
    """

    first: Mapping[str, list[Rule]]
    later: list[Rule]
    whole: list[Rule]


def sort(rules: list[Rule], outline: Outline, pages: Mapping[str, Sight], scripted: Scripted) -> Tiers:
    """Sort rules, given in the order of the cascade, into tiers.

    Args:
        rules: every rule of the site.
        outline: knows the places of all pages.
        pages: what each page has at first.
        scripted: what scripts and readers do to pages.
    """
    subjects, reached = (cache(partial(ask, comes=scripted.comes)) for ask in (outline.subjects, outline.reached))
    at_first = _at_first({s for rule in rules for s in rule.selectors if late.answers(s)}, outline, pages, reached)
    in_time = _in_time(rules, outline, pages, scripted, at_first, reached)
    anywhere = set().union(*at_first.values())
    parts = [part for rule in rules if not (part := _first(rule, anywhere)).is_empty]
    shown = {path: _only(parts, here) for path, here in at_first.items()}
    first = {path: without_unasked(found, asked_in(found, pages[path].asked)) for path, found in shown.items()}

    said = set.intersection(*(_said(page) for page in first.values()))
    now = {rule.order: rule.declarations for rule in parts}

    def unsaid(rule: Rule, s: Selector, d: Declaration) -> bool:
        return (rule.order, d) not in said if d.name.startswith("--") else s in anywhere and d not in now.get(rule.order, ())

    whole = _only(rules, anywhere | in_time)
    found = _put_off(whole, in_time, unsaid, subjects)
    from_markup = frozenset().union(*(sight.asked for sight in pages.values()))
    asked = asked_in([*found, *(rule for page in first.values() for rule in page)], from_markup)
    # What a page asks for itself, it says itself; but paper may say it anew.
    own = asked_in(rule for rule in found if rule.selectors)
    later = without_unasked(found, asked, lambda rule, d: d.name in own or late.is_late(rule))
    return Tiers(first, later, without_unasked(whole, asked_in(whole, from_markup)))


def _said(rules: Iterable[Rule]) -> set[tuple[int, Declaration]]:
    return {(rule.order, declaration) for rule in rules for declaration in rule.declarations}


def _only(rules: list[Rule], known: Set[Selector]) -> list[Rule]:
    """Return rules with only the selectors that are known, and at-rules that have none."""
    kept = ((rule, [s for s in rule.selectors if s in known]) for rule in rules)
    return [rule if len(selectors) == len(rule.selectors) else rule.only(selectors) for rule, selectors in kept if selectors or rule.at]


def _on_page(selectors: Set[Selector], sight: Sight) -> set[Selector]:
    """Return, of selectors that match at places of a page, those that ask for nothing the whole page lacks."""
    features = sight.features
    return {selector for selector in selectors if selector.names <= features}


def _at_first(answers: Set[Selector], outline: Outline, pages: Mapping[str, Sight], reached: Callable[[Selector], frozenset[Place]]) -> dict[str, set[Selector]]:
    """Return, for each page, the selectors that match at first sight, and the answers that may show there."""
    return {path: _on_page(outline.matched(sight.seen) | {s for s in answers if not sight.seen.isdisjoint(reached(s))}, sight) for path, sight in pages.items()}


def _in_time(rules: list[Rule], outline: Outline, pages: Mapping[str, Sight], scripted: Scripted, at_first: Mapping[str, Set[Selector]],
             reached: Callable[[Selector], frozenset[Place]]) -> set[Selector]:
    """Return the selectors that come to match on some page after first sight."""
    brought = scripted.comes | scripted.made
    changing = [(s, bool(s.names & brought)) for rule in rules for s in rule.selectors if s.states or (s.names | s.absent) & brought]
    found: set[Selector] = set()
    for path, sight in pages.items():
        places, at_once = sight.seen | sight.folded, at_first[path]
        known = sight.features | brought
        # What the page says at first sight, it need not be told again when the state changes.
        found |= {s for s in outline.matched(sight.folded) if s not in at_once and s.names <= known}
        found |= {s for s, made in changing if s not in at_once and s.names <= known and (made or not places.isdisjoint(reached(s)))}
    return found


def _put_off(rules: list[Rule], wanted: Set[Selector], unsaid: Callable[[Rule, Selector, Declaration], bool],
             subjects: Callable[[Selector], frozenset[Place]]) -> list[Rule]:
    """Return the rules of a later sheet: what is wanted there, and what must be said again because of it.

    Args:
        rules: all that match at all.
        wanted: the selectors that this sheet is for.
        unsaid: tells the declarations that no earlier sheet is sure to say.
        subjects: the places that a selector may mean.
    """
    sheet = PutOff(subjects)
    found: list[Rule] = []
    for rule in rules:
        here: dict[tuple[Selector, ...], list[Declaration]] = {}
        for declaration in rule.declarations:
            chosen = tuple(s for s in rule.selectors if s in wanted or unsaid(rule, s, declaration) or sheet.beats(rule, s, declaration))
            if chosen:
                here.setdefault(chosen, []).append(declaration)
        pieces = [rule.only(selectors, declarations) for selectors, declarations in here.items()] or [rule] * (rule.keyword in late.AT)
        for piece in pieces:
            sheet.add(piece)
        found += pieces
    return found


def _first(rule: Rule, anywhere: Set[Selector]) -> Rule:
    """Return the part of a rule that some page shows at first sight."""
    if late.is_late(rule):
        return Rule(rule.order, (), (), ())
    selectors = [s for s in rule.selectors if s in anywhere]
    answer = all(late.marks(s) for s in selectors)
    return rule.only(selectors, [d for d in rule.declarations if not late.shows_late(d, answer)])
