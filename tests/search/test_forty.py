"""Forty questions that people really ask are answered by the site's own search, each at one heading, in the first three results."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from sitekit.sources.yaml import parse_yaml
from tests.browser.visiting import DESK
from tests.conftest import ROOT, real_site
from tests.search.asking import Query, ask, open_search, rank

FILE = "tests/search/forty.yml"
FORTY = [Query(row["q"], (row["to"],), "forty") for row in parse_yaml((ROOT / FILE).read_text(encoding="utf-8"), FILE).value]


@pytest.fixture(scope="module")
def searching(browser, base_url) -> Iterator[Page]:
    """A page with its search open, asked one question after the other."""
    context = browser.new_context(viewport=DESK)
    page = context.new_page()
    page.goto(base_url)
    open_search(page)
    yield page
    context.close()


@pytest.mark.parametrize("question", FORTY, ids=lambda question: question.words)
def test_question_is_answered_in_the_first_three(searching, base_url, question):
    results = ask(searching, question.words, base_url)
    assert rank(question, results), f"wants {question.answers[0]}, finds {results[:3]}"


def test_forty_questions_are_asked_of_every_new_page():
    pages = {query.answers[0].partition("#")[0] for query in FORTY}
    assert len({query.words for query in FORTY}) == 40
    assert pages >= {
        *(f"first-session/{name}/" for name in ("what-therapy-is", "costs-and-records", "ai", "under-18", "parents")),
        *(f"first-session/{name}/" for name in ("sent-by-someone", "together", "your-brain-your-way", "worries")),
        "keeping-trust/missed-session/",
    }


def test_no_question_is_listed_among_the_words_of_the_search():
    listed = {words.casefold() for terms in real_site().search_terms.values() for words in terms.words}
    assert not listed & {query.words for query in FORTY}
