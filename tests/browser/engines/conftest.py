"""An engine with what a reader has set, for the jobs of test_jobs.py."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page
from playwright.sync_api import Error as PlaywrightError

from tests.browser.engines.find import FIREFOX_PREFS, launch
from tests.browser.engines.webkitgtk import WebKitGTK
from tests.browser.storage import DENIED
from tests.browser.visiting import PHONE, wait_for_modules

ENGINES = ("firefox", "chromium", "webkit")
# Every run tries Firefox, since all other tests run in Chromium; a private window is for the full run.
SHORT = [("firefox", setting) for setting in ("scripts", "no-scripts", "cookies-blocked")]
PAIRS = [(engine, setting) for engine in ENGINES for setting in FIREFOX_PREFS if engine == "firefox" or setting != "private"]
# Engines that must be there, as on the hosted runners: "firefox webkit".
REQUIRED = os.environ.get("ENGINES", "").split()
TIMEOUT = 10_000  # ms
# Firefox does this by itself.
CHANNELS_DENIED = "window.BroadcastChannel = function () { throw new DOMException('denied', 'SecurityError'); };"


class Reader:
    """A reader with one browser: `reader.open(path)` opens a page of the site in a tab of its own."""

    def __init__(self, browser: Browser | WebKitGTK, engine: str, setting: str, url: str) -> None:
        self.engine, self.setting, self.url = engine, setting, url
        self.has_scripts = setting != "no-scripts"
        # WebKitGTK without cookies goes on storing.
        self.can_store = setting != "cookies-blocked" or isinstance(browser, WebKitGTK)
        self.errors: list[str] = []
        # Whether the driver can wait until an element stands still: Playwright cannot where a page has no scripts.
        self.is_patient = self.has_scripts or isinstance(browser, WebKitGTK)
        if isinstance(browser, WebKitGTK):
            self.context = browser.open(setting)
            return
        self.context = browser.new_context(viewport=PHONE, java_script_enabled=engine == "firefox" or self.has_scripts)
        if engine != "firefox" and setting == "cookies-blocked":
            self.context.add_init_script(DENIED + CHANNELS_DENIED)
        self.context.set_default_timeout(TIMEOUT)
        self.context.on("weberror", lambda error: self.errors.append(str(error.error)))

    def open(self, path: str) -> Page:
        page = self.context.new_page()
        page.goto(self.url + path, wait_until="load")
        return wait_for_modules(page) if self.has_scripts else page

    def press(self, target: Locator) -> None:
        """Click as a finger does."""
        if self.is_patient:
            target.click()
        else:
            target.evaluate("element => element.scrollIntoView({block: 'center', behavior: 'instant'})")
            box = target.bounding_box()
            target.page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "engine" in metafunc.fixturenames and metafunc.module.__name__.endswith("test_jobs"):
        pairs = PAIRS if metafunc.config.getoption("every_page") else SHORT
        metafunc.parametrize("engine", pairs, ids=" ".join, indirect=True, scope="session")


@pytest.fixture(scope="session")
def engine(request, playwright) -> Iterator[tuple[Browser | WebKitGTK | None, str, str]]:
    """A browser of an engine with a setting; None in its place where this system has none that Playwright can drive."""
    name, setting = request.param
    try:
        browser = launch(playwright, name, setting)
        # A Firefox may start, and not know what this Playwright asks it for.
        if not isinstance(browser, WebKitGTK):
            browser.new_context().close()
    except PlaywrightError:
        if name in REQUIRED:
            raise
        browser = None
    yield browser, name, setting
    if browser:
        browser.close()


@pytest.fixture
def reader(request, engine, base_url) -> Iterator[Reader]:
    """A reader who has this job."""
    browser, name, setting = engine
    if not browser:
        pytest.skip(f"NOT TRIED in {name}, which this system lacks: {request.function.__name__.removeprefix('test_')}, {setting}")
    found = Reader(browser, name, setting, base_url)
    yield found
    found.context.close()
