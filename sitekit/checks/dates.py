"""The one rule that depends on today's date. Overdue dates are no problem: `make due` lists them."""

import datetime
from collections.abc import Iterator

from sitekit.checks.reporting import problem_at
from sitekit.errors import Problem
from sitekit.models.record import Record
from sitekit.models.site import Site


def latest_day(now: datetime.datetime) -> datetime.date:
    """Return the date where it is latest on Earth (UTC+14), so that no writer's 'today' is a date in the future."""
    return now.astimezone(datetime.timezone(datetime.timedelta(hours=14))).date()


def dates_are_not_in_the_future(site: Site, today: datetime.date) -> Iterator[Problem]:
    """Require that every date on which something was done is today or earlier."""
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
