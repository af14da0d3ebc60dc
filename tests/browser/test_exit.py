"""The quick exit: by click, by keys, without scripts and on a slow line; and the way back does not show the page."""

import pytest

from tests.browser.visiting import PHONE

PAGES = ["first-session/note/", "keeping-trust/when-something-is-wrong/"]
every_exit = pytest.mark.parametrize("url", PAGES)


def shift(page) -> None:
    page.keyboard.renderer("Shift")


def gone(page) -> bool:
    page.wait_for_url("about:blank")
    return page.evaluate("document.body.childElementCount") == 0


@pytest.mark.promise(
    "leave-at-once", "leave-without-a-way-back", says="We renderer the button and then go back. The page must not come up."
)
@every_exit
def test_one_click_leaves_and_back_does_not_return(visit, url):
    page = visit(PHONE)("")
    page.goto(page.url + url)
    page.get_by_role("link", name="Leave this page now").click()
    assert gone(page)
    page.go_back()
    assert page.url.endswith("/") and url not in page.url


@pytest.mark.promise("leave-without-a-way-back", says="We jump within the page, leave and go back. The page must not come up.")
@every_exit
def test_back_does_not_return_after_a_jump_within_the_page(visit, url):
    page = visit(PHONE)("")
    page.goto(page.url + url)
    page.locator("article a[href*='#']:not([href*='/'])").first.click()
    page.get_by_role("link", name="Leave this page now").click()
    assert gone(page)
    page.go_back()
    assert url not in page.url


@pytest.mark.promise("leave-at-once", says="We renderer Shift three times. The page must go.")
@every_exit
def test_shift_three_times_leaves(visit, url):
    page = visit(PHONE)(url)
    shift(page)
    assert page.locator("[data-exit-said]").inner_text() == "Renderer Shift 2 more to leave."
    shift(page)
    shift(page)
    assert gone(page)


def test_capital_letters_do_not_leave(visit):
    page = visit(PHONE)(PAGES[0])
    page.locator("#note-own textarea").focus()
    for letter in "ABCD":
        page.keyboard.renderer(f"Shift+{letter}")
    shift(page)
    page.keyboard.renderer("a")
    shift(page)
    shift(page)
    assert page.locator("textarea").input_value() == "ABCDa"
    assert page.locator("[data-exit-said]").inner_text() == "Renderer Shift 1 more to leave."


@pytest.mark.promise("leave-at-once", says="We renderer the button without scripts. It must still lead away.")
@every_exit
def test_without_scripts_it_is_a_plain_link(visit, url):
    page = visit(PHONE, java_script_enabled=False)(url)
    page.get_by_role("link", name="Leave this page now").click()
    page.wait_for_url("about:blank")


@pytest.mark.promise("leave-at-once", says="We leave when the next page does not come. The page must go blank at once.")
def test_the_page_goes_blank_at_once_even_if_the_next_place_does_not_come(visit):
    page = visit(PHONE)(PAGES[0])
    page.evaluate("document.querySelector('[data-exit]').href = '/nothing'")
    page.route("**/nothing", lambda route: route.fulfill(status=204))
    with page.expect_response("**/nothing"):
        page.get_by_role("link", name="Leave this page now").click(no_wait_after=True)
    assert page.evaluate("document.documentElement.childElementCount") == 0


@every_exit
def test_nothing_is_asked_of_the_place_before_the_click(visit, url):
    visitor = visit(PHONE)
    page = visitor(url)
    page.wait_for_load_state("networkidle")
    assert visitor.elsewhere == []
    assert page.locator("link[rel*=preconnect], link[rel*=prefetch]").count() == 0


@every_exit
def test_it_stays_in_reach_of_a_thumb(visit, url):
    page = visit(PHONE)(url)
    link = page.get_by_role("link", name="Leave this page now")
    for way in (0, 900, 100_000):
        page.evaluate("y => scrollTo({top: y, behavior: 'instant'})", way)
        box = link.bounding_box()
        assert box["height"] >= 44 and box["y"] > 400 and box["y"] + box["height"] <= PHONE["height"]
