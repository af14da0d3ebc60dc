"""The pages that browser tests open: one of each kind, or every page with --every-page; and contexts to open them in."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

import pytest
from playwright.sync_api import BrowserContext, Page

from tests.browser.listening import LOCAL, device
from tests.browser.recording_server import Host, serve_recording
from tests.browser.visiting import DESK, wait_for_modules
from tests.conftest import ROOT, real_site

PAGES = real_site().pages
# The 404 page, where it knows nothing and where it has a suggestion.
NOT_FOUND = {"404.html": "no-such-page/", "404.html with a suggestion": "strategies/empaty/"}
# Every page by its path, with its URL below the site's root.
URLS = {path: page.url for path, page in PAGES.items()} | NOT_FOUND
# Pages of a kind share their layout, so the first page of each kind is opened at every run; so are pages like no other.
SINGULAR = ("first-session/note.md", "keeping-trust/when-something-is-wrong.md")
REPRESENTATIVES = [
    path
    for path in URLS
    if path in {page.meta.kind: path for path, page in reversed(PAGES.items())}.values() or path in (*NOT_FOUND, *SINGULAR)
]
WIDTHS = (320, 768, 1280)
HEIGHTS = {320: 640, 360: 640, 390: 844, 412: 823, 768: 1024, 1280: 800}


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run a test that takes `path`, or `source_path` to leave the 404 page out, for one page of each kind or for every page."""
    paths = list(URLS) if metafunc.config.getoption("every_page") else REPRESENTATIVES
    if "path" in metafunc.fixturenames:
        metafunc.parametrize("path", paths)
    if "source_path" in metafunc.fixturenames:
        metafunc.parametrize("source_path", [path for path in paths if path not in NOT_FOUND])


@pytest.fixture(scope="module")
def reading_context(browser) -> Iterator[BrowserContext]:
    """One browser context for the tests of a file. Motion is reduced, so that nothing is examined on its way."""
    with contextlib.closing(browser.new_context(reduced_motion="reduce")) as context:
        yield context


@pytest.fixture
def page(path, reading_context, base_url) -> Iterator[Page]:
    """The page of `path` in a tab of its own, with its scripts run."""
    with contextlib.closing(reading_context.new_page()) as page:
        page.goto(base_url + URLS[path])
        yield wait_for_modules(page)


@pytest.fixture(scope="module")
def host(built) -> Iterator[Host]:
    """The site on a host that sends no headers of ours and records requests: pages must protect readers alone."""
    host, server = serve_recording(built, with_headers=False)
    yield host
    server.shutdown()


@pytest.fixture(scope="module")
def other_host(tmp_path_factory) -> Iterator[Host]:
    """Another site, which links lead to."""
    host, server = serve_recording(tmp_path_factory.mktemp("other"))
    host.pages["/"] = "<!doctype html><link rel=icon href=data:,><title>Another site</title>"
    yield host
    server.shutdown()


@pytest.fixture(scope="module")
def recording_context(browser) -> Iterator[BrowserContext]:
    """A context whose pages record calls that could identify a device, and violations of their policy."""
    with contextlib.closing(browser.new_context(viewport=DESK, permissions=["clipboard-read", "clipboard-write"])) as context:
        context.add_init_script(path=ROOT / "tests/browser/probes/record_calls.js")
        context.add_init_script(device(LOCAL))
        context.add_init_script("window.print = () => {}")
        yield context


def resize(page: Page, width: int, height: int | None = None) -> Page:
    """Set a page to a width in CSS pixels, and to the height of a usual screen of that width; return the page."""
    page.set_viewport_size({"width": width, "height": height or HEIGHTS[width]})
    return page
