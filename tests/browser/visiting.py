"""Open pages of the built site in a real browser. Every request off loopback fails, and is recorded."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, sync_playwright

from tests.browser.chromium import FLAGS, installed
from tests.browser.server import serve

PHONE = {"width": 360, "height": 640}
DESK = {"width": 1280, "height": 800}
# Seconds to wait for a request that a page makes at once.
REQUEST_TIMEOUT = 30
# The page's loader says so when every module that the page names has run. Embeds and redirects have no loader.
MODULES_READY = """() => document.documentElement.dataset.modules === "ready" || !document.querySelector("script[data-modules]")"""


@pytest.fixture(scope="session")
def base_url(built) -> Iterator[str]:
    """The URL that the built site is served at, ending in a slash."""
    server = serve(built)
    yield server.url
    server.shutdown()


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """What drives browsers; there can be only one in a process."""
    with sync_playwright() as found:
        yield found


@pytest.fixture(scope="session")
def browser(playwright) -> Iterator[Browser]:
    """One headless browser for all tests of a process."""
    found = playwright.chromium.launch(executable_path=installed(), args=FLAGS)
    yield found
    found.close()


def wait_for_modules(page: Page) -> Page:
    """Wait until the scripts of a page have run, and return the page."""
    page.wait_for_function(MODULES_READY)
    return page


def add_style(page: Page, css: str) -> None:
    """Add rules to a page as the reader's own: the page's policy would block a <style> element."""
    page.evaluate(
        """css => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    }""",
        css,
    )


class HeldRequests:
    """Hold back the requests of a page whose URLs match a glob pattern, until `release`."""

    def __init__(self, page: Page, pattern: str) -> None:
        self.page, self.routes = page, []
        page.route(pattern, lambda route: self.routes.append(route))

    def release(self) -> None:
        """Wait for the first of the requests, then let all of them through, later ones too."""
        end = time.monotonic() + REQUEST_TIMEOUT
        while not self.routes:
            assert time.monotonic() < end, "no request was made"
            self.page.evaluate("() => new Promise(requestAnimationFrame)")
        held, self.routes = self.routes, _Released()
        for route in held:
            route.continue_()


class _Released(list):
    def append(self, route) -> None:
        route.continue_()


class Visit:
    """Open pages of the site in one browser context, and record script errors and requests to other hosts.

    Args:
        context: the browser context.
        url: the site's root URL, ending in a slash.
        waits: whether to wait for a page's scripts. A redirect would be gone by then.
    """

    def __init__(self, context: BrowserContext, url: str, waits: bool = True) -> None:
        self.context, self.url, self.waits = context, url, waits
        self.foreign_requests: list[str] = []
        self.errors: list[str] = []
        # Listening, not routing: a route would switch the browser's cache off and delay each request.
        context.on("request", self._record)
        context.on("weberror", lambda error: self.errors.append(str(error.error)))

    def _record(self, request) -> None:
        if not request.url.startswith((self.url, "data:", "blob:")):
            self.foreign_requests.append(request.url)

    def __call__(self, path: str = "") -> Page:
        """Open a page in a tab of its own, by its URL below the site's root."""
        page = self.context.new_page()
        page.goto(self.url + path, wait_until="load")
        return wait_for_modules(page) if self.waits else page


@pytest.fixture
def visit(browser, base_url) -> Iterator[Callable[..., Visit]]:
    """Make visitors: visit(viewport, init=a script that runs first, **context options) opens pages by their path."""
    contexts: list[BrowserContext] = []

    def make(viewport=PHONE, init: str | None = None, **options) -> Visit:
        context = browser.new_context(viewport=viewport, **options)
        if init:
            context.add_init_script(init)
        contexts.append(context)
        return Visit(context, base_url, waits=options.get("java_script_enabled", True))

    yield make
    for context in contexts:
        context.close()


def wait_for_boxes(page: Page) -> Page:
    """Return the page once the module that follows ticks has run, which is fetched at the first tick or where ticks are kept."""
    find = "() => performance.getEntriesByType('resource').find(({ name }) => name.includes('/boxes.'))?.name"
    page.evaluate("url => import(url)", page.wait_for_function(find).json_value())
    return page
