"""Rules for practice.yml beyond its schema."""

import re
from collections.abc import Iterator

from sitekit import queries
from sitekit.checks.reporting import problem_at, repeats
from sitekit.colour import LIGHT_BACKGROUNDS, MINIMUM_CONTRAST, lowest_contrast, nearest_readable
from sitekit.errors import Problem, excerpt
from sitekit.models.site import Site

# What forms leave to be filled in; and what stands for a character elsewhere, which the site would show as typed.
_GAP = re.compile(r"\[[^\W\d][\w' ]*\](?!\()|\{[^\W\d][\w ]*\}|_{3,}|\.{4,}|#{2,}|(?<=\W)xx+(?!\w)")
_CODE = re.compile(r"\*\*|\]\(|(?<![\w:]):[a-z][a-z0-9_+-]*:(?![\w:])|&(?:amp|nbsp|quot|apos|[mn]dash|hellip|#\d+);|^=[A-Z]+\d+$|\\[nrt]")

# Countries as people write them.
_CODES = {"uk": "gb", "england": "gb", "scotland": "gb", "wales": "gb", "usa": "us", "america": "us"}
# What practice.yml itself shows as samples: hosts that are kept for examples, and a number that is kept for films.
_SAMPLE = re.compile(r"(?:.*\b)?(?:example\.(?:org|com|net)|your-practice\.org)\b.*|020 7946 0000|12 High Street, second floor")


def practice_country_has_helplines(site: Site) -> Iterator[Problem]:
    """Require help lines for the practice's country, so that no other country's numbers are shown."""
    country = site.practice.country
    if country is not None and not site.defines("country", country):
        listed = ", ".join(f"{code} ({found.name})" for code, found in sorted(site.countries.items()))
        written = _CODES.get(country.casefold(), country.casefold())
        meant = [code for code, found in site.countries.items() if written in (code, found.name.casefold())]
        hint = f"Write {meant[0]}." if meant else f"Use one of: {listed}; or remove the line; or add the country to data/helplines.yml."
        yield problem_at(site.practice, "country", f"We have no help lines for the country '{country}'", hint)


def accent_has_enough_contrast(site: Site) -> Iterator[Problem]:
    """Require that links and buttons in the practice's colour can be read on every light background."""
    accent = site.practice.accent
    if accent and (contrast := lowest_contrast(accent, LIGHT_BACKGROUNDS)) < MINIMUM_CONTRAST:
        message = f"The colour {accent} has a contrast of {contrast:.1f} on our pages, and {MINIMUM_CONTRAST} is needed"
        hint = f'The nearest that can be read is "{nearest_readable(accent, LIGHT_BACKGROUNDS)}".'
        yield problem_at(site.practice, "accent", message, hint)


def team_and_services_are_told_apart(site: Site) -> Iterator[Problem]:
    """Require different names in each list, as the composer offers them by name."""
    for key, records in (("team", site.practice.team), ("services", site.practice.services)):
        for record, first in repeats((one.name.casefold(), one) for one in records):
            message = f"The name '{record.name}' stands twice under '{key}', first on line {first.line('name')}"
            yield problem_at(record, "name", message, "Give one of them another name, or remove it.")


def photos_are_told_apart(site: Site) -> Iterator[Problem]:
    """Require that each photograph is shown once, and that its text alternative says more than its name."""
    for photo, first in repeats((photo.file, photo) for photo in site.practice.photos):
        yield problem_at(photo, "file", f"'{photo.file}' is shown already, on line {first.line('file')}", "Name another file.")
    for photo in site.practice.photos:
        if photo.alt.casefold().rstrip(".") == photo.shows.casefold().rstrip("."):
            yield problem_at(photo, "alt", "'alt' says no more than 'shows'", "Describe what is to be seen.")


def pictures_of_the_practice_are_shown(site: Site) -> Iterator[Problem]:
    """Require that practice.yml names every picture in its folder, as each is published."""
    named = {site.practice.logo, *(photo.file for photo in site.practice.photos)}
    for file in sorted(file for file in site.files if file.startswith("assets/practice/") and file not in named):
        yield Problem(f"docs/{file}", 1, "practice.yml does not name this picture", "Name it as logo or below photos, or remove it.")


def quick_exit_leaves_the_site(site: Site) -> Iterator[Problem]:
    """Require that whoever leaves in a hurry does not land on this site again."""
    own, exit_to = site.practice.address, site.practice.exit_to
    if own and exit_to and exit_to.startswith(own.rstrip("/")):
        yield problem_at(site.practice, "exit_to", "'exit_to' leads to this site", "Name a site that anyone may have open, or remove it.")


def practice_is_filled_in(site: Site) -> Iterator[Problem]:
    """Require words in every value, as they are to be read. One with markup is meant so, and shown as words."""
    for record, key, text in queries.texts_in(site.practice):
        if "<" not in text and (found := _what_is_odd(key, text)):
            yield problem_at(record, key, *found)


def _what_is_odd(key: str, text: str) -> tuple[str, str] | None:
    """Return the message and the hint for a value that readers could not use as it is, or None."""
    if gap := _GAP.search(text):
        return f"'{excerpt(gap[0])}' in '{key}' is still to be filled in", "Put your own words in its place."
    if _SAMPLE.fullmatch(text):
        return f"'{excerpt(text)}' in '{key}' is a sample", "Write your own, or remove the line."
    if code := _CODE.search(text):
        return f"'{excerpt(code[0])}' in '{key}' would be shown as it is", "Write plain words, with the character itself."
    if key == "address" and text.startswith("https://github.com/"):
        return f"'{excerpt(text)}' is where the sources are kept", "Write the address where people read the site."
    if key in ("name", "tagline") and "://" in text:
        return f"'{excerpt(text)}' is an address, and no {key}", "Write it in words."
    if key == "address" and text.endswith(".html"):
        return f"'{excerpt(text)}' is one page of a site", "Write the address of the whole site, ending in '/'."
    if key == "languages" and "; " in text:
        return f"'{excerpt(text)}' would be one language", "Put a comma between two languages."
    if key == "languages" and re.fullmatch("[a-z]{2}", text):
        return f"'{text}' is the code of a language", "Write its name, as people know it."
    if key == "alt" and text.isascii() and " " not in text:
        return f"'{excerpt(text)}' does not say what is to be seen", "Describe the picture in a few words."
    return None
