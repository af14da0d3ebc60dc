"""Any words in practice.yml, data or front matter stay words: they add no element and no attribute to what is rendered."""

from __future__ import annotations

import markdown
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitekit.sources import characters
from sitekit.sources.yaml import parse_yaml
from tests.conftest import GOOD, ROOT, examples
from tests.hostile import VALUES, fragments, spoilt, structure, whole

SITE = whole(GOOD)
HARMLESS = fragments(spoilt(SITE, "x"))
# What the generator does to a macro's output next: the extensions of mkdocs.yml, and one of its own.
LISTED = parse_yaml((ROOT / "mkdocs.yml").read_text(), "mkdocs.yml").value["markdown_extensions"]
EXTENSIONS = [name for entry in LISTED for name in ([entry] if isinstance(entry, str) else entry)] + ["fenced_code"]
CONFIGS = {name: config for entry in LISTED if isinstance(entry, dict) for name, config in entry.items()}
PIECE = st.sampled_from(VALUES) | st.text(alphabet="<>\"'&=/;:#{}[]()!-` \n\tabx\u202e\u2028é", max_size=6)
HOSTILE = st.lists(PIECE, min_size=1, max_size=4).map("".join).filter(str.strip)


def on_a_page(fragment: str, meaning: str) -> list:
    # The Markdown library marks its own places with control characters, which no reader of ours lets through.
    meaning = characters.remove_invisible(meaning)
    configs = CONFIGS | {"sitekit.render.terms": {"terms": {"empathy": ("empathy", meaning)}}}
    return structure(
        markdown.markdown(f"Before.\n\nWith empathy.\n\n{fragment}\n\nAfter.", extensions=EXTENSIONS, extension_configs=configs)
    )


HARMLESS_PAGES = {name: on_a_page(fragment, "x") for name, fragment in HARMLESS.items() if name not in ("embed", "accent")}


@pytest.mark.promise("words-stay-words", says="We put harmful words into each part of a page. All must stay words.")
@pytest.mark.parametrize("value", VALUES)
def test_known_attack_stays_text_in_every_macro(value):
    for name, fragment in fragments(spoilt(SITE, value)).items():
        assert structure(fragment) == structure(HARMLESS[name]), name
        if name in HARMLESS_PAGES:
            assert on_a_page(fragment, value) == HARMLESS_PAGES[name], name


@pytest.mark.promise("words-stay-words", says="We put harmful words into each part of a page. All must stay words.")
@settings(max_examples=examples(1000), derandomize=True, deadline=None, database=None)
@given(value=HOSTILE)
def test_random_hostile_values_stay_text_in_every_field(value):
    for name, fragment in fragments(spoilt(SITE, value)).items():
        assert structure(fragment) == structure(HARMLESS[name]), name


def test_every_field_of_free_text_is_covered():
    site = spoilt(SITE, "x")
    (country,), (checklist,) = site.helplines.countries.values(), site.checklists.values()
    records = [
        checklist,
        checklist.items[0],
        *site.phrases.values(),
        *site.claims.values(),
        *site.pictures.values(),
        *site.calls_to_action.values(),
        *site.promises.values(),
        site.note_parts["mine"],
        site.note_parts["mine"].lines[0],
        *site.terms,
        *site.moments.values(),
        *site.emails.values(),
        country,
        country.lines[0],
        country.lines[0].text,
        site.helplines.elsewhere,
        site.practice,
        site.practice.contact,
        site.practice.reviewer,
        site.pages["index.md"].meta,
    ]
    assert {
        type(record).__name__: [name for name in type(record).model_fields if getattr(record, name) in ("x", ("x",), ("x", "x"))]
        for record in records
    } == {
        "Checklist": ["title", "client_legend"],
        "Item": ["client", "therapist"],
        "Phrase": ["when", "say"],
        "Claim": ["topic", "reference", "plain", "does_not_show", "title", "figure", "unverified", "searched"],
        "Picture": ["alt", "caption"],
        "CallToAction": ["label", "promise"],
        "Promise": ["group", "part", "say", "limit"],
        "NotePart": ["title", "ask"],
        "NoteLine": ["say"],
        "Term": ["term", "group", "meaning", "also"],
        "Country": ["name"],
        "Moment": ["when", "why"],
        "Email": ["moment", "day", "subject", "text", "short", "full"],
        "Helpline": ["name", "hours", "note"],
        "TextLine": ["word"],
        "Directory": ["name", "note"],
        "Practice": ["name", "tagline", "languages", "fees", "missed_sessions", "between_sessions", "emergencies", "notes"],
        "Contact": [],
        "Reviewer": ["name", "credentials"],
        "PageMeta": ["title", "description"],
    }
