"""Crisis help word for word: each way to reach a line, and the one line for print."""

import datetime
from typing import get_args

import pytest

from sitekit import render
from sitekit.models.data import Country, Helpline, Helplines, Need, TextLine
from sitekit.models.practice import Practice
from sitekit.render import help
from sitekit.sources.loader import load

NAMED = '<span class="visually-hidden">Listen &amp; Co, Jersey &amp; Sark: </span>'
NOT_CHECKED = '<span class="checked">Not yet seen on its own page.</span>'


def line(**changed) -> Helpline:
    return Helpline(
        **{
            "id": "x",
            "name": "Listen & Co",
            "hours": "Day & night",
            "source": "https://x.example/",
            "checked": datetime.date(2026, 3, 1),
            "verified": False,
        }
        | changed
    )


@pytest.mark.parametrize(
    "ways, links",
    [
        ({"call": "116 123"}, f'<a class="call" href="tel:116123">{NAMED}Call 116 123</a>'),
        ({"text": TextLine(to="85-258")}, f'<a class="call" href="sms:85258">{NAMED}Text 85-258</a>'),
        ({"text": TextLine(to="85258", word="A&B")}, f'<a class="call" href="sms:85258">{NAMED}Text A&amp;B to 85258</a>'),
        ({"chat": "https://x.example/?a&b"}, f'<a class="call" href="https://x.example/?a&amp;b" rel="noreferrer">{NAMED}Chat online</a>'),
        (
            {"call": "12", "chat": "https://x.example/"},
            f'<a class="call" href="tel:12">{NAMED}Call 12</a> <a class="call" href="https://x.example/" rel="noreferrer">{NAMED}Chat online</a>',
        ),
    ],
)
def test_a_line_shows_each_way_to_reach_it_and_its_hours(ways, links):
    assert help._helpline(line(**ways), "Jersey & Sark") == (
        f'<li><strong>Listen &amp; Co</strong> {links} <span class="hours">Day &amp; night.</span> {NOT_CHECKED}</li>'
    )


def test_a_line_may_carry_a_note_and_the_day_it_was_checked():
    assert help._helpline(line(call="12", note="Free & kind.", verified=True), "Jersey & Sark") == (
        f'<li><strong>Listen &amp; Co</strong> <a class="call" href="tel:12">{NAMED}Call 12</a> <span class="hours">Day &amp; night.</span>'
        ' <span class="note">Free &amp; kind.</span> <span class="checked">Seen on its own page on 1 March 2026.</span></li>'
    )


@pytest.mark.parametrize(
    "ways, words",
    [
        ({"call": "12"}, "call 12"),
        ({"text": TextLine(to="34")}, "text 34"),
        ({"text": TextLine(to="34", word="HI")}, "text HI to 34"),
        ({"call": "12", "text": TextLine(to="34"), "chat": "https://x.example/"}, "call 12, text 34"),
        ({"chat": "https://x.example/"}, "https://x.example/"),
        ({}, ""),
    ],
)
def test_in_print_a_line_is_called_or_texted_and_named_by_its_address_only_if_it_must(ways, words):
    assert help._ways(line(**ways)) == words


JERSEY = Country(
    name="Jersey & Sark",
    emergency=("999", "11-2"),
    lines=(line(name="Childline", call="56", need="young"), line(call="12"), line(name="Text us", text=TextLine(to="34"))),
)


def test_a_countrys_emergency_numbers_stand_before_its_lines_and_the_lines_below_what_they_are_for():
    emergency = '<span class="visually-hidden">Emergency, Jersey &amp; Sark: </span>'
    assert help._country("je", JERSEY) == (
        '<section class="helplines" id="help-je"><h3>Jersey &amp; Sark</h3>'
        f'<ul><li class="emergency"><strong>Danger now</strong> <a class="call" href="tel:999">{emergency}Call 999</a> or <a class="call" href="tel:112">{emergency}Call 11-2</a></li></ul>'
        f"<h4>Suicide and crisis</h4><ul>{help._helpline(JERSEY.lines[1], 'Jersey & Sark')}{help._helpline(JERSEY.lines[2], 'Jersey & Sark')}</ul>"
        f"<h4>Children and young people</h4><ul>{help._helpline(JERSEY.lines[0], 'Jersey & Sark')}</ul></section>"
    )


def test_every_need_has_its_heading():
    assert list(help.NEED_HEADINGS) == list(get_args(Need)) and len(set(help.NEED_HEADINGS.values())) == len(get_args(Need))


def test_the_whole_list_is_ways_down_to_each_country_its_lines_and_the_directory(good):
    site = load(good)[0]
    other = site.helplines.elsewhere.model_copy(update={"url": "https://d.example/?a&b", "name": "A & Z", "note": "Many & more."})
    je, gg, fr = (Country(name=name, emergency=("999",)) for name in ("Jersey", "Guernsey", "Bay & Isle"))
    site = site.model_copy(
        update={"helplines": Helplines(countries={"fr": fr, "je": je, "gg": gg}, elsewhere=other), "practice": Practice(country="je")}
    )

    def emergency(name):
        return (
            f'<h3>{name}</h3><ul><li class="emergency"><strong>Danger now</strong> <a class="call" href="tel:999">'
            f'<span class="visually-hidden">Emergency, {name}: </span>Call 999</a></li></ul></section>'
        )

    assert render.helplines(site) == (
        '<div class="jumps"><ul><li><a href="#help-je">Jersey</a></li><li><a href="#help-fr">Bay &amp; Isle</a></li>'
        '<li><a href="#help-gg">Guernsey</a></li><li><a href="#help-elsewhere">Somewhere else</a></li></ul></div>'
        f'<section class="helplines" id="help-je">{emergency("Jersey")}<section class="helplines" id="help-fr">{emergency("Bay &amp; Isle")}'
        f'<section class="helplines" id="help-gg">{emergency("Guernsey")}'
        '<section class="helplines" id="help-elsewhere"><h3>Somewhere else</h3><ul><li>'
        '<a class="call" href="https://d.example/?a&amp;b" rel="noreferrer">A &amp; Z</a> <span class="note">Many &amp; more.</span> '
        '<span class="checked">Seen on its own page on 23 November 2026.</span></li></ul></section>'
    )


def test_the_line_for_print_names_every_emergency_number_and_every_crisis_line(good):
    site = load(good)[0]
    site = site.model_copy(
        update={"helplines": Helplines(countries={"je": JERSEY}, elsewhere=site.helplines.elsewhere), "practice": Practice(country="je")}
    )
    assert help.help_words(site) == "In danger now: call 999 or 11-2. Listen & Co: call 12. Text us: text 34."
    assert render.help_line(site) == "In danger now: call 999 or 11-2. Listen &amp; Co: call 12. Text us: text 34."
