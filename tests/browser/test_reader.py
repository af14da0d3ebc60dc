"""A frightened reader with one thumb: the message at once, help in reach, nothing lost without scripts."""

import pytest

from sitekit.load import load
from tests.browser.visiting import DESK, PHONE
from tests.conftest import ROOT

SITE = load(ROOT)[0]
URLS = {page.path: page.url for page in SITE.pages.values()}
every_page = pytest.mark.parametrize("url", URLS.values(), ids=URLS)


@every_page
def test_the_whole_message_is_in_the_first_screen_of_a_phone(visit, url):
    page = visit(PHONE)(url)
    box = page.locator("article h1 + p strong").bounding_box()
    assert box and box["y"] + box["height"] <= PHONE["height"]


def place_of_help(visitor, url: str) -> dict:
    return visitor(url).locator("header").get_by_role("link", name="Help now").bounding_box()


@pytest.mark.parametrize("viewport", [PHONE, DESK], ids=["360", "1280"])
def test_help_stands_in_reach_at_the_same_place_on_every_page(visit, viewport):
    visitor = visit(viewport)
    places = {path: place_of_help(visitor, url) for path, url in URLS.items()}
    box = places["index.md"]
    assert {path: place for path, place in places.items() if place != box} == {}
    assert box["height"] >= 44 and box["width"] >= 44
    assert box["y"] + box["height"] <= viewport["height"] and box["x"] + box["width"] <= viewport["width"]


@every_page
def test_nothing_needs_sideways_scrolling_at_320(visit, url):
    page = visit({"width": 320, "height": 640})(url)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@every_page
def test_without_scripts_the_text_the_help_and_the_way_on_are_there(visit, url):
    page = visit(PHONE, java_script_enabled=False)(url)
    assert page.locator("article h1").is_visible()
    assert page.locator("header").get_by_role("link", name="Help now").is_visible()
    assert page.locator("footer").get_by_role("link").first.is_visible()
    # The note's sheet is filled by a script; the boxes it would be filled from are there, and so is what to do.
    assert page.locator("article .md-typeset > [hidden], article > [hidden]:not(.note-tool)").count() == 0


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


@every_page
def test_checklists_offer_large_targets(visit, url):
    page = visit(PHONE)(url)
    page.evaluate("document.querySelectorAll('article details').forEach((folded) => { folded.open = true; })")
    for label in page.locator("fieldset.checklist label").all():
        assert label.bounding_box()["height"] >= 44


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_on_paper_there_is_help_and_no_navigation(visit, scheme):
    page = visit(DESK, color_scheme=scheme)("strategies/empathy/")
    page.emulate_media(media="print")
    assert page.get_by_text("In danger now: call your local emergency number.").is_visible()
    assert not page.locator("header .site-header__inner").is_visible()
    assert not page.locator("#site-menu").is_visible()
    assert not page.locator("footer").is_visible()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") in ("rgb(255, 255, 255)", "rgba(0, 0, 0, 0)")


def test_a_number_can_be_tapped(visit):
    page = visit(PHONE)("help-now/")
    link = page.get_by_role("link", name="Call 116 123").first
    assert link.get_attribute("href") == "tel:116123"
    assert link.bounding_box()["height"] >= 44


def test_a_lost_reader_finds_help_and_home_on_the_404_page(visit):
    page = visit(PHONE)("Strategies/Empathy")
    assert page.get_by_role("heading", level=1).inner_text() == "Page not found"
    assert page.locator("article").get_by_role("link", name="Help now").count() >= 1


def test_search_finds_a_page_by_its_words(visit):
    page = visit(DESK)("")
    page.get_by_role("textbox", name="Search this site").press_sequentially("limits")
    first = page.locator(".md-search-result__item").first
    first.wait_for()
    assert "limits" in first.inner_text().lower()
