"""No day that is told lies in the future."""

import datetime

from sitekit.checks import check
from sitekit.checks.dates import nothing_was_done_in_the_future
from sitekit.errors import Problem
from sitekit.models.data import Country, Directory, Helpline, Helplines
from sitekit.models.practice import Practice, Reviewer
from sitekit.models.ratings import Rating
from tests.unit.smallest import DAY, at, page, site, told

REVIEWER = at(4, Reviewer(name="A", credentials="C", date=DAY), "practice.yml", date=7)
LINE = at(3, Helpline(id="x", name="X", hours="H", source="https://s.example/", checked=DAY, verified=True, call="12"), "h.yml", checked=5)
OTHER = at(
    8, Directory(name="D", url="https://d.example/", note="N", source="https://s.example/", checked=DAY, verified=True), "h.yml", checked=9
)
RATING = at(
    1,
    Rating(page="a.md", rater="a", date=DAY, audience="A", objective="O", message="M", pemat={}, cci={}, fingerprint="f"),
    "r.yml",
    date=3,
)
DATED = site(
    page(),
    ratings=(RATING,),
    practice=Practice(reviewer=REVIEWER),
    helplines=Helplines(
        countries={"je": Country(name="Jersey", emergency=("999",)).model_copy(update={"lines": (LINE,)})}, elsewhere=OTHER
    ),
)
FAULTS = [
    f"{place}: '{key}' is 2026-11-23, and that day has not come. Write the day it was really done."
    for place, key in (
        ("docs/a.md:4", "reviewed"),
        ("h.yml:5", "checked"),
        ("h.yml:9", "checked"),
        ("r.yml:3", "date"),
        ("practice.yml:7", "date"),
    )
]


def test_each_day_that_has_not_come_is_told():
    assert told(nothing_was_done_in_the_future(DATED, DAY - datetime.timedelta(days=1))) == FAULTS
    assert told(nothing_was_done_in_the_future(DATED, DAY)) == []


def test_a_site_without_dates_tells_none():
    assert told(nothing_was_done_in_the_future(site(), datetime.date.min)) == []


def test_all_rules_are_asked_and_what_was_met_before_is_told_along_in_file_order():
    met = Problem("a.md", 1, "A fault met while reading", "Mend it.")
    found = check(DATED, met=(met, met), today=DAY - datetime.timedelta(days=1))
    assert found == sorted(set(found)) and found[0] == met and set(FAULTS) < set(told(found))
    assert not {str(met), *FAULTS} & set(told(check(DATED)))
