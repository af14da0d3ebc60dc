"""Write a new page to fill in, from the same page types that the checks use."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from pathlib import Path

from sitekit.errors import Problem
from sitekit.models.record import ID
from sitekit.schema.page_types import PAGE_TYPES_BY_KIND

# The folder of each kind of page that can be scaffolded: those with a checklist and all sections.
FOLDERS = {"strategy": "strategies", "barrier": "barriers", "keeping": "keeping-trust"}
PAGE_TYPES = tuple(FOLDERS)
_HINTS = {
    "in-short": "- First thing to keep in mind.\n- Second thing.\n- Third thing.",
    "what-you-can-do": "1. Ask …\n2. Tell …\n3. Take …\n4. Leave …",
    "words-you-can-use": '{{{{ phrases("phrase-id", "another-phrase-id") }}}}',
    "what-you-may-notice": 'You may notice some of these.\n\n{{{{ checklist("{slug}", "client") }}}}',
    "what-your-therapist-is-working-on": 'The same list from your therapist\'s chair.\n\n{{{{ checklist("{slug}", "therapist") }}}}',
    "how-sure-are-we": 'What research shows, and what it does not. {{{{ cite("claim-key") }}}}\n\n{{{{ sources() }}}}',
    "read-next": "{{{{ related() }}}}",
}


def scaffold(root: Path, kind: str, slug: str, today: datetime.date, log: Callable[[str], None]) -> list[Problem]:
    """Write a page and its checklist, both to fill in, and log the next step.

    Args:
        root: the project's folder.
        kind: one of PAGE_TYPES.
        slug: the last part of the page's URL, lower-case words joined by hyphens.
        today: the date for `reviewed`.
        log: called with each line of output.

    Returns:
        Problems, with nothing written, where the slug is invalid or a file exists already.
    """
    page, checklist = f"docs/{FOLDERS[kind]}/{slug}.md", f"data/checklists/{slug}.yml"
    if not re.fullmatch(ID, slug):
        return [Problem(page, 1, f"'{slug}' is not a valid address", "Use lower-case words joined by hyphens.")]
    existing = [path for path in (page, checklist) if (root / path).exists()]
    if existing:
        return [Problem(path, 1, "This file is there already", "Choose another slug, or edit the file.") for path in existing]
    title = slug.replace("-", " ").capitalize()
    for path, text in ((page, _page(kind, slug, title, today)), (checklist, _checklist(title))):
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8", newline="\n")
        log(f"Wrote {path}")
    log(f"Next: add '- {FOLDERS[kind]}/{slug}.md' to nav: in mkdocs.yml, fill both files in, and run 'make check'.")
    return []


def _page(kind: str, slug: str, title: str, today: datetime.date) -> str:
    front = (
        f"---\ntitle: {title}\ndescription: One sentence of 50 to 160 characters that says what this page is for.\n"
        f"kind: {kind}\nsee_also: [why-trust.md, help-now.md]\nreviewed: {today.isoformat()}\n---\n"
    )
    parts = [front + "**The one main message, in one or two short sentences.**"]
    for section in PAGE_TYPES_BY_KIND[kind].sections:
        hint = _HINTS.get(section.id, "Write here what to do then. Leaving and complaining are named too.")
        parts.append(f"## {section.text} {{#{section.id}}}\n\n{hint.format(slug=slug) if '{{' in hint else hint}")
    return "\n\n".join(parts) + "\n"


def _checklist(title: str) -> str:
    return (
        f"title: {title}\nitems:\n  - id: first-item\n    client: What you may notice, in one sentence.\n"
        "    therapist: Do what brings it about, in one sentence.\n"
    )
