"""One tab for tests that only look: each page is loaded once for all tests of a file, and set back between them."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from playwright.sync_api import BrowserContext, Page

from sitekit.sources.loader import load
from tests.browser.visiting import act, unstyle
from tests.conftest import ROOT

# Every page by its path, and the page for lost addresses, where it knows nothing and where it has a guess.
PAGES = load(ROOT)[0].pages
LOST = {"404.html": "no-such-page/", "404.html, a guess": "strategies/empaty/"}
URLS = {path: page.url for path, page in PAGES.items()} | LOST
# What takes long is done on these alone at every run: looking at the whole page in every state, comparing it with the
# plain one. The frame is the same on pages of a kind. With EVERY_PAGE set, as once a week, it is done on all of them.
ONE_OF_EACH_KIND = {page.meta.kind: path for path, page in reversed(PAGES.items())}.values()
WHOLE = (
    {*URLS}
    if os.environ.get("EVERY_PAGE")
    else {*ONE_OF_EACH_KIND, *LOST, "first-session/note.md", "keeping-trust/when-something-is-wrong.md"}
)
WIDTHS = (320, 768, 1280)
HEIGHTS = {320: 640, 360: 640, 768: 1024, 1280: 800}


@pytest.fixture(scope="module")
def looking(browser) -> Iterator[BrowserContext]:
    """A browser context for a file of tests. Motion is reduced, so that nothing is looked at on its way."""
    context = browser.new_context(reduced_motion="reduce")
    yield context
    context.close()


@pytest.fixture(scope="module", params=URLS.values(), ids=URLS)
def opened(request, looking, address) -> Iterator[Page]:
    """A page of the site, loaded once, with all that comes with the first sign of a reader. Tests take `page`, which sets it back."""
    page = looking.new_page()
    page.goto(address + request.param)
    act(page)
    yield page
    page.close()


@pytest.fixture
def whole(request) -> bool:
    """Tells whether the page is one that is looked at as a whole in every state."""
    return any(request.node.callspec.params["opened"] == URLS[path] for path in WHOLE)


@pytest.fixture
def page(opened) -> Iterator[Page]:
    """A page of the site at its top, in its own colours; what a test emulates is taken back."""
    # Focus on the body, and off it again, is where the Tab key begins; blurring alone would leave it where it was.
    opened.evaluate("document.body.tabIndex = -1; document.body.focus(); document.body.removeAttribute('tabindex'); scrollTo(0, 0)")
    yield opened
    opened.emulate_media(color_scheme="null", forced_colors="null", media="null", reduced_motion="reduce")
    unstyle(opened)


def at(page: Page, width: int, height: int | None = None) -> Page:
    """Set a page to a width in CSS pixels, and to the height of a usual screen of that width."""
    page.set_viewport_size({"width": width, "height": height or HEIGHTS[width]})
    return page
