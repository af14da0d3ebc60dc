"""The scores of pages."""

import datetime

import pytest

from sitekit.queries import Scores
from tests.rendering import COMPONENTS
from tests.unit.smallest import page

HEAD = (
    '<div class="scorecard"><table><thead><tr><th scope="col">Page</th><th scope="col">Understand</th><th scope="col">Act</th>'
    '<th scope="col">Clear</th></tr></thead><tbody>'
)
END = "</tbody></table></div>"
PAGE = page("a.md", title="A & B")


@pytest.mark.parametrize("raters, times", [(1, "Once"), (2, "Twice"), (3, "3 times")])
def test_row_says_how_often_and_when_a_page_was_rated(raters, times):
    scores = Scores(PAGE, raters, datetime.date(2026, 3, 1), 94.5, 83.4, 99.6)
    assert COMPONENTS.render("scorecard", rows=[("a/", scores)]) == (
        f'{HEAD}<tr><th scope="row"><a href="a/">A &amp; B</a> <span class="rated">{times}, 1 Mar 2026</span></th>'
        f"<td>94</td><td>83</td><td>100</td></tr>{END}"
    )


def test_pages_that_were_never_rated_say_so():
    row = '<tr><th scope="row"><a href="{}/">A &amp; B</a></th><td colspan="3">Not yet</td></tr>'
    shown = COMPONENTS.render("scorecard", rows=[("a/", Scores(PAGE, 0)), ("b/", Scores(PAGE, 0))])
    assert shown == HEAD + row.format("a") + row.format("b") + END
