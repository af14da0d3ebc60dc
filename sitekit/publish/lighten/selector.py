"""Reads selectors and asks whether one can match an element, as the page is built or in some later state."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass
from functools import cached_property

import tinycss2
from cssselect2 import parser
from tinycss2.ast import Node

# What holds or does not hold for an element wherever it is: no reader changes it.
_STANDING = frozenset("root empty link any-link first-child last-child only-child first-of-type last-of-type only-of-type "
                      "optional required read-only read-write placeholder-shown enabled default".split())
# Parts that only exist in some state of the page, or in no browser of today.
STATE_PARTS = frozenset(["-ms-clear", "backdrop", "selection", "target-text"])

# How sure it is that something matches; the middle says that only a browser could tell.
NO, PERHAPS, YES = 0.0, 0.5, 1.0


@dataclass(frozen=True, eq=False)
class Selector:
    """One selector.

    Attributes:
        text: as written, without needless space.
        tree: parsed, without its pseudo-element.
        chain: the same, from its end backwards.
        part: its pseudo-element's name, or "".
        names: the features that an element or those around it must have.
        absent: the features that they must not have.
        states: what it waits for, as "hover".
        specificity: its weight in the cascade.
    """

    text: str
    tree: object
    chain: Chain
    part: str
    names: frozenset[str]
    absent: frozenset[str]
    states: frozenset[str]
    specificity: tuple[int, int, int]



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
    states: set[str] = {part} & STATE_PARTS
    _collect(parsed.parsed_tree, names, absent, states)
    a, b, c = parsed.parsed_tree.specificity
    text = "".join(_text(tokens)).strip()
    return Selector(text, parsed.parsed_tree, Chain.of(parsed.parsed_tree), part, frozenset(names), frozenset(absent), frozenset(states), (a, b, c + bool(part)))


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
            yield _plain(token) if token.type == "[] block" else token.serialize()


def _plain(block: Node) -> str:
    """Return an attribute selector without needless quotes, so that one written twice is known for the same."""
    return f"[{''.join(part.value if part.type == 'string' and part.value.isidentifier() else part.serialize() for part in block.content)}]"


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


@dataclass(frozen=True, eq=False)
class Compound:
    """What one element must be: the features it needs, and what else is asked of it, as :not() and :hover."""

    needs: frozenset[str]
    asks: tuple[object, ...]

    @classmethod
    def of(cls, tree: object) -> Compound:
        """Return a parsed compound, or simple selector, in this form."""
        simples = tree.simple_selectors if isinstance(tree, parser.CompoundSelector) else [tree]
        features = {simple: feature_of(simple) for simple in simples}
        return cls(frozenset(filter(None, features.values())), tuple(simple for simple, feature in features.items() if feature is None))


@dataclass(frozen=True, eq=False)
class Chain:
    """A selector from its last compound backwards: what the element must be, and what must stand around it, and how."""

    compound: Compound
    combinator: str = ""
    before: Chain | None = None

    @cached_property
    def needs(self) -> frozenset[str]:
        """The features that the element and those that must stand around it need, taken together."""
        return self.compound.needs | self.before.needs if self.before else self.compound.needs

    @classmethod
    def of(cls, tree: object) -> Chain:
        """Return a parsed selector in this form."""
        if isinstance(tree, parser.CombinedSelector):
            return cls(Compound.of(tree.right), tree.combinator, cls.of(tree.left))
        return cls(Compound.of(tree))


def matches(chain: Chain, element, comes: Set[str] | None = None) -> float:
    """Return how surely a selector matches an element.

    Args:
        chain: the selector.
        element: an object with `features`, `parent`, `siblings` and `ancestors`.
        comes: features that may come and go, to ask about any state of the page; None asks about first sight.
    """
    here = _fits(chain.compound, element, comes)
    if here == NO or chain.before is None:
        return here
    best = NO
    for other in _related(chain.combinator, element):
        best = max(best, matches(chain.before, other, comes))
        if best == YES:
            break
    return min(here, best)


def fits(selector: Selector, element, comes: Set[str] | None = None) -> bool:
    """Tell whether the last compound of a selector may mean an element, wherever that stands; arguments as above."""
    return _fits(selector.chain.compound, element, comes) != NO


def _fits(compound: Compound, element, comes: Set[str] | None) -> float:
    if comes is None:
        sure = YES if compound.needs <= element.features else NO
    elif compound.needs - comes <= element.features:
        sure = PERHAPS if compound.needs & comes else YES
    else:
        sure = NO
    for asked in compound.asks:
        if sure == NO:
            break
        sure = min(sure, _holds(asked, element, comes))
    return sure


def _holds(simple: object, element, comes: Set[str] | None) -> float:
    match simple:
        case parser.NegationSelector():
            return 1 - max((matches(_chain(one), element, comes) for one in simple.selector_list), default=NO)
        case parser.MatchesAnySelector() | parser.SpecificityAdjustmentSelector():
            return max((matches(_chain(one), element, comes) for one in simple.selector_list), default=NO)
        case parser.PseudoClassSelector() if simple.name == "root":
            return YES if element.parent is None else NO
        case parser.PseudoClassSelector() if simple.name not in _STANDING:
            return NO if comes is None else PERHAPS
        case _:
            return PERHAPS


def _chain(one: object) -> Chain:
    """Return the chain of a selector within :not() or :is(), made once."""
    if not hasattr(one, "chain"):
        one.chain = Chain.of(one.parsed_tree)
    return one.chain


def _related(combinator: str, element) -> Iterable:
    if combinator == ">":
        return (element.parent,) if element.parent is not None else ()
    return element.siblings if combinator in "+~" else element.ancestors
