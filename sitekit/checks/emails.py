"""Rules for what therapists send: it leads to pages that exist, and every place in it can be filled."""

from __future__ import annotations

from collections.abc import Iterator

from sitekit import readability
from sitekit.errors import Problem, suggest
from sitekit.models.emails import LENGTHS, PLACEHOLDERS, Email, placeholders
from sitekit.models.site import Site
from sitekit.schema.page_types import PAGE_TYPES_BY_KIND


def everything_sent_leads_to_a_page(site: Site) -> Iterator[Problem]:
    """A moment or an e-mail names a page that exists."""
    for record in (*site.moments.values(), *site.emails.values()):
        if not site.defines("page", record.page):
            yield Problem(record.path, record.line("page"), f"There is no page '{record.page}'", suggest(record.page, site.pages, "page"))


def every_place_in_an_email_can_be_filled(site: Site) -> Iterator[Problem]:
    """A place nobody fills would reach a client as it is."""
    for email in site.emails.values():
        for length in LENGTHS:
            for fault, mend in _faults(site, email, length):
                yield Problem(email.path, email.line(length), fault, mend)


def _faults(site: Site, email: Email, length: str) -> Iterator[tuple[str, str]]:
    text = email.text(length)
    left = text
    for place in placeholders(text):
        left = left.replace(place.written, "", 1)
        if place.name not in PLACEHOLDERS:
            yield f"The {length} text has the place '{place.written}', and nothing fills it", suggest(place.name, PLACEHOLDERS, "place")
        elif place.page is not None and (place.name != "page" or not site.defines("page", place.page)):
            yield f"The {length} text names '{place.page}', and there is no such page", suggest(place.page, site.pages, "page")
        elif not place.alone:
            yield f"In the {length} text '{place.written}' does not stand alone", "Put it on a line of its own."
    if "{" in left or "}" in left:
        yield f"The {length} text has a brace without its partner", "Write a place as {page}, with both braces on one line."
    if "{page}" not in text:
        yield f"The {length} text does not hold its page's address", "Put {page} on a line of its own."


def emails_read_as_easily_as_the_page_they_lead_to(site: Site) -> Iterator[Problem]:
    """An e-mail is read by the client, often before anything else."""
    for email in site.emails.values():
        for length in LENGTHS:
            lines = [line for line in email.text(length).splitlines() if line.strip() and not placeholders(line)]
            limit = PAGE_TYPES_BY_KIND["first-session"].grade or 0.0
            found = round(readability.grade(lines), 1)
            if found > limit:
                yield Problem(
                    email.path,
                    email.line(length),
                    f"The {length} text reads at grade {found}",
                    f"Shorten words and sentences until it is at most {limit}.",
                )


RULES = (everything_sent_leads_to_a_page, every_place_in_an_email_can_be_filled, emails_read_as_easily_as_the_page_they_lead_to)
