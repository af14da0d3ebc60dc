"""The elements of a site as a stylesheet sees them: each distinct way from <html> down to an element, kept once.

Pages of one site are much alike. Asking each selector of each of their some ten thousand elements would take many
seconds; the distinct ways down are a few hundred.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, field
from functools import cache, cached_property

from cssselect2 import parser
from lxml import html

from sitekit.publish.lighten.selector import NO, STATE_PARTS, Selector, feature_of, fits, matches

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

    @cached_property
    def around(self) -> Features:
        """Every feature of this place, those above, and those beside any of them: no combinator reaches further. Ask when all pages have been taken in."""
        above = self.parent.around if self.parent else frozenset()
        return above.union(self.features, *(place.features for place in self.siblings))

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
        # The same few attributes stand on every page, and most elements have few that anything asks for.
        self._told = cache(self._of_attribute)
        self._with_states = cache(self._with_states)
        self._top: dict[Features, Place] = {}
        self._of: dict[html.HtmlElement, Place] = {}
        self._found: dict[Place, frozenset[Selector]] = {}
        self._by_key: dict[str, list[Selector]] = {}
        for selector in self._selectors:
            self._by_key.setdefault(_key(selector), []).append(selector)

    def add(self, page: html.HtmlElement) -> tuple[set[Place], set[Place]]:
        """Take a page's elements in. Return the places seen at first, and those hidden or folded away.

        What a <template> holds is taken in where a script may put it: below the elements of the classes that its
        `data-in` names, or else below the page's article.

        Args:
            page: its root.
        """
        places = self._of
        seen: set[Place] = set()
        folded: set[Place] = set()
        away: set[html.HtmlElement] = set()
        outside = _outside_templates(page)
        for element in outside:
            above = element.getparent()
            places[element] = self._below(places.get(above), element)
            if above in away or _is_away(element, above):
                away.add(element)
            # Of what is hidden but keeps its room, the room is in sight, and nothing in it.
            (folded if element in away and (KEEPS_ROOM not in element.attrib or above in away) else seen).add(places[element])
        for template in page.iter("template"):
            for holder in {places[node] for node in _holders(outside, template)}:
                folded |= self._graft(holder, template)
        return seen, folded

    def _below(self, around: Place | None, element: html.HtmlElement) -> Place:
        features = self._features(element)
        siblings = around.below if around else self._top
        if features not in siblings:
            siblings[features] = Place(around, features)
        return siblings[features]

    def _graft(self, holder: Place, template: html.HtmlElement) -> set[Place]:
        """Take a template's content in below a place."""
        places = {template: holder}
        for element in template.iterdescendants():
            if isinstance(element.tag, str):
                places[element] = self._below(places[element.getparent()], element)
        return set(places.values()) - {holder}

    def place(self, element: html.HtmlElement) -> Place | None:
        """Return the place of an element, or None where no page that was taken in has it."""
        return self._of.get(element)

    def matched(self, places: Iterable[Place]) -> set[Selector]:
        """Return the selectors that may match at one of the places. Ask when all pages have been taken in."""
        return set().union(*(self._at(place) for place in places))

    def subjects(self, selector: Selector, comes: Set[str]) -> frozenset[Place]:
        """Return the places whose element the last part of a selector may mean in some state of the page.

        Args:
            selector: any of the selectors.
            comes: features that may come or go, so that their being there or not tells nothing.
        """
        needs = selector.chain.compound.needs - comes
        return frozenset(place for place in self.places if needs <= place.features and fits(selector, place, comes))

    def reached(self, selector: Selector, comes: Set[str]) -> frozenset[Place]:
        """Return the places where a selector may match in some state of the page; `comes` as above."""
        needs = selector.chain.needs - comes
        return frozenset(place for place in self.places if needs <= place.around and matches(selector.chain, place, comes) != NO)

    @property
    def features(self) -> set[str]:
        """Every feature that some element has."""
        return set().union(*(place.features for place in self.places))

    @cached_property
    def places(self) -> list[Place]:
        """Every place of every page. Ask when all pages have been taken in."""
        found = list(self._top.values())
        for place in found:
            found += place.below.values()
        return found

    def _at(self, place: Place) -> frozenset[Selector]:
        if place not in self._found:
            keys = ["", *place.features]
            asked = [selector for key in keys for selector in self._by_key.get(key, ())]
            self._found[place] = frozenset(one for one in asked if one.chain.compound.needs <= place.features and one.chain.needs <= place.around
                                           and not one.states & STATE_PARTS and matches(one.chain, place) != NO)
        return self._found[place]

    def _features(self, element: html.HtmlElement) -> Features:
        told = (self._told(pair) for pair in element.attrib.items() if pair[0] in ("class", "id") or pair[0] in self._tests)
        return self._with_states(element.tag, *filter(None, told))

    def _with_states(self, tag: str, *told: Features) -> Features:
        """Return an element's features by its tag and what its attributes tell, with those that it may also have at first sight."""
        found = {tag}.union(*told)
        for feature in list(found):
            found.update(self._states.get(feature, ()))
        return frozenset(found)

    def _of_attribute(self, attribute: tuple[str, str]) -> Features:
        """Return the features that an attribute gives its element."""
        name, value = attribute
        found = {feature for feature, test in self._tests.get(name, {}).items() if test(value)}
        if name == "class":
            found.update(one for one in (f".{word}" for word in value.split()) if one in self._named or one in self._states)
        elif name == "id" and f"#{value}" in self._named:
            found.add(f"#{value}")
        return frozenset(found)


KEEPS_ROOM = "data-keeps-room"


def _outside_templates(page: html.HtmlElement) -> list[html.HtmlElement]:
    inside = {node for template in page.iter("template") for node in template.iter()}
    return [node for node in page.iter() if isinstance(node.tag, str) and node not in inside]


def _holders(nodes: Iterable[html.HtmlElement], template: html.HtmlElement) -> list[html.HtmlElement]:
    """Return the elements with one of the classes that a template names, or the articles where it names none."""
    names = set((template.get("data-in") or "").split())
    if not names:
        return [node for node in nodes if node.tag == "article"]
    return [node for node in nodes if (words := node.get("class")) and not names.isdisjoint(words.split())]


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
    # Ids are rarest, then classes, attributes, tags.
    return min(selector.chain.compound.needs, key=lambda one: ("#.[".find(one[0]) % 4, one), default="")


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
