"""What pages cost a poor line, counted in a browser from a host that compresses."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import NamedTuple

import pytest
from playwright.sync_api import Browser, Page

from bench.host import compressed, serve
from bench.wire import watch
from tests.browser.conftest import NOT_FOUND, URLS
from tests.browser.search_box import wait_for_results
from tests.browser.visiting import DESK, PHONE, HeldRequests

# In bytes on the wire: a first visit before the reader does anything, in how many requests; five pages in a row.
FIRST_VISIT, REQUESTS, FIVE_PAGES = 20_000, 3, 70_000
# Longer pages, which may take more for their text alone: what else a first visit to them fetches. The note fetches what fills it in.
BESIDE_HTML, BESIDE_NOTE = 10_200, 12_200
NOTE = "first-session/note.md"
LONG = {
    "help-now.md",
    "why-trust.md",
    "first-session/ai.md",
    "first-session/costs-and-records.md",
    "first-session/parents.md",
    "first-session/privacy.md",
    "first-session/under-18.md",
    "first-session/what-therapy-is.md",
    "first-session/worries.md",
    "first-session/your-brain-your-way.md",
    "first-session/your-rights.md",
    "barriers/cultural-differences.md",
    "keeping-trust/when-something-is-wrong.md",
    "words/index.md",
    "checklists/index.md",
    "therapists/index.md",
    "therapists/ai.md",
    "therapists/practice-checklists.md",
    "therapists/link-kit.md",
    "therapists/evidence.md",
    "about/promises.md",
    NOTE,
}
# The 404 page also fetches the list of pages, to suggest the one that was meant.
REQUESTS_NOT_FOUND = REQUESTS + 1
LIST = "strategies/empathy/"


class Visit(NamedTuple):
    """A page, the URLs that it requested, and the bytes of each request on the wire."""

    page: Page
    urls: list[str]
    sizes: list[int]


@pytest.fixture(scope="module")
def compressing_host(built) -> Iterator[str]:
    """Where a host that compresses serves the site, ending in a slash."""
    server = serve(built)
    yield server.url
    server.shutdown()


@contextlib.contextmanager
def first_visit(browser: Browser, url: str, viewport=PHONE) -> Iterator[Visit]:
    """Open a URL as a first visitor does, until nothing more is fetched."""
    with contextlib.closing(browser.new_context(viewport=viewport)) as context:
        page = context.new_page()
        urls: list[str] = []
        page.on("request", lambda request: urls.append(request.url))
        sizes = watch(page)
        page.goto(url, wait_until="networkidle")
        yield Visit(page, urls, sizes)


@pytest.mark.promise("light-pages", says="We open each page as if for the first time, and weigh what comes. It must stay below a limit.")
def test_first_visit_is_few_requests_and_few_bytes(browser, built, compressing_host, path):
    with first_visit(browser, compressing_host + URLS[path]) as visit:
        assert len(visit.sizes) <= (REQUESTS_NOT_FOUND if path in NOT_FOUND else REQUESTS), visit.urls
        html = len(compressed(built / ("404.html" if path in NOT_FOUND else f"{URLS[path]}index.html")))
        most = FIRST_VISIT if path not in LONG else html + (BESIDE_NOTE if path == NOTE else BESIDE_HTML)
        assert sum(visit.sizes) <= most, (visit.urls, visit.sizes)


@pytest.mark.promise("search-when-you-want-it", says="We open the first page and move about. Nothing for the search must load yet.")
@pytest.mark.parametrize("viewport", [PHONE, DESK], ids=["360", "1280"])
def test_nothing_of_the_search_is_fetched_before_it_is_opened(browser, compressing_host, viewport):
    with first_visit(browser, compressing_host, viewport) as visit:
        loaded = len(visit.urls)
        visit.page.mouse.move(200, 400)
        visit.page.mouse.wheel(0, 3000)
        visit.page.keyboard.press("Tab")
        visit.page.wait_for_load_state("networkidle")
        assert visit.urls[loaded:] == [] and not [url for url in visit.urls if "search" in url]


VISITS = {
    "a client": ["", "first-session/", "first-session/what-happens/", "first-session/privacy/", "help-now/"],
    "a worried client": [
        "first-session/",
        "first-session/questions/",
        "first-session/worries/",
        "strategies/clear-boundaries/",
        "keeping-trust/when-something-is-wrong/",
    ],
    "a therapist": ["therapists/", "why-trust/", "strategies/empathy/", "barriers/past-experiences/", "words/"],
}


def test_five_pages_in_a_row_share_what_they_fetch(browser, compressing_host):
    weights = {}
    for visitor, (first, *others) in VISITS.items():
        with first_visit(browser, compressing_host + first) as visit:
            for url in others:
                visit.page.goto(compressing_host + url, wait_until="networkidle")
            weights[visitor] = sum(visit.sizes)
    assert {visitor: weight for visitor, weight in weights.items() if weight > FIVE_PAGES} == {}


def test_words_typed_before_the_search_loads_are_answered(visit):
    page = visit(PHONE)(LIST)
    held = HeldRequests(page, "**/*.json")
    page.get_by_role("button", name="Search", exact=True).click()
    page.get_by_role("textbox", name="Search this site").press_sequentially("limits")
    held.release()
    wait_for_results(page)


@pytest.mark.parametrize(
    "url", ["first-session/worries/#parents", "checklists/#cultural-differences", "therapists/link-kit/#email-after-a-missed-session"]
)
def test_link_to_an_anchor_shows_its_heading_below_the_header(visit, url):
    page = visit(PHONE)(url)
    header = page.locator(".site-header").bounding_box()
    heading = page.locator(f"#{url.partition('#')[2]}").bounding_box()
    assert header["y"] + header["height"] < heading["y"] < PHONE["height"] / 3
