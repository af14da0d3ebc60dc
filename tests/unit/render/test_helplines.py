"""Crisis help for every country: each way to reach a line, and when it was checked."""

import datetime

import pytest
from lxml import html

from sitekit.models.data import Country, Directory, Helpline, Helplines, TextLine
from sitekit.models.practice import Practice
from tests.rendering import show
from tests.unit.smallest import DAY, page, site

ELSEWHERE = Directory(
    name="A & Z", url="https://d.example/?a&b", note="Many & more.", source="https://d.example", checked=DAY, verified=True
)


def hidden(words: str) -> str:
    return f'<span class="visually-hidden">, {words}</span>'


def line(**changed) -> Helpline:
    usual = {"id": "x", "name": "Listen & Co", "hours": "Day & night", "source": "https://x.example/", "checked": DAY, "verified": False}
    return Helpline(**usual | changed)


def shown(practice: Practice | None = None, **countries: Country) -> str:
    helplines = Helplines(countries=countries, elsewhere=ELSEWHERE)
    return show(site(page(), helplines=helplines, practice=practice or Practice()), "helplines")


def row(line: Helpline) -> str:
    """Return the row of a country's only line."""
    return (
        shown(je=Country(name="Jersey", emergency=("999",), lines=(line,)))
        .partition('<h4>Suicide and crisis</h4><ul role="list">')[2]
        .partition("</ul>")[0]
    )


JERSEY = hidden("Listen &amp; Co")


@pytest.mark.parametrize(
    "ways, links",
    [
        ({"call": "116 123"}, f'<a class="call" href="tel:116123">Call <b>116 123</b>{JERSEY}</a>'),
        ({"text": TextLine(to="85-258")}, f'<a class="call" href="sms:85258">Text <b>85-258</b>{JERSEY}</a>'),
        ({"text": TextLine(to="85258", word="A&B")}, f'<a class="call" href="sms:85258">Text A&amp;B to <b>85258</b>{JERSEY}</a>'),
        (
            {"call": "12", "chat": "https://x.example/?a&b"},
            f'<a class="call" href="tel:12">Call <b>12</b>{JERSEY}</a> <a class="call" href="https://x.example/?a&amp;b">Chat online{JERSEY}</a>',
        ),
    ],
)
def test_line_shows_each_way_to_reach_it_and_its_hours(ways, links):
    assert row(line(**ways)) == f"<li><strong>Listen &amp; Co</strong> {links} <span>Day &amp; night.</span></li>"


def test_line_may_carry_a_note_and_no_mark_of_a_check():
    shown = row(line(call="12", note="Free & kind.", verified=True, checked=datetime.date(2026, 3, 1)))
    assert shown.endswith(" <span>Day &amp; night.</span> <span>Free &amp; kind.</span></li>")


def test_lines_stand_below_a_heading_for_each_need():
    lines = (
        line(id="b", name="B", call="2", need="young"),
        line(id="a", name="A", call="1"),
        line(id="c", name="C", call="3", need="young"),
    )
    found = html.fromstring(f"<div>{shown(je=Country(name='Jersey', emergency=('999',), lines=lines))}</div>").get_element_by_id("help-je")
    headings = [(heading.text, heading.getnext().xpath("li/strong/text()")) for heading in found.findall("h4")]
    assert headings == [("Suicide and crisis", ["A"]), ("Children and young people", ["B", "C"])]


def test_countries_stand_by_region_and_name_and_the_directory_comes_last():
    def country(code: str, name: str, state: str = "") -> str:
        return (
            f'<details{state}><summary>{name} <strong>999 (police) or 11-2 (ambulance)</strong></summary><section id="help-{code}"><ul role="list">'
            f'<li><strong>Danger now</strong> <a class="call" href="tel:999">Call <b>999</b>{hidden(name)}</a> (police) or '
            f'<a class="call" href="tel:112">Call <b>11-2</b>{hidden(name)}</a> (ambulance)</li></ul></section></details>'
        )

    places = {"fr": ("France", "The mainland"), "je": ("Jersey & Sark", "Islands"), "gg": ("Guernsey", "Islands")}
    countries = {code: Country(name=name, region=region, emergency=("999", "11-2")) for code, (name, region) in places.items()}
    # The practice's own country comes first with its region, and is open.
    assert shown(Practice(country="je"), **countries) == (
        f'<div class="helplines"><h3 id="help-with-gg">Islands</h3><div class="countries">{country("je", "Jersey &amp; Sark", " open")}'
        f'{country("gg", "Guernsey")}</div><h3 id="help-with-fr">The mainland</h3><div class="countries">{country("fr", "France")}</div>'
        '<h3>Somewhere else</h3><div id="help-elsewhere"><ul role="list"><li>'
        '<a class="call" href="https://d.example/?a&amp;b">A &amp; Z</a> <span>Many &amp; more.</span></li></ul></div></div>'
    )
