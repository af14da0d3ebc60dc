"""Facts in plain text, the same on pages, handouts and embedded checklists and in e-mails. Nothing here is escaped."""

from __future__ import annotations

from sitekit.models.data import Helpline
from sitekit.models.page import Page
from sitekit.models.practice import Practice
from sitekit.models.site import Site
from sitekit.render.words import Words


def danger_line(site: Site) -> str:
    """Return which number to call in danger in the practice's country, or no number where its country is not known."""
    words, country = Words(site.interface), site.countries.get(site.practice.country or "")
    return words("danger_call", numbers=words.either(country.emergency)) if country else words("danger_anywhere")


def help_line(site: Site) -> str:
    """Return whom to call in danger, and in a crisis: in the practice's country, or no number where its country is not known."""
    words, country = Words(site.interface), site.countries.get(site.practice.country or "")
    lines = [words("help_line", name=line.name, ways=_ways(line, words)) for line in (country.lines_for("crisis") if country else ())]
    return " ".join([danger_line(site), *lines])


def _ways(line: Helpline, words: Words) -> str:
    ways = [words("inline_call", number=line.call)] if line.call else []
    if line.text:
        to, word = line.text.to, line.text.word
        ways.append(words("inline_text_word", number=to, word=word) if word else words("inline_text", number=to))
    return ", ".join(ways) or line.chat or ""


def practice_lines(practice: Practice) -> list[str]:
    """Return the practice's name and the ways to reach it, one a line; empty where practice.yml gives none."""
    contact = practice.contact
    ways = (contact.phone, contact.email, contact.website) if contact else ()
    return [text for text in (practice.name, *ways) if text]


def review_line(site: Site, page: Page) -> str:
    """Return who has reviewed a page, or that nobody has."""
    words, reviewer = Words(site.interface), site.practice.reviewer
    if not reviewer:
        return words("not_reviewed")
    name, credentials, day = reviewer.name, reviewer.credentials, words.date(reviewer.date)
    if page.meta.reviewed > reviewer.date:
        return words("reviewed_before", name=name, credentials=credentials, day=day)
    return words("reviewed_by", name=name, credentials=credentials, day=day)
