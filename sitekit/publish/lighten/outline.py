"""The elements of a site as a stylesheet sees them: each distinct way from <html> down to an element, kept once.

Pages of one site are much alike. Asking each selector of each of their some ten thousand elements would take many
seconds; the distinct ways down are a few hundred.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, field

from cssselect2 import parser
from lxml import html

from sitekit.publish.lighten.selector import NO, PERHAPS, YES, Selector, feature_of, matches

Features = frozenset[str]


@dataclass(eq=False)
class Place:
    """One distinct way down: the features of its last element, and the place above it."""

    parent: Place | None
    features: Features
    below: dict[Features, Place] = field(default_factory=dict)

    @property
    def ancestors(self) -> Iterator[Place]:
        place = self.parent
        while place is not None:
            yield place
            place = place.parent

    @property
    def siblings(self) -> Iterable[Place]:
        """Places that may stand beside this one; the order is not known."""
        return self.parent.below.values() if self.parent else ()


class Outline:
    """Gathers the places of pages, and tells which selectors match on which page as it is built."""

    def __init__(self, selectors: Iterable[Selector], states: Mapping[str, Iterable[str]]) -> None:
        """
        Args:
            selectors: all that will be asked; what none of them names is not kept.
            states: for a feature, such as ".no-js", the features that an element with it may also have at first sight.
        """
        self._selectors = list(selectors)
        self._states = states
        # Of attributes only the answers to what selectors ask are kept: addresses and ids would tell all elements apart.
        self._tests: dict[str, dict[str, Callable[[str], bool]]] = {}
        self._named: set[str] = set()
        for simple in (simple for selector in self._selectors for simple in simples(selector.tree)):
            if isinstance(simple, parser.AttributeSelector):
                self._tests.setdefault(simple.lower_name, {})[feature_of(simple)] = attribute_test(simple)
            elif feature := feature_of(simple):
                self._named.add(feature)
        self._top: dict[Features, Place] = {}
        self._found: dict[Place, frozenset[Selector]] = {}
        self._by_key: dict[str, list[Selector]] = {}
        for selector in self._selectors:
            self._by_key.setdefault(_key(selector), []).append(selector)

    def add(self, page: html.HtmlElement) -> tuple[set[Place], set[Place]]:
        """Take a page's elements in. Return the places seen at first, and those hidden or folded away."""
        places: dict[html.HtmlElement, Place] = {}
        seen: set[Place] = set()
        folded: set[Place] = set()
        away: set[html.HtmlElement] = set()
        for element in page.iter():
            if isinstance(element.tag, str):
                above = element.getparent()
                siblings = places[above].below if above in places else self._top
                features = self._features(element)
                places[element] = siblings.setdefault(features, Place(places.get(above), features))
                if above in away or _is_away(element, above):
                    away.add(element)
                (folded if element in away else seen).add(places[element])
        return seen, folded

    def matched(self, places: Iterable[Place]) -> set[Selector]:
        """Return the selectors that may match at one of the places. Ask when all pages have been taken in."""
        return set().union(*(self._at(place) for place in places))

    def subjects(self, selector: Selector, comes: Set[str]) -> frozenset[Place]:
        """Return the places whose element the last part of a selector may mean in some state of the page.

        Args:
            selector: any of the selectors.
            comes: features that may come or go, so that their being there or not tells nothing.
        """
        return frozenset(place for place in self._places() if matches(selector.subject, place, _in_some_state(comes)) != NO)

    def reached(self, selector: Selector, comes: Set[str]) -> frozenset[Place]:
        """Return the places where a selector may match in some state of the page; `comes` as above."""
        return frozenset(place for place in self._places() if matches(selector.tree, place, _in_some_state(comes)) != NO)

    @property
    def features(self) -> set[str]:
        """Every feature that some element has."""
        return set().union(*(place.features for place in self._places()))

    def _places(self) -> Iterator[Place]:
        waiting = list(self._top.values())
        while waiting:
            place = waiting.pop()
            yield place
            waiting += place.below.values()

    def _at(self, place: Place) -> frozenset[Selector]:
        if place not in self._found:
            keys = ["", *place.features]
            asked = [selector for key in keys for selector in self._by_key.get(key, ())]
            self._found[place] = frozenset(one for one in asked if not one.states & _NEVER_AT_FIRST and matches(one.tree, place, _holds) != NO)
        return self._found[place]

    def _features(self, element: html.HtmlElement) -> Features:
        found = {element.tag}
        for name, value in element.attrib.items():
            if name == "class":
                found.update(one for one in (f".{word}" for word in value.split()) if one in self._named or one in self._states)
            elif name == "id" and f"#{value}" in self._named:
                found.add(f"#{value}")
            found.update(feature for feature, test in self._tests.get(name, {}).items() if test(value))
        for feature in list(found):
            found.update(self._states.get(feature, ()))
        return frozenset(found)


_NEVER_AT_FIRST = frozenset(["backdrop", "selection", "target-text"])


def _is_away(element: html.HtmlElement, above: html.HtmlElement | None) -> bool:
    if "hidden" in element.attrib:
        return True
    return above is not None and above.tag == "details" and "open" not in above.attrib and element.tag != "summary"


def attribute_test(simple: parser.AttributeSelector) -> Callable[[str], bool]:
    """Return what tells whether an attribute's value is what a selector asks for."""
    wanted = simple.value
    return {
        None: lambda value: True, "=": lambda value: value == wanted, "*=": lambda value: wanted in value,
        "^=": lambda value: value.startswith(wanted), "$=": lambda value: value.endswith(wanted),
        "~=": lambda value: wanted in value.split(), "|=": lambda value: value == wanted or value.startswith(f"{wanted}-"),
    }[simple.operator]


def _key(selector: Selector) -> str:
    """Return one feature that the selector's own element must have, or "" where there is none."""
    features = [feature for simple in selector.subject.simple_selectors if (feature := feature_of(simple))]
    # Ids are rarest, then classes, attributes, tags.
    return min(features, key=lambda one: "#.[".find(one[0]) % 4, default="")


def simples(tree: object) -> Iterator[object]:
    """Return every simple selector of a parsed selector."""
    match tree:
        case parser.CombinedSelector():
            yield from simples(tree.left)
            yield from simples(tree.right)
        case parser.CompoundSelector():
            for simple in tree.simple_selectors:
                yield from simples(simple)
        case parser.NegationSelector() | parser.MatchesAnySelector() | parser.SpecificityAdjustmentSelector():
            for one in tree.selector_list:
                yield from simples(one.parsed_tree)
        case _:
            yield tree


def _holds(simple: object, place: Place) -> float:
    if isinstance(simple, parser.PseudoClassSelector):
        return YES if simple.name == "root" and place.parent is None else NO
    feature = feature_of(simple)
    return PERHAPS if feature is None else YES if feature in place.features else NO


def _in_some_state(comes: Set[str]) -> Callable[[object, Place], float]:
    def holds(simple: object, place: Place) -> float:
        feature = feature_of(simple)
        return PERHAPS if feature is None or feature in comes else YES if feature in place.features else NO

    return holds
