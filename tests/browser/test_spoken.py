"""What a screen reader says of seven pages, in order: kept as text, compared, and held against rules.

Write an intended difference down with `.venv/bin/python -m tests.browser.spoken`, read it, and commit it.
"""

import collections
import itertools

import pytest

from tests.browser.spoken import PAGES, STOPS, TEXTS, spoken, tree
from tests.browser.visiting import PHONE

every_page_of_these = pytest.mark.parametrize("name", PAGES)


@pytest.mark.slow
@every_page_of_these
def test_what_is_said_is_what_was_written_down(visit, name):
    page = visit(PHONE)(PAGES[name])
    assert spoken(page) == (TEXTS / f"{name}.txt").read_text(encoding="utf-8").splitlines()


@pytest.mark.promise("told-by-screen-readers", says="We write down what is said on seven pages. No button or link may lack a name.")
@every_page_of_these
def test_each_stop_has_a_name_and_none_is_said_twice_in_a_row(visit, name):
    page = visit(PHONE)(PAGES[name])
    lines = spoken(page)
    stops = [line for line in lines if line.partition(":")[0].partition(",")[0] in STOPS.values()]
    assert len(stops) > 10
    assert [stop for stop in stops if not stop.partition(": ")[2]] == []
    assert [line for line, following in itertools.pairwise(lines) if line == following] == []
    assert "list of 0" not in lines


@every_page_of_these
def test_links_of_one_name_lead_to_one_place(visit, name):
    page = visit(PHONE)(PAGES[name])
    links = page.locator("a[href]").evaluate_all(
        "links => links.filter((link) => link.checkVisibility()).map((link) =>"
        " [link.getAttribute('aria-label') ?? link.innerText.trim().replaceAll(/\\s+/g, ' '), link.href.split('#')[0]])"
    )
    places = collections.defaultdict(set)
    for said, place in links:
        places[said].add(place)
    assert {said: found for said, found in places.items() if len(found) > 1} == {}


@every_page_of_these
def test_nothing_is_announced_before_a_reader_acts(visit, name):
    page = visit(PHONE)(PAGES[name])
    nodes = {node["nodeId"]: node for node in tree(page)}
    live = [node for node in nodes.values() if any(found["name"] == "live" for found in node.get("properties", ()))]
    assert live
    said = [nodes[child].get("name", {}).get("value") for node in live for child in node.get("childIds", ()) if child in nodes]
    assert [words for words in said if words] == []
