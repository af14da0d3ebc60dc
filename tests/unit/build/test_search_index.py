"""The search's one file: slim, without markup."""

import json

import pytest

from sitekit.build.search_index import FILE, plain, write_search_index

WORDS = {"synonyms": {"a/": "mum"}, "crisis": ["die"], "help": "help-now/", "last": []}
PARTS = [
    {"location": "a/", "title": "One &amp; two", "text": "<p>First.</p><p>Second&nbsp;&lt;b&gt;.</p>", "tags": ["x"]},
    {"location": "a/#read-next", "title": "Read next", "text": ""},
]


@pytest.fixture
def site(tmp_path):
    (tmp_path / "search").mkdir()
    (tmp_path / "search/search_index.json").write_text(json.dumps({"config": {}, "docs": PARTS}))
    return tmp_path


def written(site):
    write_search_index(site, WORDS, {"read-next"})
    return json.loads((site / FILE).read_text())


def test_texts_hold_no_markup_and_nothing_left_out(site):
    assert written(site)["docs"] == [{"location": "a/", "title": "One & two", "text": "First. Second <b>."}]


def test_markup_leaves_its_text_with_blocks_apart():
    assert plain("<p>One &amp; <b>two</b>.</p><p>Three.</p>") == "One & two . Three."


def test_synonyms_and_the_like_stand_in_the_same_file(site):
    assert written(site) | WORDS == written(site)


def test_generated_file_is_gone(site):
    written(site)
    assert [path.name for path in (site / "search").iterdir()] == ["texts.json"]


def test_output_of_the_successor_is_read(site):
    (site / "search/search_index.json").rename(site / "search.json")
    (site / "search.json").write_text(json.dumps({"items": PARTS}))
    assert len(written(site)["docs"]) == 1


def test_second_run_changes_nothing(site):
    assert written(site) == written(site)


@pytest.mark.parametrize("brief, length", [((), 680), (("a/",), 200)])
def test_long_part_is_cut_and_shorter_on_a_brief_page(site, brief, length):
    (site / "search/search_index.json").write_text(json.dumps({"docs": [{"location": "a/#b", "title": "", "text": "word " * 1000}]}))
    write_search_index(site, WORDS, (), brief)
    assert len(json.loads((site / FILE).read_text())["docs"][0]["text"]) == length
