"""The records of the bring-along note: its parts, in the order they stand on it. No text is rendered here."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from sitekit.models.record import Id, Record, Words


class NoteLine(Record):
    """A line a reader can put on the note, in the reader's own voice."""

    id: Id
    say: Words


class NotePart(Record):
    """One part of the note: its own lines, or those of a page, or room to write in. A rule sees to it that it is just one.

    `ask` is how the page asks for it, `title` how the note is headed. `page` is a path below docs/, and `take` what of it: its
    headings of level 3, its checklists or its phrases, but for those `without`. `room` is about
    how many characters leave the note on one sheet. `on_paper` tells whether the boxes are printed where there are
    no scripts; long lists are printed from their own pages.
    """

    id: Id
    title: Words
    ask: Words
    lines: Annotated[tuple[NoteLine, ...], Field(max_length=7)] = ()
    page: Words | None = None
    take: Literal["headings", "checklists", "phrases"] = "headings"
    without: tuple[Id, ...] = ()
    room: Annotated[int | None, Field(gt=0)] = None
    on_paper: bool = True
