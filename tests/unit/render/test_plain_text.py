"""Facts in plain text: whom to call, how to reach the practice, who reviewed a page."""

import datetime

import pytest

from sitekit.models.data import Country, Directory, Helpline, Helplines, TextLine
from sitekit.models.practice import Contact, Practice, Reviewer
from sitekit.render.plain_text import help_line, practice_lines, review_line
from tests.rendering import INTERFACE
from tests.unit.smallest import DAY, page, site

ELSEWHERE = Directory(name="D", url="https://d.example", note="N.", source="https://d.example", checked=DAY, verified=True)


def line(**ways) -> Helpline:
    return Helpline(
        **{"id": "x", "name": "Listen & Co", "hours": "Day", "source": "https://x.example/", "checked": DAY, "verified": True} | ways
    )


def help_in(country: str | None, *lines: Helpline, emergency: tuple[str, ...] = ("999",)) -> str:
    listed = Helplines(countries={"je": Country(name="Jersey", emergency=emergency, lines=lines)}, elsewhere=ELSEWHERE)
    return help_line(site(helplines=listed, practice=Practice(country=country), interface=INTERFACE))


@pytest.mark.parametrize(
    "ways, words",
    [
        ({"call": "12"}, "call 12"),
        ({"text": TextLine(to="34")}, "text 34"),
        ({"text": TextLine(to="34", word="HI")}, "text HI to 34"),
        ({"call": "12", "text": TextLine(to="34"), "chat": "https://x.example/"}, "call 12, text 34"),
        ({"chat": "https://x.example/"}, "https://x.example/"),
    ],
)
def test_help_line_names_a_number_before_a_url(ways, words):
    assert help_in("je", line(**ways)) == f"In danger now: call 999. Listen & Co: {words}."


def test_help_line_names_every_emergency_number_and_every_line():
    lines = line(call="12"), line(name="Text us", text=TextLine(to="34"))
    assert (
        help_in("je", *lines, emergency=("999", "11-2"))
        == "In danger now: call 999 (police) or 11-2 (ambulance). Listen & Co: call 12. Text us: text 34."
    )


def test_help_line_without_a_country_names_no_number():
    assert help_in(None, line(call="12")) == "In danger now: call your local emergency number."


@pytest.mark.parametrize(
    "practice, lines",
    [
        (Practice(), []),
        (Practice(name="Ann"), ["Ann"]),
        (Practice(contact=Contact(email="a@b.example")), ["a@b.example"]),
        (
            Practice(
                name="Ann", contact=Contact(phone="123", email="a@b.example", website="https://b.example", booking="https://c.example")
            ),
            ["Ann", "123", "a@b.example", "https://b.example"],
        ),
    ],
)
def test_practice_lines_are_its_name_and_ways_to_reach_it(practice, lines):
    assert practice_lines(practice) == lines


REVIEWER = Reviewer(name="Dr Ann", credentials="Psychologist", date=datetime.date(2026, 3, 1))


@pytest.mark.parametrize(
    "reviewer, reviewed, words",
    [
        (None, DAY, "Written from published sources. Not yet reviewed by a clinician."),
        (REVIEWER, datetime.date(2026, 3, 1), "Reviewed by Dr Ann, Psychologist, on 1 March 2026."),
        (
            REVIEWER,
            datetime.date(2026, 3, 2),
            "An earlier text of this page was reviewed by Dr Ann, Psychologist, on 1 March 2026. It has changed since.",
        ),
    ],
)
def test_review_line_says_who_reviewed_a_page_and_whether_it_changed_since(reviewer, reviewed, words):
    assert review_line(site(practice=Practice(reviewer=reviewer), interface=INTERFACE), page(reviewed=reviewed)) == words
