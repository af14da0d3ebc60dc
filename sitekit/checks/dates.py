"""The one rule that needs to know what day it is."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from sitekit.errors import Problem
from sitekit.models.record import Record
from sitekit.models.site import Site

# Overdue dates are no fault: a pull request never fails because the calendar turned. `make due` lists those.


def nothing_was_done_in_the_future(site: Site, today: datetime.date) -> Iterator[Problem]:
    """A day that has not come is a slip or a wish, and readers would trust it."""
    for record, key in _dated(site):
        day = getattr(record, key)
        if day > today:
            yield Problem(
                record.path, record.line(key), f"'{key}' is {day}, and that day has not come", "Write the day it was really done."
            )


def _dated(site: Site) -> Iterator[tuple[Record, str]]:
    yield from ((page.meta, "reviewed") for page in site.pages.values())
    if site.helplines:
        yield from ((line, "checked") for country in site.helplines.countries.values() for line in country.lines)
        yield site.helplines.elsewhere, "checked"
    yield from ((rating, "date") for rating in site.ratings)
    if site.practice.reviewer:
        yield site.practice.reviewer, "date"
