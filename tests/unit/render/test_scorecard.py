"""The scorecard's rows, word for word."""

import datetime

import pytest

from sitekit import render
from sitekit.models.page import Page, PageMeta
from sitekit.queries import Scores


def page(path: str) -> Page:
    return Page(path=path, meta=PageMeta(title="A & B", description="d" * 50, kind="about", reviewed=datetime.date(2026, 11, 23)))


HEAD = (
    '<div class="scorecard"><table><thead><tr><th scope="col">Page</th><th scope="col">Understand</th><th scope="col">Act</th>'
    '<th scope="col">Clear</th></tr></thead><tbody>'
)


@pytest.mark.parametrize("raters, times", [(1, "Once"), (2, "Twice"), (3, "3 times")])
def test_a_row_tells_how_often_and_when_a_page_was_rated(raters, times):
    row = Scores(page("a.md"), raters, datetime.date(2026, 3, 1), 94.5, 83.4, 99.6)
    assert render.scorecard(page("index.md"), [row]) == (
        f'{HEAD}<tr><th scope="row"><a href="a/">A &amp; B</a> <span class="rated">{times}, 1 Mar 2026</span></th>'
        "<td>94</td><td>83</td><td>100</td></tr></tbody></table></div>"
    )


def test_rows_that_were_never_rated_follow_each_other():
    row = '<tr><th scope="row"><a href="{}/">A &amp; B</a></th><td colspan="3">Not yet</td></tr>'
    assert render.scorecard(page("index.md"), [Scores(page("a.md"), 0), Scores(page("b.md"), 0)]) == (
        HEAD + row.format("a") + row.format("b") + "</tbody></table></div>"
    )
