"""What a press takes away comes back with another: until something else is written or ticked, and until the page is left or hidden."""

import pytest

from tests.browser.storage import TICKS_KEY, stored
from tests.browser.visiting import PHONE

NOTE, LIST = "first-session/note/", "strategies/empathy/"
KEPT = '{"version":1,"ticks":{"not-yet.past":true,"needs.breaks":true}}'
CLEARED = "All is cleared, here and on this device. Undo brings it back until you type or leave."
UNDO = "[data-note=undo]"
# As where a reader locks the phone or looks at another tab, and where one leaves.
HIDE = """() => {
  Object.defineProperty(document, "hidden", { value: true, configurable: true });
  document.dispatchEvent(new Event("visibilitychange"));
}"""
LEAVE = "() => dispatchEvent(new Event('pagehide'))"


def open_note(visit, kept=KEPT):
    """Open a note with two ticks that are kept on this device, and words."""
    visitor = visit(PHONE)
    page = visitor(LIST)
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [TICKS_KEY, kept])
    page = visitor(NOTE)
    page.locator("textarea").fill("I sleep badly.")
    return page


def clear(page) -> None:
    for _ in range(2):
        page.locator("[data-note=clear]").click()


def on_the_note(page) -> list[str]:
    return page.locator(".note-parts li > span:first-child, .note-parts > p").all_text_contents()


FULL = ["I may need breaks, or a shorter session.", "My past.", "I sleep badly."]


def test_cleared_note_comes_back_with_its_words_and_is_kept_again(visit):
    page = open_note(visit)
    assert on_the_note(page) == FULL and not page.locator(UNDO).is_visible()
    clear(page)
    assert (on_the_note(page), stored(page), page.locator("textarea").input_value()) == ([], {}, "")
    assert page.locator(".note-said").inner_text() == CLEARED
    page.locator(UNDO).click()
    assert (on_the_note(page), stored(page), page.locator("textarea").input_value()) == (FULL, {TICKS_KEY: KEPT}, "I sleep badly.")
    assert page.locator(".note-said").inner_text() == "Your note is back."


def test_focus_stays_beside_the_button(visit):
    page = open_note(visit)
    page.locator("[data-note=clear]").focus()
    for key in ("Enter", "Enter", "Tab"):
        page.keyboard.press(key)
    assert page.evaluate("document.activeElement.textContent") == "Undo"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.textContent") == "Clear everything"


@pytest.mark.promise(
    "clear-clears", says="We clear a note, then hide the page, leave it, type or tick. Nothing may bring it back after that."
)
def test_nothing_comes_back_once_the_reader_has_moved_on(visit):
    page = open_note(visit)
    moves = {
        "hidden": lambda: page.evaluate(HIDE),
        "left": lambda: page.evaluate(LEAVE),
        "typed": lambda: page.locator("textarea").press("x"),
        "ticked": lambda: page.locator("#note-needs input").last.check(),
        "cleared again": lambda: clear(page),
    }
    for name, move in moves.items():
        page.locator("textarea").fill("CANARY")
        clear(page)
        assert page.locator(UNDO).is_visible(), name
        move()
        assert not page.locator(UNDO).is_visible(), name
        page.locator(UNDO).dispatch_event("click")
        assert "CANARY" not in on_the_note(page), name


@pytest.mark.promise(
    "clear-clears", says="We clear a note in one of two tabs. What we bring back stays in that tab, and the other keeps no words."
)
def test_words_of_another_tab_are_not_held_for_later(visit):
    page = open_note(visit)
    other = page.context.new_page()
    other.goto(page.url)
    other.locator("textarea").fill("CANARY")
    clear(page)
    other.wait_for_function("document.querySelector('textarea').value === ''")
    assert not other.locator(UNDO).is_visible()
    page.locator(UNDO).click()
    other.locator(".note-parts li").first.wait_for()
    assert on_the_note(other) == FULL[:2]


def test_line_taken_off_comes_back_to_its_place(visit):
    page = open_note(visit, '{"version":1,"ticks":{"needs.senses":true,"needs.breaks":true}}')
    before = on_the_note(page)
    page.locator("[data-move='0']").first.click()
    assert on_the_note(page) == before[1:]
    assert page.locator(".note-said").inner_text() == "Taken off. Undo brings it back until you type or leave."
    page.locator(UNDO).click()
    assert on_the_note(page) == before


def test_ticks_cleared_below_a_list_come_back(visit):
    visitor = visit(PHONE)
    note, page = visitor(NOTE), visitor(LIST)
    note.locator("textarea").fill("I sleep badly.")
    page.locator(".checklist-client label").first.click()
    page.get_by_role("link", name="Keep them on this device and open my note").click(modifiers=["ControlOrMeta"])
    note.locator(".note-parts li").wait_for()
    bar, undo = page.locator(".keep-bar [role=status]"), page.get_by_role("button", name="Undo")
    for _ in range(2):
        page.get_by_role("button", name="Clear all ticks").click()
    assert (stored(page), page.locator("article input:checked").count()) == ({}, 0)
    assert bar.inner_text() == "Cleared, here and on this device. Undo brings it back until you type or leave."
    note.wait_for_function("!document.querySelector('.note-parts li')")
    # Ticks were cleared, and no words.
    assert on_the_note(note) == ["I sleep badly."]
    undo.focus()
    page.keyboard.press("Enter")
    assert bar.inner_text() == "1 ticked. Kept on this device. Others who use this browser can see them."
    assert page.evaluate("document.activeElement.textContent") == "Clear all ticks"
    assert (page.locator("article input:checked").count(), undo.is_visible()) == (1, False)


def test_another_tab_that_keeps_ticks_no_more_takes_nothing_away(visit):
    page = open_note(visit)
    other = page.context.new_page()
    other.goto(page.url)
    other.locator("[data-note=keep][aria-pressed=true]").click()
    page.locator("[data-note=keep][aria-pressed=false]").wait_for()
    assert (on_the_note(page), stored(page)) == (FULL, {})
