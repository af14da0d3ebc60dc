import json

import pytest

from sitekit.load import load
from sitekit.publish.search import FOUND, INDEX, teach

PLAIN = {"config": {}, "docs": [
    {"location": "", "title": "Home", "text": "<p>Take your time.</p>"},
    {"location": "#next", "title": "Next", "text": ""},
    {"location": "#last", "title": "Last", "text": "Or leave."},
    {"location": "strategies/listening/", "title": "Listening", "text": ""},
]}


@pytest.fixture
def folder(good, tmp_path):
    (tmp_path / "site/search").mkdir(parents=True)
    (tmp_path / "site" / FOUND).write_text(json.dumps(PLAIN))
    (tmp_path / "site/index.html").write_text("as it was")
    teach(tmp_path / "site", load(good)[0])
    return tmp_path / "site"


def test_its_files_come_in_place_of_what_was_found(folder):
    assert {file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file()} == {
        "index.html", INDEX, "search/texts/index.json", "search/texts/strategies/listening.json"}
    assert (folder / "index.html").read_text() == "as it was"


def test_a_heading_with_others_below_it_tells_of_the_first(folder):
    assert json.loads((folder / "search/texts/index.json").read_text()) == {"": "Take your time.", "next": "Last: Or leave.", "last": "Or leave."}


def test_a_page_without_words_tells_of_no_other_page(folder):
    assert json.loads((folder / "search/texts/strategies/listening.json").read_text()) == {"": ""}
