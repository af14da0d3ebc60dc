"""Reads stylesheets into rules and writes rules as one small stylesheet. Says nothing of which rules are wanted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from itertools import groupby

import tinycss2
from tinycss2.ast import Node

from sitekit.publish.lighten.selector import Selector, nested, read_selectors

# At-rules that hold rules; what stands before them is a condition on each of those.
_HOLDERS = ("media", "supports")


@dataclass(frozen=True)
class Declaration:
    """One property with its value as text, and the custom properties that the value asks for."""

    name: str
    value: str
    asks: frozenset[str] = frozenset()

    @property
    def text(self) -> str:
        return f"{self.name}:{self.value}"


@dataclass(frozen=True)
class Rule:
    """One style rule, or an at-rule without selectors such as @keyframes; `order` is its place in the cascade."""

    order: int
    conditions: tuple[str, ...]
    selectors: tuple[Selector, ...]
    declarations: tuple[Declaration, ...]
    at: str = ""

    @cached_property
    def keyword(self) -> str:
        """The name of an at-rule without selectors, as "keyframes" or "page"; empty for a style rule."""
        return self.at.split("{", 1)[0].removeprefix("@").split(" ", 1)[0].split("-")[-1] if self.at else ""

    def only(self, selectors: Iterable[Selector] | None = None, declarations: Iterable[Declaration] | None = None) -> Rule:
        """Return the rule with fewer selectors or declarations."""
        return replace(
            self,
            selectors=self.selectors if selectors is None else tuple(selectors),
            declarations=self.declarations if declarations is None else tuple(declarations),
        )

    @property
    def is_empty(self) -> bool:
        return not self.at and not (self.selectors and self.declarations)


def read_rules(sheets: Mapping[str, str]) -> list[Rule]:
    """Parse stylesheets, in the order of the cascade, into rules.

    Args:
        sheets: their texts, by name.

    Raises:
        ValueError: a stylesheet holds what cannot be parsed; said with its name and line.
    """
    found: list[Rule] = []
    for name, text in sheets.items():
        try:
            found += [replace(rule, order=number) for number, rule in enumerate(read_sheet(text), len(found))]
        except ValueError as fault:
            raise ValueError(f"{name}: {fault}") from fault
    return found


@lru_cache(maxsize=64)
def read_sheet(text: str) -> tuple[Rule, ...]:
    """Parse one stylesheet, as if it were the only one; what was read is remembered.

    Raises:
        ValueError: it holds what cannot be parsed; said with the line.
    """
    found: list[Rule] = []
    _read(tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True), (), found)
    return tuple(found)


def _read(nodes: list[Node], conditions: tuple[str, ...], found: list[Rule], around: list[Node] | None = None) -> None:
    for node in nodes:
        if node.type == "error":
            raise ValueError(f"line {node.source_line}: {node.message}")
        if node.type == "qualified-rule":
            prelude = node.prelude if around is None else nested(node.prelude, around)
            parts = tinycss2.parse_blocks_contents(node.content, skip_comments=True, skip_whitespace=True)
            declarations = tuple(_declaration(part) for part in parts if part.type == "declaration")
            if declarations:
                found.append(Rule(len(found), conditions, read_selectors(prelude), declarations))
            _read([part for part in parts if part.type != "declaration"], conditions, found, prelude)
        elif around is not None:
            raise ValueError(f"line {node.source_line}: a condition within a rule, which this step does not read")
        elif node.lower_at_keyword in _HOLDERS and node.content is not None:
            inner = tinycss2.parse_rule_list(node.content, skip_comments=True, skip_whitespace=True)
            _read(inner, (*conditions, f"@{node.lower_at_keyword} {small(node.prelude)}"), found)
        elif node.lower_at_keyword != "charset":
            at = f"@{node.at_keyword} {small(node.prelude)}".rstrip()
            at += "{" + small(node.content) + "}" if node.content is not None else ";"
            found.append(Rule(len(found), conditions, (), (), at))


def _declaration(node: Node) -> Declaration:
    value = small(node.value) + "!important" * node.important
    return Declaration(node.name if node.name.startswith("--") else node.lower_name, value, frozenset(asked(node.value)))


def asked(tokens: list[Node]) -> Iterable[str]:
    """Return the custom properties that a value asks for with var()."""
    for token in tokens:
        if token.type == "function":
            if token.lower_name == "var":
                yield next(part.value for part in token.arguments if part.type == "ident")
            yield from asked(token.arguments)
        elif hasattr(token, "content") and isinstance(token.content, list):
            yield from asked(token.content)


def small(tokens: list[Node]) -> str:
    """Return tokens as text without comments and with no more space than they need."""
    kept: list[Node] = []
    for token in tokens:
        if token.type == "comment":
            continue
        if token.type == "whitespace":
            if not kept or kept[-1] == "," or kept[-1].type == "whitespace":
                continue
            token = tinycss2.ast.WhitespaceToken(0, 0, " ")
        elif token == "," and kept and kept[-1].type == "whitespace":
            kept.pop()
        kept.append(token)
    while kept and kept[-1].type == "whitespace":
        kept.pop()
    return tinycss2.serialize(kept).strip().replace("\n", " ")


def write_rules(rules: Iterable[Rule]) -> str:
    """Write rules as a stylesheet, neighbours under the same conditions together."""
    return "".join(_write(list(rules), 0))


def _write(rules: list[Rule], depth: int) -> Iterable[str]:
    for condition, group in groupby(rules, key=lambda rule: rule.conditions[depth] if len(rule.conditions) > depth else None):
        if condition is None:
            for rule in group:
                yield rule.at or f"{','.join(one.text for one in rule.selectors)}{{{';'.join(d.text for d in rule.declarations)}}}"
        else:
            yield condition + "{" + "".join(_write(list(group), depth + 1)) + "}"
