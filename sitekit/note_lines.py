"""Lines that the parts of the bring-along note offer, from their own data or from the pages they name."""

from typing import NamedTuple

from sitekit.models.note import NotePart
from sitekit.models.site import Site


class NoteGroup(NamedTuple):
    """Lines of the note that belong together, as (id, words); the title is "" where a part has one group only."""

    title: str
    lines: tuple[tuple[str, str], ...]


def note_groups(site: Site, part: NotePart) -> list[NoteGroup]:
    """Return the lines that a part of the note offers, by checklist or by the heading above them; none of a part that is an empty field."""
    if part.page is None:
        return [NoteGroup("", tuple((f"{part.id}.{line.id}", line.say) for line in part.lines))] if part.lines else []
    page = site.pages[part.page]
    if part.take == "checklists":
        ids = [id for id in dict.fromkeys(page.arguments("checklist")) if id in site.checklists and id not in part.without]
        checklists = [site.checklists[id] for id in ids]
        return [NoteGroup(each.title, tuple((f"{each.id}.{item.id}", item.client) for item in each.items)) for each in checklists]
    if part.take == "phrases":
        calls = [(call.line, id) for call in page.calls if call.name == "phrases" for id in call.args if id in site.phrases]
        lines = [(line, f"{part.id}.{id}", site.phrases[id].say) for line, id in calls]
        deepest = 3
    else:
        # A page's questions are its smallest headings.
        deepest = max((heading.level for heading in page.headings), default=0) - 1
        lines = [(heading.line, f"{part.id}.{heading.id}", heading.text) for heading in page.headings if heading.level > deepest]
    groups: dict[tuple[int, str], list[tuple[str, str]]] = {}
    for line, id, words in lines:
        above = [heading for heading in page.headings if heading.level <= deepest and heading.line < line]
        if above:
            groups.setdefault((above[-1].line, above[-1].text), []).append((id, words))
    return [NoteGroup(title, tuple(lines)) for (_, title), lines in groups.items()]
