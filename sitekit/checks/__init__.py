"""The rules that the sources must follow. A rule is a pure function from the Site to its problems, named after what it checks."""

import datetime
import pkgutil
from collections.abc import Collection, Iterator
from importlib import import_module

from sitekit import queries
from sitekit.checks.reporting import problem_at, rules_of
from sitekit.errors import Problem
from sitekit.models.site import Site

RULES = tuple(rule for found in pkgutil.iter_modules(__path__, f"{__name__}.") for rule in rules_of(import_module(found.name)))


def check(site: Site, reported: Collection[Problem] = (), today: datetime.date | None = None) -> list[Problem]:
    """Return the problems in a site, each once: first those reported in reading it, then those that all rules find, by file and line.

    No date may lie after `today`; None leaves that rule out.
    """
    future = dates_are_not_in_the_future(site, today) if today else ()
    found = {*future, *(problem for rule in RULES for problem in rule(site))}
    # What cannot be read as it is meant to is wrong in other ways too.
    lines = {(problem.path, problem.line) for problem in reported}
    return [*sorted({*reported}), *sorted(problem for problem in found if (problem.path, problem.line) not in lines)]


def latest_day(now: datetime.datetime) -> datetime.date:
    """Return the date where it is latest on Earth (UTC+14), so that no writer's 'today' is a date in the future."""
    return now.astimezone(datetime.timezone(datetime.timedelta(hours=14))).date()


def dates_are_not_in_the_future(site: Site, today: datetime.date) -> Iterator[Problem]:
    """Require that every date on which something was done is today or earlier; overdue dates are no problem, `make due` lists them."""
    for record in queries.records_in((*dict(site).values(), *(page.meta for page in site.pages.values()))):
        for key, day in record:
            if isinstance(day, datetime.date) and day > today:
                yield problem_at(record, key, f"'{key}' is {day}, which is in the future", "Write the day on which it was really done.")
