"""The link kit as plain text: e-mails with all that is known filled in, and lists for other programs."""

import csv
import io
import json

import pytest

from sitekit import links
from sitekit.models.emails import Email, Placeholder, placeholders
from sitekit.models.practice import Contact, Practice
from sitekit.sources.loader import load

ADDRESS = "https://practice.example/our-copy/"


@pytest.fixture
def small(good):
    """The smallest site, of a practice that says nothing about itself."""
    return load(good)[0].model_copy(update={"practice": Practice()})


def email(short: str) -> Email:
    return Email(id="booked", moment="Booked", page="strategies/listening.md", subject="S", short=short, medium=short, long=short)


def test_placeholder_has_its_name_and_its_page():
    assert placeholders("Hello {practice}.\n{page: help.md}\n[day]") == [
        Placeholder("practice", None, False, "{practice}"),
        Placeholder("page", "help.md", True, "{page: help.md}"),
    ]


def test_email_holds_the_full_url_of_its_page(small):
    assert links.letter(small, email("Read this:\n{page}\nBye"), "short", ADDRESS).splitlines() == [
        "Read this:",
        "https://practice.example/our-copy/strategies/listening/",
        "Bye",
    ]


def test_email_can_name_another_page(small):
    assert links.letter(small, email("{page: help.md}"), "long", ADDRESS) == "https://practice.example/our-copy/help/"


def test_practice_is_filled_in(small):
    practice = Practice(name="Oak House", contact=Contact(phone="020 7946 0000", email="hello@oak.example"))
    text = links.letter(small.model_copy(update={"practice": practice}), email("[Your name]\n{practice}\n{contact}"), "short", ADDRESS)
    assert text == "[Your name]\nOak House\n020 7946 0000\nhello@oak.example"


def test_line_for_what_is_not_known_is_left_out(small):
    assert links.letter(small, email("One.\n\n{practice}\n{contact}\n\nTwo."), "short", ADDRESS) == "One.\n\nTwo."


def test_help_is_that_of_the_practices_country_or_names_no_number(small):
    def help_of(practice: Practice) -> str:
        return links.letter(small.model_copy(update={"practice": practice}), email("{help}"), "short", ADDRESS)

    own = Practice(country="us", emergencies="Go to the hospital.", between_sessions="We answer on weekdays.")
    assert help_of(own).splitlines()[1:] == ["Go to the hospital.", "We answer on weekdays."]
    assert help_of(Practice(country="us")) == "In danger now: call 911. Crisis line: call 988."
    assert help_of(Practice()) == "In danger now: call your local emergency number."


def test_markup_in_plain_text_is_not_escaped(small):
    practice = Practice(name='<b>{page}</b> & "Co"')
    assert links.letter(small.model_copy(update={"practice": practice}), email("{practice}"), "short", ADDRESS) == '<b>{page}</b> & "Co"'


def test_links_json_lists_each_page_in_the_menus_order(small):
    found = json.loads(links.as_json(small, ADDRESS))
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


def test_links_csv_holds_the_same_as_links_json(small):
    rows = list(csv.DictReader(io.StringIO(links.as_csv(small, ADDRESS), newline="")))
    assert list(rows[0]) == list(links.COLUMNS)
    for row, page in zip(rows, json.loads(links.as_json(small, ADDRESS))["pages"], strict=True):
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
