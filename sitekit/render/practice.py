"""What pages and templates show of the practice. All words are escaped where they become markup."""

from __future__ import annotations

from html import escape

from sitekit.derive import part_of
from sitekit.facts import Practice
from sitekit.model import Site
from sitekit.render.help import call, help_line

REVIEW_LINE = "Written from published sources. Not yet reviewed by a clinician."

# Where a quick exit leads unless the practice names a place: an empty tab, which asks nobody for anything.
NOWHERE = "about:blank"


def practice_lines(practice: Practice) -> list[str]:
    """Return the practice's name and ways to reach it, one plain text line each; empty where none is given."""
    contact = practice.contact
    ways = (contact.phone, contact.email, contact.website) if contact else ()
    return [words for words in (practice.name, *ways) if words]


def practice_contact(practice: Practice) -> str:
    """Render how to reach the practice, or nothing where the file gives none."""
    rows = []
    contact = practice.contact
    if contact and contact.phone:
        rows.append(call(contact.phone, f"Call {contact.phone}"))
    if contact and contact.email:
        rows.append(f'<a class="call" href="mailto:{escape(contact.email)}">{escape(contact.email)}</a>')
    if contact and contact.website:
        rows.append(f'<a class="call" href="{escape(contact.website)}" rel="noreferrer">{escape(contact.website)}</a>')
    if not rows:
        return ""
    name = f"<strong>{escape(practice.name)}</strong> " if practice.name else ""
    return f'<p class="practice">{name}{" ".join(rows)}</p>'


def for_templates(site: Site) -> dict[str, object]:
    """Return what the theme's templates show on every page; only `help_line_html` is markup."""
    return {
        "practice_name": site.practice.name or "",
        "practice_lines": practice_lines(site.practice),
        "help_line_html": help_line(site),
        "review_line": REVIEW_LINE,
        "note_part_of": {page.path: part_of(site, page) for page in site.pages.values() if part_of(site, page)},
        "phrase_part": next((part.id for part in site.note.values() if part.take == "phrases"), ""),
        "exit_to": site.practice.exit_to or NOWHERE,
    }
