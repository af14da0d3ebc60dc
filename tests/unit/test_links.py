"""The link kit as lists for other programs."""

import csv
import io
import json

import pytest

from sitekit import links
from sitekit.models.practice import Practice
from sitekit.sources.loader import load

ADDRESS = "https://practice.example/our-copy/"


@pytest.fixture
def small(good):
    """The smallest site, of a practice that says nothing about itself."""
    return load(good)[0].model_copy(update={"url": ADDRESS, "practice": Practice()})


def test_links_json_lists_each_page_in_the_menus_order(small):
    found = json.loads(links.as_json(small))
    assert {key: found[key] for key in ("version", "site", "practice")} == {"version": 1, "site": ADDRESS, "practice": None}
    assert [page["path"] for page in found["pages"]] == ["", "help/", "strategies/listening/"]
    assert found["pages"][2] == {
        "path": "strategies/listening/",
        "address": "https://practice.example/our-copy/strategies/listening/",
        "title": "Listening",
        "description": "What it is like when someone listens to you with care.",
        "audience": "clients",
        "section": "Building trust",
        "reviewed": "2026-11-23",
        "when": ["The session is booked"],
        "qr": {
            "svg": "https://practice.example/our-copy/qr/strategies/listening.svg",
            "png": "https://practice.example/our-copy/qr/strategies/listening.png",
        },
        "handout": {
            "a4": "https://practice.example/our-copy/handouts/strategies-listening-a4.pdf",
            "letter": "https://practice.example/our-copy/handouts/strategies-listening-letter.pdf",
        },
    }


def test_links_json_lists_each_checklist_with_the_height_of_its_frame(small):
    (found,) = json.loads(links.as_json(small))["checklists"]
    heights = found.pop("heights")
    assert found == {
        "id": "listening",
        "title": "Listening",
        "frame": f"{ADDRESS}embed/listening/",
        "text": f"{ADDRESS}embed/listening.txt",
    }
    assert list(heights) == ["320", "480", "640"] and sorted(heights.values(), reverse=True) == list(heights.values())


def test_links_csv_holds_the_same_as_links_json(small):
    rows = list(csv.DictReader(io.StringIO(links.as_csv(small), newline="")))
    assert list(rows[0]) == list(links.COLUMNS)
    for row, page in zip(rows, json.loads(links.as_json(small))["pages"], strict=True):
        handout = page["handout"] or {"a4": "", "letter": ""}
        assert row == {
            "path": page["path"],
            "address": page["address"],
            "title": page["title"],
            "description": page["description"],
            "audience": page["audience"],
            "section": page["section"] or "",
            "reviewed": page["reviewed"],
            "when": "; ".join(page["when"]),
            "qr_svg": page["qr"]["svg"],
            "qr_png": page["qr"]["png"],
            "handout_a4": handout["a4"],
            "handout_letter": handout["letter"],
        }
