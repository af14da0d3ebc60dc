"""How long a reader waits for the search: the first answer on a slow line, and the next ones after the last key."""

from __future__ import annotations

import time

from playwright.sync_api import Browser, Page

from tests.browser.visiting import PHONE

# Lighthouse's slow 4G: 150 ms there and back, 1.6 Mbit/s, and a processor four times slower than this one.
_LINE = {"offline": False, "latency": 150, "downloadThroughput": 1638.4 * 1024 / 8, "uploadThroughput": 675 * 1024 / 8}
_SLOWER = 4
_NEXT = """(key) => new Promise((done) => {
  const list = document.querySelector("[role=search] ol");
  const input = document.querySelector("form[name=search] input[name=query]");
  list.innerHTML = "";
  let start;
  new MutationObserver((_, watcher) => { watcher.disconnect(); requestAnimationFrame(() => done(performance.now() - start)); })
    .observe(list, { childList: true });
  start = performance.now();
  input.value += key;
  input.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true }));
})"""


def _open(page: Page) -> None:
    page.locator("[data-search-open], label[for=__search].md-header__button").first.click()
    # Nobody types before the box takes what is typed.
    page.wait_for_function("() => document.activeElement.name === 'query'")


def times(browser: Browser, address: str) -> dict[str, float]:
    """Return, in seconds, the wait from the tap on search to its first answer, with the word typed at once and typed by
    hand (0.15 s a letter, counted from the last one), and in milliseconds the wait after a further key."""
    found = {}
    for name, delay in (("first answer s", 0), ("first answer, typed s", 150)):
        context = browser.new_context(viewport=PHONE, has_touch=True)
        page = context.new_page()
        page.goto(address, wait_until="networkidle")
        session = context.new_cdp_session(page)
        session.send("Network.emulateNetworkConditions", _LINE)
        session.send("Emulation.setCPUThrottlingRate", {"rate": _SLOWER})
        start = time.monotonic()
        _open(page)
        box = page.locator("form[name=search] input[name=query]")
        box.press_sequentially("limit", delay=delay)
        start = time.monotonic() if delay else start
        # Asked at each frame: a locator asks at ever longer intervals, in the end twice a second.
        page.wait_for_function("() => document.querySelector('[role=search] ol li, .md-search-result__item')?.offsetParent", polling="raf")
        found[name] = time.monotonic() - start
        if not delay:
            session.send("Emulation.setCPUThrottlingRate", {"rate": 1})
            found["next answer ms"] = page.evaluate(_NEXT, "s")
        context.close()
    return found
