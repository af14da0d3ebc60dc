"""As light as paper: what each page costs a poor line, counted in a browser from a host that compresses."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bench.host import compressed, serve
from bench.wire import watch
from sitekit.load import load
from tests.browser.visiting import DESK, PHONE
from tests.conftest import ROOT

URLS = {page.path: page.url for page in load(ROOT)[0].pages.values()} | {"404.html": "no-such-page/"}
every_page = pytest.mark.parametrize("url", URLS.values(), ids=URLS)
# In bytes. One congestion window is 14,600: the HTML of a page fits, with its styles.
FIRST_VIEW, HTML, REFERENCE_HTML, FIVE_PAGES = 22_000, 13_500, 20_000, 75_000
# Long pages to look things up in.
REFERENCE = {"first-session/worries.md", "first-session/privacy.md", "therapists/evidence.md", "glossary.md", "checklists/index.md",
             "therapists/practice-checklists.md", "about/privacy.md"}
# The ledger is 14 KB of words and references, compressed, before any frame or style. It would have to become two pages.
TOO_LONG = {"therapists/evidence.md": (28_000, 21_500)}


@pytest.fixture(scope="module")
def host(built) -> Iterator[str]:
    """Where a static host serves the site, ending in a slash."""
    server = serve(built)
    yield f"http://127.0.0.1:{server.server_address[1]}/"
    server.shutdown()


@pytest.fixture
def page(browser):
    context = browser.new_context(viewport=PHONE)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("path", URLS)
def test_the_first_view_is_two_requests_and_few_bytes(page, host, path):
    wire = watch(page)
    page.goto(host + URLS[path], wait_until="networkidle")
    assert len(wire.fetched) <= 2, wire.addresses
    assert wire.bytes <= TOO_LONG.get(path, (FIRST_VIEW,))[0]


@pytest.mark.parametrize("path", URLS)
def test_the_html_with_its_styles_fits_one_round_trip(built, path):
    file = built / (URLS[path] + "index.html" if path != "404.html" else path)
    limit = REFERENCE_HTML if path in REFERENCE else HTML
    assert len(compressed(file)) <= TOO_LONG.get(path, (0, limit))[1]


@pytest.mark.parametrize("viewport", [PHONE, DESK], ids=["360", "1280"])
def test_nothing_of_the_search_is_fetched_before_the_reader_reaches_for_it(browser, host, viewport):
    context = browser.new_context(viewport=viewport)
    page = context.new_page()
    wire = watch(page)
    page.goto(host, wait_until="networkidle")
    page.mouse.move(200, 400)
    page.mouse.wheel(0, 3000)
    page.keyboard.press("Tab")
    page.wait_for_load_state("networkidle")
    assert [address for address in wire.addresses if "search" in address or "bundle" in address] == []

    if viewport is PHONE:
        page.get_by_role("button", name="Search", exact=True).click()
    page.get_by_role("textbox", name="Search this site").press_sequentially("limits")
    page.locator(".md-search-result__item").first.wait_for()
    assert [address.rsplit("/", 1)[1] for address in wire.addresses if "search_index" in address] == ["search_index.json"]
    context.close()


@pytest.mark.parametrize("visit", [
    ["", "first-session/", "first-session/what-happens/", "first-session/privacy/", "help-now/"],
    ["first-session/", "first-session/questions/", "first-session/worries/", "strategies/clear-boundaries/", "keeping-trust/when-something-is-wrong/"],
    ["therapists/", "why-trust/", "strategies/empathy/", "barriers/past-experiences/", "words/"],
], ids=["a client", "a worried client", "a therapist"])
def test_a_visit_of_five_pages(page, host, visit):
    wire = watch(page)
    for url in visit:
        page.goto(host + url, wait_until="networkidle")
    assert wire.bytes <= FIVE_PAGES, wire.fetched
