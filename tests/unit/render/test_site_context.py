"""What the theme's templates are given."""

import datetime

from sitekit.models.data import Term
from sitekit.models.note import NotePart
from sitekit.models.practice import Practice, Reviewer
from sitekit.render.site_context import search_words, site_context, terms_by_name
from sitekit.schema.page_types import LAST_FOR_SEARCH
from tests.rendering import INTERFACE
from tests.unit.smallest import page, site

HOME, PAGE = page("index.md", title="Home"), page("s/a.md", title="A", kind="strategy")
NAV = [{"path": "index.md", "line": 1}, {"path": "s/a.md", "line": 2, "section": "Part"}]
NOT_REVIEWED = "Written from published sources. Not yet reviewed by a clinician."


def test_context_is_plain_and_empty_where_the_practice_says_nothing():
    assert site_context(site(HOME, PAGE, nav=NAV, interface=INTERFACE)) == {
        "words": INTERFACE,
        "practice_name": "",
        "practice_tagline": "",
        "practice_logo": "",
        "practice_lines": [],
        "accent_css": "",
        "help_line": "In danger now: call your local emergency number.",
        "exit_to": "about:blank",
        "reviewed_of": {"": "23 November 2026", "s/a/": "23 November 2026"},
        "review_of": {"": NOT_REVIEWED, "s/a/": NOT_REVIEWED},
        "note_part_of": {},
        "card_of": {
            "": {"file": "assets/cards/home.png", "title": "Home", "alt": "Home"},
            "s/a/": {"file": "assets/cards/s.png", "title": "Part", "alt": "Part: Home"},
        },
        "handouts_of": {"s/a/": [("A4", "handouts/s-a-a4.pdf"), ("Letter", "handouts/s-a-letter.pdf")]},
    }


def test_search_without_synonyms_has_only_what_comes_last():
    assert search_words(site(HOME)) == {"synonyms": {}, "crisis": [], "help": "", "last": sorted(LAST_FOR_SEARCH)}


def test_context_holds_what_the_practice_says():
    reviewer = Reviewer(name="Dr Ann", credentials="Psychologist", date=datetime.date(2026, 3, 1))
    practice = Practice(
        name="A & B", tagline="Slow & soft.", logo="a.svg", exit_to="https://a.example/", accent="#1f5f5b", reviewer=reviewer
    )
    parts = {"mine": NotePart(id="mine", title="T", ask="A?", page="index.md")}
    shown = site_context(site(HOME, practice=practice, note_parts=parts, interface=INTERFACE))
    assert shown | dict.fromkeys(("words", "help_line", "reviewed_of", "card_of", "handouts_of")) == {
        "practice_name": "A & B",
        "practice_tagline": "Slow & soft.",
        "practice_logo": "a.svg",
        "practice_lines": ["A & B"],
        "note_part_of": {"": "mine"},
        "exit_to": "https://a.example/",
        "accent_css": "@media screen{:root{--leaf:#1f5f5b;--leaf-strong:#1f5f5b}[data-colours=dark]{--leaf:#39b0a8;--leaf-strong:#39b0a8}}"
        "@media screen and (prefers-color-scheme:dark){:root:not([data-colours]){--leaf:#39b0a8;--leaf-strong:#39b0a8}}",
        "review_of": {"": "An earlier text of this page was reviewed by Dr Ann, Psychologist, on 1 March 2026. It has changed since."},
    } | dict.fromkeys(("words", "help_line", "reviewed_of", "card_of", "handouts_of"))


def test_term_goes_by_all_its_names():
    terms = (Term(term="give & take", group="G", meaning="Both.", also=("a & b",)), Term(term="Ask", group="G", meaning="Speak."))
    both = ("give-take", "Both.")
    assert terms_by_name(site(terms=terms)) == {"give & take": both, "a & b": both, "Ask": ("ask", "Speak.")}
