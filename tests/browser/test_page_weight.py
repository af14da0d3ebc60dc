"""What pages cost a poor line, counted in a browser from a host that compresses."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

import pytest

from bench.host import serve
from bench.wire import Wire, watch
from tests.browser.conftest import NOT_FOUND, URLS
from tests.browser.search_box import open_search, wait_for_results
from tests.browser.visiting import DESK, PHONE, HeldRequests

# In bytes on the wire: what a first visit fetches before the reader does anything, in how many requests; five pages in a
# row; and what the search fetches for its first answer, excerpts included.
FIRST_VISIT, REQUESTS, FIVE_PAGES, SEARCH = 20_000, 3, 70_000, 110_000
# The 404 page also fetches the list of pages, to suggest the one that was meant.
REQUESTS_NOT_FOUND = REQUESTS + 1
LIST = "strategies/empathy/"


@pytest.fixture(scope="module")
def compressing_host(built) -> Iterator[str]:
    """Where a host that compresses serves the site, ending in a slash."""
    server = serve(built)
    yield f"http://127.0.0.1:{server.server_address[1]}/"
    server.shutdown()


@contextlib.contextmanager
def opened(browser, url: str, viewport=PHONE):
    """Open a URL as a first visitor does; give the page, when nothing more loads, and what was fetched."""
    with contextlib.closing(browser.new_context(viewport=viewport)) as context:
        page = context.new_page()
        wire = watch(page)
        page.goto(url, wait_until="networkidle")
        yield page, wire


def is_of_search(url: str) -> bool:
    return "search" in url


@pytest.mark.promise("light-pages", says="We open each page as if for the first time, and weigh what comes. It must stay below a limit.")
def test_first_visit_is_few_requests_and_few_bytes(browser, compressing_host, path):
    with opened(browser, compressing_host + URLS[path]) as (_, wire):
        assert len(wire.fetched) <= (REQUESTS_NOT_FOUND if path in NOT_FOUND else REQUESTS), wire.fetched
        assert wire.bytes <= FIRST_VISIT, wire.fetched


@pytest.mark.promise("search-when-you-want-it", says="We open the first page and move about. Nothing for the search must load yet.")
@pytest.mark.parametrize("viewport", [PHONE, DESK], ids=["360", "1280"])
def test_search_is_fetched_only_when_it_is_opened(browser, compressing_host, viewport):
    with opened(browser, compressing_host, viewport) as (page, wire):
        page.mouse.move(200, 400)
        page.mouse.wheel(0, 3000)
        page.keyboard.press("Tab")
        page.wait_for_load_state("networkidle")
        before: Wire = Wire(list(wire.fetched))
        assert [url for url in before.addresses if is_of_search(url)] == []

        open_search(page).press_sequentially("limits")
        wait_for_results(page)
        page.wait_for_load_state("networkidle")
        assert wire.bytes - before.bytes <= SEARCH, wire.fetched
        assert [url for url in wire.addresses if url.endswith(".json")] != []


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
        with opened(browser, compressing_host + first) as (page, wire):
            for url in others:
                page.goto(compressing_host + url, wait_until="networkidle")
            weights[visitor] = wire.bytes
    assert {visitor: weight for visitor, weight in weights.items() if weight > FIVE_PAGES} == {}


class TestSlowScripts:
    """Until scripts arrive nothing is missing, and nothing that the reader does is lost."""

    def test_words_typed_before_the_search_loads_are_answered(self, visit):
        page = visit(PHONE)(LIST)
        held = HeldRequests(page, "**/search/**")
        page.get_by_role("button", name="Search", exact=True).click()
        page.get_by_role("textbox", name="Search this site").press_sequentially("limits")
        assert page.get_by_role("search").get_by_role("status").inner_text().startswith("The search is loading.")
        held.release()
        wait_for_results(page)

    def test_search_that_failed_to_load_is_loaded_at_the_next_key(self, visit):
        page = visit(PHONE)(LIST)
        page.route("**/search/**", lambda route: route.abort(), times=1)
        with page.expect_event("requestfailed"):
            page.get_by_role("button", name="Search", exact=True).click()
            box = page.get_by_role("textbox", name="Search this site")
            box.press_sequentially("limit")
        page.get_by_role("search").get_by_role("status").filter(has_not_text="The search is loading.").wait_for()
        box.press("s")
        wait_for_results(page)

    @pytest.mark.parametrize(
        "url", ["first-session/worries/#parents", "checklists/#cultural-differences", "therapists/link-kit/#email-after-a-missed-session"]
    )
    def test_link_to_an_anchor_shows_its_heading_below_the_header(self, visit, url):
        page = visit(PHONE)(url)
        header = page.locator(".site-header").bounding_box()
        heading = page.locator(f"#{url.partition('#')[2]}").bounding_box()
        assert header["y"] + header["height"] < heading["y"] < PHONE["height"] / 3
