"""Write each checklist on its own: to put into a portal, or in two languages side by side.

embed/<id>/         in a frame
embed/<id>.txt      as plain text
side-by-side/<id>/  a client ticks in one language, a therapist reads in the other; for the note too
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sitekit import queries
from sitekit.files import write_text
from sitekit.models.site import Site
from sitekit.note_lines import note_groups
from sitekit.render.embed import embed_page, embed_text, home_of
from sitekit.render.environment import Components
from sitekit.render.plain_text import help_line
from sitekit.render.words import Words

# The one stylesheet of all frames, below the templates.
STYLE = "components/embed/embed.css"


def write_embeds(folder: Path, site: Site, templates: Path) -> None:
    """Write the frame and the text of every checklist below `folder`."""
    components = Components(templates / "components", site.interface)
    embeds = folder / "embed"
    write_text(embeds / "embed.css", (templates / STYLE).read_text(encoding="utf-8"))
    for checklist in site.checklists.values():
        write_text(embeds / checklist.id / "index.html", embed_page(components, site, checklist))
        write_text(embeds / f"{checklist.id}.txt", embed_text(site, checklist))


def write_side_by_side(folder: Path, english: Site, site: Site, templates: Path) -> None:
    """Write a page for the note, and for every checklist of a language, below side-by-side/ in the language's folder."""
    components = Components(templates / "components", site.interface)
    help_lines = {"help_line": help_line(site), "english_help_line": help_line(english), "help_url": "../../help-now/"}
    for id, values in _sheets(english, site):
        write_text(folder / "side-by-side" / id / "index.html", components.render("side-by-side", **values, **help_lines))


def _sheets(english: Site, site: Site) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the id and the values of each sheet; both languages have the same items, in the same order."""
    words, other_words = Words(site.interface), Words(english.interface)
    for id, checklist in site.checklists.items():
        other, groups = english.checklists[id], []
        for side in ("client", "therapist"):
            rows = [(getattr(item, side), getattr(same, side)) for item, same in zip(checklist.items, other.items, strict=True)]
            groups.append((words(f"checklist_{side}"), other_words(f"checklist_{side}"), rows))
        url = f"../../{home_of(site, checklist).url}"
        yield id, {"title": checklist.title, "english_title": other.title, "groups": groups, "url": url}
    if note := queries.page_calling(site, "note_form"):
        groups = []
        for part, same in ((part, english.note_parts[part.id]) for part in site.note_parts.values()):
            known = {id: text for group in note_groups(english, same) for id, text in group.lines}
            rows = [(text, known[id]) for group in note_groups(site, part) for id, text in group.lines if id in known]
            groups += [(part.title, same.title, rows)] if rows else []
        titles = {"title": note.meta.title, "english_title": english.pages[note.path].meta.title}
        yield "note", titles | {"groups": groups, "url": f"../../{note.url}"}
