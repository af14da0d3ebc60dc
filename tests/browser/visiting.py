"""A real browser on the built site, served on loopback only; every other request fails and is remembered."""

from __future__ import annotations

import functools
import http.server
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.browser.chromium import FLAGS, installed

PHONE = {"width": 360, "height": 640}
DESK = {"width": 1280, "height": 800}
# Seconds after which nobody waits any longer for a request that should be there at once.
_LONG = 30


class Handler(http.server.SimpleHTTPRequestHandler):
    """Serves a folder below a prefix as a static host does: its own 404 page, no listings, files to keep for ten minutes."""

    protocol_version = "HTTP/1.1"

    def __init__(self, *args, prefix: str = "/", **options) -> None:
        self.prefix = prefix
        super().__init__(*args, **options)

    def translate_path(self, path: str) -> str:
        inside = path.startswith(self.prefix)
        return super().translate_path(path.removeprefix(self.prefix.rstrip("/")) if inside else "/outside-the-site")

    def log_message(self, *_) -> None:
        pass

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "max-age=600")
        super().end_headers()

    def send_error(self, code, message=None, explain=None) -> None:
        page = Path(self.directory) / "404.html"
        body = page.read_bytes() if code == 404 and page.exists() else b""
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


class Server(http.server.ThreadingHTTPServer):
    """A server that says nothing of browsers that hang up, as they do when a test is over."""

    def handle_error(self, request, client_address) -> None:
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


def serve(folder: Path, prefix: str = "/", handler: Callable[..., Handler] = Handler) -> Server:
    """Serve a folder on a free loopback port, in a thread of its own, below a prefix that begins and ends in a slash."""
    server = Server(("127.0.0.1", 0), functools.partial(handler, directory=str(folder), prefix=prefix))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server


@pytest.fixture(scope="session")
def address(built) -> Iterator[str]:
    """Where the built site is served, ending in a slash."""
    server = serve(built)
    yield f"http://127.0.0.1:{server.server_address[1]}/"
    server.shutdown()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One headless browser for all tests."""
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=installed(), args=FLAGS)
        yield found
        found.close()


def style(page: Page, css: str) -> None:
    """Add rules to a page, as a reader's own: a <style> of ours would be blocked, as every unknown one is."""
    page.evaluate(
        """css => {
      const sheet = Object.assign(new CSSStyleSheet(), { ofTest: true });
      sheet.replaceSync(css);
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    }""",
        css,
    )


def unstyle(page: Page) -> None:
    """Take back what `style` added."""
    page.evaluate("document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => !sheet.ofTest)")


# The page's loader says so when every module that the page names has run.
MODULES_READY = """() => document.documentElement.dataset.modules === "ready" || !document.querySelector("script[data-modules]")"""
ALL_THERE = MODULES_READY


def settle(page: Page) -> Page:
    """Wait until the page's modules have run."""
    page.wait_for_function(MODULES_READY)
    return page


def act(page: Page) -> None:
    """Wait until the page's modules have run."""
    settle(page)


class Held:
    """Requests that wait until they are let go."""

    def __init__(self, page: Page, addresses: str) -> None:
        self.page, self.routes = page, []
        page.route(addresses, lambda route: self.routes.append(route))

    def let_go(self) -> None:
        """Let the requests through, once there is one."""
        end = time.monotonic() + _LONG
        while not self.routes:
            assert time.monotonic() < end, "nothing was asked for"
            self.page.evaluate("() => new Promise(requestAnimationFrame)")
        for route in self.routes:
            route.continue_()


class Visit:
    """Opens pages of the site and remembers what went wrong or went elsewhere.

    With `settles` a page is given when all of it is laid out; one that leads on by itself would be gone by then.
    """

    def __init__(self, context: BrowserContext, address: str, acts: bool = False, settles: bool = True) -> None:
        self.context, self.address, self.acts, self.settles = context, address, acts, settles
        self.elsewhere: list[str] = []
        self.errors: list[str] = []
        # Listening, not routing: a route would switch the browser's cache off and hold up each request.
        context.on("request", self._remember)
        context.on("weberror", lambda error: self.errors.append(str(error.error)))

    def _remember(self, request) -> None:
        if not request.url.startswith((self.address, "data:", "blob:")):
            self.elsewhere.append(request.url)

    def __call__(self, url: str = "") -> Page:
        page = self.context.new_page()
        page.goto(self.address + url, wait_until="load")
        if self.acts:
            act(page)
        return settle(page) if self.settles else page


@pytest.fixture
def visit(browser, address):
    """Make a visitor: visit(width and height, any other context options) gives a function from address to page.

    With `acts` the visitor has acted once when a page is given: what comes with the first act is there.
    """
    contexts: list[BrowserContext] = []

    def make(viewport=PHONE, init: str | None = None, acts: bool = False, **options) -> Visit:
        context = browser.new_context(viewport=viewport, **options)
        if init:
            context.add_init_script(init)
        contexts.append(context)
        return Visit(context, address, acts, options.get("java_script_enabled", True))

    yield make
    for context in contexts:
        context.close()
