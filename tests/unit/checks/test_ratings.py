"""A rating answers every item, of a page that is there, as it is now."""

import pytest

from sitekit.checks import ratings
from sitekit.models.data import Phrase
from sitekit.models.ratings import ACTIONABILITY, CLEAR_COMMUNICATION, UNDERSTANDABILITY, Rating, fingerprint
from tests.unit.smallest import DAY, at, page, site, told

PEMAT = dict.fromkeys((*UNDERSTANDABILITY, *ACTIONABILITY), "yes. It does.")
CCI = dict.fromkeys(CLEAR_COMMUNICATION, "yes. It does.")


def rating(**changed) -> Rating:
    told = {
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
    return at(1, Rating(**told | changed), "r.yml", page=2, date=3, pemat=9, cci=40)


def test_a_rating_is_of_a_page():
    found = site(ratings=(rating(),))
    assert told(ratings.every_rating_is_of_a_page(found)) == ["r.yml:2: There is no page 'a.md'. There is no page yet; add it first."]
    assert told(ratings.every_rating_is_of_a_page(site(page(), ratings=(rating(),)))) == []


@pytest.mark.parametrize(
    "changed, problem",
    [
        ({}, []),
        ({"pemat": {key: PEMAT[key] for key in PEMAT if key not in (3, 20)}}, ["r.yml:9: 'pemat' lacks items, or has too many: 3, 20."]),
        ({"pemat": PEMAT | {13: "no. Not asked."}}, ["r.yml:9: 'pemat' lacks items, or has too many: 13."]),
        ({"cci": CCI | {21: "no. Not asked."}}, ["r.yml:40: 'cci' lacks items, or has too many: 21."]),
    ],
)
def test_each_item_is_answered_once(changed, problem):
    assert told(ratings.every_item_is_answered(site(ratings=(rating(**changed),)))) == [
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
def test_a_page_that_changed_by_more_than_a_quarter_is_rated_anew(before, stale, share):
    # The last of its texts is brought by a macro.
    found = site(
        page(body="\n\n".join([*FOUR[:3], '{{ phrases("x") }}\n'])),
        phrases={"x": Phrase(id="x", when="W", log=FOUR[3])},
        ratings=(rating(page="gone.md"), rating(fingerprint=fingerprint(before), stale=stale)),
    )
    assert told(ratings.a_rating_speaks_of_the_page_as_it_is(found)) == (
        [f"r.yml:3: 'a.md' has changed by {share} since it was rated. Have it rated again, or add 'stale: true'."] if share else []
    )
