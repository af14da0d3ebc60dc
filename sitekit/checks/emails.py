"""Rules for what therapists send: the moments and e-mails of the link kit."""

from __future__ import annotations

from collections.abc import Iterator

from sitekit import readability
from sitekit.checks.reporting import problem_at, undefined
from sitekit.errors import Problem, suggest
from sitekit.models.emails import LENGTHS, PLACEHOLDERS, Email, Moment, placeholders
from sitekit.models.site import Site
from sitekit.schema.page_types import PAGE_TYPES_BY_KIND


def moments_and_emails_name_pages(site: Site) -> Iterator[Problem]:
    """Require that every moment and every e-mail names a page that exists."""
    records: tuple[Moment | Email, ...] = (*site.moments.values(), *site.emails.values())
    for record in records:
        yield from undefined(site, record, "page", "page", record.page)


def email_placeholders_are_valid(site: Site) -> Iterator[Problem]:
    """Require that every placeholder of an e-mail can be filled, as any other would reach a client as written."""
    for email in site.emails.values():
        for length in LENGTHS:
            for message, hint in _placeholder_problems(site, email, length):
                yield problem_at(email, length, message, hint)


def _placeholder_problems(site: Site, email: Email, length: str) -> Iterator[tuple[str, str]]:
    text = email.text(length)
    rest = text
    is_known = True
    for placeholder in placeholders(text):
        rest = rest.replace(placeholder.written, "", 1)
        if placeholder.name not in PLACEHOLDERS:
            message = f"The {length} text has the placeholder '{placeholder.written}', which does not exist"
            is_known = False
            yield message, suggest(placeholder.name, PLACEHOLDERS, "placeholder")
        elif placeholder.page is not None and (placeholder.name != "page" or not site.defines("page", placeholder.page)):
            yield f"The {length} text names '{placeholder.page}', and there is no such page", suggest(placeholder.page, site.pages, "page")
        elif not placeholder.alone:
            yield f"In the {length} text '{placeholder.written}' does not stand alone", "Put it on a line of its own."
    if "{" in rest or "}" in rest:
        yield f"The {length} text has a brace without its partner", "Write a placeholder as {page}, with both braces on one line."
    if text.count("[") != text.count("]"):
        yield f"The {length} text has a square bracket without its partner", "Write what the sender fills in as [day]."
    if "{page}" not in text and is_known:
        yield f"The {length} text does not hold its page's address", "Put {page} on a line of its own."


def email_reading_grade_is_within_limit(site: Site) -> Iterator[Problem]:
    """Require that e-mails read as easily as the pages for a first session, as clients often read them first."""
    limit = PAGE_TYPES_BY_KIND["first-session"].grade or 0.0
    for email in site.emails.values():
        for length in LENGTHS:
            lines = [line for line in email.text(length).splitlines() if line.strip() and not placeholders(line)]
            grade = round(readability.grade(lines), 1)
            if grade > limit:
                message = f"The {length} text reads at grade {grade}"
                yield problem_at(email, length, message, f"Shorten words and sentences until it is at most {limit}.")


RULES = (moments_and_emails_name_pages, email_placeholders_are_valid, email_reading_grade_is_within_limit)
