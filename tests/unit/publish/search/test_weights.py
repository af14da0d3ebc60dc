import pytest

from sitekit.publish.search.entries import Entry
from sitekit.publish.search.weights import SILENT, weights, words

TEXT = Entry("a/", "part", "Title", "trust")


def weight(*entries: Entry, word: str = "trust", of: int = 0) -> float:
    return weights(entries)[word][of]


def test_words_are_small_letters_and_digits_without_apostrophes():
    assert words("Don't  say “ME-TIME”: it’s 24/7, naïve!") == ["dont", "say", "me", "time", "its", "24", "7", "naïve"]


def test_silent_words_are_weighed_nowhere():
    assert list(weights([Entry("", "part", "What if I cry?", "They don't")])) == ["cry"]
    assert {"what", "if", "i", "they", "dont"} <= SILENT


@pytest.mark.parametrize("more, less", [
    (Entry("a/", "part", "trust", ""), TEXT),
    (Entry("a/", "part", "", "", typed="trust"), Entry("a/", "part", "trust", "")),
    (Entry("a/", "", "", "", urgent="trust"), Entry("a/", "", "", "", typed="trust")),
    (Entry("a/", "", "", "trust"), TEXT),
    (Entry("a/", "part", "", "trust", typed="other"), TEXT),
    (TEXT, Entry("a/", "part", "Title", "trust", is_last=True)),
    (Entry("a/", "part", "", "trust trust"), TEXT),
], ids=["a heading before a text", "typed words before a heading", "danger before all", "a page before a part", "an answer before another part",
        "parts for other readers last", "twice before once"])
def test_what_tells_more(more, less):
    assert weight(more) > weight(less)


def test_no_word_elsewhere_outweighs_one_of_danger():
    often = "danger " * 100
    found = weights([Entry("help/", "", "", "", urgent="danger"), Entry("a/", "", often, often, typed=often)])["danger"]
    assert found[0] > 100 * found[1]


def test_a_word_that_few_hold_tells_more():
    other = Entry("b/", "part", "", "other")
    assert weight(TEXT, other, other) > weight(TEXT, TEXT, other)


def test_each_further_time_tells_less():
    once, twice, thrice = (weight(Entry("a/", "part", "", " ".join(["trust"] * times))) for times in (1, 2, 3))
    assert twice - once > thrice - twice > 0
