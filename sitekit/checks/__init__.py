"""The rules the sources must keep. Each is a pure function from the Site to its problems, named as a sentence."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator

from sitekit.checks import (
    crisis,
    data,
    emails,
    evidence,
    interface,
    links,
    macro_calls,
    navigation,
    note,
    page_types,
    pages,
    practice,
    promises,
    ratings,
    readability,
    templates,
    urls,
)
from sitekit.checks.dates import nothing_was_done_in_the_future
from sitekit.errors import Problem
from sitekit.models.site import Site

RULES: tuple[Callable[[Site], Iterator[Problem]], ...] = (
    *crisis.RULES,
    *data.RULES,
    *emails.RULES,
    *evidence.RULES,
    *interface.RULES,
    *links.RULES,
    *macro_calls.RULES,
    *navigation.RULES,
    *note.RULES,
    *page_types.RULES,
    *pages.RULES,
    *practice.RULES,
    *promises.RULES,
    *ratings.RULES,
    *readability.RULES,
    *templates.RULES,
    *urls.RULES,
)


def check(site: Site, met: Iterable[Problem] = (), today: datetime.date | None = None) -> list[Problem]:
    """Return every problem of every rule, with those `met` while reading, in file order, each once.

    Args:
        today: dates after it are problems; None where nobody knows the day, as in tests of other rules.
    """
    late = nothing_was_done_in_the_future(site, today) if today else ()
    return sorted({*met, *late, *(problem for rule in RULES for problem in rule(site))})
