"""What the modules promise beyond their tasks: late, alone, whatever the browser refuses, and never at the reader's cost."""

import pytest

from tests.browser.storage import DENIED, stored
from tests.browser.visiting import DESK, PHONE, wait_for_boxes

NOTE, LIST, WORRIES = "first-session/note/", "strategies/empathy/", "first-session/worries/"
# What Firefox does with all cookies blocked.
COOKIES_BLOCKED = f"""{DENIED}
window.BroadcastChannel = class {{ constructor() {{ throw new DOMException("denied", "SecurityError"); }} }};"""
# What may be missing or refuse to work in a browser, beside storage.
REFUSING = """window.print = () => { throw new Error("no"); };
Object.defineProperty(navigator, "clipboard", {get() { throw new Error("no"); }});
document.execCommand = () => { throw new Error("no"); };
speechSynthesis.getVoices = () => { throw new Error("no"); };"""
PERSISTED = "dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))"


def tick_first(page) -> None:
    page.locator(".checklist-client label").first.click()
    wait_for_boxes(page)


@pytest.mark.parametrize("url", [NOTE, LIST, "words/", "therapists/link-kit/", ""])
@pytest.mark.parametrize("init", [COOKIES_BLOCKED, REFUSING], ids=["cookies-blocked", "refusing"])
def test_modules_run_whatever_the_browser_refuses(visit, url, init):
    visitor = visit(PHONE, init=init)
    visitor(url)
    assert visitor.errors == []


def test_note_works_with_all_cookies_blocked(visit):
    page = visit(PHONE, init=COOKIES_BLOCKED)(NOTE)
    page.locator(".note-form label").first.click()
    assert page.locator(".note-sheet li").count() == 1
    page.get_by_role("button", name="Keep my ticks on this device").click()
    page.get_by_text("This browser does not let us keep anything.").wait_for()


def test_modules_are_requested_after_the_first_paint(visit):
    page = visit(PHONE)(LIST)
    page.wait_for_function("performance.getEntriesByName('first-contentful-paint').length")
    painted, requested = page.evaluate("""() => [performance.getEntriesByName("first-contentful-paint")[0].startTime,
      Math.min(...performance.getEntriesByType("resource").filter(({ name }) => name.endsWith(".js")).map(({ startTime }) => startTime))]""")
    # Browsers round the time of a paint.
    assert painted < requested + 10


@pytest.mark.parametrize("url", ["about/", "first-session/questions/", "therapists/evidence/"])
def test_page_requests_one_script_before_anything_is_tapped(visit, url):
    visitor = visit(PHONE)
    requested: list[str] = []
    visitor.context.on("request", lambda request: requested.append(request.url))
    visitor(url).wait_for_load_state("networkidle")
    assert len([url for url in requested if url.endswith(".js")]) == 1


def test_modules_wait_for_no_interaction(visit):
    page = visit(PHONE)("words/")
    assert page.locator(".phrase").count() == page.locator(".phrase-do button").count() > 0


@pytest.mark.parametrize("url", [WORRIES, "first-session/what-to-bring/", "about/privacy/"])
def test_list_that_the_note_leaves_out_offers_nothing_to_keep(visit, url):
    page = visit(PHONE)(url)
    tick_first(page)
    assert page.locator(".keep-bar").count() == 0


def test_tick_of_a_list_left_out_is_not_stored_where_ticks_are_kept(visit):
    visitor = visit(PHONE)
    page = visitor(LIST)
    tick_first(page)
    page.get_by_role("link", name="Keep them on this device and open my note").click()
    page.wait_for_url("**/" + NOTE)
    before = stored(page)
    other = visitor(WORRIES)
    tick_first(other)
    assert stored(other) == before != {}


def test_first_tick_is_announced_where_the_reader_is(visit):
    page = visit(PHONE)(LIST)
    tick_first(page)
    status = page.locator(".copy-status")
    assert status.inner_text() == "1 ticked. Ticks stay in this open page."


def test_page_restored_from_the_back_forward_cache_shows_ticks_and_words_again(visit):
    """WebKit empties fields and boxes when such a page comes back."""
    page = visit(PHONE)(NOTE)
    page.locator(".note-form label").first.click()
    page.locator("textarea").fill("It began when I was nine.")
    page.evaluate("document.getElementById('boxes').reset(); document.querySelector('textarea').value = ''")
    page.evaluate(PERSISTED)
    assert page.locator("textarea").input_value() == "It began when I was nine."
    assert page.locator(".note-form input:checked").count() == 1
    page.locator(".note-form label").nth(1).click()
    assert page.locator(".note-sheet").get_by_text("It began when I was nine.").is_visible()


def test_clear_asks_once_also_where_the_browser_has_translated_the_page(visit):
    page = visit(PHONE)(NOTE)
    page.locator("textarea").fill("My words")
    page.evaluate("""for (const button of document.querySelectorAll("[data-note=clear]")) {
      button.innerHTML = "<font><font>Alles löschen</font></font>";
    }""")
    clear = page.locator("[data-note=clear]")
    clear.click()
    assert page.locator("textarea").input_value() == "My words"
    clear.click()
    assert page.locator("textarea").input_value() == ""


def test_keeping_ticks_can_be_turned_off_again(visit):
    page = visit(PHONE)(NOTE)
    page.locator(".note-form label").first.click()
    keep = page.locator("[data-note=keep]")
    keep.click()
    assert keep.get_attribute("aria-pressed") == "true" and stored(page) != {}
    keep.click()
    assert keep.get_attribute("aria-pressed") == "false" and stored(page) == {}
    assert page.locator(".note-sheet li").count() == 1
    page.get_by_text("no longer kept").wait_for()


def test_second_copy_of_a_phrase_is_announced_again(visit):
    page = visit(DESK, permissions=["clipboard-read", "clipboard-write"])("words/#phrase-stop-there-today")
    page.evaluate("""() => {
      window.said = 0;
      const status = document.querySelector(".copy-status");
      new MutationObserver((records) => { window.said += records.filter(({ addedNodes }) => addedNodes.length).length; })
        .observe(status, { childList: true });
    }""")
    button = page.locator("#phrase-stop-there-today button")
    for times in (1, 2):
        button.click()
        page.wait_for_function("times => window.said === times", arg=times)
    assert page.locator("[role=status]").count() < 6


SHIFTS = {
    "in a text field": ("document.querySelector('textarea').focus()", ["Shift"] * 4),
    "with other keys between": ("", ["Shift", "Shift", "Tab", "Shift"]),
    "as part of a shortcut": ("", ["Shift+H"] * 4),
}


@pytest.mark.parametrize("before, keys", SHIFTS.values(), ids=SHIFTS)
def test_shift_for_another_reason_does_not_leave(visit, before, keys):
    page = visit(PHONE)(NOTE)
    if before:
        page.evaluate(before)
    for key in keys:
        page.keyboard.press(key)
    assert page.locator("h1").is_visible()


def test_shift_with_clicks_does_not_leave(visit):
    page = visit(DESK)(NOTE)
    for _ in range(4):
        page.locator("h1").click(modifiers=["Shift"])
    assert page.locator("h1").is_visible()


def test_slow_presses_of_shift_do_not_add_up(visit):
    """The time runs from the first press, and further presses do not extend it."""
    page = visit(DESK)(NOTE)
    page.clock.install()
    for _ in range(3):
        page.keyboard.press("Shift")
        page.clock.run_for(3500)
    assert page.locator("h1").is_visible()


@pytest.mark.parametrize("viewport", [PHONE, DESK], ids=["360", "1280"])
@pytest.mark.parametrize("url", ["", "words/", "first-session/questions/", LIST, NOTE, "therapists/link-kit/"])
def test_nothing_moves_when_modules_arrive(visit, url, viewport):
    init = """window.shift = 0; new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) window.shift += entry.value;
    }).observe({ type: "layout-shift", buffered: true });"""
    page = visit(viewport, init=init)(url)
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 100)))")
    assert page.evaluate("window.shift") == 0
