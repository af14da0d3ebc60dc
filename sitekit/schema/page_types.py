"""What each kind of page must look like, and which macros pages may call. Declarations only."""

from __future__ import annotations

from typing import NamedTuple


class Section(NamedTuple):
    """One heading of a page: its exact words, its permanent id, and the macros that stand under it."""

    text: str
    id: str
    macros: tuple[str, ...] = ()


class PageType(NamedTuple):
    """The shape of a kind of page.

    `sections` are the headings that must stand, in this order; where `closed`, no others of
    level 2 may. `words` is the most words its prose may hold. `steps` is how few and how many
    steps "What you can do" may list. `related` tells whether front matter must name pages to read next.
    `researched` tells whether sentences about research must carry a key. `client` tells whether clients
    are its readers. `grade` is the hardest it may read, in years of school, as sitekit/reading.py counts.
    """

    sections: tuple[Section, ...] = ()
    closed: bool = False
    words: int | None = None
    steps: tuple[int, int] | None = None
    related: bool = False
    researched: bool = True
    client: bool = True
    grade: float | None = 6.0


IN_SHORT = Section("In short", "in-short")
HOW_SURE = Section("How sure are we", "how-sure-are-we", ("sources",))
READ_NEXT = Section("Read next", "read-next", ("related",))
# The message stands before all headings; help, review date and print follow on every page from the template.
FULL = (
    IN_SHORT,
    Section("What you may notice", "what-you-may-notice", ("checklist",)),
    Section("What you can do", "what-you-can-do"),
    Section("Words you can use", "words-you-can-use", ("phrases",)),
    Section("If it isn't like this", "if-it-isnt-like-this"),
    Section("What your therapist is working on", "what-your-therapist-is-working-on", ("checklist",)),
    HOW_SURE,
    READ_NEXT,
)
# A barrier's checklist tells of worries, so "isn't like this" would be good news there.
BARRIER = tuple(section._replace(text="If something goes wrong") if section.id == "if-it-isnt-like-this" else section for section in FULL)
FULL_PAGE = PageType(FULL, closed=True, words=900, steps=(4, 7), related=True)

PAGE_TYPES_BY_KIND: dict[str, PageType] = {
    "home": PageType(words=300, researched=False),
    "section": PageType((IN_SHORT,)),
    "strategy": FULL_PAGE,
    "barrier": FULL_PAGE._replace(sections=BARRIER),
    "keeping": FULL_PAGE,
    "article": PageType((IN_SHORT, HOW_SURE, READ_NEXT), words=900, related=True),
    "first-session": PageType((IN_SHORT, HOW_SURE, READ_NEXT), words=600, related=True),
    # Longer than one sitting: pages to look things up in, or to prepare with.
    "preparing": PageType((IN_SHORT, HOW_SURE, READ_NEXT), related=True),
    "guide": PageType((IN_SHORT, HOW_SURE, READ_NEXT), related=True),
    "therapists": PageType((IN_SHORT, Section(HOW_SURE.text, HOW_SURE.id)), client=False, grade=10.0),
    "help": PageType(),
    "glossary": PageType(researched=False),
    "about": PageType(researched=False),
    # Stands in for a kind that could not be read.
    "faulty": PageType(researched=False, grade=None),
}

# The most words a sentence on a client page may hold.
LONGEST = 25

# The page that says what stays private in each country.
PRIVACY = "first-session/privacy.md"
# Sections, by id, that a search leaves out (lists of links), and those it finds last (written for someone else).
LEFT_OUT_OF_SEARCH = frozenset({"read-next"})
LAST_FOR_SEARCH = frozenset({"how-sure-are-we", "what-your-therapist-is-working-on", "where-the-review-stands"})
