"""Facts in plain text, the same on pages, handouts and embedded checklists and in e-mails. Nothing here is escaped."""

from collections.abc import Callable

from sitekit import queries
from sitekit.models.data import Helpline
from sitekit.models.page import Page
from sitekit.models.practice import Practice, Service, Sessions
from sitekit.models.site import Site
from sitekit.render.words import Words


def danger_line(site: Site, brief: bool = False) -> str:
    """Return which number to call in danger in the practice's country, or none where that is not known.

    If `brief`, it leaves out what each of two numbers is for, as in a text message.
    """
    words, country = Words(site.interface), queries.own_country(site)
    if not country:
        return words("danger_anywhere")
    return words("danger_call", numbers=words.either(country.emergency) if brief else words.emergency(country))


def help_line(site: Site) -> str:
    """Return whom to call in danger, and in a crisis: in the practice's country, or no number where its country is not known."""
    words, country = Words(site.interface), queries.own_country(site)
    lines = [words("help_line", name=line.name, ways=ways(line, words)) for line in (country.lines_for("crisis") if country else ())]
    return " ".join([danger_line(site), *lines])


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
        "sessions": [
            *_how(practice.sessions, words),
            words("practice_languages", languages=words.either(practice.languages)) if practice.languages else None,
            *_of_services(practice, words, lambda service: _how(service, words)),
            *(words("practice_therapist", name=one.name, languages=words.either(one.languages)) for one in practice.team if one.languages),
        ],
        "money": [
            practice.fees,
            practice.missed_sessions,
            *_of_services(practice, words, lambda service: [service.fees, service.missed_sessions]),
        ],
        "between": [practice.between_sessions, practice.emergencies],
        "notes": [practice.notes],
    }
    return [text for text in texts.get(topic, []) if text]


def _how(about: Sessions | None, words: Words) -> list[str | None]:
    """Return how long sessions last and how people meet, in a sentence each."""
    if about is None:
        return []
    places = words.either(words(f"place_{place.replace(' ', '_')}") for place in about.where) if about.where else None
    return [
        words("practice_minutes", n=about.minutes) if about.minutes else None,
        words("practice_where", places=places) if places else None,
    ]


def _of_services(practice: Practice, words: Words, say: Callable[[Service], list[str | None]]) -> list[str]:
    """Return what each service differs in, in the texts that `say` gives of it; no line for one that does not differ."""
    found = [(service.name, " ".join(filter(None, say(service)))) for service in practice.services]
    return [words("practice_service", name=name, text=text) for name, text in found if text]


def review_line(site: Site, page: Page) -> str:
    """Return who has reviewed a page, or that nobody has."""
    words, reviewer = Words(site.interface), site.practice.reviewer
    if not reviewer:
        return words("not_reviewed")
    name, credentials, day = reviewer.name, reviewer.credentials, words.date(reviewer.date)
    if page.meta.reviewed > reviewer.date:
        return words("reviewed_before", name=name, credentials=credentials, day=day)
    return words("reviewed_by", name=name, credentials=credentials, day=day)
