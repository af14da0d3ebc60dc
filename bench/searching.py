"""How long a reader waits for the search: the first answer on a slow line, and the next ones after the last key."""

from __future__ import annotations

import time

from playwright.sync_api import Browser, Page

from tests.browser.visiting import PHONE

# Lighthouse's slow 4G: 150 ms there and back, 1.6 Mbit/s, and a processor four times slower than this one.
_LINE = {"offline": False, "latency": 150, "downloadThroughput": 1638.4 * 1024 / 8, "uploadThroughput": 675 * 1024 / 8}
_SLOWER = 4
# Counts the milliseconds from the tap to the frame that shows an answer. Within the page, as what drives the browser takes
# a tenth of a second and more to look for the button before it taps.
_FROM_TAP = """() => {
  let start;
  addEventListener("pointerdown", ({ timeStamp }) => { start = timeStamp; }, { capture: true, once: true });
  window.waited = new Promise((done) => {
    const look = () => {
      const answer = document.querySelector("[role=search] ol li, .md-search-result__item");
      if (answer?.offsetParent) done(performance.now() - start);
      else requestAnimationFrame(look);
    };
    look();
  });
}"""
_NEXT = """(key) => new Promise((done) => {
  const list = document.querySelector("[role=search] ol");
  const input = document.querySelector("input[name=query]");
  list.innerHTML = "";
  let start;
  new MutationObserver((_, watcher) => { watcher.disconnect(); requestAnimationFrame(() => done(performance.now() - start)); })
    .observe(list, { childList: true });
  start = performance.now();
  input.value += key;
  // One of the two sites listens for the key, the other for what it did.
  for (const told of [new KeyboardEvent("keyup", { bubbles: true }), new InputEvent("input", { bubbles: true })]) input.dispatchEvent(told);
})"""


def _open(page: Page) -> None:
    page.locator("[popovertarget=site-search], label[for=__search].md-header__button").first.click()
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
        page.evaluate(_FROM_TAP)
        _open(page)
        page.locator("input[name=query]").press_sequentially("limit", delay=delay)
        last = time.monotonic()
        from_tap = page.evaluate("window.waited") / 1000
        found[name] = time.monotonic() - last if delay else from_tap
        if not delay:
            session.send("Emulation.setCPUThrottlingRate", {"rate": 1})
            found["next answer ms"] = page.evaluate(_NEXT, "s")
        context.close()
    return found
