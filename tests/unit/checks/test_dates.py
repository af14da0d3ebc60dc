"""Dates in the future are reported, of whatever record."""

import datetime

from sitekit.checks import check, dates_are_not_in_the_future
from sitekit.errors import Problem
from sitekit.models.practice import Practice, Reviewer
from sitekit.models.ratings import Rating
from tests.unit.samples import DIRECTORY, country, helpline, helplines
from tests.unit.smallest import DAY, at, page, reported, site

REVIEWER = at(4, Reviewer(name="A", credentials="C", date=DAY), "practice.yml", date=7)
LINE = at(3, helpline(call="12"), "h.yml", checked=5)
HELPLINES = helplines(je=country(lines=(LINE,))).model_copy(update={"elsewhere": at(8, DIRECTORY.model_copy(), "h.yml", checked=9)})
RATING = at(
    1,
    Rating(page="a.md", rater="a", date=DAY, audience="A", objective="O", message="M", pemat={}, cci={}, fingerprint="f"),
    "r.yml",
    date=3,
)
DATED = site(page(), ratings=(RATING,), practice=Practice(reviewer=REVIEWER), helplines=HELPLINES)
PROBLEMS = [
    f"{place}: '{key}' is 2026-11-23, which is in the future. Write the day on which it was really done."
    for place, key in (
        ("docs/a.md:4", "reviewed"),
        ("h.yml:5", "checked"),
        ("h.yml:9", "checked"),
        ("r.yml:3", "date"),
        ("practice.yml:7", "date"),
    )
]


def test_each_future_date_is_reported_at_its_key():
    assert sorted(reported(dates_are_not_in_the_future(DATED, DAY - datetime.timedelta(days=1)))) == sorted(PROBLEMS)
    assert reported(dates_are_not_in_the_future(DATED, DAY)) == []


def test_site_without_dates_has_none_to_report():
    assert reported(dates_are_not_in_the_future(site(), datetime.date.min)) == []


def test_check_returns_problems_of_all_rules_and_earlier_ones_in_file_order():
    earlier = Problem("a.md", 1, "A problem found while reading", "Fix it.")
    found = check(DATED, reported=(earlier, earlier), today=DAY - datetime.timedelta(days=1))
    assert found == sorted(set(found)) and found[0] == earlier and set(PROBLEMS) < set(reported(found))
    assert not {str(earlier), *PROBLEMS} & set(reported(check(DATED)))
