"""The bring-along note: its form, and the sheet as a reader meets it with and without scripts."""

import pytest
from lxml import html

from sitekit.models.note import NoteLine, NotePart
from tests.rendering import show
from tests.unit.smallest import page, site

LINES = (NoteLine(id="cry", say="I may cry."), NoteLine(id="slow", say="Slow & soft."))
END = "</div>"


def part(**changed) -> NotePart:
    return NotePart(**{"id": "own", "title": 'My "own"', "ask": "What & how?"} | changed)


def form(*parts: NotePart) -> str:
    """Return the parts of the form, on a site whose only page asks two questions in one section."""
    asked = page("a.md", "## About you {#you}\n\n### What if I cry? {#cry}\n\n### Why? {#why}\n")
    shown = show(site(asked, note_parts={one.id: one for one in parts}), "note_form")
    return shown.removeprefix('<div class="note-form" data-search-exclude>').removesuffix(END)


SUMMARY = '<summary><span>What &amp; how?</span> <span class="note-count" hidden></span></summary>'


def test_lines_of_a_part_are_boxes_under_its_question():
    assert form(part(lines=LINES)) == (
        '<details class="note-part" id="note-own" data-title="My &#34;own&#34;" open>'
        f'{SUMMARY}<div class="checklist"><ul role="list">'
        '<li><label><input type="checkbox" name="own.cry" form="boxes"> <span>I may cry.</span></label></li>'
        '<li><label><input type="checkbox" name="own.slow" form="boxes"> <span>Slow &amp; soft.</span></label></li></ul></div></details>'
    )


BOXES = (
    '<ul role="list"><li><label><input type="checkbox" name="own.cry" form="boxes"> <span>What if I cry?</span></label></li>'
    '<li><label><input type="checkbox" name="own.why" form="boxes"> <span>Why?</span></label></li></ul>'
)


def test_group_is_named_once_by_its_title():
    assert form(part(page="a.md")).partition("</summary>")[2] == (
        '<div class="checklist" role="group" aria-labelledby="note-own-1"><p class="checklist-title" id="note-own-1">About you</p>'
        f"{BOXES}</div></details>"
    )


def test_group_that_is_not_printed_is_folded_and_named_once_by_its_summary():
    assert form(part(page="a.md", on_paper=False)).partition("</summary>")[2] == (
        f'<details class="note-group"><summary>About you</summary><div class="checklist">{BOXES}</div></details></details>'
    )


@pytest.mark.parametrize(
    "changed, more, is_open",
    [({}, "", False), ({"on_paper": False}, " screen-only", False), ({"room": 90}, "", True)],
    ids=["later parts are folded", "what is not printed is for the screen", "room to write is open"],
)
def test_first_part_and_room_to_write_are_open(changed, more, is_open):
    first, later = html.fragments_fromstring(form(part(id="first"), part(**changed)))
    assert "open" in first.attrib and later.get("class") == f"note-part{more}" and ("open" in later.attrib) == is_open


def test_room_to_write_is_named_by_its_question_counted_and_ruled_for_a_pen():
    assert form(part(room=90)).partition("</summary>")[2] == (
        '<textarea id="note-own-text" rows="5" autocomplete="off" '
        'aria-labelledby="note-own-ask" aria-describedby="note-own-text-count" data-room="90"></textarea>'
        '<p class="note-room" id="note-own-text-count" data-free="{n} of about 90 letters, half a page."'
        ' data-full="{n} letters. That may be more than one page. Nothing is lost, so cut only if you want to."></p>'
        '<div class="note-rule" aria-hidden="true"></div></details>'
    )


@pytest.fixture
def sheet():
    return html.fragment_fromstring(show(site(page()), "note_sheet"), create_parent="div")


def test_without_scripts_one_sentence_stands_for_the_sheet(sheet):
    plain, tool = sheet
    assert (plain.tag, dict(plain.attrib), plain.text) == (
        "p",
        {"class": "note-plain"},
        ("The sheet fills itself in when scripts run. They do not run here. You can tick the boxes above and print this page."),
    )
    assert (tool.tag, dict(tool.attrib)) == ("div", {"class": "note-tool", "hidden": "", "data-search-exclude": ""})


def test_sheet_is_a_title_words_for_when_it_is_empty_and_its_parts(sheet):
    (section,) = sheet.xpath(".//section")
    assert dict(section.attrib) == {"class": "note-sheet", "aria-labelledby": "note-title"}
    assert [(child.tag, dict(child.attrib), child.text) for child in section] == [
        ("h3", {"id": "note-title"}, "My note"),
        ("p", {"class": "note-empty"}, "Nothing is on your note yet. Tick one thing, or write one line. One is plenty."),
        ("div", {"class": "note-parts"}, None),
    ]


def test_below_the_sheet_stand_its_fit_its_buttons_and_what_was_done(sheet):
    tool = sheet[1]
    assert [(child.tag, dict(child.attrib)) for child in tool[1:]] == [
        ("p", {"class": "note-fit", "hidden": ""}),
        ("p", {"class": "note-do"}),
        ("p", {"class": "note-do"}),
        ("p", {"class": "note-said", "aria-live": "polite", "aria-atomic": "true"}),
        ("template", {"id": "note-line"}),
    ]
    assert tool[1].text == "This may be more than one page. You could take off what matters least."


def test_each_button_of_the_sheet_carries_the_words_of_its_script(sheet):
    buttons = sheet.xpath(".//p[@class='note-do']/button")
    assert [(button.text, {key: value for key, value in button.attrib.items() if key not in ("type", "class")}) for button in buttons] == [
        ("Print", {"data-note": "print"}),
        (
            "Copy as text",
            {
                "data-note": "copy",
                "data-done": "Your note is copied. You can paste it into a message.",
                "data-failed": "Copying did not work here. You can save a file instead.",
            },
        ),
        (
            "Save as a file",
            {"data-note": "save", "data-file": "my-note.txt", "data-done": "Your note was saved as a file named my-note.txt."},
        ),
        (
            "Keep my ticks on this device",
            {
                "data-note": "keep",
                "data-done": "Your ticks are kept on this device. What you wrote is not.",
                "data-off": "Your ticks are no longer kept on this device. They stay in this open page.",
                "data-failed": "This browser does not let us keep anything. Your note is still here while this page is open.",
            },
        ),
        (
            "Clear everything",
            {"data-note": "clear", "data-sure": "Yes, clear it all", "data-done": "All is cleared, here and on this device."},
        ),
        (
            "Undo",
            {
                "data-note": "undo",
                "data-hint": "Undo brings it back until you type or leave.",
                "data-taken": "Taken off.",
                "data-done": "Your note is back.",
                "hidden": "",
            },
        ),
    ]
    assert {(button.get("type"), button.get("class")) for button in buttons} == {("button", "do")}


def test_each_line_of_the_sheet_can_be_moved_and_taken_off(sheet):
    (line,) = sheet.xpath(".//template/li")
    assert [(child.tag, child.get("class")) for child in line] == [("span", None), ("span", "note-move")]
    assert [(dict(button.attrib), button.text) for button in line[1]] == [
        ({"type": "button", "data-move": step, "aria-label": label}, shown)
        for step, label, shown in (
            ("-1", "Move up: {words}", "Up"),
            ("1", "Move down: {words}", "Down"),
            ("0", "Take off: {words}", "Take off"),
        )
    ]
