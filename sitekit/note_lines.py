"""Lines that the parts of the bring-along note offer, from their own data or from the pages they name."""

from __future__ import annotations

import math
from typing import NamedTuple

from sitekit.models.note import NotePart
from sitekit.models.site import Site


class NoteGroup(NamedTuple):
    """Lines of the note that belong together, as (the id a tick is known by, words); "" where a part has one group only."""

    title: str
    lines: tuple[tuple[str, str], ...]


def note_groups(site: Site, part: NotePart) -> list[NoteGroup]:
    """Return the lines a part of the note offers, in groups: by checklist, or by the heading they stand under."""
    if part.page is None:
        return [NoteGroup("", tuple((f"{part.id}.{line.id}", line.say) for line in part.lines))] if part.lines else []
    page = site.pages[part.page]
    if part.take == "checklists":
        lists = [
            site.checklists[id] for id in dict.fromkeys(page.arguments("checklist")) if id in site.checklists and id not in part.without
        ]
        return [NoteGroup(found.title, tuple((f"{found.id}.{item.id}", item.client) for item in found.items)) for found in lists]
    if part.take == "phrases":
        lines = [
            (call.line, f"{part.id}.{id}", site.phrases[id].say)
            for call in page.calls
            if call.name == "phrases"
            for id in call.args
            if id in site.phrases
        ]
    else:
        lines = [(heading.line, f"{part.id}.{heading.id}", heading.text) for heading in page.headings if heading.level == 3]
    deepest = 3 if part.take == "phrases" else 2
    groups = [heading for heading in page.headings if heading.level <= deepest]
    ends = [heading.line for heading in groups[1:]] + [math.inf]
    found = [
        NoteGroup(heading.text, tuple((id, words) for line, id, words in lines if heading.line < line < end))
        for heading, end in zip(groups, ends, strict=False)
    ]
    return [group for group in found if group.lines]
