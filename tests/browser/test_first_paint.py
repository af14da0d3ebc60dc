"""On a phone, what is far below is laid out a moment after the first paint, and nobody can tell."""

import pytest

from tests.browser.conftest import PAGES
from tests.browser.visiting import DESK, PHONE, settle

# A large phone: more of a page is in sight than on others.
TALL = {"width": 440, "height": 960}
# The moment after the first paint comes when a test says so.
HELD = """const later = window.setTimeout;
window.setTimeout = (run, wait, ...rest) => wait === 200 ? (window.goOn = run, 0) : later(run, wait, ...rest);"""
WAITING = "document.documentElement.classList.contains('first-paint')"
LAST = "getComputedStyle(document.querySelector('article > :last-child')).contentVisibility"
# Each element in sight, where it begins and where what is seen of it ends.
IN_SIGHT = """[...document.querySelectorAll('body *')].map((element) => [element, element.getBoundingClientRect()])
  .filter(([element, { top, width, height }]) => width && height && top < innerHeight)
  .map(([element, { left, right, top, bottom }]) => [element.tagName, element.id, left, right, top, Math.min(bottom, innerHeight)])"""


@pytest.fixture
def held(browser, address):
    """Open a page, at a moment when it is painted and what is far below is not laid out yet."""
    contexts = []

    def opened(url="", viewport=PHONE, **options):
        contexts.append(browser.new_context(viewport=viewport, reduced_motion="reduce", **options))
        contexts[-1].add_init_script(HELD)
        page = contexts[-1].new_page()
        page.goto(address + url)
        return page

    yield opened
    for context in contexts:
        context.close()


@pytest.mark.parametrize("path", PAGES)
def test_nothing_in_sight_moves_when_the_rest_is_laid_out(held, path):
    page = held(PAGES[path].url, TALL)
    page.wait_for_function("() => Boolean(window.goOn)")
    before = page.evaluate(IN_SIGHT)
    page.evaluate("goOn()")
    assert not page.evaluate(WAITING)
    assert page.evaluate(IN_SIGHT) == before


def test_what_is_far_below_waits(held):
    page = held("strategies/empathy/")
    page.wait_for_function("() => Boolean(window.goOn)")
    assert page.evaluate(LAST) == "auto"
    height = page.evaluate("document.body.scrollHeight")
    page.evaluate("goOn()")
    assert page.evaluate(LAST) == "visible"
    assert page.evaluate("document.body.scrollHeight") != height


def test_the_rest_comes_by_itself(browser, address):
    page = browser.new_page(viewport=PHONE)
    page.goto(f"{address}strategies/empathy/")
    assert settle(page).evaluate(LAST) == "visible"
    page.close()


def test_a_reader_who_scrolls_before_it_comes_sees_all(held):
    page = held("strategies/empathy/")
    page.wait_for_function("() => Boolean(window.goOn)")
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    box = page.locator("article h2").last.bounding_box()
    page.evaluate("goOn()")
    assert page.locator("article h2").last.bounding_box()["height"] == box["height"] > 20


@pytest.mark.parametrize("url", ["strategies/empathy/#how-sure-are-we", "checklists/#keeping-trust"])
def test_a_link_to_a_part_waits_for_nothing_and_ends_at_its_heading(held, url):
    page = held(url)
    assert not page.evaluate(WAITING)
    assert 0 < page.locator(f"[id='{url.partition('#')[2]}']").bounding_box()["y"] < PHONE["height"] / 2


def test_who_comes_back_or_loads_anew_stands_where_they_were(held, address):
    page = held("checklists/")
    page.evaluate("goOn()")
    place = page.evaluate("scrollTo(0, 7000), scrollY")
    page.reload()
    assert not page.evaluate(WAITING)
    page.wait_for_function(f"() => scrollY === {place}")
    page.goto(f"{address}glossary/")
    page.go_back()
    assert not page.evaluate(WAITING)
    page.wait_for_function(f"() => scrollY === {place}")


@pytest.mark.parametrize("options", [{"viewport": DESK}, {"java_script_enabled": False}], ids=["wide", "no scripts"])
def test_elsewhere_all_is_laid_out_at_once(held, options):
    assert held("strategies/empathy/", **options).evaluate(LAST) == "visible"


def test_on_paper_all_is_laid_out(held):
    page = held("strategies/empathy/")
    page.emulate_media(media="print")
    assert page.evaluate(WAITING)
    assert page.evaluate(LAST) == "visible"
