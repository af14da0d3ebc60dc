import json
import re

import pytest

from sitekit.load import load
from sitekit.publish.search import FIELDS, INDEX, SILENT, separator, taught, teach

PLAIN = {"config": {"lang": ["en"], "separator": "[ ]", "pipeline": [], "fields": {"title": {"boost": 1000.0}}}, "docs": [
    {"location": "", "title": "Home", "text": ""},
    {"location": "help/", "title": "Help", "text": ""},
    {"location": "strategies/listening/", "title": "Listening", "text": ""},
    {"location": "strategies/listening/#in-short", "title": "In short", "text": ""},
    {"location": "strategies/listening/#how-sure-are-we", "title": "How sure are we", "text": ""},
    {"location": "strategies/listening/#read-next", "title": "Read next", "text": ""},
]}
WORDS = """
- page: strategies/listening.md
  words: [hear me out, ignored]
- page: strategies/listening.md
  anchor: in-short
  words: [summary]
- page: help.md
  words: [suicidal]
"""


@pytest.fixture
def site(good):
    (good / "data/search.yml").write_text(WORDS)
    return load(good)[0]


@pytest.fixture
def entries(site):
    return {entry["location"]: entry for entry in taught(PLAIN, site)["docs"]}


def test_words_go_to_their_page_and_to_their_answer(entries):
    assert entries["strategies/listening/"]["words"] == "hear me out ignored"
    assert entries["strategies/listening/#in-short"]["words"] == "summary"
    assert "words" not in entries[""]


def test_words_for_help_go_where_they_outweigh_all_others(entries):
    assert entries["help/"]["urgent"] == "suicidal"
    assert FIELDS["urgent"]["boost"] > 100 * max(spec["boost"] for name, spec in FIELDS.items() if name != "urgent")


def test_what_readers_are_shown_is_left_as_it_was(entries):
    for before in PLAIN["docs"][:-1]:
        after = entries[before["location"]]
        assert (after["title"], after["text"], after.get("tags")) == (before["title"], before["text"], None)


def test_lists_of_links_leave_and_sources_come_last(entries):
    assert "strategies/listening/#read-next" not in entries
    assert entries["strategies/listening/#how-sure-are-we"]["boost"] < 1 < entries["strategies/listening/#in-short"]["boost"]
    assert "boost" not in entries["strategies/listening/"]


def test_silent_words_part_words_and_others_stay_whole():
    parts = re.compile(separator(SILENT))
    left = [part for part in parts.split("What if I cry? They don't THERAPIST me-time &quot;iffy&quot;") if part]
    assert left == ["cry", "THERAPIST", "time", "iffy"]


def test_only_the_searchs_data_changes(site, tmp_path):
    (tmp_path / "search").mkdir()
    (tmp_path / INDEX).write_text(json.dumps(PLAIN))
    (tmp_path / "index.html").write_text("as it was")

    teach(tmp_path, site)

    assert json.loads((tmp_path / INDEX).read_text()) == taught(PLAIN, site)
    assert (tmp_path / "index.html").read_text() == "as it was"
    assert {file.name for file in tmp_path.iterdir() if file.name != "good"} == {"index.html", "search"}
