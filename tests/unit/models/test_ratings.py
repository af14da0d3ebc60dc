"""Scores are points over applicable items; a rewritten page is noticed."""

import datetime

import pytest

from sitekit.checks.ratings import ratings_are_current, rating_items_are_answered, ratings_name_pages
from sitekit.models.ratings import ACTIONABILITY, CLEAR_COMMUNICATION, UNDERSTANDABILITY, Rating, changed, fingerprint
from sitekit.queries import scores
from sitekit.sources.loader import load

PEMAT = dict.fromkeys((*UNDERSTANDABILITY, *ACTIONABILITY), "yes. It does.")
CCI = dict.fromkeys(CLEAR_COMMUNICATION, "yes. It does.")


def rating(**changes) -> Rating:
    fields = dict(
        page="help.md",
        rater="a",
        date=datetime.date(2026, 11, 23),
        audience="clients",
        objective="call",
        message="MacroCall now.",
        pemat=PEMAT,
        cci=CCI,
        fingerprint=fingerprint(["MacroCall now."]),
    )
    return Rating(**fields | changes)


def test_all_yes_is_a_hundred():
    assert (rating().understandability, rating().actionability, rating().clear_communication) == (100, 100, 100)


def test_an_item_that_does_not_apply_does_not_count():
    assert rating(cci=CCI | {15: "na. No numbers.", 16: "no. Unexplained."}).clear_communication == pytest.approx(100 * 18 / 19)


def test_the_two_halves_of_pemat_are_scored_apart():
    found = rating(pemat=PEMAT | {23: "no. No tool."})
    assert (found.understandability, round(found.actionability)) == (100, 86)


def test_a_changed_text_is_measured_and_layout_is_not():
    before = fingerprint(["One.", "Two."])
    assert changed(before, fingerprint(["  ONE ", "two!"])) == 0
    assert changed(before, fingerprint(["One.", "Three."])) == pytest.approx(2 / 3)


def told(rule, good, **changes) -> list[str]:
    site = load(good)[0].model_copy(update={"ratings": (rating(**changes),)})
    return [problem.message for problem in rule(site)]


def test_a_rating_that_fits_its_page_is_no_problem(good):
    for rule in (rating_items_are_answered, ratings_name_pages, ratings_are_current):
        assert told(rule, good) == []


def test_a_rewritten_page_has_to_be_rated_again_or_marked(good):
    page = good / "docs/help.md"
    page.write_text(page.read_text().replace("MacroCall now.", "Ring someone."))
    assert told(ratings_are_current, good) == ["'help.md' has changed by 100% since it was rated"]
    assert told(ratings_are_current, good, stale=True) == []


def test_a_skipped_item_is_told(good):
    pemat = {item: answer for item, answer in PEMAT.items() if item != 3}
    assert told(rating_items_are_answered, good, pemat=pemat) == ["'pemat' lacks items, or has too many: 3"]


def test_a_rating_of_nothing_is_told(good):
    assert told(ratings_name_pages, good, page="hlep.md") == ["There is no page 'hlep.md'"]


def test_rated_pages_come_first_and_a_stale_rating_is_none(good):
    site = load(good)[0]
    assert [row.page.path for row in scores(site)][0] != "help.md"
    rated = site.model_copy(update={"ratings": (rating(),)})
    assert [(row.page.path, row.raters) for row in scores(rated)][0] == ("help.md", 1)
    stale = site.model_copy(update={"ratings": (rating(stale=True),)})
    assert {row.raters for row in scores(stale)} == {0}
