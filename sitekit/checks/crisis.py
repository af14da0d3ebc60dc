"""Rules for readers in danger: help beside every mention of suicide, and telephone numbers that can be dialled."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sitekit import queries
from sitekit.checks.reporting import problem_at
from sitekit.errors import Problem
from sitekit.models.data import Country
from sitekit.models.page import Page
from sitekit.models.record import Record
from sitekit.models.site import Site
from sitekit.schema.macros import MACROS

# How suicide and self-harm are named, in the words of style.md and of readers.
_SUICIDE = re.compile(
    r"\b(?:suicid\w*|self[- ]?harm\w*|(?:hurt|harm|kill)(?:s|ing)? (?:my|your|him|her|our|them)sel(?:f|ves)"
    r"|(?:end|take)(?:s|ing)? (?:my|your|his|her|our|their) (?:own )?li(?:fe|ves)|want(?:s|ing)? to die)\b",
    re.IGNORECASE,
)
# Emergency numbers have three digits in every country that we list: 000, 111, 112, 911, 999.
_EMERGENCY = re.compile(r"[0-9]{3}")
# "+", a country's code and the number in it, 15 digits at most: ITU-T E.164, clause 6.
_INTERNATIONAL = re.compile(r"\+[1-9](?:[ -]?[0-9]){6,14}")


def suicide_mentions_have_help_nearby(site: Site) -> Iterator[Problem]:
    """Require a link to help in every section that names suicide, as its reader may need help at that moment."""
    help_pages = {path for path, page in site.pages.items() if page.meta.kind == "help"}
    for page in site.pages.values():
        if page.path not in help_pages:
            yield from _mentions_in_meta(page)
            yield from _mentions_in_sections(site, page, help_pages)


def _mentions_in_meta(page: Page) -> Iterator[Problem]:
    for key in ("title", "description"):
        if named := _SUICIDE.search(getattr(page.meta, key)):
            message = f"'{key}' names '{named.group().lower()}', where no link to help can stand"
            yield problem_at(page.meta, key, message, "Say it on the page, with a link to help.")


def _mentions_in_sections(site: Site, page: Page, help_pages: set[str]) -> Iterator[Problem]:
    help_lines = [link.line for link in page.links if queries.link_target(page, link.target)[0] in help_pages]
    help_lines += [call.line for call in page.calls if call.name == "helplines" or help_pages.intersection(call.args)]
    reported = set()
    for line, text in sorted(_texts(site, page)):
        section = queries.section_lines(page, line)
        named = _SUICIDE.search(text)
        if named and section not in reported and not any(help_line in section for help_line in help_lines):
            reported.add(section)
            message = f"This names '{named.group().lower()}', and its section has no link to help"
            yield Problem(page.file, line, message, _help_hint(page, help_pages))


def _help_hint(page: Page, help_pages: set[str]) -> str:
    if not help_pages:
        return "Add a page of kind help, and link to it in this section."
    target = queries.relative_link(page, min(help_pages))
    return f"Add a sentence such as 'If you need help now, go to [help now]({target}).'"


def _texts(site: Site, page: Page) -> Iterator[tuple[int, str]]:
    """Yield every text that a page shows, with its line in the page, or that of the macro call that renders it."""
    yield from queries.written_texts(page)
    for call in page.calls:
        if call.name in MACROS:
            macro = MACROS[call.name]
            yield from ((call.line, text) for collect in (macro.texts, macro.quoted) for text in collect(site, page, call))


def helpline_numbers_are_dialable(site: Site) -> Iterator[Problem]:
    """Require that every number has a form that its country uses, so that a digit too many or too few is noticed."""
    for country in site.helplines.countries.values() if site.helplines else ():
        for number in country.emergency:
            if not _EMERGENCY.fullmatch(number):
                yield problem_at(country, "emergency", f"'{number}' is no emergency number", "Write one of three digits, as 112.")
        for line in country.lines:
            if line.call:
                yield from _number_problems(country, line, "call", line.call)
            if line.text:
                yield from _number_problems(country, line.text, "to", line.text.to)


def _number_problems(country: Country, record: Record, key: str, number: str) -> Iterator[Problem]:
    if re.sub("[0-9]", "#", number) not in country.forms and not _INTERNATIONAL.fullmatch(number):
        message = f"'{number}' has none of the forms of numbers in {country.name}"
        hint = f"Count its digits and write it as {' or '.join(country.forms)}, or add its form to 'forms'."
        yield problem_at(record, key, message, hint)


RULES = (suicide_mentions_have_help_nearby, helpline_numbers_are_dialable)
