"""Any words in practice.yml, data or front matter stay words: they add no element and no attribute to what is rendered."""

from __future__ import annotations

import markdown
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import GOOD, ROOT
from tests.hostile import VALUES, fragments, spoilt, structure, whole

SITE = whole(GOOD)
HARMLESS = fragments(spoilt(SITE, "x"))
# What the generator does to a macro's output next: the same extensions as in mkdocs.yml, and its own.
EXTENSIONS = ["abbr", "attr_list", "tables", "toc", "fenced_code"]
PIECE = st.sampled_from(VALUES) | st.text(alphabet="<>\"'&=/;:#{}[]()!-` \n\tabx\u202e\u2028é", max_size=6)
HOSTILE = st.lists(PIECE, min_size=1, max_size=4).map("".join).filter(str.strip)


def as_words(fragment: str) -> list:
    return structure(markdown.markdown(f"Before.\n\n{fragment}\n\nAfter.", extensions=EXTENSIONS))


HARMLESS_PAGES = {name: as_words(fragment) for name, fragment in HARMLESS.items() if name not in ("embed", "accent")}


@pytest.mark.parametrize("value", VALUES)
def test_each_known_attack_stays_words_in_every_macro(value):
    for name, fragment in fragments(spoilt(SITE, value)).items():
        assert structure(fragment) == structure(HARMLESS[name]), name
        if name in HARMLESS_PAGES:
            assert as_words(fragment) == HARMLESS_PAGES[name], name


@settings(max_examples=1000, derandomize=True, deadline=None, database=None)
@given(value=HOSTILE)
def test_a_thousand_hostile_values_stay_words_in_every_field(value):
    for name, fragment in fragments(spoilt(SITE, value)).items():
        assert structure(fragment) == structure(HARMLESS[name]), name


def test_every_field_that_takes_free_words_is_tried():
    site = spoilt(SITE, "x")
    (country,), (checklist,) = site.helplines.countries.values(), site.checklists.values()
    records = [checklist, checklist.items[0], *site.phrases.values(), *site.claims.values(), *site.pictures.values(), *site.doors.values(),
               site.note["mine"], site.note["mine"].lines[0], *site.terms, country, country.lines[0], country.lines[0].text, site.helplines.elsewhere,
               site.practice, site.practice.contact, site.practice.reviewer, site.pages["index.md"].meta]
    assert {type(record).__name__: [name for name in type(record).model_fields if getattr(record, name) in ("x", ("x",), ("x", "x"))] for record in records} == {
        "Checklist": ["title", "client_legend"], "Item": ["client", "therapist"], "Phrase": ["when", "say"],
        "Claim": ["topic", "reference", "plain", "does_not_show", "figure", "unverified"], "Picture": ["alt", "caption"], "Door": ["label", "promise"],
        "NotePart": ["title", "ask"], "NoteLine": ["say"], "Term": ["term", "meaning", "also"], "Country": ["name"],
        "Helpline": ["name", "hours", "source", "note"], "TextLine": ["word"], "Directory": ["name", "note", "source"],
        "Practice": ["name", "tagline", "languages", "fees", "missed_sessions", "between_sessions", "emergencies", "notes"],
        "Contact": [], "Reviewer": ["name", "credentials"], "PageMeta": ["title", "description"],
    }


def test_the_pages_are_made_with_the_same_extensions():
    told = (ROOT / "mkdocs.yml").read_text()
    listed = [line.strip(" -:") for line in told.split("markdown_extensions:")[1].split("\n\n")[0].splitlines() if line.startswith("  - ")]
    # The generator adds fenced_code by itself.
    assert sorted(listed) == sorted({*EXTENSIONS} - {"fenced_code"})
