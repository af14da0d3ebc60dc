"""Scores are points over applicable items; changed texts are measured."""

import datetime

import pytest

from sitekit.models.ratings import Rating, agreement, changed, fingerprint
from tests.unit.samples import CCI, PEMAT


def rating(**changes) -> Rating:
    fields = {"page": "help.md", "rater": "a", "date": datetime.date(2026, 11, 23), "audience": "clients", "objective": "call"}
    fields |= {"message": "Call now.", "pemat": PEMAT, "cci": CCI, "fingerprint": fingerprint(["Call now."])}
    return Rating(**fields | changes)


def test_score_of_all_yes_is_100():
    assert rating().scores == (100, 100, 100)


def test_item_that_does_not_apply_is_not_counted():
    assert rating(cci=CCI | {15: "na. No numbers.", 16: "no. Unexplained."}).scores[2] == pytest.approx(100 * 18 / 19)


def test_understandability_and_actionability_are_scored_apart():
    assert [round(score) for score in rating(pemat=PEMAT | {23: "no. No tool."}).scores] == [100, 86, 100]


def test_agreement_is_the_share_of_answers_given_alike():
    doubtful = rating(rater="b", pemat=PEMAT | {23: "no. No tool."}, cci=CCI | {1: "yes. For another reason."})
    assert agreement([(rating(), doubtful)]) == pytest.approx(100 * (len(PEMAT) + len(CCI) - 1) / (len(PEMAT) + len(CCI)))
    assert agreement([]) == 0


def test_changed_text_is_measured_and_layout_is_not():
    before = fingerprint(["One.", "Two."])
    assert changed(before, fingerprint(["  ONE ", "two!"])) == 0
    assert changed(before, fingerprint(["One.", "Three."])) == pytest.approx(2 / 3)
