"""Rules for interface words: templates and Python use keys that are there, and every key is used."""

import re
from collections.abc import Iterator

from babel import Locale, UnknownLocaleError

from sitekit.errors import Problem, nearest, suggest
from sitekit.models.site import INTERFACE as PATH
from sitekit.models.site import PLACE, Site
from sitekit.sources.unused_syntax import odd_marks

# What sitekit.render.words reads itself.
_READ = {"locale"}
_DIRECTIONS = ("ltr", "rtl")
# A key of plural forms ends in a number or in a plural category: https://www.unicode.org/reports/tr35/tr35-numbers.html#Language_Plural_Rules
_FORM = re.compile(r"_(\d+|zero|one|two|few|many|other)$")


def _known(site: Site) -> set[str]:
    """Return every key that is written, whatever its words, and the key of all its plural forms."""
    return {key for written in site.interface_lines for key in (written, _FORM.sub("", written))}


def every_used_word_is_there(site: Site) -> Iterator[Problem]:
    """A missing word would leave a hole in a page, or stop the build late."""
    known = _known(site)
    for use in () if ("interface", "*") in site.unreadable else site.word_uses or ():
        if use.key not in known and not (use.is_prefix and any(key.startswith(use.key) for key in known)):
            yield Problem(use.path, use.line, f"{PATH} has no words '{use.key}'", suggest(use.key, known, "key"))


def every_word_is_used(site: Site) -> Iterator[Problem]:
    """A word that nothing shows would still be translated."""
    if site.word_uses is None or any(kind == "template" for kind, _ in site.unreadable):
        return
    keys = _READ | {use.key for use in site.word_uses if not use.is_prefix}
    # A key that is misspelt is reported where it is missing.
    keys |= {nearest(use.key, site.interface_lines) or "" for use in site.word_uses if use.key not in _known(site)}
    prefixes = tuple(use.key for use in site.word_uses if use.is_prefix)
    for key, line in site.interface_lines.items():
        if not (keys & {key, _FORM.sub("", key)} or key.startswith(prefixes)):
            yield Problem(PATH, line, f"Nothing uses the words '{key}'", "Remove them, or use them in a template.")


def places_are_filled(site: Site) -> Iterator[Problem]:
    """Require that words have no place that those who use them leave open: it would stop the build."""
    for use in site.word_uses or ():
        for key, words in site.interface.items():
            for place in PLACE.findall(words) if use.places and use.key in (key, _FORM.sub("", key)) else ():
                if place not in use.places:
                    message = f"'{key}' has the place '{{{place}}}', which nothing fills"
                    yield Problem(PATH, site.interface_lines[key], message, suggest(place, use.places, "place"))


def plurals_hold_their_number(site: Site) -> Iterator[Problem]:
    """Require the number in the words that stand beside many: scripts would show a slip in its name as typed."""
    for key, words in site.interface.items():
        if key.endswith("_other") and "n" not in PLACE.findall(words):
            yield Problem(PATH, site.interface_lines[key], f"'{key}' has no place for its number", "Write {n} where the number stands.")


def words_hold_no_markup(site: Site) -> Iterator[Problem]:
    """Require plain words: readers would see the marks of bold words, entities and tags."""
    for key, words in site.interface.items():
        if not any(map(str.isalnum, words)):
            yield Problem(PATH, site.interface_lines[key], f"'{words}' says nothing as '{key}'", "Write some words.")
        elif marks := odd_marks(PLACE.sub("", words)):
            yield Problem(PATH, site.interface_lines[key], f"'{marks[0]}' in '{key}' would be shown as it is", "Write plain text.")


def locale_is_known(site: Site) -> Iterator[Problem]:
    """Require a language and a locale whose dates and lists can be written, and a direction."""
    for key in ("language", "locale"):
        written = site.interface.get(key)
        try:
            if written:
                Locale.parse(written, sep="-")
        except (ValueError, UnknownLocaleError):
            yield Problem(PATH, site.interface_lines[key], f"'{written}' is not a {key}", "Write a language and a region, as en-GB.")
    language, locale = (site.interface.get(key, "").split("-")[0] for key in ("language", "locale"))
    if language and locale and language != locale:
        message = f"Dates would be written in '{locale}', and all words are in '{language}'"
        yield Problem(PATH, site.interface_lines["locale"], message, "Write a region of the language, as en-GB.")
    if (direction := site.interface.get("direction", "ltr")) not in _DIRECTIONS:
        yield Problem(PATH, site.interface_lines["direction"], f"'{direction}' is not a direction", suggest(direction, _DIRECTIONS))
