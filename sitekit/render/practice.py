"""What pages and templates show of the practice. All words are escaped where they become markup."""

from __future__ import annotations

from html import escape

from sitekit import queries
from sitekit.colour import DARK, nearest
from sitekit.models.practice import Practice
from sitekit.models.site import Page, Site
from sitekit.render.help import call, help_line
from sitekit.render.lists import href
from sitekit.schema.page_types import PRIVACY

NOT_REVIEWED = "Written from published sources. Not yet reviewed by a clinician."
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
    if contact and contact.booking:
        rows.append(f'<a class="call" href="{escape(contact.booking)}" rel="noreferrer">Book a session</a>')
    if contact and contact.website:
        rows.append(f'<a class="call" href="{escape(contact.website)}" rel="noreferrer">{escape(contact.website)}</a>')
    if not rows:
        return ""
    name = f"<strong>{_words(practice.name)}</strong> " if practice.name else ""
    return f'<p class="practice">{name}{" ".join(rows)}</p>'


def practice_says(site: Site, page: Page, topic: str) -> str:
    """Render what the practice says of a topic, under its name, or nothing where it says nothing.

    Args:
        topic: one of shapes.TOPICS.
    """
    practice = site.practice
    told = {
        "sessions": _sessions(practice),
        "money": [practice.fees, practice.missed_sessions],
        "between": [practice.between_sessions, practice.emergencies],
        "notes": [practice.notes],
    }
    rows = [f"<p>{_words(words)}</p>" for words in told.get(topic, []) if words]
    if topic == "privacy":
        rows = _privacy(site, page)
    if not rows:
        return ""
    who = _words(practice.name) if practice.name else "Your practice"
    return f'<aside class="practice-says" aria-label="What your practice says"><p class="practice-name"><strong>{who}</strong> says:</p>{"".join(rows)}</aside>'


def _sessions(practice: Practice) -> list[str | None]:
    sessions = practice.sessions
    found = []
    if sessions and sessions.minutes:
        found.append(f"Sessions last {sessions.minutes} minutes.")
    if sessions and sessions.where:
        found.append(f"You can meet {_listed(sessions.where)}.")
    if practice.languages:
        found.append(f"You can speak {_listed(practice.languages)}.")
    return found


def _privacy(site: Site, page: Page) -> list[str]:
    anchor = queries.privacy_anchor(site)
    if not anchor:
        return []
    country = site.helplines.countries[site.practice.country].name
    where = "" if page.path == PRIVACY else href(page, site.pages[PRIVACY])
    return [f'<p>We work under the rules of this place: <a href="{where}#{anchor}">{escape(country)}</a>.</p>']


def _listed(words: tuple[str, ...]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} or {words[-1]}"


def _words(words: str) -> str:
    # A name or sentence in a script that runs the other way must not turn its neighbours round.
    return f"<bdi>{escape(words)}</bdi>"


def for_templates(site: Site) -> dict[str, object]:
    """Return what the theme's templates show on every page; only names ending in `_html` and `_css` are not plain text."""
    practice = site.practice
    return {
        "practice_name": practice.name or "",
        "practice_tagline": practice.tagline or "",
        "practice_logo": practice.logo or "",
        "practice_lines": practice_lines(practice),
        "accent_css": _accent_css(practice.accent),
        "help_line_html": help_line(site),
        "review_line": NOT_REVIEWED,
        "review_of": {page.path: review_line(practice, page) for page in site.pages.values()},
        "note_part_of": {page.path: queries.part_of(site, page) for page in site.pages.values() if queries.part_of(site, page)},
        "exit_to": practice.exit_to or NOWHERE,
    }


def review_line(practice: Practice, page: Page) -> str:
    """Say who has reviewed a page, wherever its words go: the page, its handout, its checklist in a portal."""
    reviewer = practice.reviewer
    if not reviewer:
        return NOT_REVIEWED
    signed = f"{reviewer.name}, {reviewer.credentials}, on {reviewer.date.day} {reviewer.date:%B %Y}"
    if page.meta.reviewed > reviewer.date:
        return f"An earlier text of this page was reviewed by {signed}. It has changed since."
    return f"Reviewed by {signed}."


def _accent_css(accent: str | None) -> str:
    """Return the colours that follow from an accent, for both schemes. The schema lets only "#rrggbb" through."""
    if accent is None:
        return ""
    dark = nearest(accent, DARK)
    return (
        f"@media screen{{:root,[data-md-color-scheme]{{--leaf:{accent};--leaf-strong:{accent}}}"
        f"[data-md-color-scheme=slate]{{--leaf:{dark};--leaf-strong:{dark}}}}}"
    )
