"""The reader's own settings are respected: zoom, spacing, colours, motion, and fingers of any size."""

import pytest

from tests.browser.conftest import WIDTHS, at
from tests.browser.probes import ask
from tests.browser.visiting import style
from tests.search.asking import answered

every_width = pytest.mark.parametrize("width", WIDTHS)
# WCAG 2.2, success criterion 1.4.12: what a reader may set without losing a word.
SPACED = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
p { margin-bottom: 2em !important; }"""
SIDEWAYS = "document.documentElement.scrollWidth"


@pytest.mark.promise(
    "your-own-settings",
    "fits-a-small-phone",
    says="We zoom pages to four times the size. No words must be lost, and nothing must stick out.",
)
def test_at_four_times_zoom_no_text_is_lost_and_nothing_scrolls_sideways(page):
    """1280 by 1024 pixels at 400 % are 320 by 256 CSS pixels (success criterion 1.4.10)."""
    at(page, 320, 256)
    assert page.evaluate(SIDEWAYS) <= 320
    assert ask(page, "lost_text") == []
    # The bar on top would take a quarter of so low a screen: it scrolls away.
    assert page.evaluate("getComputedStyle(document.querySelector('header')).position") == "static"


@pytest.mark.promise("your-own-settings", says="We set more room between lines and letters. No words must be lost.")
@every_width
def test_with_wider_spacing_no_text_is_lost(page, width):
    style(at(page, width), SPACED)
    assert page.evaluate(SIDEWAYS) <= width
    assert ask(page, "lost_text") == []


@pytest.mark.promise("big-enough-to-tap", says="We measure what you can tap. It must be big enough.")
@every_width
def test_targets_are_large_enough_for_a_finger(page, width):
    at(page, width)
    assert ask(page, "small_targets") == []


@pytest.mark.promise("big-enough-to-tap", says="We measure what you can tap. It must be big enough.")
def test_targets_in_the_open_menu_and_search_are_large_enough(page):
    at(page, 320)
    page.get_by_role("button", name="Menu", exact=True).click()
    assert ask(page, "small_targets") == []
    page.keyboard.renderer("Escape")
    page.get_by_role("button", name="Search", exact=True).click()
    page.get_by_role("textbox", name="Search this site").fill("trust")
    answered(page)
    assert ask(page, "small_targets") == []
    page.get_by_role("textbox", name="Search this site").fill("")
    page.keyboard.renderer("Escape")


@pytest.mark.promise("your-own-settings", says="We set colours of our own. Pictures and marks must still show.")
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_under_forced_colours_pictures_edges_and_marks_are_seen(page, scheme):
    at(page, 360)
    page.emulate_media(forced_colors="active", color_scheme=scheme)
    assert ask(page, "unseen_when_forced") == []


@pytest.mark.promise("nothing-moves", says="We ask for less motion. Nothing on a page must move.")
def test_nothing_moves_where_motion_is_unwanted(page):
    page.emulate_media(reduced_motion="reduce")
    assert ask(page, "motion") == []


@pytest.mark.promise("your-own-settings", "big-enough-to-tap", says="We spoil a page on purpose. The test must see it.")
@pytest.mark.parametrize(
    "spoil, question, fault",
    [
        ("article p { height: 1em; overflow: hidden }", "lost_text", "cut off"),
        ("article h1 { margin-bottom: -4rem !important }", "lost_text", "overlap"),
        ("article h1 { white-space: nowrap !important; font-size: 4rem !important }", "lost_text", "past the side"),
        (".help-link { min-height: 0 !important; font-size: 10px; padding: 0 !important }", "small_targets", "Help now"),
        (".sections a { min-height: 0 !important; font-size: 10px !important; padding: 0 !important }", "small_targets", "a "),
        ("article a { transition: color 1s !important }", "motion", "transition"),
        ("html { scroll-behavior: smooth !important }", "motion", "scroll"),
    ],
    ids=["cut", "overlap", "side", "button", "list of links", "transition", "scrolling"],
)
def test_a_fault_is_seen(visit, spoil, question, fault):
    page = visit({"width": 360, "height": 640}, reduced_motion="reduce")("why-trust/")
    style(page, spoil)
    assert any(fault in told for told in ask(page, question))
