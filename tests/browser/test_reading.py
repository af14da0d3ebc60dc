"""A frightened reader with one thumb: the message at once, help in reach, nothing lost without scripts."""

import pytest

from sitekit.schema.page_types import HOW_SURE, PAGE_TYPES_BY_KIND
from tests.browser.conftest import HEIGHTS, PAGES, URLS, resize
from tests.browser.search_box import search_for
from tests.browser.visiting import DESK, PHONE, wait_for_modules

# What clients read of a page before "How sure are we" takes at most so many screens of a phone.
SCREENS = 9
# The page that most e-mails link can be left sooner.
SCREENS_TO_STOP = 6
CLIENT_PAGES = {
    path
    for path, page in PAGES.items()
    if PAGE_TYPES_BY_KIND[page.meta.kind].client and any(heading.id == HOW_SURE.id for heading in page.headings)
}


def help_link(page):
    return page.locator("header").get_by_role("link", name="Help now", exact=True)


@pytest.fixture(scope="module")
def boxes_at_home(reading_context, base_url) -> dict[int, dict]:
    """Where the link to help is on the home page, by the width of the screen."""
    page = reading_context.new_page()
    page.goto(base_url)
    yield {width: help_link(resize(page, width)).bounding_box() for width in (360, 1280)}
    page.close()


@pytest.mark.promise(
    "help-in-one-tap", says="We look for help on each page, on a phone and on a computer. It must be at one place, and easy to tap."
)
@pytest.mark.promise("fits-a-small-phone", says="We open each page on a very small screen. It must not be wider than that.")
def test_page_shows_its_message_and_help_at_once(page, path, boxes_at_home):
    for width, at_home in boxes_at_home.items():
        box = help_link(resize(page, width)).bounding_box()
        assert box == at_home, path
        assert box["height"] >= 44 and box["width"] >= 44
        assert box["y"] + box["height"] <= page.viewport_size["height"] and box["x"] + box["width"] <= width
    assert resize(page, 320).evaluate("document.documentElement.scrollWidth") <= 320, path
    message = resize(page, 360).locator("article h1 + p").bounding_box()
    assert message and message["y"] + message["height"] <= PHONE["height"], path
    if path in CLIENT_PAGES:
        how_sure = resize(page, 390).locator(f"#{HOW_SURE.id}").bounding_box()
        assert how_sure["y"] <= SCREENS * HEIGHTS[390], path
    if path == "first-session/index.md":
        end = page.get_by_text("That is all you need. You can stop here.").bounding_box()
        assert end["y"] + end["height"] <= SCREENS_TO_STOP * HEIGHTS[390]
    heights = page.evaluate("""() => {
      for (const folded of document.querySelectorAll("article details")) Object.assign(folded, { name: "", open: true });
      return [...document.querySelectorAll(".checklist label")].filter((label) => label.checkVisibility()).map((label) => label.offsetHeight);
    }""")
    assert [height for height in heights if height < 44] == [], path


@pytest.fixture(scope="module")
def tab_without_scripts(browser):
    context = browser.new_context(viewport=PHONE, java_script_enabled=False)
    yield context.new_page()
    context.close()


@pytest.mark.promise(
    "help-whatever-fails", "whole-without-scripts", says="We turn scripts off. The text, help and links to other pages must be there."
)
def test_page_without_scripts_has_its_text_help_and_links(tab_without_scripts, base_url, path):
    page = tab_without_scripts
    page.goto(base_url + URLS[path])
    assert page.locator("article h1").is_visible()
    assert help_link(page).is_visible()
    # In the footer; on the 404 page in the text.
    assert page.locator(".sections, .all-pages").get_by_role("link").first.is_visible()
    # Only what scripts fill may be hidden.
    assert page.locator("article .md-typeset > [hidden], article > [hidden]:not(.note-tool, .listen, .filter)").count() == 0


def test_calls_to_action_of_the_home_page_lead_to_their_pages(visit, site):
    page = visit(PHONE)("")
    home = page.url
    doors = page.locator(".doors").get_by_role("link")
    assert doors.all_inner_texts() == [door.label for door in site.calls_to_action.values()]
    for door in site.calls_to_action.values():
        doors.get_by_text(door.label, exact=True).click()
        page.wait_for_url(f"**/{site.pages[door.page].url}")
        page.go_back()
        page.wait_for_url(home)


def test_card_can_be_tapped_anywhere(visit):
    page = visit(PHONE)("")
    page.locator(".tiles li", has_text="Clear limits").first.click(position={"x": 100, "y": 60})
    page.wait_for_url("**/strategies/clear-boundaries/")


def test_menu_of_a_wide_screen_shows_where_one_is(visit):
    page = visit(DESK)("keeping-trust/after-the-first-session/")
    wait_for_modules(page)
    menu, here = page.locator("#site-menu").bounding_box(), page.locator("#site-menu [aria-current]").bounding_box()
    assert here["y"] + here["height"] <= menu["y"] + menu["height"]


def test_tick_is_set_by_a_tap_on_its_words_and_stored_nowhere(visit):
    page = visit(PHONE)("strategies/safe-environment/")
    item = page.locator(".checklist-client li").first
    item.locator("span").click()
    assert item.get_by_role("checkbox").is_checked()
    assert page.evaluate("Object.keys(localStorage).length + Object.keys(sessionStorage).length") == 0


@pytest.mark.promise("numbers-that-dial", says="We measure a number to call. It must be big enough to tap.")
def test_number_can_be_tapped(visit):
    page = visit(PHONE)("help-now/")
    page.locator("summary", has_text="United Kingdom").click()
    link = page.locator("#help-gb").get_by_role("link", name="Call 116 123")
    assert link.get_attribute("href") == "tel:116123"
    assert link.bounding_box()["height"] >= 44


def test_404_page_has_help(visit):
    page = visit(PHONE)("no-such-page/")
    assert page.get_by_role("heading", level=1).inner_text() == "Page not found"
    assert page.locator("article").get_by_role("link", name="Help now").count() >= 1


@pytest.mark.parametrize("viewport", [PHONE, DESK], ids=["360", "1280"])
def test_help_link_works_while_the_search_is_open(visit, viewport):
    page = visit(viewport)("")
    search_for(page, "trust")
    help_link(page).click()
    page.wait_for_url("**/help-now/")


def test_search_finds_a_page_by_its_words(visit):
    page = visit(DESK)("")
    search_for(page, "limits")
    first = page.locator("[role=search] li").first
    assert "limits" in first.inner_text().lower()
    assert {mark.lower() for mark in first.locator("mark").all_inner_texts()} <= {"limit", "limits", "limited"}


LISTS_WITHOUT_ROLE = """() => [...document.querySelectorAll("ul, ol")]
  .filter((list) => !list.closest("nav") && list.role !== "list" && getComputedStyle(list).listStyleType === "none")
  .map((list) => list.textContent.trim().slice(0, 40))"""


@pytest.mark.promise(
    "told-by-screen-readers", says="We look at each list. Where it shows no dots or numbers, it must still say it is a list."
)
def test_list_without_marks_says_that_it_is_one(page):
    assert page.evaluate(LISTS_WITHOUT_ROLE) == []
