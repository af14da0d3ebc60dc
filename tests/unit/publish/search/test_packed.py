import pytest

from sitekit.publish.search.entries import Entry
from sitekit.publish.search.packed import DIGITS, LEAST, STEP, packed
from sitekit.publish.search.weights import SILENT

ENTRIES = [Entry("", "", "Home", ""), Entry("", "help", "Get help", ""), Entry("a/", "", "A page", "")]


def by_word(index: dict) -> dict[str, tuple[str, str]]:
    """Return the places and weights of each word that says something, as they are written."""
    known, before = [], ""
    for written in index["words"].split(" "):
        before = before[:DIGITS.index(written[0])] + written[1:]
        known.append(before)
    rows = zip(known, index["places"].split(" "), index["weights"].split(" "), strict=True)
    return {word: (places, weights) for word, places, weights in rows if places}


def test_pages_hold_their_parts_so_that_numbers_run_through_them():
    assert packed(ENTRIES, {})["pages"] == [["", "Home", [["help", "Get help"]]], ["a/", "A page", []]]


def test_words_say_only_what_differs_from_the_one_before():
    assert " 0zeal 4ot 6s" in packed(ENTRIES, {word: {0: LEAST} for word in ("zealots", "zeal", "zealot")})["words"]


def test_silent_words_stand_among_the_others_and_have_no_places():
    index = packed(ENTRIES, {"trust": {0: LEAST}})
    assert (len(index["words"].split(" ")), by_word(index)) == (len(SILENT) + 1, {"trust": ("0", "0")})


@pytest.mark.parametrize("numbers, written", [
    ([0], "0"), ([0, 1, 2], "000"), ([5, 36], "5U"), ([31], "V"), ([32], "W1"), ([33], "X1"), ([0, 33], "0W1"), ([1023], "_V"), ([1024], "WW1"),
])
def test_places_are_gaps_five_bits_a_digit(numbers, written):
    entries = [Entry(f"{number}/", "", "", "") for number in range(1025)]
    assert by_word(packed(entries, {"trust": dict.fromkeys(numbers, LEAST)}))["trust"][0] == written


@pytest.mark.parametrize("weight, digit", [(LEAST, "0"), (LEAST * STEP, "1"), (LEAST * STEP ** 10 * 1.1, "A"), (LEAST * STEP ** 99, DIGITS[63])])
def test_weights_are_powers(weight, digit):
    assert by_word(packed(ENTRIES, {"trust": {0: weight}}))["trust"][1] == digit


def test_what_tells_next_to_nothing_is_left_out():
    assert by_word(packed(ENTRIES, {"trust": {0: LEAST / 2, 1: LEAST}, "other": {0: 0.01}})) == {"trust": ("1", "0")}
