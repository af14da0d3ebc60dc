"""The messages that a therapist sends, with all that the sources know filled in. Pure; no HTML."""

import json

from sitekit.models.emails import FIELDS, LENGTHS, TEXT_MESSAGE, Email, compose, placeholders
from sitekit.models.practice import Practice, Service, Therapist
from sitekit.models.site import Site
from sitekit.render.plain_text import danger_line, help_line, practice_lines, practice_texts
from sitekit.render.words import Words

# What the composer fills in, below the folder of a language.
FILE = "assets/emails.json"
# Redirects from here lead to pages, and their URLs say nothing of what the page is about: for discreet messages.
DISCREET = "/read/"


def letter(site: Site, email: Email, length: str, discreet: bool = False) -> str:
    """Return an e-mail's plain text in one of LENGTHS, without lines for what is not known, nor, if `discreet`, a word of therapy."""
    plain, other = values(site)
    team = site.practice.team
    signed = signature(team[0])["discreet" if discreet else "plain"] if len(team) == 1 else {}
    known = plain | facts(site, site.practice) | signed | (other if discreet else {})
    return compose(_with_page(email, length), known, discreet)


def as_json(site: Site) -> str:
    """Return emails.json: every message in the language of the site, and all that the composer fills into it."""
    plain, discreet = values(site)
    practice = site.practice
    whole = {
        "language": site.interface["language"],
        "direction": site.interface["direction"],
        "emails": {
            # The name of an e-mail's own page is in each "{page}"; what else it says is beside the texts.
            email.id: {"subject": email.subject, "day": email.day} | {length: _with_page(email, length) for length in LENGTHS}
            for email in site.emails.values()
        },
        "plain": plain,
        "discreet": discreet,
        "services": [facts(site, practice), *(facts(site, service) for service in practice.services)],
        "team": [signature(member) for member in practice.team],
        "portals": {portal.id: portal.fields for portal in site.portals.values()},
        "fields": list(FIELDS),
        "most": TEXT_MESSAGE,
    }
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":"), sort_keys=True) + "\n"


def values(site: Site) -> tuple[dict[str, str], dict[str, str]]:
    """Return what fills the placeholders of all e-mails, but for facts of services: in plain words, and where the discreet ones differ."""
    practice = site.practice
    paths = {path for email in site.emails.values() for path in pages_of(email)}
    pages = {f"page: {path}": site.url + site.pages[path].url for path in sorted(paths)}
    hidden = {f"page: {path}": site.url + url.removeprefix("/") for path in paths if (url := discreet_url(site, path))}
    lines = {
        "practice": practice.name or "",
        "contact": "\n".join(line for line in practice_lines(practice) if line != practice.name),
        "help": "\n".join([help_line(site), *practice_texts(practice, "between", Words(site.interface))[::-1]]),
        "danger": danger_line(site, brief=True),
    }
    # The name of a practice or of a crisis line can say all, and so can what a practice writes about its sessions.
    return pages | lines, hidden | dict.fromkeys(("practice", "contact", "fees", "missed", "notice"), "") | {"help": danger_line(site)}


def facts(site: Site, about: Practice | Service) -> dict[str, str]:
    """Return what the practice says of all its sessions, or of one of its services; empty where it says nothing."""
    practice, words = site.practice, Words(site.interface)
    sessions = about.sessions if isinstance(about, Practice) else about
    general = practice.sessions
    minutes = (sessions and sessions.minutes) or (general and general.minutes)
    return {
        "minutes": str(minutes or ""),
        "fees": about.fees or practice.fees or "",
        "missed": about.missed_sessions or practice.missed_sessions or "",
        "notice": words("email_notice", url=practice.privacy_notice) if practice.privacy_notice else "",
        "place or link": (sessions and sessions.place) or (general and general.place) or "",
    }


def signature(member: Therapist) -> dict[str, dict[str, str]]:
    """Return what a therapist signs with, plain and discreet; the ways to be reached are the practice's where the therapist gives none."""
    own = [line for line in (member.phone, member.email) if line]
    plain = {"your name": member.signature or member.name} | ({"contact": "\n".join(own)} if own else {})
    return {"plain": plain, "discreet": {"your name": member.name}}


def pages_of(email: Email) -> set[str]:
    """Return the paths of all pages that an e-mail names."""
    return {email.page} | {place.page for length in LENGTHS for place in placeholders(email.body(length)) if place.page}


def discreet_url(site: Site, path: str) -> str | None:
    """Return the URL path that leads to a page and says nothing of it, or None where it has none."""
    page = f"/{site.pages[path].url}" if path in site.pages else None
    return next((old for old, redirect in site.redirects.items() if old.startswith(DISCREET) and redirect.new == page), None)


def _with_page(email: Email, length: str) -> str:
    return email.body(length).replace("{page}", f"{{page: {email.page}}}")
