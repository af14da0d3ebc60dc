"""Every rule of the styles is for something that some page has, and every media query for a screen that there is."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import REPRESENTATIVES, URLS
from tests.browser.probes import run_probe
from tests.browser.states import STATES
from tests.browser.visiting import DESK, PHONE, wait_for_modules

# Pages that have a component of their own, beside one page of each kind.
OWN = {
    "about/promises.md",
    "about/scorecard.md",
    "easy-read/index.md",
    "first-session/privacy.md",
    "first-session/questions.md",
    "therapists/confidentiality.md",
    "therapists/evidence.md",
    "therapists/handouts.md",
    "therapists/link-kit.md",
    "therapists/practice-checklists.md",
    "therapists/your-own-copy.md",
}
# Rules that no page matches here, by words of their selectors.
ALLOWED = {
    ".page-foot br": "only with a practice's own lines",
    '[dir="rtl"]': "only in languages that run from right to left",
    ":has(:disabled)": "only in the composer, in a language that lacks the pages of a moment",
    ".is-open": "only in browsers without popovers",
    ".choice label:has(:disabled)": "in a language that lacks some messages",
    ".is-at-foot": "while a list goes on below the bar that offers to keep its ticks",
    "[data-copied]": "for four seconds after a copy",
    ".note-said:not(:empty)": "after a button of the note was pressed",
    ".no-js": "only without scripts, where no test can ask",
}
# Rules for pages that are still loading: whether a test sees one is a matter of milliseconds.
LOADING = {
    "h3[id]:not(:has(+ :is(div, details)))": "until scripts have put a box below the heading",
    ".site-header__search:not(:has(~ .help-link))": "until the help link has arrived",
}
# What scripts set for a while, and tests that only look would wait for: an element, an attribute and its values.
SET = [
    (".listen", "data-state", ["reading", "paused"]),
    ("article p", "data-being-read", [""]),
    ("html", "data-listening", [""]),
    ("html", "data-colours", ["light", "dark"]),
    (".note-tool", "data-size", ["middle", "small", "least"]),
]
# Width and height in px, and what is emulated.
SCREENS = [
    ((1280, 800), {"color_scheme": "light"}),
    ((1280, 800), {"color_scheme": "dark"}),
    ((1280, 800), {"forced_colors": "active"}),
    ((320, 640), {}),
    ((240, 640), {}),
    ((1280, 300), {}),
    ((1920, 1080), {}),
    ((2560, 1440), {}),
    ((1280, 800), {"media": "print"}),
]
SET_ATTRIBUTE = """([selector, name, value]) => document.querySelector(selector)?.setAttribute(name, value)"""


def states(page: Page) -> Iterator[None]:
    """Bring a page into each state that it can be in, one after the other."""
    for state in STATES:
        if state.applies(page):
            state.enter(page)
            yield
            state.leave(page)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    yield
    for selector, name, values in SET:
        for value in values:
            page.evaluate(SET_ATTRIBUTE, [selector, name, value])
            yield


@pytest.fixture(scope="module")
def matched(browser: Browser, base_url: str) -> dict[str, bool]:
    """Each selector of the styles, and whether some page matches it in some state."""
    found: dict[str, bool] = {}
    page = browser.new_page(viewport=PHONE, reduced_motion="reduce")
    for path in sorted({*REPRESENTATIVES, *OWN}):
        page.goto(base_url + URLS[path], wait_until="load")
        wait_for_modules(page)
        for _ in states(page):
            for selector, matches in run_probe(page, "css_rules")["selectors"].items():
                found[selector] = found.get(selector, False) or matches
    page.close()
    return found


def test_every_selector_matches_something_on_some_page(matched):
    unmatched = {selector for selector, matches in matched.items() if not matches}
    assert len(matched) > 200
    assert sorted(selector for selector in unmatched if not any(words in selector for words in ALLOWED | LOADING)) == []


def test_every_exception_is_still_needed(matched):
    unmatched = {selector for selector, matches in matched.items() if not matches}
    assert [words for words in ALLOWED if not any(words in selector for selector in unmatched)] == []


def test_every_media_query_applies_on_some_screen(browser, base_url):
    page = browser.new_page(viewport=DESK, has_touch=True)
    page.goto(base_url, wait_until="load")
    applied: dict[str, bool] = {}
    for (width, height), emulated in SCREENS:
        page.set_viewport_size({"width": width, "height": height})
        page.emulate_media(**{"color_scheme": "null", "forced_colors": "null", "media": "null"} | emulated)
        for query, applies in run_probe(page, "css_rules")["media"].items():
            applied[query] = applied.get(query, False) or applies
    page.close()
    # A finger that cannot hover is more than touch, and no browser emulates it here.
    assert [query for query, applies in applied.items() if not applies and query != "(hover: none)"] == []
