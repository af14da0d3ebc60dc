"""The rules the sources must keep. Each is a pure function from the Site to its problems, named as a sentence."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator

from sitekit.checks import addresses, calls, claims, crisis, facts, frame, links, menu, note, pages, practice, promises, ratings, reading, sending, shape
from sitekit.checks.dates import nothing_was_done_in_the_future
from sitekit.model import Site
from sitekit.problems import Problem

RULES: tuple[Callable[[Site], Iterator[Problem]], ...] = (
    *addresses.RULES, *calls.RULES, *claims.RULES, *crisis.RULES, *facts.RULES, *frame.RULES, *links.RULES, *menu.RULES, *note.RULES,
    *pages.RULES, *practice.RULES, *promises.RULES, *ratings.RULES, *reading.RULES, *sending.RULES, *shape.RULES,
)


def check(site: Site, met: Iterable[Problem] = (), today: datetime.date | None = None) -> list[Problem]:
    """Return every problem of every rule, with those `met` while reading, in file order, each once.

    Args:
        today: dates after it are problems; None where nobody knows the day, as in tests of other rules.
    """
    late = nothing_was_done_in_the_future(site, today) if today else ()
    return sorted({*met, *late, *(problem for rule in RULES for problem in rule(site))})
