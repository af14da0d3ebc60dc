"""The search's modules one by one: what they make of words, of an index as Python packs it, and of a text."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from sitekit.publish.search.entries import Entry
from sitekit.publish.search.packed import packed
from sitekit.publish.search.weights import weights

from tests.browser.visiting import serve
from tests.conftest import ROOT

SILENT = ["i", "it", "its", "not", "if", "what", "on", "go", "cant", "feel"]


@pytest.fixture(scope="module")
def run(browser) -> Iterator[Callable]:
    """Calls a function of a module with arguments; where one is a function, name it by its JavaScript after "=>"."""
    server = serve(ROOT / "docs/assets")
    page = browser.new_page()
    page.goto(f"http://127.0.0.1:{server.server_address[1]}/favicon.svg")

    def call(script: str, *arguments: object) -> object:
        return page.evaluate(
            """async ([script, given, silent]) => {
          const modules = await Promise.all(["words", "index", "excerpt"].map((name) => import(`/scripts/search-${name}.js`)));
          const names = Object.assign({ given, isSilent: (word) => silent.includes(word) }, ...modules);
          return new Function(...Object.keys(names), `return ${script}`)(...Object.values(names));
        }""",
            [script, list(arguments), SILENT],
        )

    yield call
    page.close()
    server.shutdown()


@pytest.mark.parametrize(
    "query, words",
    [
        ("What if I cry?", ["cry"]),
        ("He’s LATE", ["hes", "late"]),
        ("I can't go on", ["help"]),
        ("not safe", ["unsafe", "safe"]),
        ("I don't feel safe", ["dont", "unsafe", "safe"]),
        ("988", ["988"]),
        ("", []),
    ],
)
def test_a_query_is_its_telling_words_or_a_call_for_help(run, query, words):
    assert run("wanted(given[0], isSilent)", query) == words


@pytest.mark.parametrize(
    "one, other, most, near",
    [
        ("limits", "limits", 0, True),
        ("limits", "limts", 1, True),
        ("limits", "limitts", 1, True),
        ("limits", "limots", 1, True),
        ("limits", "limtis", 1, True),
        ("limits", "limo", 1, False),
        ("limits", "lmist", 1, False),
        ("limits", "lmist", 2, True),
        ("limits", "lights", 1, False),
    ],
    ids=["the same", "one less", "one more", "one wrong", "two swapped", "shorter", "two slips", "two slips of two", "another word"],
)
def test_near_words(run, one, other, most, near):
    assert run("isNear(given[0], given[1], given[2])", one, other, most) is near


@pytest.mark.parametrize(
    "word, found",
    [
        ("crying", {"crying": 1, "cry": 0.8}),
        ("cry", {"cry": 1, "crying": 0.5}),
        ("trus", {"trust": 0.5, "trusted": 0.5}),
        ("trusting", {"trust": 0.8, "trusted": 0.8}),
        ("truzt", {"trust": 0.2}),
        ("trsut", {"trust": 0.2}),
        ("988", {"988": 1}),
        ("98", {"988": 0.5}),
        ("xyzzy", {}),
    ],
)
def test_a_word_stands_for_itself_for_its_stem_for_what_begins_like_it_or_else_for_what_is_near(run, word, found):
    known = ["988", "cry", "crying", "trust", "trusted"]
    told = run("[...alike(given[0], given[1], isSilent)]", word, known)
    assert {known[number]: share for number, share in told} == found


# Words that every part holds tell nothing; these hold none.
OTHERS = [Entry(f"other-{number}/", "", "", "") for number in range(100)]


def found(run, entries: list[Entry], query: str) -> list[tuple[str, bool, list[str]]]:
    pages = run("find(read(given[0]), given[1]).pages", packed(entries + OTHERS, weights(entries + OTHERS)), query)
    return [(page["url"], page["isAnswer"], [part["anchor"] for part in page["parts"]]) for page in pages]


def test_what_python_packed_is_found_page_by_page_the_best_first(run):
    entries = [Entry("a/", "", "Home", ""), Entry("a/", "one", "One", "Trust grows."), Entry("b/", "", "Trust", "Trust.")]
    assert found(run, entries, "trust") == [("b/", True, []), ("a/", False, ["one"])]


def test_numbers_of_more_than_one_digit_come_back_as_they_were(run):
    entries = [Entry(f"{number}/", "", "", "rare" if number in (0, 31, 32, 33, 1100) else "") for number in range(1200)]
    assert sorted(int(url[:-1]) for url, _, _ in found(run, entries, "rare")) == [0, 31, 32, 33, 1100]


def test_parts_that_hold_more_of_the_words_come_first(run):
    entries = [Entry("a/", "", "", "trust trust trust"), Entry("b/", "", "", "slow slow slow"), Entry("c/", "", "", "slow trust")]
    assert found(run, entries, "slow trust")[0] == ("c/", True, [])


def test_no_more_than_three_parts_of_a_page_and_ten_pages_are_shown(run):
    entries = [Entry(f"{page}/", part, "Trust", "") for page in range(12) for part in ("", "b", "c", "d", "e")]
    pages = found(run, entries, "trust")
    assert [len(parts) + is_answer for _, is_answer, parts in pages] == [3] * 10


def test_every_word_that_was_looked_for_is_told(run):
    entries = [Entry("a/", "", "Trust", "trusted entrusted"), *OTHERS]
    assert sorted(run("[...find(read(given[0]), given[1]).meant]", packed(entries, weights(entries)), "trust")) == ["trust", "trusted"]


@pytest.mark.parametrize(
    "text, shown",
    [
        ("Trust grows.", "Trust grows."),
        ("word " * 40 + "Trust grows.", "… word word word word word word word Trust grows."),
        ("Trust grows. " + "word " * 40, "Trust grows. " + "word " * 19 + "…"),
        ("word " * 40, "word " * 21 + "word …"),
    ],
    ids=["short", "far in", "cut after", "not there"],
)
def test_an_excerpt_begins_a_little_before_the_word(run, text, shown):
    assert run("excerpt(given[0], new Set(['trust']))", text) == shown


def test_words_that_were_looked_for_are_marked_and_others_stay_words(run):
    assert run("marked(given[0], new Set(['dont', 'trust'])).map((node) => node.outerHTML ?? node)", "I <b> don’t Trust.") == [
        "I <b> ",
        "<mark>don’t</mark>",
        " ",
        "<mark>Trust</mark>",
        ".",
    ]
