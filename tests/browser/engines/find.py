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
from tests.browser.engines import atspi, webkitgtk

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


def launch(playwright: Playwright, engine: str, setting: str, desktop: dict[str, str] | None = None) -> Browser | webkitgtk.WebKitGTK:
    """Start an engine with what a reader has set; raises an error of Playwright where it cannot be had.

    Args:
        engine: "chromium", "firefox" or "webkit".
        setting: a key of FIREFOX_PREFS, or of OWN_COLOURS.
        desktop: the environment of a desktop to show Firefox on, with its windows.
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
    channel = "moz-firefox" if path else None
    return playwright.firefox.launch(channel=channel, executable_path=path, firefox_user_prefs=prefs, headless=not desktop, env=desktop)


def main() -> None:
    """Install Debian's Firefox, and with `--all` its WebKitGTK and what reads trees, where that is possible.

    Where it is not, jobs are skipped, and said to be.
    """
    can_install = os.geteuid() == 0 and shutil.which("apt-get")
    if not firefox() and can_install:
        chromium.install("firefox-esr")
    print(f"Using {firefox()}" if firefox() else "There is no Firefox: what readers do will not be tried in it.")
    if "--all" in sys.argv[1:]:
        if can_install and (atspi.missing() or not webkitgtk.browser()):
            chromium.install(f"webkit2gtk-driver {atspi.PACKAGES}")
        print(f"Using {webkitgtk.browser() or 'WebKit only if Playwright has its own'}")
        if atspi.missing():
            print("What Firefox and WebKitGTK give screen readers will not be tried: there is no", ", ".join(atspi.missing()))


if __name__ == "__main__":
    main()
