"""What a reader in danger is shown is right: every slip in a number, a source or a date is reported, for each help line there is.

No test here pins a date: what is checked anew tomorrow keeps the tests green.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import NamedTuple, get_args

import pytest
import yaml
from lxml import html

from sitekit.checks import check
from sitekit.checks.crisis import suicide_mentions_have_help_nearby
from sitekit.commands.due import HELPLINE, due
from sitekit.models.data import Need
from sitekit.models.site import Site
from sitekit.queries import dialable
from sitekit.render.plain_text import help_line
from sitekit.sources.loader import load
from tests.conftest import ROOT, good_at, real_site
from tests.rendering import show

SITE = real_site()
FILE = "data/helplines.yml"
WRITTEN = (ROOT / FILE).read_text(encoding="utf-8").splitlines()
COUNTRIES = SITE.helplines.countries
LINES = {line.id: line for country in COUNTRIES.values() for line in country.lines}
SOURCED = {**LINES, "elsewhere": SITE.helplines.elsewhere}
NEEDS = get_args(Need)
# A practice may be in any of the countries, or name none.
SETTINGS = (None, *COUNTRIES)
# The day of the newest check: the first day on which all dates have come.
TODAY = max(record.checked for record in SOURCED.values())

# Every number a second time, typed apart from the data, so that a slip in one of the two shows:
# emergency numbers by country, then the numbers of each line for calls and texts.
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
    "ca-assaulted-women": ["18668630511"],
    "ca-sos-violence-conjugale": ["18003639010"],
    "ca-victimlink": ["18005630808"],
    "ca-info-aide": ["18889339007"],
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
    "ie-male-advice": ["1800816588"],
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
    "nz-outline": ["08006885463"],
    "nz-text-111": ["111"],
    "in-women-181": ["181"],
    "in-ncw": ["14490"],
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
    "es-016": ["016"],
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
    "ch": ["112"],
    "ch-143": ["143"],
    "ch-ambulance": ["144"],
    "ch-147": ["147"],
    "mx": ["911"],
    "mx-linea-de-la-vida": ["8009112000"],
    "mx-079": ["079"],
    "br": ["190", "192"],
    "br-cvv": ["188"],
    "ar": ["911"],
    "ar-salud-mental": ["08009990091"],
    "ar-144": ["144"],
    "ar-ambulance": ["107"],
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
    """A number in the data: the id of its country or line, the line of the file (from 1), and what is written."""

    owner: str
    line: int
    written: str


NUMBERS = [
    *(Number(code, country.line("emergency"), number) for code, country in COUNTRIES.items() for number in country.emergency),
    *(Number(line.id, line.line("call"), line.call) for line in LINES.values() if line.call),
    *(Number(line.id, line.text.line("to"), line.text.to) for line in LINES.values() if line.text),
]


Change = tuple[int, str, str]


@pytest.fixture(scope="module")
def mutated(tmp_path_factory) -> Callable[..., tuple[Site, list]]:
    """Load a minimal site with the real help lines, some lines of their file changed: mutated((line, old, new), …)."""
    root = good_at(tmp_path_factory.mktemp("mutated") / "site")

    def mutate(*changes: Change) -> tuple[Site, list]:
        lines = list(WRITTEN)
        for line, old, new in changes:
            assert old in lines[line - 1]
            lines[line - 1] = lines[line - 1].replace(old, new, 1)
        (root / FILE).write_text("\n".join(lines) + "\n", encoding="utf-8")
        return load(root)

    return mutate


@pytest.fixture(scope="module")
def reported(mutated) -> Callable[..., list[str]]:
    """Return the problems of the help lines so changed: reported((line, old, new), …)."""
    return lambda *changes: [str(problem) for problem in check(*mutated(*changes), TODAY) if problem.path == FILE]


def differing(problems: list[str], starts: list[str]) -> list[str]:
    """Return the problems that begin with none of `starts`, and each of `starts` that not exactly one problem begins with."""
    unexpected = [problem for problem in problems if not problem.startswith(tuple(starts))]
    return unexpected + [start for start in starts if sum(problem.startswith(start) for problem in problems) != 1]


@pytest.mark.promise("help-beside-hard-words", says="We look for these words on each page. A link to help must stand in the same part.")
def test_help_is_linked_in_each_section_that_names_suicide():
    assert [str(problem) for problem in suicide_mentions_have_help_nearby(SITE)] == []


@pytest.mark.promise("help-beside-hard-words", says="We take the link to help away. Our check must see it.")
def test_page_that_names_suicide_without_a_link_to_help_is_reported():
    naming = [page for page in SITE.pages.values() if page.meta.kind != "help" and any("suicide" in block.text for block in page.blocks)]
    assert naming
    for page in naming:
        bare = page.model_copy(update={"links": tuple(link for link in page.links if "help-now.md" not in link.target)})
        site = SITE.model_copy(update={"pages": {page.path: bare, "help-now.md": SITE.pages["help-now.md"]}})
        assert {problem.path for problem in suicide_mentions_have_help_nearby(site)} == {page.file}


def test_real_help_lines_have_no_problems(reported):
    assert reported() == []


@pytest.mark.promise("numbers-that-dial", says="We write each number down twice. Both must be the same.")
def test_numbers_are_those_written_a_second_time():
    found = numbers(SITE)
    different = sorted(name for name in found | AGAIN if found.get(name) != AGAIN.get(name))
    assert not different, f"Write the numbers of {', '.join(different)} a second time in AGAIN, from their source and not by copying."


@pytest.mark.promise("numbers-that-dial", says="We get the number of digits wrong. Our check must see it.")
@pytest.mark.parametrize(
    "mutate",
    [lambda number: number[:-1], lambda number: number + "1", lambda number: number[:-1] + "O"],
    ids=["a digit missing", "a digit too many", "a letter for a digit"],
)
def test_wrong_number_is_reported(reported, mutate):
    # All at once, but one number of each country or line, as the first problem of a record may hide another.
    for place in range(max(map(len, AGAIN.values()))):
        changed = [[number for number in NUMBERS if number.owner == owner][place:][:1] for owner in AGAIN]
        wrong = [(number, mutate(number.written)) for found in changed for number in found]
        problems = reported(*((number.line, f'"{number.written}"', f'"{text}"') for number, text in wrong))
        assert differing(problems, [f"{FILE}:{number.line}: '{text}' " for number, text in wrong]) == []


@pytest.mark.promise("numbers-that-dial", says="We change each digit in turn. The test must see it.")
def test_each_wrong_digit_differs_from_the_second_writing(mutated):
    for place in range(max(len(number.written) for number in NUMBERS)):
        # The digit at one place of every number that has one there.
        changed = [number for number in NUMBERS if number.written[place : place + 1].isdigit()]
        site, _ = mutated(*((number.line, f'"{number.written}"', f'"{_next_digit(number.written, place)}"') for number in changed))
        found = numbers(site)
        assert {number.owner for number in changed} == {owner for owner in AGAIN if found[owner] != AGAIN[owner]}, place


def _next_digit(number: str, place: int) -> str:
    """Return a number with the digit at one place raised by one."""
    return number[:place] + str((int(number[place]) + 1) % 10) + number[place + 1 :]


@pytest.mark.promise("numbers-with-a-source", says="We take a source away. Our check must see it.")
def test_missing_source_is_reported(reported):
    problems = reported(*((record.line("source"), f"source: {record.source}", "# no source") for record in SOURCED.values()))
    assert differing(problems, [f"{FILE}:{record.line()}: The key 'source' is missing." for record in SOURCED.values()]) == []


def test_source_that_is_no_url_is_reported(reported):
    problems = reported(*((record.line("source"), record.source, "a poster at the bus stop") for record in SOURCED.values()))
    starts = [f"{FILE}:{record.line('source')}: 'a poster at the bus stop' does not fit 'source'." for record in SOURCED.values()]
    assert differing(problems, starts) == []


@pytest.mark.promise("numbers-with-a-source", "no-day-to-come", says="We write a day that has not come. Our check must see it.")
def test_check_in_the_future_is_reported(reported):
    future = TODAY + datetime.timedelta(days=1)
    problems = reported(*((record.line("checked"), str(record.checked), str(future)) for record in SOURCED.values()))
    starts = [f"{FILE}:{record.line('checked')}: 'checked' is {future}, which is in the future." for record in SOURCED.values()]
    assert differing(problems, starts) == []


@pytest.mark.promise("numbers-with-a-source", says="We write a day long ago. Our list must say that a check is due.")
def test_old_check_is_due(mutated):
    old = TODAY - HELPLINE - datetime.timedelta(days=1)
    site, _ = mutated(*((record.line("checked"), str(record.checked), str(old)) for record in SOURCED.values()))
    found = [line for line in due(site, TODAY) if line.startswith(FILE)]
    assert found == [
        f"{FILE}:{record.line('checked')}: '{id if id in LINES else record.name}' was due on {old + HELPLINE}. Check it and write the new date."
        for id, record in SOURCED.items()
    ]


@pytest.mark.parametrize(
    "file", [ROOT / "data/search.yml", *sorted(ROOT.glob("translations/*/search.yml"))], ids=lambda file: file.parent.name
)
def test_search_leads_to_help_for_no_number_that_the_list_does_not_hold(file):
    rows = yaml.safe_load(file.read_text(encoding="utf-8"))
    typed = {phrase.replace(" ", "") for row in rows if row["page"] == "help-now.md" for phrase in row["words"]}
    assert {phrase for phrase in typed if phrase.isdecimal()} <= {number for several in AGAIN.values() for number in several}


@pytest.mark.parametrize("country", ["es", "mx", "ar"])
def test_abuse_typed_in_spanish_finds_a_line_for_it_where_spanish_is_spoken(country):
    """Words such as "me pega" and "violencia de género" show Help now first."""
    assert "violencia de género" in SITE.search_terms["help-now.md"].words and COUNTRIES[country].lines_for("abuse")


def words(node: html.HtmlElement) -> str:
    return " ".join(node.text_content().split())


def in_country(country: str | None) -> Site:
    """Return the real site as a practice in that country has it."""
    return SITE.model_copy(update={"practice": SITE.practice.model_copy(update={"country": country})})


@pytest.mark.promise("your-own-country", says="We read the part for each country. It must hold its own numbers and no others.")
@pytest.mark.parametrize("setting", SETTINGS)
def test_country_is_rendered_with_its_own_ways_to_help_and_no_others(setting):
    tree = html.fromstring(f"<div>{show(in_country(setting), 'helplines')}</div>")
    for code, country in COUNTRIES.items():
        block = tree.get_element_by_id(f"help-{code}")
        assert words(block.getparent().find("summary")).startswith(country.name + " " + country.emergency[0])
        rows = [[words(row.find("strong")), *row.xpath("a/@href")] for row in block.findall("ul/li")]
        lines = sorted(country.lines, key=lambda line: NEEDS.index(line.need))
        assert rows == [["Danger now", *(f"tel:{number}" for number in AGAIN[code])]] + [
            [
                line.name,
                *filter(None, (line.call and f"tel:{dialable(line.call)}", line.text and f"sms:{dialable(line.text.to)}", line.chat)),
            ]
            for line in lines
        ]
        assert [words(heading) for heading in block.findall("h4")] == [
            SITE.interface[f"need_{need.replace('-', '_')}"] for need in NEEDS if country.lines_for(need)
        ]
        for line, row in zip(lines, block.findall("ul/li")[1:], strict=True):
            assert line.hours in words(row) and (line.note or "") in words(row)
            assert not line.text or not line.text.word or f"Text {line.text.word} to {line.text.to}" in words(row)


@pytest.mark.parametrize("setting", SETTINGS)
def test_country_of_the_practice_comes_first_and_all_others_follow(setting):
    tree = html.fromstring(f"<div>{show(in_country(setting), 'helplines')}</div>")
    shown = [part.get("id").removeprefix("help-") for part in tree.iterfind(".//*[@id]") if part.tag != "h3"]
    assert sorted(shown) == sorted([*COUNTRIES, "elsewhere"])
    assert shown[-1] == "elsewhere" and (setting is None or shown[0] == setting)
    assert [fold.find("section").get("id") for fold in tree.iter("details") if fold.get("open") is not None] == (
        [f"help-{setting}"] if setting else []
    )


@pytest.mark.promise("your-own-country", says="We set each country in turn. The line with help must name its numbers alone.")
@pytest.mark.parametrize("setting", SETTINGS)
def test_help_line_of_every_page_names_the_numbers_of_that_country_alone(setting):
    shown = help_line(in_country(setting))
    lines = COUNTRIES[setting].lines_for("crisis") if setting else ()
    own = {number for line in lines for number in (line.call, line.text and line.text.to) if number}
    own |= set(COUNTRIES[setting].emergency) if setting else set()
    assert [number for number in own if number not in shown] == []
    found = {part.strip(" .,:") for part in shown.replace(",", " ").split() if part.strip(" .,:").isdigit()}
    names = " ".join(line.name for line in lines)
    assert found <= set(" ".join(own).split()) | set(names.replace(",", " ").split())
