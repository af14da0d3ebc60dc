"""Rules for readers in danger: help beside every mention of suicide, and telephone numbers that can be dialled."""

import re
import unicodedata
from collections.abc import Iterator

from sitekit import queries
from sitekit.checks.reporting import problem_at
from sitekit.errors import Problem, excerpt
from sitekit.models.data import Country
from sitekit.models.emails import LENGTHS
from sitekit.models.page import Page
from sitekit.models.record import Record
from sitekit.models.site import Site
from sitekit.schema.macros import macro_of

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

# A run of digits that is no part of a decimal, a DOI or an address; and a short one that someone is asked to dial.
_DIGITS = re.compile(r"(?<![\w.,/-])\+?[0-9](?:[ -]?[0-9])+(?![\w/%-]|[.,][0-9])")
_DIALLED = re.compile(r"\b(?:call|dial|ring|phone|text) ([0-9]{3,5})\b", re.IGNORECASE)
_STOP = re.compile(r"(?<=\d{3})\.(?=\d{3,4}\b)")
_YEARS = re.compile(r"(?:19|20)[0-9]{2}[ -](?:19|20)[0-9]{2}")


def suicide_mentions_have_help_nearby(site: Site) -> Iterator[Problem]:
    """Require a link to help in every section that names suicide, as its reader may need help at that moment."""
    help_pages = {path for path, page in site.pages.items() if page.meta.kind == "help"}
    for page in (page for path, page in site.pages.items() if path not in help_pages):
        for key in ("title", "description"):
            if named := _SUICIDE.search(getattr(page.meta, key)):
                message = f"'{key}' names '{named.group().lower()}', where no link to help can stand"
                yield problem_at(page.meta, key, message, "Say it on the page, with a link to help.")
        yield from _mentions_in_sections(site, page, help_pages)


def _mentions_in_sections(site: Site, page: Page, help_pages: set[str]) -> Iterator[Problem]:
    help_lines = [link.line for link in page.links if queries.link_target(page, link.target)[0] in help_pages]
    help_lines += [call.line for call in page.calls if call.name == "helplines"]
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
        macro = macro_of(call)
        yield from ((call.line, text) for collect in (macro.texts, macro.quoted) for text in collect(site, page, call))


def helpline_numbers_are_dialable(site: Site) -> Iterator[Problem]:
    """Require that every number has a form that its country uses, so that a digit too many or too few is noticed."""
    for country in site.countries.values():
        for number in country.emergency:
            if not _EMERGENCY.fullmatch(number):
                yield problem_at(country, "emergency", f"'{number}' is no emergency number", "Write one of three digits, as 112.")
        for line in country.lines:
            if line.call:
                yield from _number_problems(country, line, "call", line.call)
            if line.text:
                yield from _number_problems(country, line.text, "to", line.text.to)
            # Fewer digits may be a year, an age or a count.
            for number in _DIGITS.findall(line.note or ""):
                if sum(map(str.isdigit, number)) > 5 and not _YEARS.fullmatch(number):
                    yield from _number_problems(country, line, "note", number)


def _number_problems(country: Country, record: Record, key: str, number: str) -> Iterator[Problem]:
    if not any(re.fullmatch(form.replace("+", r"\+").replace("#", "[0-9]"), number) for form in country.forms):
        message = f"'{number}' has none of the forms of numbers in {country.name}"
        hint = f"Count its digits and write it as {' or '.join(country.forms)}, or add its form to 'forms'."
        yield problem_at(record, key, message, hint)


def telephone_numbers_come_from_data(site: Site) -> Iterator[Problem]:
    """Require that no page holds a telephone number of its own, which no one would check again."""
    countries = site.countries.values()
    listed = [number for country in countries for number in country.emergency]
    lines = [line for country in countries for line in country.lines]
    listed += [number for line in lines for number in (line.call, line.text and line.text.to) if number]
    known = {re.sub(r"[^0-9]", "", number) for number in listed}
    forms = {form for country in countries for form in country.forms}
    for email in site.emails.values():
        for key in ("subject", *LENGTHS):
            for number in _telephone_numbers(getattr(email, key), known, forms):
                yield problem_at(email, key, f"The telephone number '{number}' is typed into a message", "Write {help} or {danger}.")
    for page in site.pages.values():
        # Of a link and its words, one is reported.
        typed = {link.line: link.target for link in page.links if link.target.lower().startswith(("tel:", "sms:"))}
        meta = [(page.meta.line(key), getattr(page.meta, key)) for key in ("title", "description")]
        for line, text in (*meta, *queries.written_texts(page)):
            for number in _telephone_numbers(text, known, forms):
                typed.setdefault(line, number)
        for line, number in typed.items():
            hint = "Add it to data/helplines.yml, and link to the page of help lines, which shows it."
            yield Problem(page.file, line, f"The telephone number '{excerpt(number)}' is typed into the page", hint)


def _telephone_numbers(text: str, known: set[str], forms: set[str]) -> list[str]:
    """Return the telephone numbers in a text: known ones, and those that have the form of one."""
    # Digits of any width or script, and with any space or full stop between them.
    text = re.sub(r"\d", lambda digit: str(unicodedata.digit(digit[0])), _STOP.sub(" ", unicodedata.normalize("NFKC", text)))
    numbers = [found[0] for found in _DIGITS.finditer(text) if _is_telephone_number(found[0], known, forms)]
    return numbers + [found[1] for found in _DIALLED.finditer(text) if found[1] in known]


def _is_telephone_number(written: str, known: set[str], forms: set[str]) -> bool:
    """Return whether digits are certainly a telephone number: no year, and no round number."""
    digits = re.sub(r"[^0-9]", "", written)
    if len(digits) < 5 or _YEARS.fullmatch(written):
        return False
    looks_like_one = re.sub("[0-9]", "#", written) in forms and not written.endswith("000")
    return (
        digits in known
        or bool(_INTERNATIONAL.fullmatch(written))
        or (len(digits) > 5 and (looks_like_one or written == digits or (len(digits) > 9 and not written.endswith("000"))))
    )
