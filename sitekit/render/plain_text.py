"""Facts in plain text, the same on pages, handouts and embedded checklists and in e-mails. Nothing here is escaped."""

from __future__ import annotations

from sitekit.models.data import Helpline
from sitekit.models.page import Page
from sitekit.models.practice import Practice
from sitekit.models.site import Site
from sitekit.render.words import Words


def help_line(site: Site) -> str:
    """Return whom to call in danger: in the practice's country, or no number where its country is not known."""
    words = Words(site.interface)
    country = site.countries.get(site.practice.country or "")
    if country is None:
        return words("danger_anywhere")
    lines = [words("help_line", name=line.name, ways=ways(line, words)) for line in country.lines_for("crisis")]
    return " ".join([words("danger_call", numbers=words.either(country.emergency)), *lines])


def ways(line: Helpline, words: Words) -> str:
    """Return how to reach a help line: by call and text, or else online."""
    found = [words("inline_call", number=line.call)] if line.call else []
    if line.text:
        to, word = line.text.to, line.text.word
        found.append(words("inline_text_word", number=to, word=word) if word else words("inline_text", number=to))
    return ", ".join(found) or line.chat or ""


def practice_lines(practice: Practice) -> list[str]:
    """Return the practice's name and the ways to reach it, one a line; empty where practice.yml gives none."""
    contact = practice.contact
    ways = (contact.phone, contact.email, contact.website) if contact else ()
    return [text for text in (practice.name, *ways) if text]


def practice_texts(practice: Practice, topic: str, words: Words) -> list[str]:
    """Return what a practice says about one of schema.macros.TOPICS; nothing where it says nothing."""
    texts = {
        "sessions": _sessions(practice, words),
        "money": [practice.fees, practice.missed_sessions],
        "between": [practice.between_sessions, practice.emergencies],
        "notes": [practice.notes],
    }
    return [text for text in texts.get(topic, []) if text]


def _sessions(practice: Practice, words: Words) -> list[str | None]:
    minutes = practice.sessions.minutes if practice.sessions else None
    places = practice.sessions.where if practice.sessions else ()
    return [
        words("practice_minutes", n=minutes) if minutes else None,
        words("practice_where", places=words.either(words(f"place_{place.replace(' ', '_')}") for place in places)) if places else None,
        words("practice_languages", languages=words.either(practice.languages)) if practice.languages else None,
    ]


def review_line(site: Site, page: Page) -> str:
    """Return who has reviewed a page, or that nobody has."""
    words, reviewer = Words(site.interface), site.practice.reviewer
    if not reviewer:
        return words("not_reviewed")
    name, credentials, day = reviewer.name, reviewer.credentials, words.date(reviewer.date)
    if page.meta.reviewed > reviewer.date:
        return words("reviewed_before", name=name, credentials=credentials, day=day)
    return words("reviewed_by", name=name, credentials=credentials, day=day)
