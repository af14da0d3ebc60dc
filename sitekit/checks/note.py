"""Rules for the bring-along note."""

from collections.abc import Iterator

from sitekit.checks.reporting import problem_at, repeats, undefined
from sitekit.errors import Problem
from sitekit.models.site import Site
from sitekit.note_lines import note_groups


def note_parts_have_one_source(site: Site) -> Iterator[Problem]:
    """Require that every part has either lines, or a page that exists to take them from, or room to write in."""
    for part in site.note_parts.values():
        if [bool(part.lines), part.page is not None, part.room is not None].count(True) != 1:
            message = f"The part '{part.id}' must offer exactly one thing"
            yield problem_at(part, "", message, "Give it lines, or a page to take them from, or room to write in.")
        elif part.page is not None:
            yield from undefined(site, part, "page", "page")
            if part.page in site.pages and not note_groups(site, part) and not site.lacks_data:
                message = f"The page '{part.page}' has no {part.take} for the part '{part.id}' to take"
                yield problem_at(part, "page", message, "Name another page, or another thing to take.")
        yield from undefined(site, part, "without", "checklist")


def note_line_ids_are_unique(site: Site) -> Iterator[Problem]:
    """Require unique ids in a part, and part ids that no checklist has: ticks are saved by part (or checklist) and line."""
    for part in site.note_parts.values():
        if part.id in site.checklists:
            yield problem_at(part, "id", f"'{part.id}' is also the name of a checklist", "Give this part another id.")
        for line, first in repeats((line.id, line) for line in part.lines):
            message = f"The id '{line.id}' is used twice, first on line {first.line('id')}"
            yield Problem(part.path, line.line("id"), message, "Give this line another id.")
