"""Finds the engines that the jobs of test_jobs.py run in, and gets Firefox where it can: `python -m tests.browser.engines.find`.

Playwright drives a system's own Firefox over WebDriver BiDi, else its own, and its own WebKit. Where it cannot get that, WebKitGTK
stands in, by plain WebDriver.
"""

from __future__ import annotations

import os
import shutil
import sys

from playwright.sync_api import Browser, Playwright
from playwright.sync_api import Error as PlaywrightError

from tests.browser import chromium
from tests.browser.engines import webkitgtk

FIREFOX = ("firefox-esr", "firefox")
# What a reader may have set. Firefox has no other way to go without scripts: Playwright's switch does nothing there.
FIREFOX_PREFS = {
    "scripts": {},
    "no-scripts": {"javascript.enabled": False},
    "cookies-blocked": {"network.cookie.cookieBehavior": 2},
    "private": {"browser.privatebrowsing.autostart": True},
}


def _own(text: str, page: str, link: str, visited: str) -> dict[str, object]:
    """Return what Firefox stores where a reader has set colours of their own, for all pages."""
    names = {"display.foreground_color": text, "display.background_color": page, "anchor_color": link, "visited_color": visited}
    colours = {f"browser.{name}{scheme}": colour for name, colour in names.items() for scheme in ("", ".dark")}
    return {"browser.display.document_color_use": 2, "browser.display.use_system_colors": False, **colours}


# To pages these are forced colours. Firefox darkens no page by itself: this is how its readers do it.
OWN_COLOURS = {
    "own light colours": _own("#000000", "#ffffe0", "#0000c0", "#600060"),
    "own dark colours": _own("#ffff80", "#101010", "#80c0ff", "#d0a0ff"),
}


def firefox() -> str | None:
    """Return the path of a system Firefox, or None."""
    return os.environ.get("FIREFOX") or next(filter(None, map(shutil.which, FIREFOX)), None)


def launch(playwright: Playwright, engine: str, setting: str) -> Browser | webkitgtk.WebKitGTK:
    """Start an engine with what a reader has set; raises an error of Playwright where it cannot be had.

    Args:
        engine: "chromium", "firefox" or "webkit".
        setting: a key of FIREFOX_PREFS, or of OWN_COLOURS.
    """
    if engine == "chromium":
        return playwright.chromium.launch(executable_path=chromium.installed(), args=chromium.FLAGS)
    if engine == "webkit":
        try:
            return playwright.webkit.launch()
        except PlaywrightError:
            if not webkitgtk.browser():
                raise
            return webkitgtk.WebKitGTK()
    prefs = {
        "network.captive-portal-service.enabled": False,
        "network.connectivity-service.enabled": False,
        **(FIREFOX_PREFS | OWN_COLOURS)[setting],
    }
    path = firefox()
    return playwright.firefox.launch(channel="moz-firefox" if path else None, executable_path=path, firefox_user_prefs=prefs)


def main() -> None:
    """Install Debian's Firefox, and with `--all` its WebKitGTK, where that is possible. Jobs are skipped where it is not, and said to be."""
    can_install = os.geteuid() == 0 and shutil.which("apt-get")
    if not firefox() and can_install:
        chromium.install("firefox-esr")
    print(f"Using {firefox()}" if firefox() else "There is no Firefox: what readers do will not be tried in it.")
    if "--all" in sys.argv[1:]:
        if not webkitgtk.browser() and can_install:
            chromium.install("webkit2gtk-driver xvfb")
        print(f"Using {webkitgtk.browser() or 'WebKit only if Playwright has its own'}")


if __name__ == "__main__":
    main()
