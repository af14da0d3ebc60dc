"""Rules for readers in danger: help stands beside every mention of it, and every number is one that a telephone takes."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator

from sitekit import queries
from sitekit.errors import Problem
from sitekit.models.data import Country
from sitekit.models.page import Page
from sitekit.models.record import Record
from sitekit.models.site import Site
from sitekit.schema.macros import MACROS

# How suicide and self-harm are named, in the words of style.md and of readers.
_NAMED = re.compile(
    r"\b(?:suicid\w*|self[- ]?harm\w*|(?:hurt|harm|kill)(?:s|ing)? (?:my|your|him|her|our|them)sel(?:f|ves)"
    r"|(?:end|take)(?:s|ing)? (?:my|your|his|her|our|their) (?:own )?li(?:fe|ves)|want(?:s|ing)? to die)\b",
    re.IGNORECASE,
)
# Emergency numbers have three digits wherever we list one: 000, 111, 112, 911, 999.
_EMERGENCY = re.compile(r"[0-9]{3}")
# "+", a country's code and the number in it, 15 digits at most: ITU-T E.164, clause 6.
_WORLDWIDE = re.compile(r"\+[1-9](?:[ -]?[0-9]){6,14}")


def help_stands_beside_every_mention_of_suicide(site: Site) -> Iterator[Problem]:
    """Who meets the word may need help at that moment, and not at the page's end."""
    helping = {path for path, page in site.pages.items() if page.meta.kind == "help"}
    for page in site.pages.values():
        if page.path in helping:
            continue
        for key in ("title", "description"):
            named = _NAMED.search(getattr(page.meta, key))
            if named:
                yield Problem(
                    page.file,
                    page.meta.line(key),
                    f"'{key}' names '{named.group().lower()}', and no help can stand beside it",
                    "Say it on the page, with a link to help.",
                )
        ways = [link.line for link in page.links if queries.link_target(page, link.target)[0] in helping]
        ways += [
            call.line for call in page.calls if call.name == "helplines" or (call.name == "page_cards" and helping.intersection(call.args))
        ]
        told = set()
        for line, text in sorted(_texts(site, page)):
            named = _NAMED.search(text)
            begin, end = _section(page, line)
            if named and begin not in told and not any(begin <= way < end for way in ways):
                told.add(begin)
                yield Problem(
                    page.file, line, f"This names '{named.group().lower()}', and its section has no link to help", _mend(page, helping)
                )


def _mend(page: Page, helping: set[str]) -> str:
    if not helping:
        return "Add a page of kind help, and link to it in this section."
    target = posixpath.relpath(min(helping), posixpath.dirname(page.path) or ".")
    return f"Add a sentence such as 'If you need help now, go to [help now]({target}).'"


def _texts(site: Site, page: Page) -> Iterator[tuple[int, str]]:
    """Yield every text that a page shows, with the line in the page that brings it."""
    yield from ((heading.line, heading.text) for heading in page.headings)
    yield from ((block.line, block.text) for block in page.blocks)
    for call in page.calls:
        if call.name in MACROS:
            macro = MACROS[call.name]
            yield from ((call.line, text) for collect in (macro.texts, macro.quoted) for text in collect(site, page, call))


def _section(page: Page, line: int) -> tuple[int, int]:
    """Return the first line of the section a line stands in, and the first after it; parts of lower headings belong to it."""
    above = [heading for heading in page.headings if heading.line <= line]
    if not above:
        return 0, min((heading.line for heading in page.headings), default=10**9)
    own = above[-1]
    return own.line, min(
        (heading.line for heading in page.headings if heading.line > own.line and heading.level <= own.level), default=10**9
    )


def every_number_can_be_dialled(site: Site) -> Iterator[Problem]:
    """A digit too many or too few is a call that reaches nobody, so each country says what its numbers look like."""
    for country in site.helplines.countries.values() if site.helplines else ():
        for number in country.emergency:
            if not _EMERGENCY.fullmatch(number):
                yield Problem(
                    country.path, country.line("emergency"), f"'{number}' is no emergency number", "Write one of three digits, as 112."
                )
        for line in country.lines:
            if line.call:
                yield from _form(country, line, "call", line.call)
            if line.text:
                yield from _form(country, line.text, "to", line.text.to)


def _form(country: Country, record: Record, key: str, number: str) -> Iterator[Problem]:
    shown = re.sub("[0-9]", "#", number)
    if shown not in country.forms and not _WORLDWIDE.fullmatch(number):
        yield Problem(
            record.path,
            record.line(key),
            f"'{number}' has none of the forms of numbers in {country.name}",
            f"Count its digits and write it as {' or '.join(country.forms)}, or add its form to 'forms'.",
        )


RULES = (help_stands_beside_every_mention_of_suicide, every_number_can_be_dialled)
