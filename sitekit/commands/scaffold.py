"""Write a new page to fill in, from the same page types that the checks use."""

import datetime
import re
from collections.abc import Callable
from pathlib import Path

from sitekit.errors import Problem
from sitekit.files import write_text
from sitekit.models.record import ID
from sitekit.schema.page_types import FOLDERS, PAGE_TYPES_BY_KIND, TO_DO

# Ids cannot hold the mark. These exist nowhere, so that the checks report them.
_HINTS = {
    "in-short": f"- {TO_DO} the first thing to keep in mind.\n- {TO_DO} the second thing.\n- {TO_DO} the third thing.",
    "what-you-can-do": f"1. {TO_DO} ask …\n2. {TO_DO} tell …\n3. {TO_DO} take …\n4. {TO_DO} leave …",
    "words-you-can-use": '{{ phrases("to-do", "to-do-too") }}',
    "what-you-may-notice": 'You may notice some of these.\n\n{{ checklist("SLUG", "client") }}',
    "what-your-therapist-is-working-on": 'The same list from your therapist\'s chair.\n\n{{ checklist("SLUG", "therapist") }}',
    "how-sure-are-we": f'{TO_DO} what research shows, and what it does not. {{{{ cite("to-do") }}}}\n\n{{{{ sources() }}}}',
    "read-next": "{{ related() }}",
}


def scaffold(root: Path, kind: str, slug: str, today: datetime.date, log: Callable[[str], None]) -> list[Problem]:
    """Write a page to fill in, reviewed `today`, with a checklist if its kind has one; and log the next step.

    Returns problems, with nothing written, where the slug (the URL below the folder of its kind) is invalid or a file exists already.
    """
    path = f"{FOLDERS[kind]}/{slug}.md" if kind in FOLDERS else f"{slug}.md"
    if not re.fullmatch(ID if kind in FOLDERS else f"({ID}/)*{ID}", slug):
        return [Problem(f"docs/{path}", 1, f"'{slug}' is not a valid address", "Use lower-case words joined by hyphens.")]
    title = slug.rpartition("/")[2].replace("-", " ").capitalize()
    files = {f"docs/{path}": _page(kind, slug, title, today)}
    if any("checklist" in section.macros for section in PAGE_TYPES_BY_KIND[kind].sections):
        texts = f'client: "{TO_DO} what you may notice, in one sentence."\n    therapist: "{TO_DO} what brings it about, in one sentence."'
        files[f"data/checklists/{slug}.yml"] = f"title: {title}\nitems:\n  - id: first-item\n    {texts}\n"
    if existing := [file for file in files if (root / file).exists()]:
        return [Problem(file, 1, "This file is there already", "Choose another slug, or edit the file.") for file in existing]
    for file, text in files.items():
        write_text(root / file, text)
        log(f"Wrote {file}")
    log(f"Next: add '- {path}' to nav: in mkdocs.yml, replace each '{TO_DO}' by words of your own, and run 'make check'.")
    return []


def _page(kind: str, slug: str, title: str, today: datetime.date) -> str:
    page_type = PAGE_TYPES_BY_KIND[kind]
    description = f"{TO_DO} one sentence of 50 to 160 characters that says what this page is for."
    front = f'---\ntitle: {title}\ndescription: "{description}"\nkind: {kind}\n'
    front += "see_also: [why-trust.md, help-now.md]\n" if page_type.related else ""
    parts = [f"{front}reviewed: {today.isoformat()}\n---\n**{TO_DO} the one main message, in one or two short sentences.**"]
    for section in page_type.sections:
        hint = _HINTS.get(section.id, f"{TO_DO} what to do then. Name leaving and complaining too.").replace("SLUG", slug)
        parts.append(f"## {section.text} {{#{section.id}}}\n\n{hint}")
    return "\n\n".join(parts) + "\n"
