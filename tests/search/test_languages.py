"""The search of each other language understands people who write in it, and danger in any language."""

from __future__ import annotations

import pytest

from sitekit.translations.languages import read_translations
from tests.browser.visiting import DESK
from tests.conftest import ROOT, real_site
from tests.search.asking import CRISIS, HELP, Asked, ask, ask_all, kinds, missed, open_search, queries

# The least number of queries that a language is tried with, by its tag.
LEAST = {"es": 100, "ar": 40}
QUERIES = {tag: queries(tag) for tag in LEAST}
WORDS = {translation.tag: translation.search_words for translation in read_translations(ROOT, real_site())[0]}
# What people in danger type, in more than twenty languages.
DANGER = [query for tag in ("", *LEAST) for query in queries(tag) if query.kind in CRISIS]


@pytest.fixture(scope="module", params=LEAST)
def tag(request) -> str:
    return request.param


@pytest.fixture(scope="module")
def asked(browser, base_url, tag) -> Asked:
    """Every query in the language, asked on its site."""
    return ask_all(browser, f"{base_url}{tag}/", QUERIES[tag])


def test_answer_is_among_the_first_three(asked, tag):
    rows = kinds(asked, "queries", "unseen")
    found = missed(rows, lambda place: not place)
    assert len(rows) >= LEAST[tag]
    assert len(found) <= 0.05 * len(rows), "\n".join(found)


@pytest.mark.promise(
    "help-first-in-search", says="We search for words of danger in any language on the site of each. Help must come first each time."
)
def test_in_a_crisis_help_comes_first_on_the_site_of_every_language(browser, base_url, tag):
    rows = ask_all(browser, f"{base_url}{tag}/", DANGER)
    assert not (found := missed(rows, lambda place: place != 1)), "\n".join(found)


def test_in_a_crisis_the_english_site_helps_who_writes_in_another_language(browser, base_url):
    rows = ask_all(browser, base_url, [query for tag in LEAST for query in QUERIES[tag] if query.kind in CRISIS])
    assert not (found := missed(rows, lambda place: place != 1)), "\n".join(found)


def test_everyday_queries_do_not_call_up_help_first(asked):
    """Where nothing else is found, help alone is shown, and the line above it says that no page was found."""
    rows = kinds(asked, "everyday")
    assert len(rows) >= 30
    assert [query.words for query, _, results in rows if results[0][0].startswith(HELP) and len(results) > 1] == []


def test_help_is_among_the_answers_whatever_is_asked(asked):
    assert [query.words for query, _, results in asked if not any(links[0].startswith(HELP) for links in results)] == []


def test_synonyms_are_not_the_queries(tag):
    """Synonyms that repeat whole queries would pass every test and help nobody."""
    listed = {words.casefold() for entry in WORDS[tag] for words in entry["words"]}
    rows = [query for query in QUERIES[tag] if query.kind == "queries"]
    same = [query.words for query in rows if query.words.casefold() in listed]
    assert len(same) <= 0.10 * len(rows), same


def test_number_of_pages_is_said_in_the_plural_form_of_the_language(browser, base_url):
    """Arabic has one form for three to ten pages, and others for one, two, and more."""
    context = browser.new_context(viewport=DESK)
    page = context.new_page()
    page.goto(f"{base_url}ar/")
    open_search(page)
    count = len(ask(page, "الخصوصية", f"{base_url}ar/"))
    page.locator("[role=search]").get_by_text(f"وُجدت {count} صفحات", exact=True).wait_for()
    context.close()
    assert 3 <= count <= 10
