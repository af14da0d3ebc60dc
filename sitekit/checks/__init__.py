"""The rules that the sources must follow. A rule is a pure function from the Site to its problems, named after what it checks."""

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
from sitekit.checks.dates import dates_are_not_in_the_future
from sitekit.errors import Problem
from sitekit.models.site import Site

_MODULES = (
    crisis, data, emails, evidence, interface, links, macro_calls, navigation, note, page_types, pages, practice, promises, ratings,
    readability, templates, urls,
)  # fmt: skip
RULES: tuple[Callable[[Site], Iterator[Problem]], ...] = tuple(rule for module in _MODULES for rule in module.RULES)


def check(site: Site, reported: Iterable[Problem] = (), today: datetime.date | None = None) -> list[Problem]:
    """Return the problems in a site, each once: first those of reading it, then those that all rules find, each by file and line.

    Args:
        site: the sources.
        reported: problems found already, while the sources were read; they are returned too.
        today: the date after which no date may lie; None leaves that rule out.
    """
    future = dates_are_not_in_the_future(site, today) if today else ()
    found = {*future, *(problem for rule in RULES for problem in rule(site))}
    return [*sorted({*reported}), *sorted(found - {*reported})]
