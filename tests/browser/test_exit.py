"""The quick exit: by click, by keys, without scripts and on a slow line; and Back does not show the page."""

import pytest

from tests.browser.visiting import PHONE, wait_for_modules

NOTE = "first-session/note/"
every_exit = pytest.mark.parametrize("url", [NOTE, "keeping-trust/when-something-is-wrong/"])


def exit_link(page):
    return page.get_by_role("link", name="Leave this page now")


def press_shift(page, times: int = 1) -> None:
    for _ in range(times):
        page.keyboard.press("Shift")


def has_left(page) -> bool:
    page.wait_for_url("about:blank")
    return page.evaluate("document.body.childElementCount") == 0


@pytest.mark.promise("leave-at-once", "leave-without-a-way-back", says="We press the button and then go back. The page must not come up.")
@every_exit
def test_click_leaves_and_back_does_not_return(visit, url):
    page = visit(PHONE)("")
    home = page.url
    page.goto(home + url)
    exit_link(page).click()
    assert has_left(page)
    page.go_back()
    assert page.url == home


@pytest.mark.promise("leave-without-a-way-back", says="We jump within the page, leave and go back. The page must not come up.")
@every_exit
def test_back_after_a_jump_within_the_page_does_not_return(visit, url):
    page = visit(PHONE)("")
    page.goto(page.url + url)
    wait_for_modules(page)
    page.locator("article a[href*='#']:not([href*='/'])").first.click()
    exit_link(page).click()
    assert has_left(page)
    page.go_back()
    assert url not in page.url


@pytest.mark.promise("leave-at-once", says="We press Shift three times. The page must go.")
@every_exit
def test_shift_three_times_leaves(visit, url):
    page = visit(PHONE)(url)
    press_shift(page)
    assert page.locator("[data-exit-said]").inner_text() == "Press Shift 2 more to leave."
    press_shift(page, 2)
    assert has_left(page)


def test_shift_for_capital_letters_does_not_leave(visit):
    page = visit(PHONE)(NOTE)
    page.locator("#note-own textarea").focus()
    for letter in "ABCD":
        page.keyboard.press(f"Shift+{letter}")
    press_shift(page)
    page.keyboard.press("a")
    press_shift(page, 2)
    assert page.locator("textarea").input_value() == "ABCDa"


@pytest.mark.promise("leave-at-once", says="We press the button without scripts. It must still lead away.")
@every_exit
def test_without_scripts_the_exit_is_a_plain_link(visit, url):
    page = visit(PHONE, java_script_enabled=False)(url)
    exit_link(page).click()
    page.wait_for_url("about:blank")


@pytest.mark.promise("leave-at-once", says="We leave when the next page does not come. The page must go blank at once.")
def test_page_goes_blank_at_once_where_the_next_page_does_not_come(visit):
    page = visit(PHONE)(NOTE)
    page.evaluate("document.querySelector('[data-exit]').href = '/nothing'")
    page.route("**/nothing", lambda route: route.fulfill(status=204))
    with page.expect_response("**/nothing"):
        exit_link(page).click(no_wait_after=True)
    assert page.evaluate("document.documentElement.childElementCount") == 0


@every_exit
def test_exit_requests_nothing_before_the_click(visit, url):
    visitor = visit(PHONE)
    page = visitor(url)
    page.wait_for_load_state("networkidle")
    assert visitor.foreign_requests == []
    assert page.locator("link[rel*=preconnect], link[rel*=prefetch]").count() == 0


@every_exit
def test_exit_stays_in_reach_of_a_thumb(visit, url):
    page = visit(PHONE)(url)
    for top in (0, 900, 100_000):
        page.evaluate("top => scrollTo({top, behavior: 'instant'})", top)
        box = exit_link(page).bounding_box()
        assert box["height"] >= 44 and box["y"] > 400 and box["y"] + box["height"] <= PHONE["height"]
