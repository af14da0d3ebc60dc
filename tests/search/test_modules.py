"""The search's modules one by one: how they read words, rank parts of pages, hear danger, and cut excerpts."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from sitekit.render.site_context import search_words
from tests.browser.server import serve
from tests.conftest import ROOT, real_site
from tests.search.asking import CRISIS, queries
from tests.search.asking import HELP as HELP_URL

MODULES = ("words", "crisis", "engine", "excerpt", "languages/en")
HELP = {"location": "help-now/", "title": "Help", "text": "Call."}
# Parts that hold none of the words, so that a word of one part is not common.
OTHERS = [{"location": f"other-{number}/", "title": "", "text": ""} for number in range(20)]


@pytest.fixture(scope="module")
def run(browser) -> Iterator[Callable]:
    """Evaluate an expression with what the modules export, and arguments by the name `given`."""
    server = serve(ROOT / "overrides")
    page = browser.new_page()
    page.goto(server.url + "components/search/words.js")

    def call(script: str, *arguments: object) -> object:
        return page.evaluate(
            """async ([script, given, names]) => {
          const modules = await Promise.all(names.map((name) => import(`/components/search/${name}.js`)));
          const known = Object.assign({ given }, ...modules);
          return new Function(...Object.keys(known), `return ${script}`)(...Object.values(known));
        }""",
            [script, list(arguments), list(MODULES)],
        )

    yield call
    page.close()
    server.shutdown()


def find(run, parts: list[dict[str, str]], query: str, **data) -> list[tuple[str, bool, list[str]]]:
    """Return the pages found, help aside unless it was found: URL, whether its top answers, and the anchors shown."""
    known = {"docs": [HELP, *parts, *OTHERS], "synonyms": {}, "last": [], "help": "help-now/", "crisis": []} | data
    pages = run("buildIndex(given[0], { stem, stopWords })(given[1]).pages", known, query)
    return [(page["url"], page["isAnswer"], [part["anchor"] for part in page["parts"]]) for page in pages]


def part(location: str, title: str = "", text: str = "") -> dict[str, str]:
    return {"location": location, "title": title, "text": text}


@pytest.mark.parametrize("text, folded", [("Café", "cafe"), ("DON’T", "dont"), ("Don't", "dont"), ("Żółw", "zołw"), ("988", "988")])
def test_case_diacritics_and_apostrophes_are_folded(run, text, folded):
    assert run("fold(given[0])", text) == folded


@pytest.mark.parametrize(
    "query, is_crisis",
    [
        ("I want to DIE", True),
        ("diet", False),
        ("suicde", True),
        ("suicidal thoughts", True),
        ("overdos", True),
        ("cant go on", True),
        ("can't go on", True),
        ("go on holiday, cant wait", False),
        ("我想自杀了", True),
        ("quiero  morir!", True),
        ("how much", False),
        ("", False),
    ],
)
def test_words_and_phrases_of_danger_are_heard(run, query, is_crisis):
    assert (
        run("crisisTest(given[1])(given[0])", query, ["die", "suicide", "suicidal", "overdose", "cant go on", "自杀", "quiero morir"])
        is is_crisis
    )


@pytest.mark.parametrize("tag", ["", "es", "ar"])
def test_danger_is_heard_in_our_queries_and_not_in_everyday_ones(run, tag):
    """The words are the same on the site of every language."""
    danger = search_words(real_site())["crisis"]
    for is_crisis, kinds in ((True, CRISIS), (False, ("everyday", "queries"))):
        asked = [query for query in queries(tag) if query.kind in kinds and (is_crisis or HELP_URL not in query.answers)]
        heard = run("given[0].map(crisisTest(given[1]))", [query.words for query in asked], danger)
        assert [query.words for query, found in zip(asked, heard, strict=True) if found is not is_crisis] == []


def test_title_counts_more_than_text(run):
    assert find(run, [part("a/", "Home", "Trust."), part("b/", "Trust")], "trust")[0][0] == "b/"


def test_synonyms_count_most(run):
    assert find(run, [part("a/", "Mother"), part("b/", "Parents")], "mother", synonyms={"b/": "mother"})[0][0] == "b/"


@pytest.mark.parametrize("query", ["boundaries", "boundary", "bounda", "boundries"], ids=["same", "stem", "half typed", "misspelt"])
def test_word_is_met_by_its_stem_its_beginning_and_with_a_slip(run, query):
    assert find(run, [part("a/", "Clear boundaries")], query)[0][0] == "a/"


def test_query_of_stop_words_alone_is_met_by_titles_and_synonyms(run):
    assert find(run, [part("a/", "How much?"), part("b/", "", "how much")], "how much")[0][0] == "a/"


def test_word_of_most_parts_says_little(run):
    parts = [part(f"p{number}/", "", "therapist") for number in range(30)] + [part("a/", "My therapist"), part("b/", "", "A cold room")]
    assert find(run, parts, "cold therapist")[0][0] == "b/"


def test_where_only_a_common_word_tells_anything_stop_words_say_what_is_meant(run):
    parts = [part(f"p{number}/", "", "therapist") for number in range(30)] + [part("a/", "Feeling understood")]
    assert find(run, parts, "my therapist doesnt get me", synonyms={"a/": "not get me"})[0][0] == "a/"


def test_parts_stand_below_their_page_and_anchors_that_come_last_do(run):
    parts = [part("a/"), part("a/#one", "Trust"), part("b/"), part("b/#sources", "Trust")]
    assert find(run, parts, "trust", last=["sources"])[:2] == [("a/", False, ["one"]), ("b/", False, ["sources"])]


def test_at_most_three_parts_and_ten_pages_are_shown(run):
    parts = [part(f"{page}/" + (f"#{anchor}" if anchor else ""), "Trust") for page in range(12) for anchor in ("", "b", "c", "d", "e")]
    pages = find(run, parts, "trust")
    assert len(pages) == 10
    assert [len(anchors) + is_answer for _, is_answer, anchors in pages[:-1]] == [3] * 9


def test_help_is_never_missing_and_comes_first_in_danger(run):
    assert [url for url, *_ in find(run, [part("a/", "Trust")], "trust")] == ["a/", "help-now/"]
    assert [url for url, *_ in find(run, [part("a/", "Trust")], "xyzzy")] == ["help-now/"]
    assert [url for url, *_ in find(run, [part("a/", "Trust")], "trust die", crisis=["die"])] == ["help-now/", "a/"]


def test_published_text_is_not_read_as_markup(run):
    data = {"docs": [HELP, part("a/", "Trust", "Paste <iframe src>.")], "synonyms": {}, "last": [], "help": "help-now/", "crisis": []}
    assert run("buildIndex(given[0], { stem, stopWords })('trust').pages[0].text", data) == "Paste <iframe src>."


def test_words_of_the_stem_are_matches(run):
    data = {"docs": [HELP, part("a/", "Crying", "He cries.")], "synonyms": {}, "last": [], "help": "help-now/", "crisis": []}
    assert run("['crying', 'Cry', 'he'].map(buildIndex(given[0], { stem, stopWords })('cry').isMatch)", data) == [True, True, False]


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
def test_excerpt_begins_a_little_before_the_word(run, text, shown):
    assert run("excerpt(given[0], (word) => word === 'Trust')", text) == shown


def test_found_words_are_marked_and_others_stay_text(run):
    script = "marked(given[0], (word) => ['don’t', 'Trust'].includes(word)).map((node) => node.outerHTML ?? node)"
    assert run(script, "I <b> don’t Trust.") == ["I <b> ", "<mark>don’t</mark>", " ", "<mark>Trust</mark>", "."]
