"""A language the site is translated into: the record of translations/<tag>/language.yml."""

from typing import Literal

from sitekit.models.record import Record, Short, Words


class Language(Record):
    """One language, and what it says to readers about the translation, each text in that language.

    Attributes:
        name: the language named in itself.
        english: its English name.
        locale: the region whose dates and lists are written, as a BCP 47 tag.
        direction: how its script runs.
        set: which pages it promises; see PAGE_SETS in sitekit/schema/translations.py.
        honesty: who translated it, whether a speaker with clinical training has checked it, and how to report what is wrong.
        stale: that the English page has changed since.
        in_english: what stands behind a link to a page that is not translated.
    """

    name: Short
    english: Short
    locale: Short
    direction: Literal["ltr", "rtl"]
    set: Literal["core", "full"]
    honesty: Words
    stale: Words
    in_english: Short
