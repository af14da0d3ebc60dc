"""Scripts that run before a page's own and give it storage that is denied, full, or already filled."""

import json

from playwright.sync_api import Page

# The key that ticks are kept under, for a site at the root of its host.
TICKS_KEY = "/ticks"
FULL = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };"
DENIED = """for (const name of ["localStorage", "sessionStorage"])
  Object.defineProperty(window, name, {get() { throw new DOMException("denied", "SecurityError"); }});"""


def stored(page: Page) -> dict[str, str]:
    """Return all that a page's site keeps in local storage."""
    return json.loads(page.evaluate("JSON.stringify(Object.fromEntries(Object.entries(localStorage)))"))


def stored_value(value: str, key: str = TICKS_KEY) -> str:
    """Return the script that stores `value` before each page of a site loads."""
    return f"if (/^(http|file):$/.test(location.protocol)) localStorage.setItem({json.dumps(key)}, {json.dumps(value)})"
