"""Leaves out custom properties that nothing asks for, and animations that nothing plays."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Set
from functools import lru_cache

import tinycss2

from sitekit.publish.lighten.stylesheet import Declaration, Rule


def asked_in(rules: Iterable[Rule], also: Set[str] = frozenset()) -> set[str]:
    """Return the custom properties that rules ask for, those asked for by the values of asked ones included.

    Args:
        rules: the rules that stay.
        also: custom properties that something else asks for, as a picture in the page.
    """
    by_name: dict[str, set[str]] = {}
    wanted = set(also)
    for rule in rules:
        for declaration in rule.declarations:
            if declaration.name.startswith("--"):
                by_name.setdefault(declaration.name, set()).update(declaration.asks)
            else:
                wanted |= declaration.asks
    found: set[str] = set()
    while wanted:
        name = wanted.pop()
        if name not in found:
            found.add(name)
            wanted |= by_name.get(name, set())
    return found


def always_set(rules: Iterable[Rule]) -> set[str]:
    """Return the custom properties that rules set for the whole page under no condition."""
    return {d.name for rule in rules if not rule.conditions and any(s.text == ":root" for s in rule.selectors) for d in rule.declarations if d.name.startswith("--")}


@lru_cache(maxsize=4096)
def without_fallbacks(value: str, is_set: frozenset[str]) -> str:
    """Return a value without what its var() would fall back on where a custom property that `is_set` is missing."""
    tokens = tinycss2.parse_component_value_list(value)
    for token in tokens:
        if token.type == "function" and token.lower_name == "var":
            name = next(part.value for part in token.arguments if part.type == "ident")
            if name in is_set:
                token.arguments = [part for part in token.arguments if part.type == "ident" and part.value == name]
    return tinycss2.serialize(tokens)


def without_unasked(rules: Iterable[Rule], asked: Set[str], stays: Callable[[Rule, Declaration], bool] = lambda rule, declaration: True) -> list[Rule]:
    """Return rules without the custom properties nobody asks for and the animations nobody plays.

    Args:
        rules: in the order of the cascade.
        asked: custom properties that something asks for.
        stays: tells of a custom property that is asked for whether this sheet must say it.
    """
    kept = [rule.only(declarations=[d for d in rule.declarations if not d.name.startswith("--") or d.name in asked and stays(rule, d)]) for rule in rules]
    played = {word for rule in kept for d in rule.declarations if "animation" in d.name for word in re.findall(r"[\w-]+", d.value)}
    return [rule for rule in kept if not rule.is_empty and (rule.keyword != "keyframes" or _name(rule) in played)]


def _name(keyframes: Rule) -> str:
    return keyframes.at.split("{", 1)[0].split(" ", 1)[1].strip()
