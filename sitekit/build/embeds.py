"""Write each checklist on its own: to put into a portal, or in two languages side by side.

embed/<id>/         in a frame
embed/<id>.txt      as plain text
side-by-side/<id>/  a client ticks in one language, a therapist reads in the other; for the note too
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sitekit.files import write_text
from sitekit.models.data import Checklist
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
    for id, values in _sheets(english, site):
        help_lines = {"help_line": help_line(site), "english_help_line": help_line(english), "help_url": "../../help-now/"}
        write_text(folder / "side-by-side" / id / "index.html", components.render("side-by-side", **values, **help_lines))


def _sheets(english: Site, site: Site) -> Iterator[tuple[str, dict[str, Any]]]:
    for checklist in site.checklists.values():
        other = english.checklists[checklist.id]
        url = f"../../{home_of(site, checklist).url}"
        groups = [_side(checklist, other, side, Words(site.interface), Words(english.interface)) for side in ("client", "therapist")]
        yield checklist.id, {"title": checklist.title, "english_title": other.title, "groups": groups, "url": url}
    note = next((page for page in site.pages.values() if any(call.name == "note_form" for call in page.calls)), None)
    if note:
        titles = {"title": note.meta.title, "english_title": english.pages[note.path].meta.title}
        yield "note", titles | {"groups": list(_note(english, site)), "url": f"../../{note.url}"}


def _side(checklist: Checklist, other: Checklist, side: str, words: Words, english: Words) -> dict[str, Any]:
    """Return one side of a checklist; both languages have the same items, in the same order."""
    rows = [{"text": getattr(item, side), "english": getattr(same, side)} for item, same in zip(checklist.items, other.items, strict=True)]
    return {"title": words(f"checklist_{side}"), "english_title": english(f"checklist_{side}"), "rows": rows}


def _note(english: Site, site: Site) -> Iterator[dict[str, Any]]:
    for part in site.note_parts.values():
        same = english.note_parts[part.id]
        known = {id: words for group in note_groups(english, same) for id, words in group.lines}
        rows = [{"text": words, "english": known[id]} for group in note_groups(site, part) for id, words in group.lines if id in known]
        if rows:
            yield {"title": part.title, "english_title": same.title, "rows": rows}
