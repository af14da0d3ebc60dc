"""Crisis help as HTML fragments. All words are escaped; a country never shows another's numbers as its own."""

from __future__ import annotations

from html import escape
from typing import get_args

from sitekit import queries
from sitekit.models.data import Country, Directory, Helpline, Need
from sitekit.models.site import Site

# The heading above the lines for each need.
NEED_HEADINGS: dict[Need, str] = {
    "crisis": "Suicide and crisis",
    "abuse": "Abuse at home",
    "sexual-assault": "Sexual assault",
    "young": "Children and young people",
    "lgbtq": "LGBTQ+ people",
    "veterans": "Veterans and people who serve",
    "access": "If you are deaf or cannot speak",
}


def helplines(site: Site) -> str:
    """Render help for every country listed, by name, the practice's own first, then the directory for elsewhere."""
    found = site.helplines
    codes = queries.countries_in_order(site)
    # One list by name: a reader in need finds a country in it at a glance, and all of it fits a phone's first screen.
    places = [*((code, found.countries[code].name) for code in codes), ("elsewhere", "Somewhere else")]
    jumps = "".join(f'<li><a href="#help-{code}">{escape(name)}</a></li>' for code, name in places)
    blocks = "".join(_country(code, found.countries[code]) for code in codes)
    other = found.elsewhere
    elsewhere = (
        '<section class="helplines" id="help-elsewhere"><h3>Somewhere else</h3><ul><li>'
        f'<a class="call" href="{escape(other.url)}" rel="noreferrer">{escape(other.name)}</a> '
        f'<span class="note">{escape(other.note)}</span> {_checked(other)}</li></ul></section>'
    )
    return f'<div class="jumps"><ul>{jumps}</ul></div>{blocks}{elsewhere}'


def _country(code: str, country: Country) -> str:
    calls = " or ".join(call(number, f"Call {number}", f"Emergency, {country.name}") for number in country.emergency)
    groups = [f'<ul><li class="emergency"><strong>Danger now</strong> {calls}</li></ul>']
    for need in get_args(Need):
        rows = "".join(_helpline(line, country.name) for line in country.lines if line.need == need)
        if rows:
            groups.append(f"<h4>{escape(NEED_HEADINGS[need])}</h4><ul>{rows}</ul>")
    return f'<section class="helplines" id="help-{code}"><h3>{escape(country.name)}</h3>{"".join(groups)}</section>'


def call(number: str, words: str, service: str = "") -> str:
    """Render a number as a link that dials it.

    Args:
        service: whose number it is, said to those who hear a list of links and not the page around them.
    """
    return f'<a class="call" href="tel:{queries.dialable(number)}">{_unseen(service)}{escape(words)}</a>'


def _unseen(service: str) -> str:
    return f'<span class="visually-hidden">{escape(service)}: </span>' if service else ""


def _helpline(line: Helpline, country: str) -> str:
    service = f"{line.name}, {country}"
    ways = []
    if line.call:
        ways.append(call(line.call, f"Call {line.call}", service))
    if line.text:
        words = f"Text {line.text.word} to {line.text.to}" if line.text.word else f"Text {line.text.to}"
        ways.append(f'<a class="call" href="sms:{queries.dialable(line.text.to)}">{_unseen(service)}{escape(words)}</a>')
    if line.chat:
        ways.append(f'<a class="call" href="{escape(line.chat)}" rel="noreferrer">{_unseen(service)}Chat online</a>')
    note = f' <span class="note">{escape(line.note)}</span>' if line.note else ""
    return f'<li><strong>{escape(line.name)}</strong> {" ".join(ways)} <span class="hours">{escape(line.hours)}.</span>{note} {_checked(line)}</li>'


def _checked(line: Helpline | Directory) -> str:
    # No day stands beside what was seen elsewhere only: it would read as a check.
    words = f"Seen on its own page on {line.checked.day} {line.checked:%B %Y}." if line.verified else "Not yet seen on its own page."
    return f'<span class="checked">{words}</span>'


def help_line(site: Site) -> str:
    """Render the one line of help that stands on every page in print."""
    return escape(help_words(site))


def help_words(site: Site) -> str:
    """Return that line as plain text: the crisis lines of the practice's country, or none by name."""
    country = site.helplines.countries.get(site.practice.country or "")
    if country is None:
        return "In danger now: call your local emergency number."
    words = [f"In danger now: call {' or '.join(country.emergency)}."]
    words += [f"{line.name}: {_ways(line)}." for line in country.lines if line.need == "crisis"]
    return " ".join(words)


def _ways(line: Helpline) -> str:
    text = line.text and (f"text {line.text.word} to {line.text.to}" if line.text.word else f"text {line.text.to}")
    return ", ".join(filter(None, (line.call and f"call {line.call}", text))) or (line.chat or "")
