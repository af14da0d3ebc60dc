"""A date in the future is a problem, a date long past is not: no change fails because the calendar turned."""

import datetime

import pytest

from sitekit.checks import check
from sitekit.cli import latest_day
from sitekit.sources.loader import load
from tests.unit.smallest import DAY


def test_dates_are_accepted_on_their_day_and_ever_after(good):
    for today in (DAY, DAY + datetime.timedelta(days=1), DAY.replace(year=2066)):
        assert check(*load(good), today) == []


@pytest.mark.promise("no-day-to-come", says="We set the clock to the day before. Our check must see each date that has not come.")
def test_each_date_is_reported_on_the_day_before(good):
    assert [f"{problem.path}:{problem.line}" for problem in check(*load(good), DAY - datetime.timedelta(days=1))] == [
        "data/helplines.yml:11",
        "data/helplines.yml:18",
        "docs/help.md:5",
        "docs/index.md:5",
        "docs/strategies/listening.md:6",
    ]


@pytest.mark.parametrize(
    "now, day",
    [("2026-11-23T09:59:59+00:00", "2026-11-23"), ("2026-11-23T10:00:00+00:00", "2026-11-24"), ("2026-11-23T23:00:00-11:00", "2026-11-25")],
)
def test_latest_day_is_that_of_utc_plus_14(now, day):
    assert latest_day(datetime.datetime.fromisoformat(now)).isoformat() == day
