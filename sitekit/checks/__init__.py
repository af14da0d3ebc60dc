"""The rules the sources must keep. Each is a pure function from the Site to its problems, named as a sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from sitekit.checks import addresses, calls, claims, facts, links, menu, note, practice, ratings, reading, sending, shape
from sitekit.model import Site
from sitekit.problems import Problem

RULES: tuple[Callable[[Site], Iterator[Problem]], ...] = (
    *addresses.RULES, *calls.RULES, *claims.RULES, *facts.RULES, *links.RULES, *menu.RULES, *note.RULES,
    *practice.RULES, *ratings.RULES, *reading.RULES, *sending.RULES, *shape.RULES,
)


def check(site: Site, met: Iterable[Problem] = ()) -> list[Problem]:
    """Return every problem of every rule, with those `met` while reading, in file order, each once."""
    return sorted({*met, *(problem for rule in RULES for problem in rule(site))})
