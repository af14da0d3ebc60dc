"""Whatever fails, every task still works: read, find, tick, note, print, get help."""

import io
import json
from collections.abc import Callable
from dataclasses import dataclass

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader

from tests.browser.storage import DENIED, FULL, TICKS_KEY, stored_value
from tests.browser.visiting import PHONE, HeldRequests, Visit, wait_for_modules

LIST, NOTE = "strategies/empathy/", "first-session/note/"
SCRIPTS = "**/*.js"
# What browsers of some years ago lack; pages must not need it.
OLD_BROWSER = """
delete HTMLElement.prototype.popover; delete HTMLElement.prototype.showPopover; delete HTMLElement.prototype.hidePopover;
delete window.BroadcastChannel; delete window.speechSynthesis; delete window.IntersectionObserver; delete window.requestIdleCallback;
Object.defineProperty(navigator, "clipboard", {value: undefined});
"""


@dataclass(frozen=True)
class Condition:
    """How a visit is set up, what goes wrong once the page is open, and whether the page's scripts run all the same."""

    options: dict
    on_context: Callable[[Visit], None] = lambda visit: None
    before: Callable[[Page], None] = lambda page: None
    after: Callable[[Page], None] = lambda page: None
    scripts: bool = True


def abort_scripts(visit: Visit) -> None:
    visit.context.route(SCRIPTS, lambda route: route.abort())


def slow_down(page: Page) -> None:
    # About 1.6 Mbit/s with long round trips: each script comes well after the text.
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.send(
        "Network.emulateNetworkConditions", {"offline": False, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 50_000}
    )


def restore_from_cache(page: Page) -> None:
    # The events of a page that the browser's back-forward cache restores, dispatched when the test says so.
    page.evaluate("for (const kind of ['pagehide', 'pageshow']) dispatchEvent(new PageTransitionEvent(kind, {persisted: true}))")


CONDITIONS = {
    "no-scripts": Condition({"java_script_enabled": False}, scripts=False),
    "storage-denied": Condition({"init": DENIED}),
    "storage-full": Condition({"init": FULL}),
    "storage-corrupt": Condition({"init": stored_value("{")}),
    "offline-mid-use": Condition({}, after=lambda page: page.context.set_offline(True)),
    "scripts-fail": Condition({}, on_context=abort_scripts, scripts=False),
    "slow-network": Condition({}, before=slow_down),
    "two-tabs": Condition({}, after=lambda page: page.context.new_page().goto(page.url)),
    "back-forward-cache": Condition({}, after=restore_from_cache),
    "old-browser": Condition({"init": OLD_BROWSER}),
}


@pytest.mark.promise("help-whatever-fails", says="We bring about ten kinds of trouble. The way to help must still be there.")
@pytest.mark.promise("tasks-that-survive", says="We bring about each trouble in turn. The task must still work.")
@pytest.mark.parametrize("condition", CONDITIONS.values(), ids=CONDITIONS)
def test_every_task_works_under_a_condition(visit, condition):
    visitor = visit(PHONE, **condition.options)
    condition.on_context(visitor)

    def open_page(url: str) -> Page:
        page = visitor.context.new_page()
        condition.before(page)
        page.goto(visitor.url + url, wait_until="load")
        if condition.scripts:
            wait_for_modules(page)
        condition.after(page)
        page.bring_to_front()
        return page

    page = open_page(LIST)
    assert can_read(page)
    assert can_get_help(page)
    assert can_tick(page)
    assert can_print(page)
    assert can_find_another_page(page)
    visitor.context.set_offline(False)
    page = open_page(NOTE)
    assert can_fill_the_note(page, condition.scripts)
    # A browser reports a module that does not load.
    assert [error for error in visitor.errors if condition.scripts or "dynamically imported module" not in error] == []


def can_read(page: Page) -> bool:
    heading = page.get_by_role("heading", level=1).inner_text()
    return heading == "Feeling understood by your therapist" and page.get_by_role("heading", name="What you can do").is_visible()


def can_find_another_page(page: Page) -> bool:
    page.get_by_role("button", name="Menu").click()
    link = page.locator("#site-menu").get_by_role("link", name="Words for hard moments").first
    link.scroll_into_view_if_needed()
    return link.is_visible() and link.get_attribute("href") == "../../words/"


def can_tick(page: Page) -> bool:
    page.locator(".checklist-client label").first.click()
    return page.locator(".checklist-client input").first.is_checked()


def can_fill_the_note(page: Page, scripts: bool) -> bool:
    line = page.locator("#note-needs label", has_text="I may need breaks, or a shorter session.")
    line.click()
    page.locator("textarea").fill("I sleep badly.")
    assert line.get_by_role("checkbox").is_checked() and page.locator("textarea").input_value() == "I sleep badly."
    if not scripts:
        return page.get_by_text("You can tick the boxes above and print this page.").is_visible()
    sheet = page.locator(".note-sheet")
    sheet.get_by_text("I sleep badly.").wait_for()
    return sheet.locator("li > span:first-child").all_inner_texts() == ["I may need breaks, or a shorter session."]


def can_print(page: Page) -> bool:
    text = " ".join(" ".join(sheet.extract_text() for sheet in PdfReader(io.BytesIO(page.pdf(format="A4"))).pages).split())
    return "What you can do" in text and "In danger now: call your local emergency number." in text


def can_get_help(page: Page) -> bool:
    link = page.locator("header").get_by_role("link", name="Help now")
    box = link.bounding_box()
    return link.get_attribute("href") == "../../help-now/" and box["y"] + box["height"] <= PHONE["height"]


def test_tick_made_before_the_scripts_arrive_counts(visit):
    visitor = visit(PHONE)
    page = visitor.context.new_page()
    held = HeldRequests(page, SCRIPTS)
    page.goto(visitor.url + LIST, wait_until="commit")
    page.locator(".checklist-client label").first.click()
    held.release()
    wait_for_modules(page)
    page.locator(".checklist-client label").nth(1).click()
    assert page.locator(".keep-bar [role=status]").inner_text().startswith("2 ticked.")


def test_page_from_the_back_forward_cache_shows_what_was_cleared_meanwhile(visit):
    page = visit(PHONE)(LIST)
    page.locator(".checklist-client label").first.click()
    # The first tick fetches what keeps ticks together. A page left before that has nothing to restore.
    page.locator(".keep-bar").wait_for()
    ticks = json.dumps({"version": 1, "ticks": {"empathy.feelings-make-sense": True}})
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [TICKS_KEY, ticks])
    restore_from_cache(page)
    page.evaluate("localStorage.clear()")
    restore_from_cache(page)
    assert page.locator(".checklist-client input:checked").count() == 0
