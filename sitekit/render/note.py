"""The bring-along note as HTML: what can be ticked, and the sheet that a script fills. All words are escaped."""

from __future__ import annotations

from html import escape

from sitekit.derive import NoteGroup, note_groups
from sitekit.model import Site
from sitekit.note import NotePart
from sitekit.render.lists import FORGETFUL, NEVER_SENT


def note_form(site: Site) -> str:
    """Render every part of the note as boxes to tick or room to write; on paper it is the note."""
    # Its lines are found by search where they come from.
    parts = "".join(_part(part, note_groups(site, part), is_first=n == 0) for n, part in enumerate(site.note.values()))
    return f'<form class="note-form" {FORGETFUL} data-search-exclude>{parts}{NEVER_SENT}</form>'


def _part(part: NotePart, groups: list[NoteGroup], is_first: bool) -> str:
    name = f"note-{part.id}"
    inside = _room(part) if part.room else "".join(_group(part, group) for group in groups)
    paper = "" if part.on_paper else " screen-only"
    return (f'<details class="note-part{paper}" id="{name}" data-part="{part.id}" data-title="{escape(part.title)}"{" open" if is_first or part.room else ""}>'
            f'<summary>{escape(part.ask)} <span class="note-count" hidden></span></summary>{inside}</details>')


def _group(part: NotePart, group: NoteGroup) -> str:
    rows = "".join(f'<li><label><input type="checkbox" name="{id}"> <span>{escape(words)}</span></label></li>'
                   for id, words in group.lines)
    # What is long and not printed here opens one group at a time.
    is_folded = bool(group.title) and not part.on_paper
    unseen = ' class="visually-hidden"' if is_folded or not group.title else ""
    shown = f'<fieldset class="checklist"><legend{unseen}>{escape(group.title or part.ask)}</legend><ul>{rows}</ul></fieldset>'
    return f'<details class="note-group"><summary>{escape(group.title)}</summary>{shown}</details>' if is_folded else shown


def _room(part: NotePart) -> str:
    id = f"note-{part.id}-text"
    return (f'<label class="visually-hidden" for="{id}">{escape(part.ask)}</label>'
            f'<textarea id="{id}" rows="5" autocomplete="off" aria-describedby="{id}-count" data-room="{part.room}"></textarea>'
            f'<p class="note-room" id="{id}-count" data-free="{{n}} of about {part.room} characters, half a page."'
            f' data-full="{{n}} characters. That may be more than one page. Nothing is lost, so cut only if you want to."></p>'
            '<div class="note-rule" aria-hidden="true"></div>')


def note_sheet() -> str:
    """Render the empty sheet, its buttons and what they say; a script fills it in, and hides the words for when there is none."""
    return (
        '<p class="note-plain">The sheet fills itself in when scripts run. They do not run here. You can tick the boxes above and print this page.</p>'
        '<div class="note-tool" hidden data-search-exclude>'
        '<section class="note-sheet" aria-labelledby="note-title"><h3 id="note-title">My note</h3>'
        '<p class="note-empty">Nothing is on your note yet. Tick one thing, or write one line. One is plenty.</p>'
        '<div class="note-parts"></div></section>'
        '<p class="note-fit" hidden>This may be more than one page. You could take off what matters least.</p>'
        '<p class="note-do">'
        '<button type="button" class="do" data-note="print">Print</button>'
        '<button type="button" class="do" data-note="copy" data-done="Your note is copied. You can paste it into a message." '
        'data-failed="Copying did not work here. You can save a file instead.">Copy as text</button>'
        '<button type="button" class="do" data-note="save" data-file="my-note.txt" data-done="Your note was saved as a file named my-note.txt.">Save as a text file</button></p>'
        '<p class="note-do">'
        '<button type="button" class="do" data-note="keep" '
        'data-done="Your ticks are kept on this device. What you wrote is not." '
        'data-off="Your ticks are no longer kept on this device. They stay in this open page." '
        'data-failed="This browser does not let us keep anything. Your note is still here while this page is open.">Keep my ticks on this device</button>'
        '<button type="button" class="do" data-note="clear" data-sure="Yes, clear it all" '
        'data-done="All is cleared, here and on this device.">Clear everything</button></p>'
        '<p class="note-said" role="status"></p>'
        '<template id="note-line"><li><span></span> <span class="note-move">'
        '<button type="button" data-move="-1" aria-label="Move up: {words}"><span aria-hidden="true">↑</span></button>'
        '<button type="button" data-move="1" aria-label="Move down: {words}"><span aria-hidden="true">↓</span></button>'
        '<button type="button" data-move="0" aria-label="Take off: {words}"><span aria-hidden="true">×</span></button></span></li></template>'
        "</div>"
    )
