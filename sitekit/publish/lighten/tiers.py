"""Sorts a site's style rules: those a page shows at first sight, those that a later state asks for, and the rest.

At first sight: what matches an element that is neither hidden nor folded away, on a screen, untouched.
Later: print, hover, focus, an open menu, what scripts put on the page. The rest matches nothing and is left out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Set
from dataclasses import dataclass
from functools import cache, partial

from sitekit.publish.lighten import late
from sitekit.publish.lighten.cascade import PutOff
from sitekit.publish.lighten.outline import Outline, Place
from sitekit.publish.lighten.selector import Selector
from sitekit.publish.lighten.stylesheet import Declaration, Rule
from sitekit.publish.lighten.variables import asked_in, without_unasked

# The share of a group's pages up to which a rule is put into those pages alone, so that others need not fetch it.
_FEW = 0.25


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
class Group:
    """Pages that share scripts."""

    pages: Mapping[str, Sight]
    scripted: Scripted


@dataclass(frozen=True)
class Tiers:
    """Rules in tiers.

    Attributes:
        first: those each page shows at first sight, by page.
        later: those for later, by group of pages.
        act: those that only an act of the reader asks for, for all pages.
        theme: those for the theme's own parts.
        whole: all that match at all.
    """

    first: Mapping[str, list[Rule]]
    later: Mapping[str, list[Rule]]
    act: list[Rule]
    theme: list[Rule]
    whole: list[Rule]


def sort(rules: list[Rule], outline: Outline, groups: Mapping[str, Group], of_theme: Callable[[Selector], bool],
         by_act: Callable[[Selector], bool] | None = None) -> Tiers:
    """Sort rules, given in the order of the cascade, into tiers.

    Args:
        rules: every rule of the site.
        outline: knows the places of all pages.
        groups: pages that share scripts, and so the rules for later.
        of_theme: tells the selectors of parts that show nothing until the theme's script is there.
        by_act: tells the selectors, of those that match nothing at first sight, that nothing but an act of the reader
            makes match; None leaves the tier for acts empty.
    """
    pages = {path: sight for group in groups.values() for path, sight in group.pages.items()}
    at_first = {path: _on_page(outline.matched(sight.seen), sight) for path, sight in pages.items()}
    in_time = {path: found for group in groups.values() for path, found in _in_time(rules, outline, group, at_first).items()}
    anywhere, ever = set().union(*at_first.values()), set().union(*in_time.values())
    at_reach = {selector for selector in ever if of_theme(selector)}
    at_act = {s for s in ever - anywhere - at_reach if by_act(s)} if by_act else set()
    apart = at_reach | at_act
    rare = {name: _rare([at_first[path] | in_time[path] for path in group.pages]) - apart for name, group in groups.items()}
    waits = late.for_act if by_act else lambda rule, declaration: False
    calm = [rule.only(declarations=[d for d in rule.declarations if not waits(rule, d)]) for rule in rules]
    parts = {rule.order: _first(rule, anywhere) for rule in rules}

    first = {}
    for name, group in groups.items():
        for path, sight in group.pages.items():
            now, alone = at_first[path] - rare[name], (at_first[path] | in_time[path]) & rare[name]
            shown = [piece for rule in calm for piece in _only([parts[rule.order]] * bool(parts[rule.order].selectors or parts[rule.order].at), now)
                     + _only([rule] * bool(rule.selectors), alone)]
            first[path] = without_unasked(shown, asked_in(shown, sight.asked))

    later = {}
    for name, group in groups.items():
        here = [first[path] for path in group.pages]
        said = set.intersection(*(_said(page) for page in here))
        in_group = set().union(*(in_time[path] for path in group.pages))
        known = set().union(*(at_first[path] for path in group.pages)) | in_group

        def unsaid(rule: Rule, s: Selector, d: Declaration, rare=rare[name], said=said) -> bool:
            if d.name.startswith("--"):
                return (rule.order, d) not in said
            return s not in rare and d not in parts[rule.order].declarations

        subjects = cache(partial(outline.subjects, comes=group.scripted.comes))
        found = _put_off(_only(calm, known - apart), in_group - rare[name] - apart, unsaid, subjects)
        from_markup = frozenset().union(*(sight.asked for sight in group.pages.values()))
        asked = asked_in([*found, *(rule for page in here for rule in page)], from_markup)
        # What a page asks for itself, it says itself; but paper may say it anew.
        own = asked_in(rule for rule in found if rule.selectors)
        later[name] = without_unasked(found, asked, lambda rule, d: d.name in own or late.is_late(rule))

    whole = _only(rules, anywhere | ever)
    asked = asked_in(whole, frozenset().union(*(sight.asked for sight in pages.values())))
    comes = frozenset().union(*(group.scripted.comes for group in groups.values()))
    subjects = cache(partial(outline.subjects, comes=comes))
    before = [[*later[name], *first[path]] for name, group in groups.items() for path in group.pages]
    own = asked - _asked_in_all(before)
    act = _put_off(_only(rules, (anywhere | ever) - at_reach), at_act, lambda rule, s, d: waits(rule, d) or d.name in own, subjects) if by_act else []
    act = without_unasked(act, asked, lambda rule, d, own=asked_in(act): d.name in own or late.is_late(rule))
    # What stands in the sheets before it is said; but for the theme's own custom properties.
    own = asked - _asked_in_all([[*act, *sheets] for sheets in before])
    theme = _put_off(whole, at_reach, lambda rule, s, d: d.name in own, subjects)
    return Tiers(first, later, act, without_unasked((rule for rule in theme if not rule.at), asked), without_unasked(whole, asked))


def _said(rules: Iterable[Rule]) -> set[tuple[int, Declaration]]:
    return {(rule.order, declaration) for rule in rules for declaration in rule.declarations}


def _asked_in_all(sheets: Iterable[Iterable[Rule]]) -> set[str]:
    """Return the custom properties that every one of several sheets asks for."""
    return set.intersection(*(asked_in(sheet) for sheet in sheets))


def _rare(pages: list[Set[Selector]]) -> set[Selector]:
    """Return the selectors that few pages of a group ever match: their rules stand in those pages whole."""
    counted = Counter(selector for page in pages for selector in page)
    return {selector for selector, times in counted.items() if times <= _FEW * len(pages)}


def _only(rules: list[Rule], known: Set[Selector]) -> list[Rule]:
    """Return rules with only the selectors that are known, and at-rules that have none."""
    kept = ((rule, [s for s in rule.selectors if s in known]) for rule in rules)
    return [rule if len(selectors) == len(rule.selectors) else rule.only(selectors) for rule, selectors in kept if selectors or rule.at]


def _on_page(selectors: Set[Selector], sight: Sight) -> set[Selector]:
    """Return, of selectors that match at places of a page, those that ask for nothing the whole page lacks."""
    features = sight.features
    return {selector for selector in selectors if selector.names <= features}


def _in_time(rules: list[Rule], outline: Outline, group: Group, at_first: Mapping[str, Set[Selector]]) -> dict[str, set[Selector]]:
    """Return, for each page of a group, the selectors that come to match after first sight."""
    scripted = group.scripted
    brought = scripted.comes | scripted.made
    reached = cache(partial(outline.reached, comes=scripted.comes))
    changing = [(s, bool(s.names & brought)) for rule in rules for s in rule.selectors if s.states or (s.names | s.absent) & brought]
    found = {}
    for path, sight in group.pages.items():
        places, at_once = sight.seen | sight.folded, at_first[path]
        known = sight.features | brought
        # What the page says at first sight, it need not be told again when the state changes.
        found[path] = {s for s in outline.matched(sight.folded) if s not in at_once and s.names <= known} | {
            s for s, made in changing if s not in at_once and s.names <= known and (made or not places.isdisjoint(reached(s)))
        }
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
    return rule.only([s for s in rule.selectors if s in anywhere], [d for d in rule.declarations if not late.shows_late(d)])
