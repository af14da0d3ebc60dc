"""Help lines are right and stay right: every slip in a number, a source or a date is told, for each line there is."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import NamedTuple

import pytest
from lxml import html

from sitekit import render
from sitekit.checks import check
from sitekit.checks.crisis import help_stands_beside_every_mention_of_suicide
from sitekit.commands.due import due
from sitekit.models.data import Country, Helpline
from sitekit.models.site import Site
from sitekit.queries import dialable
from sitekit.render.help import NEED_HEADINGS
from sitekit.sources.loader import load
from tests.conftest import ROOT

SITE = load(ROOT)[0]
FILE = "data/helplines.yml"
WRITTEN = (ROOT / FILE).read_text(encoding="utf-8").splitlines()
COUNTRIES = SITE.helplines.countries
LINES = {line.id: line for country in COUNTRIES.values() for line in country.lines}
SOURCED = {**LINES, "elsewhere": SITE.helplines.elsewhere}
# Whoever built a copy may be in any country, or say none.
SETTINGS = (None, *COUNTRIES)
TODAY = datetime.date(2026, 11, 30)

# Every number once more, typed apart from the data, so that a slip in one of the two shows:
# emergency numbers by country, then what each line takes calls and texts at.
AGAIN = {
    "us": ["911"],
    "ca": ["911"],
    "gb": ["999"],
    "ie": ["112", "999"],
    "au": ["000"],
    "nz": ["111"],
    "in": ["112"],
    "eu": ["112"],
    "us-988": ["988", "988"],
    "us-crisis-text-line": ["741741"],
    "ca-988": ["988", "988"],
    "gb-samaritans": ["116123"],
    "gb-shout": ["85258"],
    "gb-nhs-111": ["111"],
    "gb-ni-lifeline": ["08088088000"],
    "ie-samaritans": ["116123"],
    "ie-text-about-it": ["50808"],
    "au-lifeline": ["131114", "0477131114"],
    "nz-1737": ["1737", "1737"],
    "in-tele-manas": ["14416"],
    "eu-116-123": ["116123"],
    "us-domestic-violence": ["18007997233", "88788"],
    "us-sexual-assault": ["18006564673"],
    "us-childhelp": ["18004224453", "18004224453"],
    "us-trevor": ["18664887386", "678678"],
    "us-trans-lifeline": ["18775658860"],
    "us-veterans": ["988", "838255"],
    "us-988-asl": ["988"],
    "us-relay": ["711"],
    "ca-kids-help-phone": ["686868"],
    "ca-trans-lifeline": ["18773306366"],
    "ca-veterans": ["18002687708"],
    "ca-text-911": ["911"],
    "gb-refuge": ["08082000247"],
    "gb-mens-advice": ["08088010327"],
    "gb-rape-crisis": ["08085002222"],
    "gb-childline": ["08001111"],
    "gb-switchboard": ["08000119100"],
    "gb-combat-stress": ["08001381619"],
    "gb-text-999": ["999"],
    "gb-relay": ["18000"],
    "ie-womens-aid": ["1800341900"],
    "ie-rape-crisis": ["1800778888"],
    "ie-childline": ["1800666666"],
    "ie-lgbt": ["1800929539"],
    "ie-text-112": ["112"],
    "au-1800respect": ["1800737732", "0458737732"],
    "au-1800respect-assault": ["1800737732", "0458737732"],
    "au-kids-helpline": ["1800551800"],
    "au-qlife": ["1800184527"],
    "au-open-arms": ["1800011046"],
    "au-emergency-textphone": ["106"],
    "au-relay": ["133677"],
    "nz-womens-refuge": ["0800733843"],
    "nz-safe-to-talk": ["0800044334", "4334"],
    "nz-youthline": ["0800376633", "234"],
    "nz-text-111": ["111"],
    "in-women-181": ["181"],
    "in-childline": ["1098"],
    "eu-116-006": ["116006"],
    "eu-116-111": ["116111"],
    "de": ["112"],
    "de-telefonseelsorge": ["08001110111"],
    "de-telefonseelsorge-2": ["08001110222"],
    "fr": ["112"],
    "fr-3114": ["3114"],
    "es": ["112"],
    "es-024": ["024"],
    "nl": ["112"],
    "nl-113": ["113"],
    "it": ["112"],
    "it-telefono-amico": ["0223272327"],
    "pl": ["112"],
    "pl-centrum-wsparcia": ["800702222"],
    "pt": ["112"],
    "pt-1411": ["1411"],
    "at": ["112"],
    "at-142": ["142"],
    "ch": ["112", "144"],
    "ch-143": ["143"],
    "ch-147": ["147"],
    "mx": ["911"],
    "mx-linea-de-la-vida": ["8009112000"],
    "br": ["190", "192"],
    "br-cvv": ["188"],
    "ar": ["911", "107"],
    "ar-salud-mental": ["08009990091"],
    "za": ["112"],
    "za-sadag": ["0800567567"],
    "za-police": ["10111"],
    "za-ambulance": ["10177"],
    "jp": ["110", "119"],
    "jp-yorisoi": ["0120279338"],
    "sg": ["999", "995"],
    "sg-sos": ["1767"],
    "ph": ["911"],
    "ph-ncmh": ["1553"],
    "ph-ncmh-mobile": ["09178998727"],
}


def numbers(site: Site) -> dict[str, list[str]]:
    """Return every number as it is dialled, by its country or line."""
    countries = site.helplines.countries
    found = {code: list(country.emergency) for code, country in countries.items()}
    for line in (line for country in countries.values() for line in country.lines):
        found[line.id] = [number for number in (line.call, line.text and line.text.to) if number]
    return {name: [dialable(number) for number in several] for name, several in found.items() if several}


class Number(NamedTuple):
    """A number as it stands in the data: whose it is, the line of the file (from 1), and what is written."""

    whose: str
    line: int
    written: str


NUMBERS = [
    *(Number(code, country.line("emergency"), number) for code, country in COUNTRIES.items() for number in country.emergency),
    *(Number(line.id, line.line("call"), line.call) for line in LINES.values() if line.call),
    *(Number(line.id, line.text.line("to"), line.text.to) for line in LINES.values() if line.text),
]
every_number = pytest.mark.parametrize("number", NUMBERS, ids=lambda number: f"{number.whose} {number.written}")
every_source = pytest.mark.parametrize("name", SOURCED)


@pytest.fixture
def spoilt(good):
    """Make a small site with the real help lines, one line of their file written otherwise: spoilt(line, old, new) is its folder."""

    def spoil(line: int, old: str, new: str) -> Path:
        assert old in WRITTEN[line - 1]
        text = [*WRITTEN[: line - 1], WRITTEN[line - 1].replace(old, new, 1), *WRITTEN[line:]]
        (good / FILE).write_text("\n".join(text) + "\n", encoding="utf-8")
        return good

    return spoil


@pytest.fixture
def told(spoilt):
    """Tell what is said of the help lines so written: told(line, old, new)."""
    return lambda *change: [str(problem) for problem in check(*load(spoilt(*change)), TODAY) if problem.path == FILE]


@pytest.mark.promise("help-beside-hard-words", says="We look for these words on each page. A link to help must stand in the same part.")
@pytest.mark.parametrize("path", sorted(SITE.pages))
def test_help_is_linked_in_each_section_that_names_suicide(path):
    alone = SITE.model_copy(
        update={"pages": {page.path: page for page in SITE.pages.values() if page.path == path or page.meta.kind == "help"}}
    )
    assert [str(problem) for problem in help_stands_beside_every_mention_of_suicide(alone)] == []


@pytest.mark.promise("help-beside-hard-words", says="We take the link to help away. Our check must see it.")
@pytest.mark.parametrize(
    "path",
    sorted(path for path, page in SITE.pages.items() if page.meta.kind != "help" and any("suicide" in block.text for block in page.blocks)),
)
def test_a_page_without_its_links_to_help_is_told(path):
    page = SITE.pages[path]
    bare = page.model_copy(update={"links": tuple(link for link in page.links if "help-now.md" not in link.target)})
    told = list(
        help_stands_beside_every_mention_of_suicide(
            SITE.model_copy(update={"pages": {path: bare, "help-now.md": SITE.pages["help-now.md"]}})
        )
    )
    assert told and {problem.path for problem in told} == {page.file}


def test_the_real_lines_are_in_order(told):
    assert told(1, "", "") == []


@pytest.mark.promise("numbers-that-dial", says="We write each number down twice. Both must be the same.")
def test_every_number_is_the_one_written_a_second_time():
    assert numbers(SITE) == AGAIN


@pytest.mark.promise("numbers-that-dial", says="We get the number of digits wrong. Our check must see it.")
@every_number
def test_a_digit_too_few_is_told(told, number):
    (problem,) = told(number.line, f'"{number.written}"', f'"{number.written[:-1]}"')
    assert problem.startswith(f"{FILE}:{number.line}: '{number.written[:-1]}' ")


@pytest.mark.promise("numbers-that-dial", says="We get the number of digits wrong. Our check must see it.")
@every_number
def test_a_digit_too_many_is_told(told, number):
    (problem,) = told(number.line, f'"{number.written}"', f'"{number.written}1"')
    assert problem.startswith(f"{FILE}:{number.line}: '{number.written}1' ")


@every_number
def test_a_letter_for_a_digit_is_told(told, number):
    mistaken = number.written[:-1] + "O"
    (problem,) = told(number.line, f'"{number.written}"', f'"{mistaken}"')
    assert problem.startswith(f"{FILE}:{number.line}: '{mistaken}' ")


@pytest.mark.promise("numbers-that-dial", says="We change each digit in turn. The test must see it.")
@every_number
def test_each_wrong_digit_differs_from_the_second_writing(spoilt, number):
    for place, digit in enumerate(number.written):
        if digit.isdigit():
            wrong = number.written[:place] + str((int(digit) + 1) % 10) + number.written[place + 1 :]
            assert numbers(load(spoilt(number.line, f'"{number.written}"', f'"{wrong}"'))[0]) != AGAIN


@pytest.mark.promise("numbers-with-a-source", says="We take a source away. Our check must see it.")
@every_source
def test_a_missing_source_is_told(told, name):
    record = SOURCED[name]
    (problem,) = told(record.line("source"), f"source: {record.source}", "# no source")
    assert problem == f"{FILE}:{record.line()}: The key 'source' is missing. Add 'source: …' here."


@every_source
def test_a_source_that_is_no_address_is_told(told, name):
    record = SOURCED[name]
    (problem,) = told(record.line("source"), record.source, "a poster at the bus stop")
    assert problem.startswith(f"{FILE}:{record.line('source')}: 'a poster at the bus stop' does not fit 'source'.")


@pytest.mark.promise("numbers-with-a-source", "no-day-to-come", says="We write a day that has not come. Our check must see it.")
@every_source
def test_a_day_of_checking_that_has_not_come_is_told(told, name):
    record = SOURCED[name]
    (problem,) = told(record.line("checked"), str(record.checked), "2026-12-24")
    assert problem.startswith(f"{FILE}:{record.line('checked')}: 'checked' is 2026-12-24, and that day has not come.")


@pytest.mark.promise("numbers-with-a-source", says="We write a day long ago. Our list must say that a check is due.")
@every_source
def test_a_stale_day_of_checking_is_due(spoilt, name):
    record = SOURCED[name]
    site, _ = load(spoilt(record.line("checked"), str(record.checked), "2026-05-01"))
    late = [line for line in due(site, TODAY) if line.startswith(FILE)]
    assert late == [
        f"{FILE}:{record.line('checked')}: '{name if name in LINES else record.name}' was due on 2026-10-31. Check it and write the new date."
    ]


def words(node: html.HtmlElement) -> str:
    return " ".join(node.text_content().split())


def by_need(country: Country) -> list[Helpline]:
    """Return a country's lines as they are shown: by need, and within a need as they are written."""
    return sorted(country.lines, key=lambda line: list(NEED_HEADINGS).index(line.need))


def in_country(country: str | None) -> Site:
    """Return the real site as a practice in that country has it."""
    return SITE.model_copy(update={"practice": SITE.practice.model_copy(update={"country": country})})


@pytest.mark.promise("your-own-country", says="We read the part for each country. It must hold its own numbers and no others.")
@pytest.mark.parametrize("setting", SETTINGS)
@pytest.mark.parametrize("code", COUNTRIES)
def test_a_countrys_block_holds_its_own_ways_to_help_and_no_others(setting, code):
    tree = html.fromstring(f"<div>{render.helplines(in_country(setting))}</div>")
    block = tree.get_element_by_id(f"help-{code}")
    country = COUNTRIES[code]
    assert words(block.find("h3")) == country.name
    rows = [[words(row.find("strong")), *row.xpath("a/@href")] for row in block.findall("ul/li")]
    assert rows == [["Danger now", *(f"tel:{number}" for number in AGAIN[code])]] + [
        [line.name, *filter(None, (line.call and f"tel:{dialable(line.call)}", line.text and f"sms:{dialable(line.text.to)}", line.chat))]
        for line in by_need(country)
    ]
    headings = {NEED_HEADINGS[line.need]: None for line in by_need(country)}
    assert [words(heading) for heading in block.findall("h4")] == list(headings)
    for line, row in zip(by_need(country), block.findall("ul/li")[1:]):
        checked = f"Seen on its own page on {line.checked.day} {line.checked:%B %Y}." if line.verified else "Not yet seen on its own page."
        assert line.hours in words(row) and (line.note or "") in words(row) and checked in words(row)
        assert not line.text or not line.text.word or f"Text {line.text.word} to {line.text.to}" in words(row)


@pytest.mark.parametrize("setting", SETTINGS)
def test_the_practices_own_country_stands_first_and_all_others_follow(setting):
    tree = html.fromstring(f"<div>{render.helplines(in_country(setting))}</div>")
    shown = [section.get("id").removeprefix("help-") for section in tree.findall("section")]
    assert sorted(shown) == sorted([*COUNTRIES, "elsewhere"])
    assert shown[-1] == "elsewhere" and (setting is None or shown[0] == setting)
    assert tree.xpath("//div[@class='jumps']//a/@href") == [f"#help-{code}" for code in shown]


@pytest.mark.promise("your-own-country", says="We set each country in turn. The line with help must name its numbers alone.")
@pytest.mark.parametrize("setting", SETTINGS)
def test_the_line_on_every_page_names_the_numbers_of_that_country_alone(setting):
    said = render.help_line(in_country(setting))
    crisis = [line for line in COUNTRIES[setting].lines if line.need == "crisis"] if setting else []
    own = {number for line in crisis for number in (line.call, line.text and line.text.to) if number}
    own |= set(COUNTRIES[setting].emergency) if setting else set()
    assert [number for number in own if number not in said] == []
    found = {part.strip(" .,:") for part in said.replace(",", " ").split() if part.strip(" .,:").isdigit()}
    names = " ".join(line.name for line in crisis)
    assert found <= set(" ".join(own).split()) | set(names.replace(",", " ").split())
