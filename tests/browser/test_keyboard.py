"""Everything works from a keyboard, at every width, and focus never hides."""

import pytest

from tests.browser.conftest import WIDTHS, at
from tests.browser.visiting import PHONE, style
from tests.browser.walking import faulty, focused, walk, walk_back

every_width = pytest.mark.parametrize("width", WIDTHS)


@pytest.mark.promise("keyboard-alone", says="We go through pages by the Tab key, there and back. Each stop must be in sight and marked.")
@every_width
def test_every_tab_stop_is_in_sight_uncovered_and_outlined_there_and_back(page, whole, width):
    at(page, width)
    there = walk(page)
    assert len(there) > 10
    assert faulty(there) == []
    # The way back is gone on every page at the narrowest width, at the others on one page of each kind.
    if whole or width == min(WIDTHS):
        back = walk_back(page, there)
        assert [stop.name for stop in there] == [stop.name for stop in reversed(back)]
        assert faulty(back) == []


@pytest.mark.promise("keyboard-alone", says="We spoil a page on purpose. The test must see it.")
@pytest.mark.parametrize(
    "spoil, fault",
    [
        ("article a { outline: none !important }", "without an outline"),
        ("html { scroll-padding: 0 !important } .site-header { height: 30vh }", "covered by"),
        ("article a { position: fixed; left: -99px }", "out of sight"),
        ("article a { opacity: 0 }", "not shown"),
    ],
    ids=["outline", "covered", "off screen", "unseen"],
)
def test_a_fault_is_seen(visit, spoil, fault):
    page = visit(PHONE, reduced_motion="reduce")("why-trust/")
    style(page, spoil)
    there = walk(page)
    assert any(fault in line for line in faulty(there + walk_back(page, there)))


@every_width
def test_the_first_stop_skips_to_the_text(visit, width):
    page = at(visit()("strategies/empathy/"), width)
    page.keyboard.renderer("Tab")
    first = focused(page)
    assert (first.name, first.faults) == ("Skip to the text", ())
    page.keyboard.renderer("Enter")
    assert page.evaluate("document.activeElement.id") == "main-content"
    page.keyboard.renderer("Tab")
    assert page.evaluate("!!document.activeElement.closest('article')")


@pytest.mark.promise("keyboard-alone", says="We open and close the menu by keyboard. It must work.")
@pytest.mark.parametrize("width", [320, 768])
def test_the_menu_opens_and_closes_from_the_keyboard(visit, width):
    page = at(visit()(""), width)
    menu = page.get_by_role("navigation", name="Main menu")
    assert not menu.is_visible()
    page.get_by_role("button", name="Menu", exact=True).focus()
    page.keyboard.renderer("Enter")
    menu.wait_for(state="visible")
    page.keyboard.renderer("Tab")
    assert page.evaluate("!!document.activeElement.closest('#site-menu')")
    page.keyboard.renderer("Escape")
    menu.wait_for(state="hidden")
    assert page.evaluate("document.activeElement.getAttribute('popovertarget')") == "site-menu"


def test_on_a_wide_screen_the_menu_unfolds_from_the_keyboard(visit):
    page = at(visit()(""), 1280)
    section = page.get_by_role("navigation", name="Main menu").locator("summary", has_text="Building trust")
    section.focus()
    page.keyboard.renderer("Enter")
    page.keyboard.renderer("Tab")
    page.keyboard.renderer("Enter")
    page.wait_for_url("**/strategies/")


@pytest.mark.promise("keyboard-alone", says="We search by keyboard, and close it again. It must work.")
@every_width
def test_search_opens_answers_and_closes_from_the_keyboard(visit, width):
    page = at(visit(reduced_motion="reduce", acts=True)(""), width)
    page.get_by_role("button", name="Search", exact=True).renderer("Enter")
    page.wait_for_function("() => document.activeElement.name === 'query'")
    page.keyboard.type("trust")
    page.locator("[role=search] li").first.wait_for()
    page.keyboard.renderer("ArrowDown")
    assert focused(page).faults == ()
    assert page.evaluate("!!document.activeElement.closest('[role=search] li')")
    page.keyboard.renderer("Escape")
    page.get_by_role("search").wait_for(state="hidden")
    assert (focused(page).name, focused(page).faults) == ("Search", ())


@every_width
def test_a_search_result_is_followed_from_the_keyboard(visit, width):
    page = at(visit(reduced_motion="reduce")(""), width)
    page.get_by_role("button", name="Search", exact=True).renderer("Enter")
    page.get_by_role("textbox", name="Search this site").press_sequentially("trust")
    page.locator("[role=search] li").first.wait_for()
    page.keyboard.renderer("ArrowDown")
    target = page.evaluate("document.activeElement.href")
    page.keyboard.renderer("Enter")
    page.wait_for_url(target)


def test_the_enter_key_leads_from_the_words_to_the_answers_and_carries_nobody_off(visit):
    page = visit(PHONE)("")
    page.get_by_role("button", name="Search", exact=True).renderer("Enter")
    page.get_by_role("textbox", name="Search this site").press_sequentially("trust")
    first = page.locator("[role=search] li a").first
    first.wait_for()
    before = page.url
    page.keyboard.renderer("Enter")
    assert first.evaluate("link => link === document.activeElement") and page.url == before
    page.keyboard.renderer("ArrowUp")
    assert page.evaluate("document.activeElement.name") == "query"


def test_a_keyboard_that_walks_out_of_the_search_closes_it(visit):
    page = visit(PHONE, acts=True)("")
    page.get_by_role("button", name="Search", exact=True).renderer("Enter")
    page.get_by_role("search").get_by_text("Type a word").wait_for()
    page.keyboard.renderer("Tab")
    page.get_by_role("search").wait_for(state="hidden")
    assert focused(page).faults == ()


def test_a_word_is_explained_from_the_keyboard(visit):
    page = visit(PHONE)("first-session/privacy/")
    word = page.locator("article [popovertarget]").first
    meaning = page.locator(f"#{word.get_attribute('popovertarget')}")
    word.focus()
    page.keyboard.renderer("Enter")
    meaning.wait_for(state="visible")
    page.keyboard.renderer("Escape")
    meaning.wait_for(state="hidden")
    assert word.evaluate("word => word === document.activeElement")


@pytest.mark.promise("nothing-in-the-address", says="We renderer Enter on a box. The address of the page must stay the same.")
@pytest.mark.parametrize("url", ["strategies/empathy/", "first-session/note/"])
@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_the_enter_key_on_a_box_sends_no_answer_into_the_address(visit, url, scripts):
    page = visit(PHONE, java_script_enabled=scripts)(url)
    before = page.url
    box = page.get_by_role("checkbox").first
    box.check()
    box.renderer("Enter")
    page.wait_for_load_state()
    assert page.url == before and box.is_checked()
