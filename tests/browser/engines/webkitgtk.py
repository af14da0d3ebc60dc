"""Drive WebKitGTK, Safari's engine on Linux, by plain WebDriver, where Playwright's own WebKit cannot be had.

Its pages answer to the few methods of Playwright that test_jobs.py uses, and roles and names are those that WebKit itself computes.
"""

from __future__ import annotations

import fnmatch
import http.client
import json
import os
import re
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pytest

DRIVER, DISPLAY = "WebKitWebDriver", "Xvfb"
BROWSERS = ("/usr/lib/*/webkit2gtk-4.1/MiniBrowser", "/usr/lib/*/webkit2gtk-4.0/MiniBrowser", "/usr/lib/*/webkitgtk-6.0/MiniBrowser")
# What a reader may have set. The first keeps WebDriver's own scripts.
OPTIONS = {"scripts": [], "no-scripts": ["--enable-javascript-markup=false"], "cookies-blocked": ["--cookies-policy=never"]}
ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
TIMEOUT = 10  # s
KEYS = {"Enter": "\ue007", "ArrowDown": "\ue015", "Escape": "\ue00c", "Shift": "\ue008", "ControlOrMeta": "\ue009"}
ROLES = {"button": "button, summary, [role=button]", "link": "a[href]", "textbox": "input:not([type=checkbox], [type=radio]), textarea"}
VISIBLE = "return arguments[0].checkVisibility({visibilityProperty: true}) && arguments[0].getClientRects().length > 0"


def browser() -> str | None:
    """Return the path of WebKitGTK's small browser, or None where it or what drives it is missing."""
    found = next((str(path) for pattern in BROWSERS for path in Path("/").glob(pattern[1:])), None)
    return found if shutil.which(DRIVER) and shutil.which(DISPLAY) else None


def until(check: Callable):
    """Ask until the answer is true, and return it; an error of the driver is no answer yet."""
    end = time.monotonic() + TIMEOUT
    while True:
        try:
            if found := check():
                return found
        except DriverError:
            if time.monotonic() > end:
                raise
        assert time.monotonic() < end, "WebKitGTK: waited in vain"
        time.sleep(0.02)


def screen() -> tuple[subprocess.Popen, str]:
    """Start a virtual screen, and return its program and its name."""
    read, write = os.pipe()
    program = subprocess.Popen([DISPLAY, "-displayfd", str(write), "-nolisten", "tcp"], pass_fds=[write], stderr=subprocess.DEVNULL)
    os.close(write)
    with os.fdopen(read) as number:
        return program, f":{number.readline().strip()}"


class DriverError(Exception):
    """Report what WebDriver answered in place of a value."""


class WebKitGTK:
    """The driver and a virtual screen for it. `open(setting)` starts a browser that has nothing stored.

    Args:
        environment: variables that the browser gets beside the usual ones.
    """

    def __init__(self, environment: dict[str, str] | None = None) -> None:
        self._environment = environment or {}
        self.start()

    def start(self) -> None:
        """Start both programs."""
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self._screen, display = screen()
        self._home = tempfile.TemporaryDirectory()
        usual = {"DISPLAY": display, "GDK_BACKEND": "x11", "LIBGL_ALWAYS_SOFTWARE": "1", "HOME": self._home.name}
        environment = os.environ | usual | self._environment
        self._driver = subprocess.Popen([DRIVER, f"--port={self.port}", "--host=127.0.0.1"], env=environment, stderr=subprocess.DEVNULL)

    def open(self, setting: str) -> Page:
        """Start a browser, and return its one page."""
        wanted = {"binary": browser(), "args": ["--automation", *OPTIONS[setting]]}
        capabilities = {"alwaysMatch": {"browserName": "MiniBrowser", "webkitgtk:browserOptions": wanted}}
        try:
            session = until(lambda: self.call("POST", "/session", {"capabilities": capabilities}))
        except DriverError:  # on a busy computer a browser may not come up in time, and its driver waits for it for good
            self.close()
            self.start()
            session = until(lambda: self.call("POST", "/session", {"capabilities": capabilities}))
        return Page(self, f"/session/{session['sessionId']}")

    def call(self, method: str, path: str, body: dict | None = None):
        """Send a command, and return its value."""
        data = None if body is None else json.dumps(body).encode()
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            connection.request(method, path, data, {"Content-Type": "application/json"})
            value = json.load(connection.getresponse())["value"]
        except OSError as error:  # it is not up yet
            raise DriverError(str(error)) from None
        finally:
            connection.close()
        if isinstance(value, dict) and "error" in value:
            raise DriverError(f"{path}: {value}")
        return value

    def close(self) -> None:
        """Stop both programs."""
        for program in (self._driver, self._screen):
            program.terminate()
            program.wait()
        self._home.cleanup()


class Locator:
    """Elements of a page, looked for each time anew."""

    def __init__(self, page: Page, find: Callable[[], list[dict]]) -> None:
        self.page, self.find = page, find

    first = property(lambda self: Locator(self.page, lambda: self.find()[:1]))

    def locator(self, css: str, has_text: str = "") -> Locator:
        # Its driver knows elements as arguments, and not in a list.
        inside = f"[...arguments].flatMap(part => [...part.querySelectorAll({json.dumps(css)})])"
        script = f"return {inside}.filter(found => found.textContent.includes({json.dumps(has_text)}))"
        return Locator(self.page, lambda: self.page.run(script, *self.find()))

    def get_by_role(self, role: str, name: str | re.Pattern[str], exact: bool = False) -> Locator:
        def is_named(element: dict) -> bool:
            try:
                label = self.page.get(f"/element/{element[ELEMENT]}/computedlabel").strip()
            except DriverError:  # what is hidden has none
                return False
            return bool(name.search(label)) if isinstance(name, re.Pattern) else label == name if exact else name.lower() in label.lower()

        inside = self.locator(ROLES[role])
        return Locator(self.page, lambda: [element for element in inside.find() if is_named(element)])

    def one(self) -> dict:
        return until(self.find)[0]

    def evaluate(self, function: str):
        return self.page.run(f"return ({function})(arguments[0])", self.one())

    def evaluate_all(self, function: str):
        return self.page.run(f"return ({function})([...arguments])", *self.find())

    def click(self) -> None:
        # Once a field has scrolled into view, its driver scrolls no more.
        self.evaluate("element => element.scrollIntoView({block: 'center', behavior: 'instant'})")
        until(lambda: self.page.post(f"/element/{self.one()[ELEMENT]}/click") is None)

    def press_sequentially(self, text: str) -> None:
        until(lambda: self.page.post(f"/element/{self.one()[ELEMENT]}/value", text=text) is None)

    fill = press_sequentially

    def wait_for(self) -> None:
        until(lambda: any(self.page.run(VISIBLE, element) for element in self.find()))

    def count(self) -> int:
        return len(self.find())

    def is_visible(self) -> bool:
        return any(self.page.run(VISIBLE, element) for element in self.find())

    def is_checked(self) -> bool:
        return self.evaluate("box => box.checked")

    def input_value(self) -> str:
        return self.evaluate("field => field.value")

    def inner_text(self) -> str:
        return self.evaluate("element => element.innerText")

    def get_attribute(self, name: str) -> str | None:
        return self.evaluate(f"element => element.getAttribute({json.dumps(name)})")


class Keyboard:
    """Keys: together where they are joined by "+"."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def press(self, keys: str) -> None:
        codes = [KEYS.get(key, key) for key in keys.split("+")]
        moves = [("keyDown", code) for code in codes] + [("keyUp", code) for code in reversed(codes)]
        actions = [{"type": kind, "value": code} for kind, code in moves]
        self.page.post("/actions", actions=[{"type": "key", "id": "keys", "actions": actions}])

    def type(self, text: str) -> None:
        for letter in text:
            self.press(letter)


class Page(Locator):
    """The one page of a browser; it stands in for Playwright's context, too."""

    def __init__(self, driver: WebKitGTK, session: str) -> None:
        super().__init__(self, lambda: self.run("return [document.documentElement]"))
        self._driver, self._session, self.keyboard = driver, session, Keyboard(self)

    def get(self, path: str):
        return self._driver.call("GET", self._session + path)

    def post(self, path: str, **body: object):
        return self._driver.call("POST", self._session + path, body)

    def run(self, script: str, *args: object):
        return self.post("/execute/sync", script=script, args=list(args))

    def new_page(self) -> Page:
        return self

    def goto(self, url: str, wait_until: str = "") -> None:
        self.post("/url", url=url)

    def reload(self) -> None:
        self.post("/refresh")

    def evaluate(self, expression: str, argument: object = None):
        return self.run(f"const found = ({expression}); return typeof found === 'function' ? found() : found")

    def wait_for_function(self, expression: str) -> None:
        until(lambda: self.evaluate(expression))

    def wait_for_url(self, wanted: str | Callable[[str], bool]) -> None:
        fits = wanted if callable(wanted) else lambda url: fnmatch.fnmatch(url, wanted)
        until(lambda: fits(self.get("/url")))

    def on(self, event: str, handler: Callable) -> None:
        pytest.skip(f"NOT TRIED in webkit: WebDriver answers a {event} by itself")

    def emulate_media(self, media: str) -> None:
        pytest.skip(f"NOT TRIED in webkit: its driver has no {media}")

    def close(self) -> None:
        self._driver.call("DELETE", self._session)
