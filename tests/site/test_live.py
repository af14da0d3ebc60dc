"""The live server: each edit is shown, a fault is told in one line, and the server goes on."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

import pytest

from tests.live import Live

PAGE = "strategies/empathy/"


@pytest.fixture
def live(copy) -> Iterator[Live]:
    with Live(copy) as server:
        server.page(PAGE)
        yield server


def shown_after(live: Live, path: str, old: str, new: str) -> str:
    live.change(path, old, new)
    return live.shown(PAGE)


def test_an_edit_of_a_page_of_data_and_of_a_template_is_shown(live):
    assert "<p>New words.</p>" in shown_after(live, "docs/strategies/empathy.md", "\n## In short", "\nNew words.\n\n## In short")
    assert "Newly worded" in shown_after(live, "data/checklists/empathy.yml", "They ", "Newly worded ")
    assert "<b>A new frame</b>" in shown_after(live, "overrides/partials/toc.html", "<nav", "<b>A new frame</b><nav")


def test_the_search_follows_words_and_titles(live):
    shown_after(live, "docs/strategies/empathy.md", "\n## In short", "\nNew words.\n\n## In short")
    shown_after(live, "docs/strategies/empathy.md", "title: ", "title: Newly ")
    titles = {url: title for url, title, _ in json.loads(live.get("search/index.json"))["pages"]}
    assert titles[PAGE].startswith("Newly ")
    assert "New words." in json.loads(live.get("search/texts.json"))[PAGE][""]


def test_a_fault_is_told_in_a_line_and_the_server_goes_on_when_it_is_mended(live):
    former = live.page(PAGE)
    live.change("docs/strategies/empathy.md", 'checklist("empathy"', 'checklist("empty"')
    assert re.match(r"docs/strategies/empathy.md:[0-9]+: There is no checklist 'empty'. ", live.told(".md:"))
    mended = shown_after(live, "docs/strategies/empathy.md", 'checklist("empty"', 'checklist("empathy"')
    assert mended.partition("livereload(")[0] == former.partition("livereload(")[0]


@pytest.mark.parametrize("file, old, new", [
    ("docs/strategies/empathy.md", "](../", "](../no-such-place/"),
    ("data/pictures.yml", "cite: ", "cite: no-such-"),
    ("overrides/partials/toc.html", "<nav", "{{ no_such_thing.at_all }}<nav"),
    ("overrides/partials/toc.html", "<nav", "{% if %}<nav"),
], ids=["a link", "a source", "a template", "its grammar"])
def test_a_build_that_gives_up_does_not_end_it(live, file, old, new):
    live.change(file, old, new)
    live.told("The server will appear stuck")
    assert "Empathy" in shown_after(live, file, new, old)


def test_a_page_that_was_not_edited_is_still_held_against_the_others(live):
    """Pages are kept from one build to the next, and what is wrong with them is not forgotten."""
    live.change("docs/why-trust.md", "{#how-sure-are-we}", "{#how-sure}")
    live.told("Doc file 'index.md' contains a link 'why-trust.md#how-sure-are-we', but")
    live.change("docs/why-trust.md", "{#how-sure}", "{#how-sure-are-we}")
    live.change("docs/strategies/empathy.md", "](../", "](../no-such-place/")
    live.told("no-such-place/")
    live.told("The server will appear stuck")
    live.change("docs/glossary.md", "\n## ", "\nNew words.\n\n## ")
    live.told("no-such-place/")
    assert "Empathy" in shown_after(live, "docs/strategies/empathy.md", "](../no-such-place/", "](../")


def test_a_word_that_comes_to_the_glossary_is_explained_on_pages_that_were_not_edited(live):
    new = "- term: risky\n  group: Starting out\n  meaning: It may go wrong.\n\n"
    assert "It may go wrong." in shown_after(live, "data/glossary.yml", "- term: counsellor\n", new + "- term: counsellor\n")
