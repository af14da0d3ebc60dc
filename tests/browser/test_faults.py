"""Whatever fails, every task still works: read, find, tick, note, print, get help. One visitor a fault."""

import io
import json
from collections.abc import Callable
from dataclasses import dataclass

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader

from tests.browser.test_note import DENIED, FULL, KEY
from tests.browser.visiting import ALL_THERE, PHONE, Held, Visit, act

LIST, NOTE = "strategies/empathy/", "first-session/note/"
SPOILT = f"if (location.protocol === 'http:') localStorage.setItem('{KEY}', '{{')"
# What browsers of some years ago lack; the page must not need it.
OLD = """
delete HTMLElement.prototype.popover; delete HTMLElement.prototype.showPopover; delete HTMLElement.prototype.hidePopover;
delete window.BroadcastChannel; delete window.speechSynthesis; delete window.IntersectionObserver; delete window.requestIdleCallback;
Object.defineProperty(navigator, "clipboard", {value: undefined});
"""


@dataclass
class Fault:
    """How a visit is set up, and what goes wrong once the page stands."""

    options: dict
    on_context: Callable[[Visit], None] = lambda visit: None
    before: Callable[[Page], None] = lambda page: None
    on_page: Callable[[Page], None] = lambda page: None
    scripts: bool = True


def asset_fails(visit: Visit) -> None:
    visit.context.route("**/assets/scripts/**", lambda route: route.abort())


def slow(page: Page) -> None:
    # About 1.6 Mbit/s with long round trips: each script comes well after the text.
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.send(
        "Network.emulateNetworkConditions", {"offline": False, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 50_000}
    )


def from_memory(page: Page) -> None:
    # The browser hands a kept page back with this event; forcing it here makes the test say when.
    page.evaluate(
        "dispatchEvent(new PageTransitionEvent('pagehide', {persisted: true})); dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))"
    )


FAULTS = {
    "no-scripts": Fault({"java_script_enabled": False}, scripts=False),
    "storage-denied": Fault({"init": DENIED}),
    "storage-full": Fault({"init": FULL}),
    "storage-spoilt": Fault({"init": SPOILT}),
    "offline-mid-use": Fault({}, on_page=lambda page: (act(page), page.context.set_offline(True))),
    # What comes with the first sign of a reader can come no more: the page is as without scripts.
    "offline-before-use": Fault({}, on_page=lambda page: page.context.set_offline(True), scripts=False),
    "an-asset-fails": Fault({}, on_context=asset_fails, scripts=False),
    "slow-network": Fault({}, before=slow),
    "two-tabs": Fault({}, on_page=lambda page: page.context.new_page().goto(page.url)),
    "back-from-memory": Fault({}, on_page=from_memory),
    "old-browser": Fault({"init": OLD}),
}


@pytest.fixture(params=FAULTS.values(), ids=FAULTS)
def faulty(request, visit):
    """Open a page under a fault; gives the page, and whether scripts run."""
    fault: Fault = request.param
    visitor = visit(PHONE, **fault.options)
    fault.on_context(visitor)

    def go(url: str) -> Page:
        page = visitor.context.new_page()
        fault.before(page)
        page.goto(visitor.address + url, wait_until="load")
        fault.on_page(page)
        page.bring_to_front()
        return page

    go.message = fault
    yield go
    assert visitor.errors == []


@pytest.mark.promise("tasks-that-survive", says="We bring about each trouble in turn. The task must still work.")
def test_one_can_read_the_page(faulty):
    page = faulty(LIST)
    assert page.get_by_role("heading", level=1).inner_text() == "Feeling understood by your therapist"
    assert page.get_by_role("heading", name="What you can do").is_visible()


@pytest.mark.promise("tasks-that-survive", says="We bring about each trouble in turn. The task must still work.")
def test_one_can_find_another_page(faulty):
    page = faulty(LIST)
    page.get_by_role("button", name="Menu").click()
    link = page.locator("#site-menu").get_by_role("link", name="Words for hard moments").first
    link.scroll_into_view_if_needed()
    assert link.is_visible() and link.get_attribute("href") == "../../words/"


@pytest.mark.promise("tasks-that-survive", says="We bring about each trouble in turn. The task must still work.")
def test_one_can_tick_a_box(faulty):
    page = faulty(LIST)
    page.locator("fieldset.checklist-client label").first.click()
    assert page.locator("fieldset.checklist-client input").first.is_checked()


@pytest.mark.promise("tasks-that-survive", says="We bring about each trouble in turn. The task must still work.")
def test_one_can_fill_the_note(faulty):
    page = faulty(NOTE)
    page.locator("#note-needs label").nth(4).click()
    page.locator("textarea").fill("I sleep badly.")
    assert page.locator("#note-needs input").nth(4).is_checked() and page.locator("textarea").input_value() == "I sleep badly."
    if faulty.message.scripts:
        page.locator(".note-sheet li").wait_for()
        assert page.locator(".note-sheet li > span:first-child").all_inner_texts() == ["I may need breaks, or a shorter session."]
        assert page.locator(".note-parts p").inner_text() == "I sleep badly."
    else:
        assert page.get_by_text("You can tick the boxes above and print this page.").is_visible()


@pytest.mark.promise("tasks-that-survive", says="We bring about each trouble in turn. The task must still work.")
def test_one_can_print_the_page(faulty):
    page = faulty(LIST)
    told = "".join(sheet.extract_text() for sheet in PdfReader(io.BytesIO(page.pdf(format="A4"))).pages)
    assert "What you can do" in told and "In danger now: call your local emergency number." in told


@pytest.mark.promise("help-whatever-fails", says="We bring about ten kinds of trouble. The way to help must still be there.")
@pytest.mark.promise("tasks-that-survive", says="We bring about each trouble in turn. The task must still work.")
def test_one_can_get_to_help(faulty):
    page = faulty(LIST)
    link = page.locator("header").get_by_role("link", name="Help now")
    box = link.bounding_box()
    assert link.get_attribute("href") == "../../help-now/" and box["y"] + box["height"] <= PHONE["height"]


def test_a_tick_made_while_the_script_is_on_its_way_counts(visit):
    visitor = visit(PHONE)
    page = visitor.context.new_page()
    held = Held(page, "**/assets/scripts/site*.js")
    page.goto(visitor.address + LIST, wait_until="commit")
    page.locator("fieldset.checklist-client label").first.click()
    held.let_go()
    page.wait_for_function(ALL_THERE)
    page.locator("fieldset.checklist-client label").nth(1).click()
    assert page.locator(".keep-bar [role=status]").inner_text().startswith("2 ticked.")


def test_a_page_that_comes_back_shows_what_was_cleared_meanwhile(visit):
    visitor = visit(PHONE, acts=True)
    page = visitor(LIST)
    page.locator("fieldset.checklist-client label").first.click()
    page.evaluate(
        "(text) => localStorage.setItem('/ticks', text)", json.dumps({"version": 1, "ticks": {"empathy.feelings-make-sense": True}})
    )
    from_memory(page)
    page.evaluate("localStorage.clear()")
    from_memory(page)
    assert page.locator("fieldset.checklist-client input:checked").count() == 0
