"""The note to bring along: filled here or from other pages, ordered, exported, stored only on request, and cleared."""

import io
import json

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from tests.browser.storage import DENIED, FULL, TICKS_KEY, stored, stored_value
from tests.browser.visiting import DESK, PHONE, wait_for_boxes, wait_for_modules

NOTE = "first-session/note/"


def open_all(page) -> None:
    page.evaluate("document.querySelectorAll('.note-form details').forEach((part) => { part.open = true; })")


def tick(page, *words: str) -> None:
    open_all(page)
    for one in words:
        page.locator(".note-form").get_by_label(one, exact=True).check()


def lines(page) -> list[str]:
    # Not their inner text: a sheet off the screen may not have been laid out yet.
    return page.locator(".note-sheet li > span:first-child").all_text_contents()


def test_empty_note_says_how_to_begin(visit):
    page = visit(PHONE)(NOTE)
    assert page.locator(".note-empty").inner_text() == "Nothing is on your note yet. Tick one thing, or write one line. One is plenty."
    assert page.get_by_role("button", name="Copy as text").is_disabled()


def test_ticks_and_own_words_appear_on_the_sheet_at_once(visit):
    page = visit(PHONE)(NOTE)
    tick(page, "What if I cry?", "I may need breaks, or a shorter session.")
    page.get_by_label("What would you like to say in your own words?").fill("I sleep badly.")
    assert page.locator(".note-sheet h4").all_inner_texts() == ["What would help me", "What worries me", "In my own words"]
    assert lines(page) == ["I may need breaks, or a shorter session.", "What if I cry?"]
    assert page.locator(".note-sheet").get_by_text("I sleep badly.").is_visible()
    assert page.locator("#note-what-if summary").inner_text() == "What worries you? (1)"


def test_line_moved_by_keyboard_keeps_focus(visit):
    page = visit(PHONE)(NOTE)
    tick(page, "What if I cry?", "What if I panic?")
    up = page.get_by_role("button", name="Move up: What if I panic?")
    up.focus()
    page.keyboard.press("Enter")
    assert lines(page) == ["What if I panic?", "What if I cry?"]
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == "Move down: What if I panic?"


def test_line_is_moved_and_removed_by_touch(visit):
    page = visit(PHONE, has_touch=True)(NOTE)
    tick(page, "What if I cry?", "What if I panic?")
    page.get_by_role("button", name="Move down: What if I cry?").tap()
    assert lines(page) == ["What if I panic?", "What if I cry?"]
    page.get_by_role("button", name="Take off: What if I panic?").tap()
    assert lines(page) == ["What if I cry?"]
    assert not page.get_by_label("What if I panic?", exact=True).is_checked()


def test_note_is_copied_as_plain_text(visit):
    page = visit(PHONE, permissions=["clipboard-read", "clipboard-write"])(NOTE)
    tick(page, "What if I cry?")
    page.locator("textarea").fill("I sleep badly.")
    page.get_by_role("button", name="Copy as text").click()
    page.get_by_text("Your note is copied.").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == (
        "My note\n\nWhat worries me\n- What if I cry?\n\nIn my own words\nI sleep badly.\n"
    )


def test_note_is_saved_as_a_text_file(visit):
    page = visit(PHONE)(NOTE)
    tick(page, "What if I cry?")
    with page.expect_download() as download:
        page.get_by_role("button", name="Save as a file").click()
    assert download.value.suggested_filename == "my-note.txt"
    assert download.value.path().read_text(encoding="utf-8") == "My note\n\nWhat worries me\n- What if I cry?\n"


def test_long_text_is_counted_and_never_cut(visit):
    page = visit(PHONE)(NOTE)
    page.locator("textarea").fill("word " * 1_000)
    assert page.locator(".note-room").inner_text() == (
        "5,000 letters. That may be more than one page. Nothing is lost, so cut only if you want to."
    )
    assert len(page.locator("textarea").input_value()) == 5_000
    assert page.locator(".note-parts p").inner_text().count("word") == 1_000


@pytest.mark.promise(
    "nothing-kept-unasked",
    "only-ticks-are-kept",
    says="We tick and write on the note. Nothing is kept. Then we press keep, and only the ticks are.",
)
def test_nothing_is_stored_before_keep_and_then_only_ids_and_booleans(visit):
    page = visit(PHONE)(NOTE)
    tick(page, "What if I cry?")
    page.locator("textarea").fill("CANARY")
    assert stored(page) == {}
    page.get_by_role("button", name="Keep my ticks on this device").click()
    assert page.locator(".note-said").inner_text() == "Your ticks are kept on this device. What you wrote is not."
    tick(page, "What if I panic?")
    assert {key: json.loads(value) for key, value in stored(page).items()} == {
        TICKS_KEY: {"version": 1, "ticks": {"what-if.cry": True, "what-if.panic": True}}
    }


def test_stored_ticks_are_shown_on_the_next_visit_in_their_order(visit):
    visitor = visit(PHONE)
    page = visitor(NOTE)
    tick(page, "What if I cry?", "What if I panic?")
    page.get_by_role("button", name="Keep my ticks on this device").click()
    page.get_by_role("button", name="Move up: What if I panic?").click()
    assert lines(visitor(NOTE)) == ["What if I panic?", "What if I cry?"]


@pytest.mark.promise("clear-clears", says="We open the note in two tabs and clear it in one. Both must be empty.")
def test_clear_confirms_once_and_leaves_nothing_in_any_tab(visit):
    visitor = visit(PHONE)
    first, second = visitor(NOTE), visitor(NOTE)
    tick(first, "What if I cry?")
    first.get_by_role("button", name="Keep my ticks on this device").click()
    second.locator(".note-sheet").get_by_text("What if I cry?").wait_for()
    second.locator("textarea").fill("CANARY")
    first.get_by_role("button", name="Clear everything").click()
    assert lines(first) == ["What if I cry?"]
    first.get_by_role("button", name="Yes, clear it all").click()
    second.locator(".note-empty").wait_for()
    assert (lines(first), lines(second), second.locator("textarea").input_value(), stored(first)) == ([], [], "", {})


@pytest.mark.promise("clear-clears", says="We clear a note that was never kept. Words in the other tab must go, too.")
def test_clear_empties_other_tabs_where_nothing_was_stored(visit):
    visitor = visit(PHONE)
    first, second = visitor(NOTE), visitor(NOTE)
    second.locator("textarea").fill("CANARY")
    clear = first.locator("[data-note=clear]")
    clear.click()
    clear.click()
    second.wait_for_function("() => document.querySelector('textarea').value === ''")


@pytest.mark.promise("others-are-left-alone", says="We keep and clear a note. What another site had kept must still be there.")
def test_keys_of_other_sites_are_unchanged(visit):
    page = visit(PHONE, init=stored_value("theirs", "/other/"))(NOTE)
    tick(page, "What if I cry?")
    page.get_by_role("button", name="Keep my ticks on this device").click()
    page.locator("[data-note=clear]").click()
    page.locator("[data-note=clear]").click()
    assert stored(page) == {"/other/": "theirs"}


CORRUPT = {
    "empty": "",
    "no-json": "{",
    "null": "null",
    "number": "7",
    "list": "[]",
    "no-ticks": '{"version":1}',
    "ticks-null": '{"version":1,"ticks":null}',
    "old": '{"version":0,"ticks":{"what-if.cry":true}}',
    "newer": '{"version":2,"ticks":{"what-if.cry":true}}',
    "words": '{"version":1,"ticks":{"<b>x</b>":true,"what-if.cry":"yes"}}',
    "huge": "9" * 200_000,
}


@pytest.mark.parametrize("value", CORRUPT.values(), ids=CORRUPT)
def test_corrupt_storage_is_ignored(visit, value):
    visitor = visit(PHONE, init=stored_value(value))
    page = visitor(NOTE)
    assert lines(page) == []
    tick(page, "What if I cry?")
    assert (lines(page), visitor.errors) == (["What if I cry?"], [])


@pytest.mark.parametrize("init", [FULL, DENIED], ids=["full", "denied"])
def test_note_without_storage_says_so_and_still_works(visit, init):
    visitor = visit(PHONE, init=init)
    page = visitor(NOTE)
    tick(page, "What if I cry?")
    page.get_by_role("button", name="Keep my ticks on this device").click()
    assert page.locator(".note-said").inner_text() == (
        "This browser does not let us keep anything. Your note is still here while this page is open."
    )
    assert (lines(page), visitor.errors) == (["What if I cry?"], [])


@pytest.mark.promise("nothing-kept-unasked", says="We tick a list. Nothing is kept until we press the line that says so.")
def test_tick_on_a_checklist_is_stored_and_on_the_note_after_a_click(visit):
    page = visit(PHONE)("strategies/empathy/")
    page.locator(".checklist-client label").first.click()
    assert page.locator(".keep-bar [role=status]").inner_text() == "1 ticked. Ticks stay in this open page."
    assert stored(page) == {}
    page.get_by_role("link", name="Keep them on this device and open my note").click()
    page.wait_for_url("**/" + NOTE)
    wait_for_modules(page)
    assert lines(page) == ["They treat your feelings as making sense, even messy ones."]


def test_bar_comes_into_sight_moves_no_box_and_covers_none(visit):
    page = visit(PHONE)("strategies/empathy/")
    boxes, bar = page.locator(".checklist-client input"), page.locator(".keep-bar")
    tops = "boxes => boxes.map((box) => box.getBoundingClientRect().top)"
    boxes.first.scroll_into_view_if_needed()
    before = boxes.evaluate_all(tops)
    boxes.first.check()
    bar.wait_for()
    assert (boxes.evaluate_all(tops), bottom(bar)) == (before, PHONE["height"])
    assert page.locator(".copy-status .visually-hidden").inner_text() == "1 ticked. Ticks stay in this open page."
    boxes.first.uncheck()
    # A box at the foot of the screen: the bar comes there once the reader has moved on.
    boxes.nth(4).evaluate("box => box.scrollIntoView({ block: 'end', behavior: 'instant' })")
    boxes.nth(4).check()
    assert bottom(bar) > PHONE["height"] and page.locator(".copy-status .visually-hidden").count() == 0
    page.mouse.wheel(0, 300)
    page.wait_for_function("height => document.querySelector('.keep-bar').getBoundingClientRect().bottom === height", arg=PHONE["height"])


def bottom(locator) -> float:
    box = locator.bounding_box()
    return box["y"] + box["height"]


def test_question_and_phrase_can_be_put_on_the_note(visit):
    page = visit(PHONE)("first-session/questions/")
    box = page.locator("h3:has-text('Can I say no, or go slowly?') + div, summary:has-text('Can I say no, or go slowly?') + div")
    box = box.get_by_role("checkbox", name="Put on my note", exact=True)
    expect(box).to_have_accessible_description("Can I say no, or go slowly?")
    box.check()
    page.get_by_role("link", name="Keep them on this device and open my note").click()
    page.wait_for_url("**/" + NOTE)
    page.goto(page.url.replace(NOTE, "words/#phrase-stop-there-today"))
    page.locator("#phrase-stop-there-today").get_by_role("checkbox").check()
    page.get_by_role("link", name="Keep them on this device and open my note").click()
    page.wait_for_url("**/" + NOTE)
    wait_for_modules(page)
    assert lines(page) == ["Can I say no, or go slowly?", "I do not want to say more about this today. Can we stop there?"]


def test_bar_without_storage_says_so_and_still_leads_to_the_note(visit):
    page = visit(PHONE, init=DENIED)("strategies/empathy/")
    page.locator(".checklist-client label").first.click()
    link = page.get_by_role("link", name="Keep them on this device and open my note")
    link.click()
    assert page.locator(".keep-bar [role=status]").inner_text() == (
        "This browser does not let us keep ticks. You can open your note and tick there."
    )
    link.click()
    page.wait_for_url("**/" + NOTE)


def test_therapists_side_of_a_checklist_has_no_bar(visit):
    page = visit(PHONE)("strategies/empathy/")
    page.locator(".checklist-fold summary").click()
    page.locator(".checklist-therapist label").first.click()
    wait_for_boxes(page)
    assert page.locator(".keep-bar").count() == 0


def test_phrase_is_copied_and_announced(visit):
    page = visit(PHONE, permissions=["clipboard-read", "clipboard-write"])("words/#phrase-stop-there-today")
    phrase = page.locator("#phrase-stop-there-today")
    button = phrase.get_by_role("button", name="Copy", exact=True)
    expect(button).to_have_accessible_description(phrase.locator(".phrase-when").inner_text())
    button.click()
    page.locator(".copy-status", has_text="Copied.").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == "I do not want to say more about this today. Can we stop there?"


def sheets(page, size: str) -> list[str]:
    return [" ".join(sheet.extract_text().split()) for sheet in PdfReader(io.BytesIO(page.pdf(format=size))).pages]


@pytest.mark.promise("few-sheets", says="We print the note. It must fit one sheet.")
@pytest.mark.parametrize("boxes, words", [(1, 20), (12, 400), (40, 1_000), (80, 1_000)], ids=["little", "some", "much", "very-much"])
def test_filled_note_prints_on_one_sheet(visit, boxes, words):
    page = visit(DESK, color_scheme="dark")(NOTE)
    open_all(page)
    page.evaluate("n => [...document.querySelectorAll('.note-form input')].slice(0, n).forEach((box) => box.click())", boxes)
    page.locator("textarea").fill("words " * (words // 6))
    for size in ("A4", "Letter"):
        (sheet,) = sheets(page, size)
        assert [text for text in ("My note", "In danger now", "Last reviewed") if text not in sheet] == []
        assert [text for text in ("Tick what fits", "Leave this page") if text in sheet] == []


@pytest.mark.promise("few-sheets", says="We print the note. It must fit one sheet.")
@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
def test_empty_note_prints_as_one_sheet_of_boxes(visit, scripts):
    page = visit(DESK, java_script_enabled=scripts)(NOTE)
    for size in ("A4", "Letter"):
        (sheet,) = sheets(page, size)
        assert [text for text in ("What if I cry?", "Something I will not name today.", "In danger now") if text not in sheet] == []
