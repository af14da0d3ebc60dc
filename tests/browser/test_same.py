"""The site made light looks like the site as it was generated: every page, on a phone and a desk, light, dark and on paper."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pytest
from PIL import Image, ImageChops
from sitekit.publish.parts import Part

from sitekit.build.pipeline import publish
from sitekit.sources.loader import load
from tests.browser.conftest import WHOLE
from tests.browser.visiting import DESK, PHONE, act, serve, style, unstyle
from tests.conftest import ROOT
from tests.search.asking import answered

URLS = {page.path: page.url for page in load(ROOT)[0].pages.values()} | {"404.html": "no-such-page/"}
# The share of a page's pixels that may differ: a scroll bar's edge on paper, a rounded corner.
MAY_DIFFER = 0.0005
LOOKS = {
    "light": {"media": "screen", "color_scheme": "light"},
    "dark": {"media": "screen", "color_scheme": "dark"},
    "print": {"media": "print", "color_scheme": "light"},
}


@pytest.fixture(scope="session")
def plain(tmp_path_factory) -> Iterator[str]:
    """Where the site is served as the generator made it, ending in a slash."""
    place = tmp_path_factory.mktemp("plain") / "site"
    problems = publish(ROOT, place, log=print, without=list(Part))
    assert not problems, "\n".join(map(str, problems))
    server = serve(place)
    yield f"http://127.0.0.1:{server.server_address[1]}/"
    server.shutdown()


@pytest.fixture(scope="module", params=[PHONE, DESK], ids=["360", "1280"])
def page(request, browser):
    context = browser.new_context(viewport=request.param, reduced_motion="reduce")
    yield context.new_page()
    context.close()


def pictures(page, address: str) -> dict[str, bytes]:
    """Return a page as it looks, whole, by the name of the look."""
    # The theme opens all that is folded when paper is asked for, and leaves it open.
    page.emulate_media(media="screen")
    page.goto(address, wait_until="networkidle")
    # The first screen as it is before any sign of a reader; whoever sees the whole page has given one. The button for
    # colours comes with that, at the end of the menu.
    style(page, ".palette-choice { visibility: hidden !important }")
    found = {"untouched": page.screenshot()}
    unstyle(page)
    act(page)
    for name, look in LOOKS.items():
        page.emulate_media(**look, reduced_motion="reduce")
        # The scheme follows the device in a task of its own.
        page.evaluate("new Promise((done) => setTimeout(() => requestAnimationFrame(done)))")
        found[name] = page.screenshot(full_page=True)
    return found


def difference(one: bytes, other: bytes) -> float:
    """Return the share of pixels that differ between two pictures; 1 where they differ in size."""
    if one == other:
        return 0.0
    first, second = (Image.open(io.BytesIO(picture)).convert("RGB") for picture in (one, other))
    if first.size != second.size:
        return 1.0
    differs = ImageChops.difference(first, second).convert("L").point(lambda value: 255 if value else 0)
    return differs.histogram()[255] / (first.width * first.height)


@pytest.mark.parametrize("path", [path for path in URLS if path in WHOLE])
def test_a_page_looks_the_same(page, plain, address, path):
    before, after = pictures(page, plain + URLS[path]), pictures(page, address + URLS[path])
    assert {name: share for name in before if (share := difference(before[name], after[name])) > MAY_DIFFER} == {}


def test_the_search_with_its_results_looks_the_same(page, plain, address):
    shown = []
    for place in (plain, address):
        page.emulate_media(media="screen", color_scheme="light", reduced_motion="reduce")
        page.goto(place, wait_until="networkidle")
        page.get_by_role("button", name="Search", exact=True).click()
        page.get_by_role("textbox", name="Search this site").press_sequentially("limits")
        answered(page)
        page.wait_for_load_state("networkidle")
        page.evaluate("document.activeElement.blur()")
        shown.append(page.screenshot(animations="disabled"))
    assert difference(*shown) <= MAY_DIFFER


def test_the_open_menu_looks_the_same(page, plain, address):
    shown = []
    for place in (plain, address):
        page.goto(place + "strategies/empathy/", wait_until="networkidle")
        act(page)
        opener = page.get_by_role("button", name="Menu", exact=True)
        if opener.is_visible():
            opener.click()
        part = page.locator("#site-menu details").first
        part.locator("summary").click()
        part.locator("li").nth(3).wait_for()
        page.mouse.move(0, 0)
        shown.append(page.screenshot(animations="disabled"))
    assert difference(*shown) <= MAY_DIFFER


def test_a_focused_link_looks_the_same(page, plain, address):
    shown = []
    for place in (plain, address):
        page.goto(place + "strategies/empathy/", wait_until="networkidle")
        act(page)
        page.locator("article a").nth(2).focus()
        page.keyboard.renderer("Tab")
        page.keyboard.renderer("Shift+Tab")
        shown.append(page.screenshot(animations="disabled"))
    assert difference(*shown) <= MAY_DIFFER
