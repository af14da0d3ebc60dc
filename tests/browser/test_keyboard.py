"""Everything works from a keyboard, at every width, and focus is never hidden."""

import pytest

from tests.browser.conftest import WIDTHS, resize
from tests.browser.search_box import open_search, search_for
from tests.browser.tab_order import focused, problems_at, tab_backward, tab_forward
from tests.browser.visiting import PHONE, add_style

every_width = pytest.mark.parametrize("width", WIDTHS)
HAS_FOCUS = "node => node === document.activeElement"


def search_button(page):
    return page.get_by_role("button", name="Search", exact=True)


@pytest.mark.promise("keyboard-alone", says="We go through pages by the Tab key, there and back. Each stop must be in sight and marked.")
def test_every_tab_stop_is_visible_uncovered_and_outlined_both_ways(page, path, every_page):
    problems = {}
    for width in WIDTHS:
        resize(page, width)
        # The Tab key begins at what had focus last: at the body, for a page as loaded.
        page.evaluate("document.body.tabIndex = -1; document.body.focus(); document.body.removeAttribute('tabindex'); scrollTo(0, 0)")
        forward = tab_forward(page)
        problems[width, "forward"] = problems_at(forward) if len(forward) > 10 else ["fewer than ten stops"]
        if every_page or width == min(WIDTHS):
            backward = tab_backward(page, forward)
            same = [stop.name for stop in forward] == [stop.name for stop in reversed(backward)]
            problems[width, "backward"] = problems_at(backward) if same else ["the order is not the reverse"]
    assert {where: found for where, found in problems.items() if found} == {}, path


@pytest.mark.promise("keyboard-alone", says="We spoil a page on purpose. The test must see it.")
@pytest.mark.parametrize(
    "css, problem",
    [
        ("article a { outline: none !important }", "without an outline"),
        ("html { scroll-padding: 0 !important } .site-header { height: 30vh }", "covered by"),
        ("article a { position: fixed; left: -99px }", "out of sight"),
        ("article a { opacity: 0 }", "not shown"),
    ],
    ids=["outline", "covered", "off-screen", "transparent"],
)
def test_hidden_focus_is_found(visit, css, problem):
    page = visit(PHONE, reduced_motion="reduce")("why-trust/")
    add_style(page, css)
    forward = tab_forward(page)
    assert any(problem in line for line in problems_at(forward + tab_backward(page, forward)))


@pytest.mark.promise("keyboard-alone", says="We tick a box, and go on by the Tab key. The bar that comes must cover no stop.")
@pytest.mark.parametrize("url", ["strategies/empathy/", "keeping-trust/when-something-is-wrong/"])
def test_bar_that_offers_to_keep_ticks_covers_no_stop(visit, url):
    page = visit(PHONE, reduced_motion="reduce")(url)
    page.locator("article [type=checkbox]:visible").first.press("Space")
    page.locator(".keep-bar").wait_for()
    forward = tab_forward(page)
    assert any(stop.name.startswith("Keep them on this device") for stop in forward)
    assert problems_at(forward + tab_backward(page, forward)) == []


@every_width
def test_first_stop_skips_to_the_text(visit, width):
    page = resize(visit()("strategies/empathy/"), width)
    page.keyboard.press("Tab")
    first = focused(page)
    assert (first.name, first.problems) == ("Skip to the text", ())
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main-content"
    page.keyboard.press("Tab")
    assert page.evaluate("!!document.activeElement.closest('article')")


@pytest.mark.promise("keyboard-alone", says="We open and close the menu by keyboard. It must work.")
@pytest.mark.parametrize("width", [320, 768])
def test_menu_opens_and_closes_from_the_keyboard(visit, width):
    page = resize(visit()(""), width)
    menu = page.get_by_role("navigation", name="Main menu")
    assert not menu.is_visible()
    page.get_by_role("button", name="Menu", exact=True).focus()
    page.keyboard.press("Enter")
    menu.wait_for(state="visible")
    page.keyboard.press("Tab")
    assert page.evaluate("!!document.activeElement.closest('#site-menu')")
    page.keyboard.press("Escape")
    menu.wait_for(state="hidden")
    assert page.evaluate("document.activeElement.getAttribute('popovertarget')") == "site-menu"


def test_menu_of_a_wide_screen_unfolds_from_the_keyboard(visit):
    page = resize(visit()(""), 1280)
    page.get_by_role("navigation", name="Main menu").locator("summary", has_text="Five ways trust can grow").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/strategies/")


@pytest.mark.promise("keyboard-alone", says="We search by keyboard, and close it again. It must work.")
@every_width
def test_search_opens_answers_and_closes_from_the_keyboard(visit, width):
    page = resize(visit(reduced_motion="reduce")(""), width)
    search_button(page).press("Enter")
    page.wait_for_function("() => document.activeElement.name === 'query'")
    page.keyboard.type("trust")
    page.locator("[role=search] li").first.wait_for()
    page.keyboard.press("ArrowDown")
    assert focused(page).problems == ()
    assert page.evaluate("!!document.activeElement.closest('[role=search] li')")
    page.keyboard.press("Escape")
    page.get_by_role("search").wait_for(state="hidden")
    assert (focused(page).name, focused(page).problems) == ("Search", ())


def test_search_result_is_followed_from_the_keyboard(visit):
    page = visit(reduced_motion="reduce")("")
    search_for(page, "trust")
    page.keyboard.press("ArrowDown")
    target = page.evaluate("document.activeElement.href")
    page.keyboard.press("Enter")
    page.wait_for_url(target)


def test_enter_moves_from_the_query_to_the_results_and_stays_on_the_page(visit):
    page = visit(PHONE)("")
    before = page.url
    first = search_for(page, "trust").first
    page.keyboard.press("Enter")
    assert first.evaluate(HAS_FOCUS) and page.url == before
    page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.name") == "query"


def test_search_closes_when_focus_leaves_it(visit):
    page = visit(PHONE)("")
    open_search(page)
    page.keyboard.press("Tab")
    page.get_by_role("search").wait_for(state="hidden")
    assert focused(page).problems == ()


def test_term_is_explained_from_the_keyboard(visit):
    page = visit(PHONE)("first-session/privacy/")
    term = page.locator("article [popovertarget]").first
    meaning = page.locator(f"#{term.get_attribute('popovertarget')}")
    term.focus()
    page.keyboard.press("Enter")
    meaning.wait_for(state="visible")
    page.keyboard.press("Escape")
    meaning.wait_for(state="hidden")
    assert term.evaluate(HAS_FOCUS)


@pytest.mark.promise("nothing-in-the-address", says="We press Enter on a box. The address of the page must stay the same.")
@pytest.mark.parametrize("url", ["strategies/empathy/", "first-session/note/"])
@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
def test_enter_on_a_checkbox_does_not_submit_it(visit, url, scripts):
    page = visit(PHONE, java_script_enabled=scripts)(url)
    before = page.url
    box = page.get_by_role("checkbox").first
    box.check()
    box.press("Enter")
    page.wait_for_load_state()
    assert page.url == before and box.is_checked()
