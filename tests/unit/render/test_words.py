"""Interface words: look-up, plural forms, dates and lists."""

import datetime

import pytest
from markupsafe import Markup

from sitekit.models.data import Country
from sitekit.render.words import Words

WORDS = Words(
    {
        "locale": "en-GB",
        "plain": "A & B",
        "call": "Call {number} & ask",
        "times_1": "Once, {day}",
        "times_one": "{n} time",
        "times_other": "{n} times, {day}",
    }
)
DAY = datetime.date(2026, 3, 1)


def test_key_returns_words_as_written():
    assert WORDS.plain == WORDS("plain") == "A & B"


def test_unknown_key_is_an_error():
    with pytest.raises(AttributeError, match=r"data/interface\.yml has no words 'plian'"):
        _ = WORDS.plian
    with pytest.raises(KeyError):
        WORDS("plian")


def test_missing_value_is_an_error():
    with pytest.raises(KeyError):
        WORDS("call")


def test_text_is_filled_in_unescaped():
    assert WORDS("call", number="<1>") == "Call <1> & ask"


def test_markup_is_filled_in_and_the_words_around_it_are_escaped():
    assert WORDS("call", number=Markup("<b>1</b>")) == Markup("Call <b>1</b> &amp; ask")


@pytest.mark.parametrize("n, words", [(1, "Once, d"), (2, "2 times, d"), (21, "21 times, d")])
def test_number_decides_on_the_form(n, words):
    assert WORDS("times", n=n, day="d") == words


def test_plural_category_of_the_language_decides_on_the_form():
    polish = Words(
        {"locale": "pl", "page_one": "{n} strona", "page_few": "{n} strony", "page_many": "{n} stron", "page_other": "{n} strony"}
    )
    assert [polish("page", n=n) for n in (1, 3, 5)] == ["1 strona", "3 strony", "5 stron"]


def test_date_is_written_as_the_language_does():
    assert [WORDS.date(DAY), WORDS.date(DAY, "medium"), Words({"locale": "de"}).date(DAY)] == ["1 March 2026", "1 Mar 2026", "1. März 2026"]


@pytest.mark.parametrize("items, words", [(["a"], "a"), (["a", "b"], "a or b"), (["a", "{b}", "c"], "a, {b} or c")])
def test_alternatives_are_listed(items, words):
    assert WORDS.either(items) == words


def test_listed_markup_stays_markup_and_text_beside_it_is_escaped():
    assert WORDS.either([Markup("<b>1</b>"), "<2>"]) == Markup("<b>1</b> or &lt;2&gt;")


@pytest.mark.parametrize(
    "country, words",
    [
        (Country(name="One for all", emergency=("112",)), "112"),
        (Country(name="One each", emergency=("110", "119")), "110 (police) or 119 (ambulance)"),
        (Country(name="Two for all", emergency=("112", "999"), any_danger=True), "112 or 999"),
    ],
)
def test_emergency_numbers_say_which_is_for_what(country, words):
    assert Words({"locale": "en-GB", "emergency_two": "{police} (police) or {ambulance} (ambulance)"}).emergency(country) == words
