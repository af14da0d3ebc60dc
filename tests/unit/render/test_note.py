"""The note as HTML: its parts word for word, and the sheet as a reader meets it with and without scripts."""

import pytest
from lxml import html

from sitekit.models.note import NotePart
from sitekit.note_lines import NoteGroup
from sitekit.render import note, note_form, note_sheet
from sitekit.sources.loader import load

LINES = (("own.cry", "I may cry."), ("own.slow", "Slow & soft."))


def part(**changed) -> NotePart:
    return NotePart(**{"id": "own", "title": 'My "own"', "ask": "What & how?"} | changed)


def test_a_part_is_a_folded_list_of_boxes_under_its_question():
    assert note._part(part(), [NoteGroup("At first", LINES)], is_first=False) == (
        '<details class="note-part" id="note-own" data-part="own" data-title="My &quot;own&quot;">'
        '<summary>What &amp; how? <span class="note-count" hidden></span></summary>'
        '<fieldset class="checklist"><legend>At first</legend><ul>'
        '<li><label><input type="checkbox" name="own.cry"> <span>I may cry.</span></label></li>'
        '<li><label><input type="checkbox" name="own.slow"> <span>Slow &amp; soft.</span></label></li></ul></fieldset></details>'
    )


@pytest.mark.parametrize(
    "first, changed, opening",
    [
        (True, {}, '<details class="note-part" id="note-own" data-part="own" data-title="My &quot;own&quot;" open>'),
        (
            False,
            {"on_paper": False},
            '<details class="note-part screen-only" id="note-own" data-part="own" data-title="My &quot;own&quot;">',
        ),
        (False, {"room": 90}, '<details class="note-part" id="note-own" data-part="own" data-title="My &quot;own&quot;" open>'),
    ],
    ids=["the first is open", "what is not printed is for the screen", "room to write is open"],
)
def test_a_part_says_how_it_is_shown(first, changed, opening):
    assert note._part(part(**changed), [], is_first=first).startswith(opening + "<summary>")


def test_lines_of_one_group_hear_the_question_as_their_name_and_groups_follow_each_other():
    shown = note._part(part(), [NoteGroup("", LINES[:1]), NoteGroup("Then", LINES[1:])], is_first=False)
    assert shown.partition("</summary>")[2] == (
        '<fieldset class="checklist"><legend class="visually-hidden">What &amp; how?</legend><ul>'
        '<li><label><input type="checkbox" name="own.cry"> <span>I may cry.</span></label></li></ul></fieldset>'
        '<fieldset class="checklist"><legend>Then</legend><ul>'
        '<li><label><input type="checkbox" name="own.slow"> <span>Slow &amp; soft.</span></label></li></ul></fieldset></details>'
    )


def test_a_group_that_is_not_printed_is_folded_and_named_once_for_the_eye():
    assert note._group(part(on_paper=False), NoteGroup("At first", LINES[:1])) == (
        '<details class="note-group"><summary>At first</summary>'
        '<fieldset class="checklist"><legend class="visually-hidden">At first</legend><ul>'
        '<li><label><input type="checkbox" name="own.cry"> <span>I may cry.</span></label></li></ul></fieldset></details>'
    )


def test_room_to_write_is_named_counted_and_ruled_for_a_pen():
    assert note._room(part(room=90)) == (
        '<label class="visually-hidden" for="note-own-text">What &amp; how?</label>'
        '<textarea id="note-own-text" rows="5" autocomplete="off" aria-describedby="note-own-text-count" data-room="90"></textarea>'
        '<p class="note-room" id="note-own-text-count" data-free="{n} of about 90 characters, half a page."'
        ' data-full="{n} characters. That may be more than one page. Nothing is lost, so cut only if you want to."></p>'
        '<div class="note-rule" aria-hidden="true"></div>'
    )


def test_the_form_is_its_parts_the_first_open(good):
    site = load(good)[0].model_copy(update={"note": {"a": part(id="a"), "b": part(id="b")}})
    assert note_form(site) == (
        '<form class="note-form" autocomplete="off" data-search-exclude>'
        + note._part(part(id="a"), [], is_first=True)
        + note._part(part(id="b"), [], is_first=False)
        + '<button type="submit" hidden disabled></button></form>'
    )


@pytest.fixture
def sheet():
    return html.fragment_fromstring(note_sheet(), create_parent="div")


def test_without_scripts_one_sentence_stands_for_the_sheet(sheet):
    plain, tool = sheet
    assert (plain.tag, dict(plain.attrib), plain.text) == (
        "p",
        {"class": "note-plain"},
        ("The sheet fills itself in when scripts run. They do not run here. You can tick the boxes above and print this page."),
    )
    assert (tool.tag, dict(tool.attrib)) == ("div", {"class": "note-tool", "hidden": "", "data-search-exclude": ""})
    assert (plain.tail, tool.tail) == (None, None)


def test_the_sheet_is_a_title_a_word_for_when_it_is_empty_and_its_parts(sheet):
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
        ("p", {"class": "note-said", "role": "status"}),
        ("template", {"id": "note-line"}),
    ]
    assert tool[1].text == "This may be more than one page. You could take off what matters least."
    # Nothing stands between them.
    assert [child.tail for child in tool.iterdescendants() if child.tail] == [" "] and tool.text is None


def test_each_button_of_the_sheet_carries_the_words_its_script_says(sheet):
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
        ("Save as a text file", {"data-note": "save", "data-done": "Your note was saved as a file named my-note.txt."}),
        (
            "Keep my ticks on this device",
            {
                "data-note": "keep",
                "data-done": "Your ticks are kept on this device. What you wrote is not.",
                "data-failed": "This browser does not let us keep anything. Your note is still here while this page is open.",
            },
        ),
        (
            "Clear everything",
            {"data-note": "clear", "data-sure": "Yes, clear it all", "data-done": "All is cleared, here and on this device."},
        ),
    ]
    assert {(button.get("type"), button.get("class")) for button in buttons} == {("button", "do")}


def test_each_line_of_the_sheet_can_be_moved_and_taken_off(sheet):
    (line,) = sheet.xpath(".//template/li")
    assert [(child.tag, child.get("class")) for child in line] == [("span", None), ("span", "note-move")]
    assert [(dict(button.attrib), [(dict(sign.attrib), sign.text) for sign in button]) for button in line[1]] == [
        ({"type": "button", "data-move": step, "aria-label": label}, [({"aria-hidden": "true"}, sign)])
        for step, label, sign in (("-1", "Move up: {words}", "↑"), ("1", "Move down: {words}", "↓"), ("0", "Take off: {words}", "×"))
    ]
