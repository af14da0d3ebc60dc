"""A frightened reader with one thumb: the message at once, help in reach, nothing lost without scripts."""

import pytest

from tests.browser.conftest import URLS, at
from tests.browser.visiting import DESK, PHONE
from tests.search.asking import answered


def test_the_whole_message_is_in_the_first_screen_of_a_phone(page):
    box = at(page, 360).locator("article h1 + p").bounding_box()
    assert box and box["y"] + box["height"] <= PHONE["height"]


def place_of_help(page) -> dict:
    return page.locator("header").get_by_role("link", name="Help now").bounding_box()


@pytest.fixture(scope="module")
def place_at_home(looking, address) -> dict[int, dict]:
    """Where help stands on the home page, by the width of the screen."""
    page = looking.new_page()
    page.goto(address)
    yield {width: place_of_help(at(page, width)) for width in (360, 1280)}
    page.close()


@pytest.mark.promise(
    "help-in-one-tap", says="We look for help on each page, on a phone and on a computer. It must be at one place, and easy to tap."
)
@pytest.mark.parametrize("width", [360, 1280])
def test_help_stands_in_reach_at_the_same_place_on_every_page(page, width, place_at_home):
    box = place_of_help(at(page, width))
    assert box == place_at_home[width]
    assert box["height"] >= 44 and box["width"] >= 44
    assert box["y"] + box["height"] <= page.viewport_size["height"] and box["x"] + box["width"] <= width


@pytest.mark.promise("fits-a-small-phone", says="We open each page on a very small screen. It must not be wider than that.")
def test_nothing_needs_sideways_scrolling_at_320(page):
    assert at(page, 320).evaluate("document.documentElement.scrollWidth") <= 320


def test_checklists_offer_large_targets(page):
    heights = at(page, 360).evaluate("""() => {
      for (const folded of document.querySelectorAll("article details")) folded.open = true;
      return [...document.querySelectorAll("fieldset.checklist label")].map((label) => label.offsetHeight);
    }""")
    assert [height for height in heights if height < 44] == []


@pytest.fixture(scope="module")
def without_scripts(browser, address):
    """Opens a page of the site as a browser without scripts does: without_scripts(address below the site's root)."""
    context = browser.new_context(viewport=PHONE, java_script_enabled=False)
    page = context.new_page()
    yield lambda url: page.goto(address + url) and page
    context.close()


@pytest.mark.promise(
    "help-whatever-fails", "whole-without-scripts", says="We turn scripts off. The text, help and links to other pages must be there."
)
@pytest.mark.parametrize("url", URLS.values(), ids=URLS)
def test_without_scripts_the_text_the_help_and_the_way_on_are_there(without_scripts, url):
    page = without_scripts(url)
    assert page.locator("article h1").is_visible()
    assert page.locator("header").get_by_role("link", name="Help now").is_visible()
    # In the footer, and on the page for lost addresses in the text.
    assert page.locator(".sections, .all-pages").get_by_role("link").first.is_visible()
    # The note's sheet is filled by a script; the boxes it would be filled from are there, and so is what to do.
    assert page.locator("article .md-typeset > [hidden], article > [hidden]:not(.note-tool, .listen)").count() == 0


def test_the_home_pages_doors_open(visit):
    page = visit(PHONE)("")
    page.get_by_role("link", name="I have a first session").click()
    page.wait_for_url("**/first-session/")
    page.go_back()
    page.get_by_role("link", name="I am a therapist").click()
    page.wait_for_url("**/therapists/")


def test_a_card_can_be_tapped_anywhere(visit):
    page = visit(PHONE)("strategies/")
    page.locator(".cards li", has_text="Clear limits").first.click(position={"x": 100, "y": 60})
    page.wait_for_url("**/strategies/clear-boundaries/")


def test_a_tick_stays_in_the_page_and_a_tap_on_its_words_sets_it(visit):
    page = visit(PHONE)("strategies/safe-environment/")
    item = page.locator("fieldset.checklist-client li").first
    item.locator("span").click()
    assert item.get_by_role("checkbox").is_checked()
    assert page.evaluate("Object.keys(localStorage).length + Object.keys(sessionStorage).length") == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_on_paper_there_is_help_and_no_navigation(visit, scheme):
    page = visit(DESK, color_scheme=scheme)("strategies/empathy/")
    page.emulate_media(media="print")
    assert page.get_by_text("In danger now: call your local emergency number.").is_visible()
    assert not page.locator("header .site-header__inner").is_visible()
    assert not page.locator("#site-menu").is_visible()
    assert not page.locator("footer").is_visible()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") in ("rgb(255, 255, 255)", "rgba(0, 0, 0, 0)")


@pytest.mark.promise("numbers-that-dial", says="We measure a number to call. It must be big enough to tap.")
def test_a_number_can_be_tapped(visit):
    page = visit(PHONE)("help-now/")
    link = page.get_by_role("link", name="Call 116 123").first
    assert link.get_attribute("href") == "tel:116123"
    assert link.bounding_box()["height"] >= 44


def test_a_lost_reader_finds_help_and_home_on_the_404_page(visit):
    page = visit(PHONE)("no-such-page/")
    assert page.get_by_role("heading", level=1).inner_text() == "Page not found"
    assert page.locator("article").get_by_role("link", name="Help now").count() >= 1


@pytest.mark.parametrize("viewport", [PHONE, DESK], ids=["360", "1280"])
def test_help_stays_in_reach_while_one_searches(visit, viewport):
    page = visit(viewport)("")
    page.get_by_role("button", name="Search", exact=True).click()
    page.get_by_role("textbox", name="Search this site").fill("trust")
    answered(page)
    page.locator("header").get_by_role("link", name="Help now").click()
    page.wait_for_url("**/help-now/")


def test_search_finds_a_page_by_its_words(visit):
    page = visit(DESK)("")
    page.get_by_role("button", name="Search", exact=True).click()
    page.get_by_role("textbox", name="Search this site").press_sequentially("limits")
    answered(page)
    first = page.locator("[role=search] li").first
    assert "limits" in first.inner_text().lower()
    assert {mark.lower() for mark in first.locator("mark").all_inner_texts()} <= {"limit", "limits", "limited"}
