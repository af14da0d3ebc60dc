"""Reads selectors and asks whether one can match an element, as the page is built or in some later state."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

import tinycss2
from cssselect2 import parser
from tinycss2.ast import Node

# What holds or does not hold for an element wherever it is: no reader changes it.
_STANDING = frozenset("root empty link any-link first-child last-child only-child first-of-type last-of-type only-of-type "
                      "optional required read-only read-write placeholder-shown enabled default".split())
# Parts that only exist in some state of the page.
_STATE_PARTS = frozenset(["backdrop", "selection", "target-text"])

# How sure it is that something matches; the middle says that only a browser could tell.
NO, PERHAPS, YES = 0.0, 0.5, 1.0


@dataclass(frozen=True, eq=False)
class Selector:
    """One selector.

    Attributes:
        text: as written, without needless space.
        tree: parsed, without its pseudo-element.
        part: its pseudo-element's name, or "".
        names: the features that an element or those around it must have.
        absent: the features that they must not have.
        states: what it waits for, as "hover".
        specificity: its weight in the cascade.
    """

    text: str
    tree: object
    part: str
    names: frozenset[str]
    absent: frozenset[str]
    states: frozenset[str]
    specificity: tuple[int, int, int]

    @property
    def subject(self) -> object:
        """The compound that names the styled element itself."""
        return self.tree.right if isinstance(self.tree, parser.CombinedSelector) else self.tree


def read_selectors(prelude: list[Node]) -> tuple[Selector, ...]:
    """Parse a rule's selectors.

    Raises:
        ValueError: one is not a selector this step can read.
    """
    return tuple(_read(tokens) for tokens in _split(prelude))


def _read(tokens: list[Node]) -> Selector:
    plain, part = _without_part(tokens)
    (parsed,) = parser.parse(plain)
    names: set[str] = set()
    absent: set[str] = set()
    states: set[str] = {part} & _STATE_PARTS
    _collect(parsed.parsed_tree, names, absent, states)
    a, b, c = parsed.parsed_tree.specificity
    text = "".join(_text(tokens)).strip()
    return Selector(text, parsed.parsed_tree, part, frozenset(names), frozenset(absent), frozenset(states), (a, b, c + bool(part)))


def _split(tokens: list[Node]) -> Iterator[list[Node]]:
    start = 0
    for place, token in enumerate(tokens):
        if token == ",":
            yield tokens[start:place]
            start = place + 1
    yield tokens[start:]


def nested(prelude: list[Node], around: list[Node]) -> list[Node]:
    """Return the selectors of a rule within a rule as they would stand alone: "&" is what stands around them."""
    inside = tinycss2.parse_component_value_list(f":is({tinycss2.serialize(around).strip()})")
    plain = around if len(list(_split(around))) == 1 else inside
    found: list[Node] = []
    for selector in _split(prelude):
        bare = [token for token in selector if token.type != "comment"]
        while bare and bare[0].type == "whitespace":
            bare.pop(0)
        if "&" not in bare:
            bare = tinycss2.parse_component_value_list("& ") + bare
        found += tinycss2.parse_component_value_list(",") if found else []
        for place, token in enumerate(bare):
            found += [token] if token != "&" else _trimmed(plain if place == 0 else inside)
    return found


def _trimmed(tokens: list[Node]) -> list[Node]:
    return tinycss2.parse_component_value_list(tinycss2.serialize(tokens).strip())


def _without_part(tokens: list[Node]) -> tuple[list[Node], str]:
    """Return a selector without its pseudo-element, and that one's name: the parser knows only the oldest ones."""
    for place, token in enumerate(tokens[:-1]):
        after = tokens[place + 1]
        long = token == ":" and after == ":"
        if long or token == ":" and after.type == "ident" and after.lower_value in ("before", "after", "first-line", "first-letter"):
            name = tokens[place + 1 + long]
            stands_alone = not place or tokens[place - 1].type == "whitespace" or tokens[place - 1] in (">", "+", "~")
            anything = tinycss2.parse_component_value_list("*") if stands_alone else []
            return tokens[:place] + anything + tokens[place + 2 + long:], name.lower_value
    return tokens, ""


def _text(tokens: list[Node]) -> Iterator[str]:
    bare = [token for token in tokens if token.type != "comment"]
    for place, token in enumerate(bare):
        if token.type == "whitespace":
            around = (bare[place - 1] if place else None, bare[place + 1] if place + 1 < len(bare) else None)
            yield "" if any(one in (">", "+", "~", None) for one in around) else " "
        else:
            yield token.serialize()


def _collect(node: object, names: set[str], absent: set[str], states: set[str]) -> None:
    """Gather what a selector needs, what must not be there, and the states it waits for."""
    match node:
        case parser.CombinedSelector():
            _collect(node.left, names, absent, states)
            _collect(node.right, names, absent, states)
        case parser.CompoundSelector():
            for simple in node.simple_selectors:
                _collect(simple, names, absent, states)
        case parser.LocalNameSelector() | parser.IDSelector() | parser.ClassSelector() | parser.AttributeSelector():
            names.add(feature_of(node))
        case parser.PseudoClassSelector() if node.name not in _STANDING:
            states.add(node.name)
        case parser.NegationSelector():
            for one in node.selector_list:
                _collect(one.parsed_tree, absent, names, states)
        case parser.MatchesAnySelector() | parser.SpecificityAdjustmentSelector():
            # One of several is needed, so none of them is; but each may come or go.
            for one in node.selector_list:
                _collect(one.parsed_tree, names if len(node.selector_list) == 1 else absent, absent, states)
        case parser.RelationalSelector():
            for one in node.selector_list:
                _collect(one.selector.parsed_tree, names if len(node.selector_list) == 1 else absent, absent, states)


def feature_of(simple: object) -> str | None:
    """Return the feature that a simple selector asks an element for, or None for what is no feature, as :hover."""
    match simple:
        case parser.LocalNameSelector():
            return simple.lower_local_name
        case parser.IDSelector():
            return f"#{simple.ident}"
        case parser.ClassSelector():
            return f".{simple.class_name}"
        case parser.AttributeSelector():
            return f"[{simple.lower_name}{simple.operator or ''}{simple.value or ''}"


def matches(tree: object, element, holds: Callable[[object, object], float]) -> float:
    """Return how surely a parsed selector matches an element.

    Args:
        tree: the parsed selector.
        element: an object with `parent` and `siblings`.
        holds: tells how surely a simple selector holds for an element.
    """
    match tree:
        case parser.CombinedSelector():
            right = matches(tree.right, element, holds)
            if right == NO:
                return NO
            others = _related(tree.combinator, element)
            return min(right, max((matches(tree.left, other, holds) for other in others), default=NO))
        case parser.CompoundSelector():
            return min((matches(simple, element, holds) for simple in tree.simple_selectors), default=YES)
        case parser.NegationSelector():
            return 1 - max((matches(one.parsed_tree, element, holds) for one in tree.selector_list), default=NO)
        case parser.MatchesAnySelector() | parser.SpecificityAdjustmentSelector():
            return max((matches(one.parsed_tree, element, holds) for one in tree.selector_list), default=NO)
        case parser.RelationalSelector() | parser.FunctionalPseudoClassSelector():
            return PERHAPS
        case parser.PseudoClassSelector():
            return holds(tree, element) if tree.name not in _STANDING or tree.name == "root" else PERHAPS
        case _:
            return holds(tree, element)


def _related(combinator: str, element) -> Iterable:
    if combinator == ">":
        return filter(None, [element.parent])
    if combinator in "+~":
        return element.siblings
    return element.ancestors
