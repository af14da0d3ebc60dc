"""The rules that the sources must follow. A rule is a pure function from the Site to its problems, named after what it checks."""

import datetime
import pkgutil
from collections.abc import Iterable, Iterator
from importlib import import_module

from sitekit.checks.reporting import problem_at, rules_of
from sitekit.errors import Problem
from sitekit.models.record import Record
from sitekit.models.site import Site

RULES = tuple(rule for found in pkgutil.iter_modules(__path__, f"{__name__}.") for rule in rules_of(import_module(found.name)))


def check(site: Site, reported: Iterable[Problem] = (), today: datetime.date | None = None) -> list[Problem]:
    """Return the problems in a site, each once: first those reported in reading it, then those that all rules find, by file and line.

    No date may lie after `today`; None leaves that rule out.
    """
    future = dates_are_not_in_the_future(site, today) if today else ()
    found = {*future, *(problem for rule in RULES for problem in rule(site))}
    return [*sorted({*reported}), *sorted(found - {*reported})]


def latest_day(now: datetime.datetime) -> datetime.date:
    """Return the date where it is latest on Earth (UTC+14), so that no writer's 'today' is a date in the future."""
    return now.astimezone(datetime.timezone(datetime.timedelta(hours=14))).date()


def dates_are_not_in_the_future(site: Site, today: datetime.date) -> Iterator[Problem]:
    """Require that every date on which something was done is today or earlier; overdue dates are no problem, `make due` lists them."""
    for record, key in _dated(site):
        day = getattr(record, key)
        if day > today:
            yield problem_at(record, key, f"'{key}' is {day}, which is in the future", "Write the day on which it was really done.")


def _dated(site: Site) -> Iterator[tuple[Record, str]]:
    yield from ((page.meta, "reviewed") for page in site.pages.values())
    if site.helplines:
        yield from ((line, "checked") for country in site.helplines.countries.values() for line in country.lines)
        yield site.helplines.elsewhere, "checked"
    yield from ((rating, "date") for rating in site.ratings)
    if site.practice.reviewer:
        yield site.practice.reviewer, "date"
