"""How long a reader waits for the search on a slow connection."""

from __future__ import annotations

from playwright.sync_api import Browser

from tests.browser.visiting import PHONE

# Lighthouse's slow 4G: 150 ms round trip, 1.6 Mbit/s down, and a processor four times slower than this one.
_SLOW_4G = {"offline": False, "latency": 150, "downloadThroughput": 1638.4 * 1024 / 8, "uploadThroughput": 675 * 1024 / 8}
_SLOWDOWN = 4
# Counts within the page, as the driver of the browser takes a tenth of a second to find the button before it taps.
_TIMER = """() => {
  let start;
  addEventListener("pointerdown", ({ timeStamp }) => { start = timeStamp; }, { capture: true, once: true });
  const look = () => {
    const answer = document.querySelector("[role=search] :is(ol, ul) li");
    if (answer?.offsetParent) window.firstAnswer = performance.now() - start;
    else requestAnimationFrame(look);
  };
  look();
}"""


def first_answer(browser: Browser, address: str) -> float:
    """Return the seconds from the tap on the search to its first answer, with a query typed at once.

    The site is served at `address`, which ends in a slash.
    """
    context = browser.new_context(viewport=PHONE, has_touch=True)
    page = context.new_page()
    page.goto(address, wait_until="networkidle")
    session = context.new_cdp_session(page)
    session.send("Network.emulateNetworkConditions", _SLOW_4G)
    session.send("Emulation.setCPUThrottlingRate", {"rate": _SLOWDOWN})
    page.evaluate(_TIMER)
    page.locator("[popovertarget=site-search]").first.click()
    page.wait_for_function("() => document.activeElement.name === 'query'")
    page.locator("input[name=query]").press_sequentially("limit")
    seconds = page.wait_for_function("() => window.firstAnswer").json_value() / 1000
    context.close()
    return seconds
