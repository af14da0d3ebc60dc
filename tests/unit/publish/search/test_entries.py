import pytest

from sitekit.load import load
from sitekit.publish.search.entries import Entry, entries, plain

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


def found(location: str, title: str = "A title", text: str = "") -> dict[str, str]:
    return {"location": location, "title": title, "text": text}


def test_words_go_to_their_page_and_to_their_part(site):
    known = entries([found("strategies/listening/"), found("strategies/listening/#in-short"), found("")], site)
    assert [(entry.url, entry.anchor, entry.typed) for entry in known] == [
        ("strategies/listening/", "", "hear me out ignored"), ("strategies/listening/", "in-short", "summary"), ("", "", "")]


def test_words_for_help_are_urgent(site):
    assert entries([found("help/")], site) == [Entry("help/", "", "A title", "", urgent="suicidal")]


def test_a_page_stands_before_its_parts_and_keeps_its_place_among_pages(site):
    known = entries([found("help/#call"), found("help/"), found("strategies/listening/")], site)
    assert [(entry.url, entry.anchor) for entry in known] == [("help/", ""), ("help/", "call"), ("strategies/listening/", "")]


def test_lists_of_links_are_left_out_and_sources_come_last(site):
    known = entries([found("help/#read-next"), found("help/#how-sure-are-we"), found("help/#call")], site)
    assert [(entry.anchor, entry.is_last) for entry in known] == [("how-sure-are-we", True), ("call", False)]


def test_markup_becomes_words():
    assert plain("<p>You &amp; me,</p>\n<ul><li>here</li><li>and&nbsp;now</li></ul>") == "You & me, here and now"
