"""The page types: which headings each kind of page has, and its limits. Declarations only."""

import re
from typing import NamedTuple


class Section(NamedTuple):
    """One section of a page: its heading, its permanent id, and the macros it must call.

    `own_words` where a page may word the heading to fit its subject; the id stays.
    """

    text: str
    id: str
    macros: tuple[str, ...] = ()
    own_words: bool = False


class PageType(NamedTuple):
    """What every page of a kind must have.

    Attributes:
        sections: the sections it must have, in this order.
        closed: whether it may have no other headings of level 2.
        words: the most words of its prose before "How sure are we".
        steps: the least and the most steps in "What you can do".
        related: whether front matter must name pages to read next.
        researched: whether sentences about research must cite a claim.
        client: whether it is written for clients.
        grade: the highest reading grade, in years of school, as sitekit/readability.py counts; None for any.
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
THERAPISTS_LIST = Section("What your therapist is working on", "what-your-therapist-is-working-on", ("checklist",))
# The one message stands before all headings; the template adds help, review date and print to every page.
FULL = (
    IN_SHORT,
    Section("What you may notice", "what-you-may-notice", ("checklist",), own_words=True),
    Section("What you can do", "what-you-can-do"),
    Section("Words you can use", "words-you-can-use", ("phrases",)),
    Section("If it isn't like this", "if-it-isnt-like-this", own_words=True),
    THERAPISTS_LIST,
    HOW_SURE,
    READ_NEXT,
)
# The checklist of a barrier is about worries, so "isn't like this" would be good news there.
BARRIER = tuple(section._replace(text="If something goes wrong") if section.id == "if-it-isnt-like-this" else section for section in FULL)
FULL_PAGE = PageType(FULL, closed=True, words=700, steps=(4, 7), related=True)

PAGE_TYPES_BY_KIND: dict[str, PageType] = {
    "home": PageType(words=300, researched=False),
    "section": PageType((IN_SHORT,), words=700),
    "strategy": FULL_PAGE,
    "barrier": FULL_PAGE._replace(sections=BARRIER),
    "keeping": FULL_PAGE,
    "article": PageType((IN_SHORT, HOW_SURE, READ_NEXT), words=700, related=True),
    "first-session": PageType((IN_SHORT, HOW_SURE, READ_NEXT), words=450, related=True),
    "preparing": PageType((IN_SHORT, HOW_SURE, READ_NEXT), words=700, related=True),
    "guide": PageType((IN_SHORT, HOW_SURE, READ_NEXT), words=700, related=True),
    "therapists": PageType((IN_SHORT, Section(HOW_SURE.text, HOW_SURE.id)), client=False, grade=10.0),
    "help": PageType(words=700),
    "glossary": PageType(words=700, researched=False),
    "about": PageType(words=700, researched=False),
    # For a page whose kind could not be read.
    "invalid": PageType(researched=False, grade=None),
}
# What the front matter of a page may name as its kind.
KINDS = tuple(kind for kind in PAGE_TYPES_BY_KIND if kind != "invalid")

# The folder of each kind of page that has one of its own. The slug of any other page begins with its folder, if it is in one.
FOLDERS = {"strategy": "strategies", "barrier": "barriers", "keeping": "keeping-trust"}
# What stands before each text that `make new` leaves to be written.
TO_DO = "TO DO:"
# The same, and what else writers leave for later.
LEFT = re.compile(
    r"\bTO ?DO\b:?|\b(?:FIXME|TBD|TBC|(?<!siglo )XX+|[Ll]orem ipsum)\b|\btodo:|[\[<][Ii]nsert\b|\?\?\?|#(?:REF|VALUE|N/A)\b"
    r"|\bError! (?:Reference|Bookmark)|\bSent from my |\bAs an AI language model|\bX-NONE\b|\bturn\d+search\d+"
    r"|\((?:revisar|please check|to check|verify)\)"
)
# The most words of a sentence on a client page.
LONGEST = 25

# Pages to look one thing up in, which have no limit of words: the rules of each place, and an answer to each worry.
REFERENCE_PAGES = frozenset({"first-session/privacy.md", "first-session/worries.md", "about/privacy.md"})
# Where the pages in Easy Read are, which have short sentences only.
EASY_READ = "easy-read/"
# The page that says what stays private in each country.
PRIVACY = "first-session/privacy.md"
# Pages of lists that stand on other pages too, of changes, or for builders: their parts are found by how they begin.
BRIEF_IN_SEARCH = frozenset(
    (
        "checklists/",
        "therapists/practice-checklists/",
        "therapists/link-kit/",
        "therapists/portal/",
        "therapists/your-own-copy/",
        "about/changes/",
        "about/promises/",
        "about/scorecard/",
    )
)
# Ids of sections that are not indexed for search (lists of links, and lists that the page of practice checklists has too), and of
# those that rank last (written for someone else).
LEFT_OUT_OF_SEARCH = frozenset({READ_NEXT.id, THERAPISTS_LIST.id})
LAST_FOR_SEARCH = frozenset({HOW_SURE.id, THERAPISTS_LIST.id, "where-the-review-stands"})
