"""The reader's own settings are respected: zoom, spacing, colours, motion, and fingers of any size."""

import pytest

from tests.browser.chromium import FLAGS, installed
from tests.browser.conftest import URLS, WIDTHS, resize
from tests.browser.probes import run_probe
from tests.browser.search_box import search_for
from tests.browser.visiting import PHONE, add_style, wait_for_modules

# What a reader may set without losing a word (WCAG 2.2, success criterion 1.4.12).
SPACED = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
p { margin-bottom: 2em !important; }"""
SCROLL_WIDTH = "document.documentElement.scrollWidth"


@pytest.mark.promise(
    "your-own-settings",
    "fits-a-small-phone",
    says="We zoom pages to four times the size. No words must be lost, and nothing must stick out.",
)
@pytest.mark.promise("your-own-settings", says="We set more room between lines and letters. No words must be lost.")
@pytest.mark.promise("your-own-settings", says="We set colours of our own. Pictures and marks must still show.")
@pytest.mark.promise("big-enough-to-tap", says="We measure what you can tap. It must be big enough.")
@pytest.mark.promise("nothing-moves", says="We ask for less motion. Nothing on a page must move.")
def test_page_respects_the_readers_settings(page, path):
    found = {"motion": run_probe(page, "motion")}
    for width in WIDTHS:
        resize(page, width)
        found["small targets", width] = run_probe(page, "small_targets")
    resize(page, 360)
    for scheme in ("light", "dark"):
        page.emulate_media(forced_colors="active", color_scheme=scheme)
        found["forced colours", scheme] = run_probe(page, "forced_colors")
    page.emulate_media(forced_colors="none", color_scheme="light")
    # 1280 by 1024 pixels at 400 % are 320 by 256 CSS pixels (success criterion 1.4.10).
    resize(page, 320, 256)
    found["zoomed"] = run_probe(page, "unreadable_text") + scrolls_sideways(page, 320)
    # The header would take a quarter of so low a screen: it scrolls away.
    if page.evaluate("getComputedStyle(document.querySelector('header')).position") != "static":
        found["zoomed header"] = ["does not scroll away"]
    add_style(page, SPACED)
    for width in WIDTHS:
        resize(page, width)
        found["spaced", width] = run_probe(page, "unreadable_text") + scrolls_sideways(page, width)
    assert {setting: problems for setting, problems in found.items() if problems} == {}, path


@pytest.fixture(scope="module")
def large_letters(playwright):
    """A browser whose reader has set letters twice as large as usual."""
    flags = [*FLAGS, "--blink-settings=defaultFontSize=32,defaultFixedFontSize=26"]
    browser = playwright.chromium.launch(executable_path=installed(), args=flags)
    yield browser
    browser.close()


@pytest.mark.promise("your-own-settings", says="We make letters twice as large on the smallest phone. No words must be lost.")
def test_letters_of_twice_the_size_fit_the_smallest_phone(large_letters, base_url, path):
    page = large_letters.new_page(viewport={"width": 320, "height": 640})
    page.goto(base_url + URLS[path])
    wait_for_modules(page)
    page.evaluate("document.querySelectorAll('details').forEach((fold) => Object.assign(fold, { name: '', open: true }))")
    # A table scrolls by itself, and hides nothing.
    cut = [found for found in run_probe(page, "unreadable_text") if not page.locator(".table").count()]
    found = cut + scrolls_sideways(page, 320)
    page.close()
    assert found == [], path


@pytest.mark.promise("help-in-one-tap", says="We open the search with letters twice as large. Help must stay in reach.")
@pytest.mark.parametrize("width", [360, 390])
def test_help_stays_in_reach_beside_the_open_search(large_letters, base_url, width):
    page = large_letters.new_page(viewport={"width": width, "height": 740})
    page.goto(base_url + "why-trust/")
    search_for(wait_for_modules(page), "trust")
    page.get_by_role("link", name="Help now").first.click()
    page.wait_for_url("**/help-now/")
    page.close()


@pytest.mark.promise("help-in-one-tap", says="We look at each number on a small phone. It must stand in one line.")
def test_number_to_call_stays_in_one_line(visit):
    page = visit(PHONE)("help-now/")
    page.evaluate("document.querySelectorAll('details').forEach((fold) => { fold.open = true; })")
    numbers = page.locator(".call b:visible")
    line = min(numbers.evaluate_all("numbers => numbers.map((number) => number.offsetHeight)"))
    broken = numbers.evaluate_all("(numbers, line) => numbers.filter((one) => one.offsetHeight > line).map((one) => one.textContent)", line)
    assert numbers.count() > 100 and broken == []


def scrolls_sideways(page, width: int) -> list[str]:
    scroll_width = page.evaluate(SCROLL_WIDTH)
    return [f"is {scroll_width} pixels wide"] if scroll_width > width else []


@pytest.mark.promise("big-enough-to-tap", says="We measure what you can tap. It must be big enough.")
def test_targets_in_the_open_menu_and_search_are_large_enough(visit):
    page = resize(visit()("why-trust/"), 320)
    page.get_by_role("button", name="Menu", exact=True).click()
    in_menu = run_probe(page, "small_targets")
    page.keyboard.press("Escape")
    search_for(page, "trust")
    assert (in_menu, run_probe(page, "small_targets")) == ([], [])


@pytest.mark.promise("your-own-settings", "big-enough-to-tap", says="We spoil a page on purpose. The test must see it.")
@pytest.mark.parametrize(
    "css, probe, problem",
    [
        ("article p { height: 1em; overflow: hidden }", "unreadable_text", "cut off"),
        ("article h1 { margin-bottom: -4rem !important }", "unreadable_text", "overlap"),
        ("article h1 { white-space: nowrap !important; font-size: 4rem !important }", "unreadable_text", "past the side"),
        (".help-link { min-height: 0 !important; font-size: 10px; padding: 0 !important }", "small_targets", "Help now"),
        (".sections a { min-height: 0 !important; font-size: 10px !important; padding: 0 !important }", "small_targets", "a "),
        ("article a { transition: color 1s !important }", "motion", "transition"),
        ("html { scroll-behavior: smooth !important }", "motion", "scroll"),
    ],
    ids=["cut", "overlap", "side", "button", "list-of-links", "transition", "scrolling"],
)
def test_disrespected_setting_is_found(visit, css, probe, problem):
    page = visit(PHONE, reduced_motion="reduce")("why-trust/")
    add_style(page, css)
    assert any(problem in found for found in run_probe(page, probe))
