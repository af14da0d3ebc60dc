"""Finds the engines that the jobs of test_jobs.py run in, and gets Firefox where it can: `python -m tests.browser.engines.find`.

Playwright drives each of them: a system's own Firefox over WebDriver BiDi, else its own; WebKit only as its own build.
"""

from __future__ import annotations

import os
import shutil

from playwright.sync_api import Browser, Playwright

from tests.browser import chromium

FIREFOX = ("firefox-esr", "firefox")
# What a reader may have set. Firefox has no other way to go without scripts: Playwright's switch does nothing there.
FIREFOX_PREFS = {
    "scripts": {},
    "no-scripts": {"javascript.enabled": False},
    "cookies-blocked": {"network.cookie.cookieBehavior": 2},
    "private": {"browser.privatebrowsing.autostart": True},
}


def firefox() -> str | None:
    """Return the path of a system Firefox, or None."""
    return os.environ.get("FIREFOX") or next(filter(None, map(shutil.which, FIREFOX)), None)


def launch(playwright: Playwright, engine: str, setting: str) -> Browser:
    """Start an engine with what a reader has set; raises an error of Playwright where it cannot be had.

    Args:
        engine: "chromium", "firefox" or "webkit".
        setting: a key of FIREFOX_PREFS.
    """
    if engine == "chromium":
        return playwright.chromium.launch(executable_path=chromium.installed(), args=chromium.FLAGS)
    if engine == "webkit":
        return playwright.webkit.launch()
    prefs = {"network.captive-portal-service.enabled": False, "network.connectivity-service.enabled": False, **FIREFOX_PREFS[setting]}
    path = firefox()
    return playwright.firefox.launch(channel="moz-firefox" if path else None, executable_path=path, firefox_user_prefs=prefs)


def main() -> None:
    """Install Debian's Firefox where that is possible, and say so where it is not. The jobs are skipped then, and nothing fails."""
    if not firefox() and os.geteuid() == 0 and shutil.which("apt-get"):
        chromium.install("firefox-esr")
    print(f"Using {firefox()}" if firefox() else "There is no Firefox: what readers do will not be tried in it.")


if __name__ == "__main__":
    main()
