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

    `title` stands on the note, `ask` on the page. Of the `page`, it takes the headings of level 3, the checklists or the phrases, `without`
    those named. `room` is the most characters for the empty field; about as many fit on one sheet. `on_paper` says whether its boxes are
    printed where scripts are off; long lists are printed from their own pages.
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
