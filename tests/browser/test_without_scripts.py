"""Without scripts, no page offers what only scripts do."""

import re

import pytest

from tests.browser.visiting import DESK, PHONE, wait_for_modules

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


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
@pytest.mark.parametrize("url", ["first-session/privacy/", "first-session/under-18/", "first-session/costs-and-records/"])
def test_rules_of_one_place_are_open_at_a_time(visit, url, scripts):
    page = visit(PHONE, java_script_enabled=scripts)(url)
    assert page.locator("details[name][open]").count() == 0
    for place in ("Australia", "United Kingdom", "United States"):
        fold = page.locator("details[name]").filter(has=page.get_by_role("heading", name=re.compile(f"{place}$")))
        fold.locator("summary").click()
        assert page.locator("details[name][open] h4").all_inner_texts() == [fold.locator("h4").inner_text()]


def test_place_stays_in_sight_where_the_one_above_closes(visit):
    page = wait_for_modules(visit(PHONE)("first-session/privacy/"))
    for place in ("Australia", "India"):
        page.locator("details[name] summary", has_text=place).click()
    page.wait_for_function("() => document.getElementById('india').getBoundingClientRect().top >= 0")
