"""Without scripts, no page offers what only scripts do."""

import re

import pytest

from tests.browser.visiting import DESK

# What buttons and lines say that need scripts.
SCRIPTED = re.compile(
    r"press Shift|fills itself in below|The search is loading|Did you mean|Copy as text|Clear all ticks|Listen to this page|Put on my note"
)


@pytest.mark.parametrize(
    "url", ["", "first-session/note/", "keeping-trust/when-something-is-wrong/", "strategies/empathy/", "words/", "404.html"]
)
def test_nothing_is_offered_that_needs_scripts(visit, url):
    page = visit(DESK, java_script_enabled=False)(url)
    shown = page.locator("body").inner_text()
    assert len(shown) > 500 and SCRIPTED.findall(shown) == []


def test_note_says_that_its_sheet_needs_scripts_and_that_the_page_can_be_printed(visit):
    page = visit(DESK, java_script_enabled=False)("first-session/note/")
    assert "You can tick the boxes above and print this page." in page.locator("body").inner_text()


def test_keys_that_leave_are_named_where_scripts_run(visit):
    assert "or press Shift three times" in visit(DESK)("first-session/note/").locator("body").inner_text()
