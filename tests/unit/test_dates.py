"""A day that has not come is a fault; a day long gone is not, so that no change fails because the calendar turned."""

import datetime

import pytest

from sitekit.__main__ import latest_day, problems_of

DAY = datetime.date(2026, 11, 23)


def test_on_the_day_itself_and_ever_after_all_is_well(good):
    for today in (DAY, DAY + datetime.timedelta(days=1), DAY.replace(year=2066)):
        assert problems_of(good, today) == []


@pytest.mark.promise("no-day-to-come", says="We set the clock to the day before. Our check must see each date that has not come.")
def test_the_day_before_each_date_is_told(good):
    assert [f"{problem.path}:{problem.line}" for problem in problems_of(good, DAY - datetime.timedelta(days=1))] == [
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
def test_today_is_the_latest_day_on_earth(now, day):
    assert latest_day(datetime.datetime.fromisoformat(now)).isoformat() == day
