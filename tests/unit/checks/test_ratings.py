"""Ratings: of pages that exist, complete, and current."""

import pytest

from sitekit.checks import data, ratings
from sitekit.models.ratings import Rating, fingerprint
from tests.unit.samples import CCI, PEMAT, phrase
from tests.unit.smallest import DAY, at, page, reported, site


def rating(**changed) -> Rating:
    fields = {
        "page": "a.md",
        "rater": "a",
        "date": DAY,
        "audience": "A",
        "objective": "O",
        "message": "M",
        "pemat": PEMAT,
        "cci": CCI,
        "fingerprint": fingerprint(["One."]),
    }
    return at(1, Rating(**fields | changed), "r.yml", page=2, date=3, pemat=9, cci=40)


def test_rating_of_a_missing_page_is_reported():
    found = site(ratings=(rating(),))
    assert reported(data.records_name_what_exists(found)) == ["r.yml:2: There is no page 'a.md'. There is no page yet; add it first."]
    assert reported(data.records_name_what_exists(site(page(), ratings=(rating(),)))) == []


@pytest.mark.parametrize(
    "changed, problem",
    [
        ({}, []),
        ({"pemat": {key: PEMAT[key] for key in PEMAT if key not in (3, 20)}}, ["r.yml:9: 'pemat' lacks items, or has too many: 3, 20."]),
        ({"pemat": PEMAT | {13: "no. Not asked."}}, ["r.yml:9: 'pemat' lacks items, or has too many: 13."]),
        ({"cci": CCI | {21: "no. Not asked."}}, ["r.yml:40: 'cci' lacks items, or has too many: 21."]),
    ],
)
def test_missing_or_extra_rating_items_are_reported(changed, problem):
    assert reported(ratings.rating_items_are_answered(site(ratings=(rating(**changed),)))) == [
        f"{one} Answer each item of the instrument once." for one in problem
    ]


FOUR = [f"Text {n}." for n in range(4)]


@pytest.mark.parametrize(
    "before, stale, share",
    [
        (FOUR, False, ""),
        ([*FOUR[:3], "Else."], False, "40%"),
        ([*FOUR, "Five."], False, ""),
        (["Else."], False, "100%"),
        (["Else."], True, ""),
    ],
)
def test_rating_of_a_substantially_changed_page_is_reported(before, stale, share):
    # A macro renders the last of its texts.
    found = site(
        page(body="\n\n".join([*FOUR[:3], '{{ phrases("x") }}\n'])),
        phrases={"x": phrase(say=FOUR[3])},
        ratings=(rating(page="gone.md"), rating(fingerprint=fingerprint(before), stale=stale)),
    )
    assert reported(ratings.ratings_are_current(found)) == (
        [f"r.yml:3: 'a.md' has changed by {share} since it was rated. Have it rated again, or add 'stale: true'."] if share else []
    )


@pytest.mark.parametrize(
    "quoted, stale, is_reported",
    [
        ("Take your time", False, False),
        ("take your time …", False, False),
        ("Say it", False, False),
        ("Hurry up.", False, True),
        ("Hurry up.", True, False),
    ],
)
def test_rating_that_quotes_what_is_gone_is_reported(quoted, stale, is_reported):
    one = rating(pemat=PEMAT | {5: f"yes. It says “{quoted}”."}, stale=stale)
    found = site(page(body='Take  your time.\n\n{{ phrases("x") }}\n'), phrases={"x": phrase(say="Say it!")}, ratings=(one,))
    problem = "r.yml:9: Item 5 of 'pemat' quotes “Hurry up.”, which is not on 'a.md'. Have the page rated again, or add 'stale: true'."
    assert reported(ratings.ratings_quote_the_page(found)) == [problem] * is_reported
    unread = found.model_copy(update={"unreadable": frozenset({("front matter", "a.md")})})
    assert reported(ratings.ratings_quote_the_page(unread)) == []
