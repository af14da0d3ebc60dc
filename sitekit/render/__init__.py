"""The model to HTML fragments for pages. Every function takes values and returns text."""

from sitekit.render.help import help_line, helplines
from sitekit.render.lists import cards, checklist, doors, glossary, href, phrases, related, terms_by_name
from sitekit.render.note import note_form, note_sheet
from sitekit.render.practice import for_templates, practice_contact, practice_lines, practice_says
from sitekit.render.promises import promises
from sitekit.render.scorecard import scorecard
from sitekit.render.sources import cite, ledger, picture, sources

__all__ = [
    "cards",
    "checklist",
    "cite",
    "doors",
    "for_templates",
    "glossary",
    "help_line",
    "helplines",
    "href",
    "ledger",
    "note_form",
    "note_sheet",
    "phrases",
    "picture",
    "practice_contact",
    "practice_lines",
    "practice_says",
    "promises",
    "related",
    "scorecard",
    "sources",
    "terms_by_name",
]
