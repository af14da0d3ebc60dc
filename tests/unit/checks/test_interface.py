"""Interface words are there where they are used, and used where they are there."""

from sitekit.checks.interface import (
    every_used_word_is_there,
    every_word_is_used,
    locale_is_known,
    places_are_filled,
    plurals_hold_their_number,
)
from sitekit.models.site import WordUse
from tests.unit.smallest import reported, site

WORDS = {"close": "Close", "found_one": "One", "found_other": "{n}", "kind_a": "A"}
LINES = {key: line for line, key in enumerate(WORDS, 7)}
USED = (
    WordUse(key="close", path="overrides/a.html", line=3),
    WordUse(key="found", path="sitekit/a.py", line=4),
    WordUse(key="kind_", path="overrides/a.html", line=5, is_prefix=True),
)


def problems(*uses: WordUse) -> list[str]:
    found = site(interface=WORDS, interface_lines=LINES, word_uses=uses)
    return reported([*every_used_word_is_there(found), *every_word_is_used(found)])


def test_words_plural_forms_and_computed_keys_that_are_used_are_fine():
    assert problems(*USED) == []


def test_key_that_is_missing_is_reported_where_it_is_used():
    assert problems(
        *USED, WordUse(key="clsoe", path="overrides/b.html", line=9), WordUse(key="no_", path="c.py", line=1, is_prefix=True)
    ) == [
        "overrides/b.html:9: data/interface.yml has no words 'clsoe'. Did you mean 'close'?",
        "c.py:1: data/interface.yml has no words 'no_'. Use one of: close, found, found_one, found_other, kind_a.",
    ]


def test_key_that_nothing_uses_is_reported_where_it_is_written():
    assert problems(*USED[1:]) == ["data/interface.yml:7: Nothing uses the words 'close'. Remove them, or use them in a template."]


def test_project_without_templates_of_its_own_may_leave_words_unused():
    assert reported(every_word_is_used(site(interface=WORDS, interface_lines=LINES))) == []


def test_unknown_locale_is_reported():
    assert reported(locale_is_known(site(interface={"locale": "en-GB"}, interface_lines={"locale": 9}))) == []
    for locale in ("xx-YY", "English", "e"):
        assert reported(locale_is_known(site(interface={"locale": locale}, interface_lines={"locale": 9}))) == [
            f"data/interface.yml:9: '{locale}' is not a locale. Write a language and a region, as en-GB."
        ]


def test_place_that_nothing_fills_is_reported_where_it_is_written():
    words, use = {"reviewed": "On {date}."}, WordUse(key="reviewed", path="a.html", line=1, places=frozenset({"day"}))
    found = site(interface=words, interface_lines={"reviewed": 3}, word_uses=(use,))
    assert reported(places_are_filled(found)) == [
        "data/interface.yml:3: 'reviewed' has the place '{date}', which nothing fills. Use one of: day."
    ]


def test_language_and_direction_that_do_not_exist_are_reported():
    words = {"language": "English", "direction": "left"}
    assert reported(locale_is_known(site(interface=words, interface_lines={"language": 3, "direction": 4}))) == [
        "data/interface.yml:3: 'English' is not a language. Write a language and a region, as en-GB.",
        "data/interface.yml:4: 'left' is not a direction. Use one of: ltr, rtl.",
    ]


def test_plural_without_its_number_is_reported():
    found = site(interface={"found_one": "One", "found_other": "{m} pages"}, interface_lines={"found_one": 7, "found_other": 8})
    assert reported(plurals_hold_their_number(found)) == [
        "data/interface.yml:8: 'found_other' has no place for its number. Write {n} where the number stands."
    ]
