"""The rules that the sources must follow. A rule is a pure function from the Site to its problems, named after what it checks."""

import datetime
import pkgutil
from collections.abc import Iterable
from importlib import import_module

from sitekit.checks.dates import dates_are_not_in_the_future
from sitekit.checks.reporting import rules_of
from sitekit.errors import Problem
from sitekit.models.site import Site

RULES = tuple(rule for found in pkgutil.iter_modules(__path__, f"{__name__}.") for rule in rules_of(import_module(found.name)))


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
