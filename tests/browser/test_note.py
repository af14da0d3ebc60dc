"""The bring-along note: ticked and written here or elsewhere, put in order, taken along, kept only when asked, cleared."""

import io
import json

import pytest
from pypdf import PdfReader

from tests.browser.visiting import ALL_THERE, DESK, PHONE, settle

NOTE = "first-session/note/"
KEY = "/ticks"
KEPT = "JSON.stringify(Object.fromEntries(Object.entries(localStorage)))"


def kept(page) -> dict:
    return json.loads(page.evaluate(KEPT))


def open_all(page) -> None:
    page.evaluate("document.querySelectorAll('.note-form details').forEach((part) => { part.open = true; })")


def tick(page, *words: str) -> None:
    open_all(page)
    for one in words:
        page.locator(".note-form").get_by_label(one, exact=True).check()


def lines(page) -> list[str]:
    return page.locator(".note-sheet li > span:first-child").all_inner_texts()


def test_an_empty_note_says_how_to_begin(visit):
    page = visit(PHONE, acts=True)(NOTE)
    assert page.locator(".note-empty").inner_text() == "Nothing is on your note yet. Tick one thing, or write one line. One is plenty."
    assert page.get_by_role("button", name="Copy as text").is_disabled()


def test_ticks_and_own_words_fill_the_sheet_at_once(visit):
    page = visit(PHONE, acts=True)(NOTE)
    tick(page, "What if I cry?", "I may need breaks, or a shorter session.")
    page.get_by_label("What would you like to say in your own words?").fill("I sleep badly.")
    assert page.locator(".note-sheet h4").all_inner_texts() == ["What would help me", "What worries me", "In my own words"]
    assert lines(page) == ["I may need breaks, or a shorter session.", "What if I cry?"]
    assert page.locator(".note-sheet").get_by_text("I sleep badly.").is_visible()
    assert page.locator("#note-what-if summary").inner_text() == "What worries you? (1)"


def test_lines_change_places_by_keyboard_and_focus_goes_along(visit):
    page = visit(PHONE, acts=True)(NOTE)
    tick(page, "What if I cry?", "What if I panic?")
    up = page.get_by_role("button", name="Move up: What if I panic?")
    up.focus()
    page.keyboard.renderer("Enter")
    assert lines(page) == ["What if I panic?", "What if I cry?"]
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == "Move down: What if I panic?"


def test_a_line_changes_places_by_touch_and_can_be_taken_off(visit):
    page = visit(PHONE, has_touch=True, acts=True)(NOTE)
    tick(page, "What if I cry?", "What if I panic?")
    page.get_by_role("button", name="Move down: What if I cry?").tap()
    assert lines(page) == ["What if I panic?", "What if I cry?"]
    page.get_by_role("button", name="Take off: What if I panic?").tap()
    assert lines(page) == ["What if I cry?"]
    assert not page.get_by_label("What if I panic?", exact=True).is_checked()


def test_the_note_is_copied_as_plain_text(visit):
    page = visit(PHONE, permissions=["clipboard-read", "clipboard-write"], acts=True)(NOTE)
    tick(page, "What if I cry?")
    page.locator("textarea").fill("I sleep badly.")
    page.get_by_role("button", name="Copy as text").click()
    page.get_by_text("Your note is copied.").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == (
        "My note\n\nWhat worries me\n- What if I cry?\n\nIn my own words\nI sleep badly.\n"
    )


def test_the_note_is_saved_as_a_text_file(visit):
    page = visit(PHONE, acts=True)(NOTE)
    tick(page, "What if I cry?")
    with page.expect_download() as download:
        page.get_by_role("button", name="Save as a text file").click()
    assert download.value.suggested_filename == "my-note.txt"
    assert download.value.path().read_text(encoding="utf-8") == "My note\n\nWhat worries me\n- What if I cry?\n"


def test_long_words_are_counted_and_never_cut(visit):
    page = visit(PHONE, acts=True)(NOTE)
    page.locator("textarea").fill("word " * 1_000)
    assert page.locator(".note-room").inner_text() == (
        "5,000 characters. That may be more than one page. Nothing is lost, so cut only if you want to."
    )
    assert len(page.locator("textarea").input_value()) == 5_000
    assert page.locator(".note-parts p").inner_text().count("word") == 1_000


@pytest.mark.promise(
    "nothing-kept-unasked",
    "only-ticks-are-kept",
    says="We tick and write on the note. Nothing is kept. Then we renderer keep, and only the ticks are.",
)
def test_nothing_is_stored_before_keep_and_then_ids_and_booleans_only(visit):
    page = visit(PHONE, acts=True)(NOTE)
    tick(page, "What if I cry?")
    page.locator("textarea").fill("CANARY")
    assert kept(page) == {}
    page.get_by_role("button", name="Keep my ticks on this device").click()
    assert page.locator(".note-said").inner_text() == "Your ticks are kept on this device. What you wrote is not."
    tick(page, "What if I panic?")
    assert {key: json.loads(value) for key, value in kept(page).items()} == {
        KEY: {"version": 1, "ticks": {"what-if.cry": True, "what-if.panic": True}}
    }


def test_kept_ticks_are_there_on_the_next_visit_in_their_order(visit):
    visitor = visit(PHONE, acts=True)
    page = visitor(NOTE)
    tick(page, "What if I cry?", "What if I panic?")
    page.get_by_role("button", name="Keep my ticks on this device").click()
    page.get_by_role("button", name="Move up: What if I panic?").click()
    assert lines(visitor(NOTE)) == ["What if I panic?", "What if I cry?"]


@pytest.mark.promise("clear-clears", says="We open the note in two tabs and clear it in one. Both must be empty.")
def test_clear_asks_once_and_leaves_nothing_in_any_tab(visit):
    visitor = visit(PHONE, acts=True)
    first, second = visitor(NOTE), visitor(NOTE)
    tick(first, "What if I cry?")
    first.get_by_role("button", name="Keep my ticks on this device").click()
    second.locator(".note-sheet").get_by_text("What if I cry?").wait_for()
    second.locator("textarea").fill("CANARY")
    first.get_by_role("button", name="Clear everything").click()
    assert lines(first) == ["What if I cry?"]
    first.get_by_role("button", name="Yes, clear it all").click()
    second.locator(".note-empty").wait_for()
    assert (lines(first), lines(second), second.locator("textarea").input_value(), kept(first)) == ([], [], "", {})


@pytest.mark.promise("clear-clears", says="We clear a note that was never kept. Words in the other tab must go, too.")
def test_clear_reaches_a_tab_even_where_nothing_was_kept(visit):
    visitor = visit(PHONE, acts=True)
    first, second = visitor(NOTE), visitor(NOTE)
    second.locator("textarea").fill("CANARY")
    clear = first.locator("[data-note=clear]")
    clear.click()
    clear.click()
    second.wait_for_function("() => document.querySelector('textarea').value === ''")


@pytest.mark.promise("others-are-left-alone", says="We keep and clear a note. What another site had kept must still be there.")
def test_other_projects_keys_stay_as_they_are(visit):
    page = visit(PHONE, init="if (location.protocol === 'http:') localStorage.setItem('/other/', 'theirs')", acts=True)(NOTE)
    tick(page, "What if I cry?")
    page.get_by_role("button", name="Keep my ticks on this device").click()
    page.locator("[data-note=clear]").click()
    page.locator("[data-note=clear]").click()
    assert kept(page) == {"/other/": "theirs"}


SPOILT = {
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


@pytest.mark.parametrize("value", SPOILT.values(), ids=SPOILT)
def test_spoilt_storage_hurts_nothing_and_is_not_shown(visit, value):
    visitor = visit(PHONE, init=f"if (location.protocol === 'http:') localStorage.setItem('{KEY}', {json.dumps(value)})", acts=True)
    page = visitor(NOTE)
    assert lines(page) == []
    tick(page, "What if I cry?")
    assert (lines(page), visitor.errors) == (["What if I cry?"], [])


FULL = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };"
DENIED = "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('denied', 'SecurityError'); }});"


@pytest.mark.parametrize("init", [FULL, DENIED], ids=["full", "denied"])
def test_where_nothing_can_be_kept_the_note_says_so_and_works_on(visit, init):
    visitor = visit(PHONE, init=init, acts=True)
    page = visitor(NOTE)
    tick(page, "What if I cry?")
    page.get_by_role("button", name="Keep my ticks on this device").click()
    assert page.locator(".note-said").inner_text() == (
        "This browser does not let us keep anything. Your note is still here while this page is open."
    )
    assert (lines(page), visitor.errors) == (["What if I cry?"], [])


@pytest.mark.promise("nothing-kept-unasked", says="We tick a list. Nothing is kept until we renderer the line that says so.")
def test_a_tick_on_a_list_joins_the_note_after_a_click_that_says_so(visit):
    page = visit(PHONE, acts=True)("strategies/empathy/")
    page.locator("fieldset.checklist-client label").first.click()
    assert page.locator(".keep-bar [role=status]").inner_text() == "1 ticked. Ticks stay in this open page."
    assert kept(page) == {}
    page.get_by_role("link", name="Keep them on this device and open my note").click()
    page.wait_for_url("**/" + NOTE)
    settle(page).wait_for_function(ALL_THERE)
    assert lines(page) == ["They treat your feelings as making sense, even when they are messy."]


def test_a_question_and_a_phrase_can_be_put_on_the_note(visit):
    page = visit(PHONE, acts=True)("first-session/questions/")
    page.get_by_role("checkbox", name="Put on my note: Can I say no, or go slowly?").check()
    page.get_by_role("link", name="Keep them on this device and open my note").click()
    page.wait_for_url("**/" + NOTE)
    page.goto(page.url.replace(NOTE, "words/"))
    page.locator("#phrase-stop-there-today").get_by_role("checkbox").check()
    page.get_by_role("link", name="Keep them on this device and open my note").click()
    page.wait_for_url("**/" + NOTE)
    settle(page).wait_for_function(ALL_THERE)
    assert lines(page) == ["Can I say no, or go slowly?", "I do not want to say more about this today. Can we stop there?"]


def test_where_nothing_can_be_kept_the_bar_says_so_and_the_way_to_the_note_stays_open(visit):
    page = visit(PHONE, init=DENIED, acts=True)("strategies/empathy/")
    page.locator("fieldset.checklist-client label").first.click()
    link = page.get_by_role("link", name="Keep them on this device and open my note")
    link.click()
    assert page.locator(".keep-bar [role=status]").inner_text() == (
        "This browser does not let us keep ticks. You can open your note and tick there."
    )
    link.click()
    page.wait_for_url("**/" + NOTE)


def test_the_therapists_side_goes_into_nobodys_note(visit):
    page = visit(PHONE, acts=True)("strategies/empathy/")
    page.locator("fieldset.checklist-therapist label").first.click()
    assert page.locator(".keep-bar").count() == 0


def test_a_phrase_is_copied_and_it_is_said(visit):
    page = visit(PHONE, permissions=["clipboard-read", "clipboard-write"], acts=True)("words/")
    phrase = page.locator("#phrase-stop-there-today")
    phrase.get_by_role("button", name="Copy").click()
    phrase.get_by_text("Copied.").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == "I do not want to say more about this today. Can we stop there?"


def sheets(page, size: str) -> list[str]:
    return [" ".join(sheet.extract_text().split()) for sheet in PdfReader(io.BytesIO(page.pdf(format=size))).pages]


@pytest.mark.promise("few-sheets", says="We print the note. It must fit one sheet.")
@pytest.mark.parametrize("size", ["A4", "Letter"])
@pytest.mark.parametrize("boxes, words", [(1, 20), (12, 400), (40, 1_000), (80, 1_000)], ids=["little", "some", "much", "very-much"])
def test_the_note_prints_on_one_sheet(visit, size, boxes, words):
    page = visit(DESK, color_scheme="dark", acts=True)(NOTE)
    open_all(page)
    page.evaluate("n => [...document.querySelectorAll('.note-form input')].slice(0, n).forEach((box) => box.click())", boxes)
    page.locator("textarea").fill("words " * (words // 6))
    told = sheets(page, size)
    assert len(told) == 1
    assert "My note" in told[0] and "In danger now" in told[0] and "Last reviewed" in told[0]
    assert "Tick what fits" not in told[0] and "Leave this page" not in told[0]


@pytest.mark.promise("few-sheets", says="We print the note. It must fit one sheet.")
@pytest.mark.parametrize("size", ["A4", "Letter"])
@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
def test_the_empty_note_prints_as_one_sheet_of_boxes(visit, size, scripts):
    page = visit(DESK, java_script_enabled=scripts)(NOTE)
    told = sheets(page, size)
    assert len(told) == 1
    assert "What if I cry?" in told[0] and "Something I will not name today." in told[0] and "In danger now" in told[0]
