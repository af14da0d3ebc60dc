"""Rules for interface words: templates and Python use keys that are there, and every key is used."""

from __future__ import annotations

import re
from collections.abc import Iterator

from babel import Locale, UnknownLocaleError

from sitekit.errors import Problem, suggest
from sitekit.models.interface import PATH
from sitekit.models.site import Site

# What sitekit.render.words reads itself.
_READ = {"locale"}
# A key of plural forms ends in a number or in a plural category: https://www.unicode.org/reports/tr35/tr35-numbers.html#Language_Plural_Rules
_FORM = re.compile(r"_(\d+|zero|one|two|few|many|other)$")


def every_used_word_is_there(site: Site) -> Iterator[Problem]:
    """A missing word would leave a hole in a page, or stop the build late."""
    known = {*site.interface, *(_FORM.sub("", key) for key in site.interface)}
    for use in site.word_uses or ():
        if use.key not in known and not (use.is_prefix and any(key.startswith(use.key) for key in known)):
            yield Problem(use.path, use.line, f"{PATH} has no words '{use.key}'", suggest(use.key, known, "key"))


def every_word_is_used(site: Site) -> Iterator[Problem]:
    """A word that nothing shows would still be translated."""
    if site.word_uses is None:
        return
    keys = _READ | {use.key for use in site.word_uses if not use.is_prefix}
    prefixes = tuple(use.key for use in site.word_uses if use.is_prefix)
    for key, line in site.interface_lines.items():
        if not (keys & {key, _FORM.sub("", key)} or key.startswith(prefixes)):
            yield Problem(PATH, line, f"Nothing uses the words '{key}'", "Remove them, or use them in a template.")


def locale_is_known(site: Site) -> Iterator[Problem]:
    """Require a locale whose dates and lists can be written."""
    locale = site.interface.get("locale")
    try:
        if locale:
            Locale.parse(locale, sep="-")
    except (ValueError, UnknownLocaleError):
        yield Problem(PATH, site.interface_lines["locale"], f"'{locale}' is not a locale", "Write a language and a region, as en-GB.")


RULES = (every_used_word_is_there, every_word_is_used, locale_is_known)
