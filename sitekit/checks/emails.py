"""Rules for what therapists send: the moments and e-mails of the link kit."""

import re
from collections.abc import Iterator

from sitekit import readability
from sitekit.checks.reporting import problem_at
from sitekit.errors import Problem, suggest
from sitekit.letters import DISCREET, discreet_url, pages_of
from sitekit.models.emails import FACTS, FIELDS, LENGTHS, LINES, TEXT_MESSAGE, compose, fields_in, placeholders, variant
from sitekit.models.site import Site
from sitekit.schema.page_types import PAGE_TYPES_BY_KIND

_NAMES = {"text": "text message", "short": "short text", "full": "full text", "subject": "subject"}
# English beginnings of words that would tell what a message is about.
_TELLING = re.compile(r"therap|counsel|session|psych|mental|treatment|client|patient|clinic|privacy", re.IGNORECASE)


def email_placeholders_are_valid(site: Site) -> Iterator[Problem]:
    """Require that every placeholder of an e-mail can be filled, as any other would reach a client as written."""
    for email in site.emails.values():
        for key in ("subject", *LENGTHS):
            for message, hint in _placeholder_problems(site, getattr(email, key), key):
                yield problem_at(email, key, message, hint)
            for field in fields_in(getattr(email, key)):
                if field not in FIELDS:
                    yield problem_at(email, key, f"The composer cannot fill in '[{field}]'", suggest(field, FIELDS, "field"))


def _placeholder_problems(site: Site, written: str, length: str) -> Iterator[tuple[str, str]]:
    text = variant(written, discreet=False)
    rest = text
    is_known = True
    for placeholder in placeholders(text):
        rest = rest.replace(placeholder.written, "", 1)
        name, page = placeholder.name, placeholder.page
        if name not in (*LINES, *FACTS):
            message = f"The {_NAMES[length]} has the placeholder '{placeholder.written}', which does not exist"
            is_known = False
            yield message, suggest(name, (*LINES, *FACTS), "placeholder")
        elif page is not None and (name != "page" or not site.defines("page", page)):
            yield f"The {_NAMES[length]} names '{page}', and there is no such page", suggest(page, site.pages, "page")
        elif page is not None and placeholder.written != f"{{page: {page}}}":
            yield f"In the {_NAMES[length]} '{placeholder.written}' cannot be filled in", f"Write {{page: {page}}}."
        elif name in LINES and not placeholder.alone:
            yield f"In the {_NAMES[length]} '{placeholder.written}' does not stand alone", "Put it on a line of its own."
    if "{" in rest or "}" in rest:
        yield f"The {_NAMES[length]} has a brace without its partner", "Write a placeholder as {page}, with both braces on one line."
    if "[" in (unfielded := re.sub(r"\[[^][\n]+\]", "", text)) or "]" in unfielded:
        yield f"The {_NAMES[length]} has a square bracket without its partner", "Write what the sender fills in as [day]."
    for field in FIELDS:
        if f"({field})" in text:
            yield f"In the {_NAMES[length]} '({field})' cannot be filled in", f"Write [{field}]."
    if "{page}" not in text and is_known and length != "subject":
        yield f"The {_NAMES[length]} does not hold its page's address", "Put {page} on a line of its own."


def text_messages_are_short(site: Site) -> Iterator[Problem]:
    """Require that a text message fits into one, beside its address, even with a long name and no number for the country."""
    for email in site.emails.values():
        for message, hint in too_long_for_a_text_message(email.text, site.interface.get("danger_anywhere", "")):
            yield problem_at(email, "text", message, hint)


def too_long_for_a_text_message(text: str, danger: str) -> Iterator[tuple[str, str]]:
    """Yield the message and the hint where the plain or the discreet words of a text message are too many; `danger` is its last line."""
    size = max(len(compose(text, FIELDS | {"danger": danger}, discreet)) for discreet in (False, True))
    if size > TEXT_MESSAGE:
        yield f"The text message can have {size} characters beside its address", f"Shorten it to {TEXT_MESSAGE}."


def discreet_words_say_nothing_of_therapy(site: Site) -> Iterator[Problem]:
    """Require that the discreet words and addresses of an e-mail do not say what it is about, as others may see them."""
    for email in site.emails.values():
        for key in ("subject", *LENGTHS):
            text = variant(getattr(email, key), discreet=True)
            # What stands in braces is a path, which the message does not hold.
            if found := _TELLING.search(re.sub(r"\{[^{}]*\}", "", text)):
                message = f"The discreet words of '{key}' hold '{found.group()}'"
                yield problem_at(email, key, message, "Give other words for it: {plain words|discreet words}.")
    addresses = [old for old in site.redirects if old.startswith(DISCREET)]
    for old in addresses:
        if found := _TELLING.search(old):
            message = f"This discreet address holds '{found.group()}'"
            yield problem_at(site.redirects[old], "old", message, f"Write {DISCREET} and a number.")
    for email in site.emails.values() if addresses else ():
        for path in sorted(pages_of(email)):
            if path in site.pages and discreet_url(site, path) is None:
                hint = f"Add it to data/redirects.yml: old: {DISCREET}{len(addresses) + 1}/, new: /{site.pages[path].url}"
                yield problem_at(email, "page", f"'{path}' has no discreet address", hint)


def email_reading_grade_is_within_limit(site: Site) -> Iterator[Problem]:
    """Require that e-mails read as easily as the pages for a first session, as clients often read them first."""
    limit = PAGE_TYPES_BY_KIND["first-session"].grade or 0.0
    for email in site.emails.values():
        for length in LENGTHS:
            written = variant(email.body(length), discreet=False).splitlines()
            lines = [line for line in written if line.strip() and not placeholders(line)]
            grade = round(readability.grade(lines), 1)
            if grade > limit:
                message = f"The {_NAMES[length]} reads at grade {grade}"
                yield problem_at(email, length, message, f"Shorten words and sentences until it is at most {limit}.")
