"""practice.yml beyond its schema: a known country, a colour that can be read."""

import pytest

from sitekit.checks import practice
from sitekit.models.data import Country, Directory, Helplines
from sitekit.models.practice import Practice
from tests.unit.smallest import DAY, at, site, told

LINES = Helplines(
    countries={code: Country(name=name, emergency=("999",)) for code, name in (("je", "Jersey"), ("gg", "Guernsey"))},
    elsewhere=Directory(name="D", url="https://d.example/", note="N", source="https://s.example/", checked=DAY, verified=True),
)


def of(**said) -> Practice:
    return at(1, Practice(**said), "practice.yml", country=3, accent=4)


def test_a_country_has_help_lines():
    for found in (
        site(practice=of(country="je"), helplines=LINES),
        site(practice=of(), helplines=LINES),
        site(practice=of(country="x"), unreadable=frozenset({("country", "*")})),
    ):
        assert told(practice.the_practice_is_in_a_known_country(found)) == []
    assert told(practice.the_practice_is_in_a_known_country(site(practice=of(country="us"), helplines=LINES))) == [
        "practice.yml:3: We have no help lines for the country 'us'. Use one of: gg (Guernsey), je (Jersey); or remove the line; or add the country to data/helplines.yml."
    ]


@pytest.mark.parametrize("accent", [None, "#1f5f5b", "#000000"])
def test_a_dark_colour_can_be_read(accent):
    assert told(practice.the_accent_can_be_read(site(practice=of(accent=accent)))) == []


def test_a_pale_colour_is_told_with_its_contrast_and_the_nearest_that_can_be_read():
    (problem,) = told(practice.the_accent_can_be_read(site(practice=of(accent="#ffff00"))))
    assert problem.startswith("practice.yml:4: The colour #ffff00 has a contrast of 1.0 on our pages, and ")
    assert ' is needed. The nearest that can be read is "#' in problem
