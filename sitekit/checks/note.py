"""Rules for the bring-along note: every part offers something, and no tick can be taken for another."""

from __future__ import annotations

from collections.abc import Iterator

from sitekit.errors import Problem, suggest
from sitekit.models.site import Site


def every_part_of_the_note_offers_one_thing(site: Site) -> Iterator[Problem]:
    """A part with nothing in it, or with two things at once, can't be shown."""
    for part in site.note_parts.values():
        if [bool(part.lines), part.page is not None, part.room is not None].count(True) != 1:
            yield Problem(
                part.path,
                part.line(),
                f"The part '{part.id}' does not offer just one thing",
                "Give it lines, or a page to take them from, or room to write in.",
            )
        elif part.page is not None and not site.defines("page", part.page):
            yield Problem(part.path, part.line("page"), f"There is no page '{part.page}'", suggest(part.page, site.pages, "page"))
        for id in part.without:
            if not site.defines("checklist", id):
                yield Problem(part.path, part.line("without"), f"There is no checklist '{id}'", suggest(id, site.checklists, "checklist"))


def every_line_of_the_note_has_its_own_id(site: Site) -> Iterator[Problem]:
    """Kept ticks are known by the part's id and the line's; the lists' ids are taken too."""
    for part in site.note_parts.values():
        if part.id in site.checklists:
            yield Problem(part.path, part.line("id"), f"'{part.id}' is also the name of a checklist", "Give this part another id.")
        first: dict[str, int] = {}
        for line in part.lines:
            if line.id in first:
                yield Problem(
                    part.path,
                    line.line("id"),
                    f"The id '{line.id}' is used twice, first on line {first[line.id]}",
                    "Give this line another id.",
                )
            first.setdefault(line.id, line.line("id"))


RULES = (every_part_of_the_note_offers_one_thing, every_line_of_the_note_has_its_own_id)
