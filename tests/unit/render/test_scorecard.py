"""The scores of pages."""

import datetime

import pytest

from sitekit.models.ratings import ACTIONABILITY, CLEAR_COMMUNICATION, UNDERSTANDABILITY, Rating
from tests.rendering import COMPONENTS
from tests.unit.smallest import page

HEAD = (
    '<div class="scorecard"><table><thead><tr><th scope="col">Page</th><th scope="col">Understand</th><th scope="col">Act</th>'
    '<th scope="col">Clear</th></tr></thead><tbody>'
)
END = "</tbody></table></div>"
PAGE = page("a.md", title="A & B")


def rating(day: int, no: int | None = None) -> Rating:
    """Return a rating of 1 March 2026 or later that says "yes" to every item but one."""
    pemat = {item: "no. None." if item == no else "yes. All." for item in (*UNDERSTANDABILITY, *ACTIONABILITY)}
    cci = dict.fromkeys(CLEAR_COMMUNICATION, "yes. All.")
    date = datetime.date(2026, 3, day)
    return Rating(page="a.md", rater="a", date=date, audience="A", objective="O", message="M", pemat=pemat, cci=cci, fingerprint="f")


@pytest.mark.parametrize(
    "ratings, times, understand",
    [
        ([rating(1)], "Once, 1 Mar 2026", "100"),
        ([rating(1, no=3), rating(2, no=3)], "Twice, 2 Mar 2026", "94"),
        ([rating(2), rating(1, no=3)], "Twice, 2 Mar 2026", "94–100"),
    ],
)
def test_row_says_how_often_and_when_a_page_was_rated_and_both_scores_that_differ(ratings, times, understand):
    assert COMPONENTS.render("scorecard", rows=[(PAGE, ratings)], href=lambda page: page.url, agreement=0) == (
        f'{HEAD}<tr><th scope="row"><a href="a/">A &amp; B</a> <span class="rated">{times}</span></th>'
        f"<td>{understand}</td><td>100</td><td>100</td></tr>{END}"
    )


def test_list_says_how_often_two_raters_agreed():
    shown = COMPONENTS.render("scorecard", rows=[], agreement=95.4)
    assert shown.startswith("<p>Both times, 95 of 100 questions got the same answer. Where they did not, a score has two numbers,")


def test_pages_that_were_never_rated_say_so():
    row = '<tr><th scope="row"><a href="{}/">A &amp; B</a></th><td colspan="3">Not yet</td></tr>'
    shown = COMPONENTS.render("scorecard", rows=[(PAGE, []), (page("b.md", title="A & B"), [])], href=lambda page: page.url, agreement=0)
    assert shown == HEAD + row.format("a") + row.format("b") + END
