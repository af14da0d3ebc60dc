"""A language the site is translated into: the record of translations/<tag>/language.yml."""

from typing import Annotated, Literal

from pydantic import StringConstraints

from sitekit.models.record import Record, Short, Words


class Language(Record):
    """One language, and what it says to readers about the translation, each text in that language.

    `name` is the language named in itself, `locale` a BCP 47 tag with the region whose dates and lists are written, `set` which pages it
    promises (PAGE_SETS). `honesty` says who translated it, whether a speaker with clinical training has checked it, and how to report what
    is wrong; `stale` that the English page has changed since; `in_english` stands behind a link to a page that is not translated.
    """

    name: Short
    english: Short
    locale: Short
    direction: Literal["ltr", "rtl"]
    set: Literal["core", "full"]
    honesty: Words
    stale: Words
    in_english: Annotated[Short, StringConstraints(pattern=r"^\(.+\)$")]
