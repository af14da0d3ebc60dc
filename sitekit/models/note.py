"""The parts of the bring-along note. No text is rendered here."""

from typing import Annotated, Literal

from pydantic import Field

from sitekit.models.record import Id, Record, Short, TrueOrFalse, Words


class NoteLine(Record):
    """A line that a reader can add to the note, in the first person."""

    id: Id
    say: Words


class NotePart(Record):
    """One part of the note. It has its own lines, those of a page, or an empty field; a check makes sure that it is just one.

    Attributes:
        title: its heading on the note.
        ask: its question on the page.
        lines: its own lines.
        page: the page whose lines it takes, as a path below docs/.
        take: which lines of that page: its headings of level 3, its checklists or its phrases.
        without: ids of lines not to take.
        room: the most characters for the empty field; about as many fit on one sheet.
        on_paper: whether its boxes are printed where scripts are off; long lists are printed from their own pages.
    """

    id: Id
    title: Short
    ask: Words
    lines: Annotated[tuple[NoteLine, ...], Field(max_length=7)] = ()
    page: Short | None = None
    take: Literal["headings", "checklists", "phrases"] = "headings"
    without: Annotated[tuple[Id, ...], Field(max_length=20)] = ()
    room: Annotated[int | None, Field(gt=0, le=5000)] = None
    on_paper: TrueOrFalse = True
