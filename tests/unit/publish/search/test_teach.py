import json

import pytest

from sitekit.load import load
from sitekit.publish.search import INDEX, TEXTS, is_untaught, teach

PLAIN = {"config": {}, "docs": [
    {"location": "", "title": "Home", "text": "<p>Take your time.</p>"},
    {"location": "#next", "title": "Next", "text": ""},
    {"location": "#last", "title": "Last", "text": "Or leave."},
    {"location": "strategies/listening/", "title": "Listening", "text": ""},
]}


@pytest.fixture
def folder(good, tmp_path):
    (tmp_path / "site/search").mkdir(parents=True)
    (tmp_path / "site/search/search_index.json").write_text(json.dumps(PLAIN))
    (tmp_path / "site/index.html").write_text("as it was")
    teach(tmp_path / "site", load(good)[0])
    return tmp_path / "site"


def test_its_files_come_in_place_of_what_was_found(folder):
    assert {file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file()} == {
        "index.html", INDEX, TEXTS}
    assert (folder / "index.html").read_text() == "as it was"


def test_a_heading_with_others_below_it_tells_of_the_first_and_a_page_without_words_of_no_other(folder):
    assert json.loads((folder / TEXTS).read_text()) == {"": {"": "Take your time.", "next": "Last: Or leave.", "last": "Or leave."}}


def test_of_long_texts_the_beginning_is_kept_and_of_parts_for_other_readers_nothing(good, tmp_path):
    (tmp_path / "search.json").write_text(json.dumps({"items": [
        {"location": "", "title": "Home", "text": "slowly " * 100}, {"location": "#how-sure-are-we", "title": "How sure", "text": "Not very."}]}))
    teach(tmp_path, load(good)[0])
    assert json.loads((tmp_path / TEXTS).read_text()) == {"": {"": "slowly " * 85 + "…"}}


def test_what_the_successor_found_makes_the_same(folder, good, tmp_path):
    (tmp_path / "other").mkdir()
    (tmp_path / "other/search.json").write_text(json.dumps({"items": PLAIN["docs"]}))
    assert is_untaught(tmp_path / "other")
    teach(tmp_path / "other", load(good)[0])
    assert not is_untaught(tmp_path / "other")
    for file in (folder / "search").rglob("*.json"):
        assert (tmp_path / "other" / file.relative_to(folder)).read_text() == file.read_text()
