"""Crisis help as HTML fragments. All words are escaped; a country never shows another's numbers as its own."""

from __future__ import annotations

from html import escape

from sitekit import queries
from sitekit.models.data import Country, Directory, Helpline
from sitekit.models.site import Site


def helplines(site: Site) -> str:
    """Render crisis help for every country listed, by region, the practice's own first, then the directory for elsewhere."""
    found = site.helplines
    regions = queries.countries_by_region(site)
    jumps = "".join(_jumps(region, [(code, found.countries[code].name) for code in codes]) for region, codes in regions.items())
    jumps += _jumps("Not on this list", [("elsewhere", "Somewhere else")])
    blocks = "".join(_country(code, found.countries[code]) for codes in regions.values() for code in codes)
    other = found.elsewhere
    elsewhere = (
        '<section class="helplines" id="help-elsewhere"><h3>Somewhere else</h3><ul><li>'
        f'<a class="call" href="{escape(other.url)}" rel="noreferrer">{escape(other.name)}</a> '
        f'<span class="note">{escape(other.note)}</span> {_checked(other)}</li></ul></section>'
    )
    return f'<div class="jumps">{jumps}</div>{blocks}{elsewhere}'


def _jumps(region: str, places: list[tuple[str, str]]) -> str:
    links = "".join(f'<li><a href="#help-{code}">{escape(name)}</a></li>' for code, name in places)
    return f"<p>{escape(region)}</p><ul>{links}</ul>"


def _country(code: str, country: Country) -> str:
    calls = " or ".join(call(number, f"MacroCall {number}") for number in country.emergency)
    rows = [f'<li class="emergency"><strong>Danger now</strong> {calls}</li>']
    rows += [_helpline(line) for line in country.lines]
    return f'<section class="helplines" id="help-{code}"><h3>{escape(country.name)}</h3><ul>{"".join(rows)}</ul></section>'


def call(number: str, words: str) -> str:
    """Render a number as a link that dials it."""
    return f'<a class="call" href="tel:{queries.dialable(number)}">{escape(words)}</a>'


def _helpline(line: Helpline) -> str:
    ways = []
    if line.call:
        ways.append(call(line.call, f"MacroCall {line.call}"))
    if line.text:
        words = f"Text {line.text.word} to {line.text.to}" if line.text.word else f"Text {line.text.to}"
        ways.append(f'<a class="call" href="sms:{queries.dialable(line.text.to)}">{escape(words)}</a>')
    if line.chat:
        ways.append(f'<a class="call" href="{escape(line.chat)}" rel="noreferrer">Chat online</a>')
    note = f' <span class="note">{escape(line.note)}</span>' if line.note else ""
    return f'<li><strong>{escape(line.name)}</strong> {" ".join(ways)} <span class="hours">{escape(line.hours)}.</span>{note} {_checked(line)}</li>'


def _checked(line: Helpline | Directory) -> str:
    words = f"Last checked {line.checked.day} {line.checked:%B %Y}." if line.verified else "We have not yet checked this with the source."
    return f'<span class="checked">{words}</span>'


def help_line(site: Site) -> str:
    """Render the one line of help that stands on every page in print."""
    return escape(help_words(site))


def help_words(site: Site) -> str:
    """Return that line as plain text: for the practice's country, or none by name."""
    country = site.helplines.countries.get(site.practice.country or "")
    if country is None:
        return "In danger now: call your local emergency number."
    words = [f"In danger now: call {' or '.join(country.emergency)}."]
    words += [f"{line.name}: {_ways(line)}." for line in country.lines]
    return " ".join(words)


def _ways(line: Helpline) -> str:
    text = line.text and (f"text {line.text.word} to {line.text.to}" if line.text.word else f"text {line.text.to}")
    return ", ".join(filter(None, (line.call and f"call {line.call}", text))) or (line.chat or "")
