"""Sorts a site's style rules: those a page shows at first sight, those that a later state asks for, and the rest.

At first sight: what matches an element that is neither hidden nor folded away, on a screen, untouched.
Later: print, hover, focus, an open menu, what scripts put on the page. The rest matches nothing and is left out.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Set
from dataclasses import dataclass
from functools import cache

from sitekit.publish.lighten.cascade import PutOff
from sitekit.publish.lighten.outline import Outline, Place
from sitekit.publish.lighten.overruled import without_overruled
from sitekit.publish.lighten.selector import Selector
from sitekit.publish.lighten.stylesheet import Declaration, Rule
from sitekit.publish.lighten.variables import asked_in, without_unasked

# Conditions that no first sight on a screen fulfils, and properties that show only in motion, on paper or to the touch.
_LATE_CONDITIONS = ("@media print", "prefers-reduced-motion", "hover")
_LATE_PROPERTIES = ("animation", "break-", "cursor", "orphans", "outline", "overscroll-behavior", "page-break", "scroll-behavior",
                    "scroll-margin", "scroll-padding", "scroll-snap", "tap-highlight", "touch-action", "transition", "user-select", "widows", "will-change")
# At-rules without selectors that no first sight needs.
_LATE_AT = ("keyframes", "page")
_VENDORS = ("-webkit-", "-moz-", "-ms-")


@dataclass(frozen=True)
class Sight:
    """What a page has at first: places in sight, places hidden or folded away, custom properties its markup asks for."""

    seen: frozenset[Place]
    folded: frozenset[Place]
    asked: frozenset[str]


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
    """The rules each page shows at first sight; those for later, and for the theme's own parts, the same for all pages."""

    first: Mapping[str, list[Rule]]
    later: list[Rule]
    theme: list[Rule]
    whole: list[Rule]


def sort(rules: list[Rule], outline: Outline, pages: Mapping[str, Sight], scripted: Scripted, of_theme: Callable[[Selector], bool]) -> Tiers:
    """Sort rules, given in the order of the cascade, into tiers.

    Args:
        rules: every rule of the site.
        outline: knows the places of all pages.
        pages: what each page has at first.
        scripted: what scripts and readers may bring or take away.
        of_theme: tells the selectors of parts that show nothing until the theme's script is there.
    """
    at_first = {path: outline.matched(sight.seen) for path, sight in pages.items()}
    anywhere = set().union(*at_first.values())
    in_time = _in_time(rules, outline, pages, at_first, scripted)
    at_reach = {selector for selector in in_time if of_theme(selector)}

    parts = [(rule, _first(rule, anywhere)) for rule in rules]
    first = {}
    for path, matched in at_first.items():
        shown = [part.only([s for s in part.selectors if s in matched]) for _, part in parts if not part.is_empty]
        shown = without_overruled(rule for rule in shown if not rule.is_empty)
        first[path] = without_unasked(shown, asked_in(shown, pages[path].asked))

    said = set.intersection(*({(rule.order, d) for rule in page for d in rule.declarations} for page in first.values()))
    at_sight = {rule.order: set(part.declarations) for rule, part in parts}
    known = anywhere | in_time
    subjects = cache(lambda selector: outline.subjects(selector, scripted.comes))
    whole = [rule.only([s for s in rule.selectors if s in known]) for rule in rules]
    whole = [rule for rule in whole if not rule.is_empty]
    from_markup = frozenset().union(*(sight.asked for sight in pages.values()))

    def not_at_sight(rule: Rule, d: Declaration) -> bool:
        return d not in at_sight[rule.order] or d.name.startswith("--") and (rule.order, d) not in said

    later = _put_off(whole, in_time - at_reach, not_at_sight, at_reach, subjects)
    asked = asked_in([*later, *(rule for page in first.values() for rule in page)], from_markup)
    # What stands in the sheets before it is said; but for the theme's own custom properties.
    all_asked = asked_in(whole, from_markup)
    theme = _put_off(whole, at_reach, lambda rule, d: d.name in all_asked - asked, frozenset(), subjects)
    theme = [rule for rule in theme if not rule.at]
    return Tiers(first, without_unasked(later, asked), without_unasked(theme, all_asked), without_unasked(whole, all_asked))


def _in_time(rules: list[Rule], outline: Outline, pages: Mapping[str, Sight], at_first: Mapping[str, Set[Selector]], scripted: Scripted) -> set[Selector]:
    """Return the selectors that come to match on some page after first sight."""
    found: set[Selector] = set()
    reached = cache(lambda selector: outline.reached(selector, scripted.comes))
    waiting = [(s, bool(s.states or (s.names | s.absent) & scripted.comes), bool(s.names & (scripted.comes | scripted.made)))
               for rule in rules for s in rule.selectors]
    for path, sight in pages.items():
        places = sight.seen | sight.folded
        known = set().union(*(place.features for place in places)) | scripted.comes | scripted.made
        at_once, unfolded = at_first[path], outline.matched(sight.folded)
        for selector, changes, made in waiting:
            # What the page says at first sight, it need not be told again when the state changes.
            if selector not in at_once and (
                selector in unfolded or selector.names <= known and (made or changes and not places.isdisjoint(reached(selector)))
            ):
                found.add(selector)
        waiting = [one for one in waiting if one[0] not in found]
    return found


def _put_off(rules: list[Rule], wanted: Set[Selector], unsaid: Callable[[Rule, Declaration], bool], left_out: Set[Selector],
             subjects: Callable[[Selector], frozenset[Place]]) -> list[Rule]:
    """Return the rules of a later sheet: what is wanted there, and what must be said again because of it.

    Args:
        rules: all that match at all.
        wanted: the selectors that this sheet is for.
        unsaid: tells the declarations that no earlier sheet is sure to say.
        left_out: the selectors that a still later sheet is for.
        subjects: the places that a selector may mean.
    """
    sheet = PutOff(subjects)
    found: list[Rule] = []
    for rule in rules:
        here: dict[tuple[Selector, ...], list[Declaration]] = {}
        for declaration in rule.declarations:
            new = unsaid(rule, declaration)
            chosen = tuple(s for s in rule.selectors if s not in left_out and (new or s in wanted or sheet.beats(rule, s, declaration)))
            if chosen:
                here.setdefault(chosen, []).append(declaration)
        pieces = [rule.only(selectors, declarations) for selectors, declarations in here.items()] or [rule] * (rule.keyword in _LATE_AT)
        for piece in pieces:
            sheet.add(piece)
        found += pieces
    return found


def _first(rule: Rule, anywhere: Set[Selector]) -> Rule:
    """Return the part of a rule that some page shows at first sight."""
    if any(late in condition for condition in rule.conditions for late in _LATE_CONDITIONS) or rule.keyword in _LATE_AT:
        return Rule(rule.order, (), (), ())
    return rule.only([s for s in rule.selectors if s in anywhere], [d for d in rule.declarations if not _is_late(d.name)])


def _is_late(name: str) -> bool:
    for vendor in _VENDORS:
        name = name.removeprefix(vendor)
    return name.startswith(_LATE_PROPERTIES)
