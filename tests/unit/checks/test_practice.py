"""practice.yml beyond its schema: a country with help lines, a colour with enough contrast."""

import pytest

from sitekit.checks import practice
from sitekit.models.practice import Practice, Therapist
from tests.unit.samples import country, helplines
from tests.unit.smallest import at, reported, site

LINES = helplines(je=country("Jersey"), gg=country("Guernsey"))


def of(**fields) -> Practice:
    return at(1, Practice(**fields), "practice.yml", country=3, accent=4)


def test_country_without_helplines_is_reported():
    for found in (
        site(practice=of(country="je"), helplines=LINES),
        site(practice=of(), helplines=LINES),
        site(practice=of(country="x"), unreadable=frozenset({("country", "*")})),
    ):
        assert reported(practice.practice_country_has_helplines(found)) == []
    assert reported(practice.practice_country_has_helplines(site(practice=of(country="us"), helplines=LINES))) == [
        "practice.yml:3: We have no help lines for the country 'us'. "
        "Use one of: gg (Guernsey), je (Jersey); or remove the line; or add the country to data/helplines.yml."
    ]


@pytest.mark.parametrize("accent", [None, "#1f5f5b", "#000000"])
def test_accent_with_enough_contrast_is_accepted(accent):
    assert reported(practice.accent_has_enough_contrast(site(practice=of(accent=accent)))) == []


def test_pale_accent_is_reported_with_its_contrast_and_the_nearest_readable_colour():
    (problem,) = reported(practice.accent_has_enough_contrast(site(practice=of(accent="#ffff00"))))
    assert problem.startswith("practice.yml:4: The colour #ffff00 has a contrast of 1.0 on our pages, and ")
    assert ' is needed. The nearest that can be read is "#' in problem


def test_two_of_a_team_with_one_name_are_reported():
    team = tuple(at(line, Therapist(name=name), "practice.yml", name=line) for line, name in ((5, "Ann"), (6, "Bo"), (7, "ann")))
    found = site(practice=Practice().model_copy(update={"team": team}))
    assert reported(practice.team_and_services_are_told_apart(found)) == [
        "practice.yml:7: The name 'ann' stands twice under 'team', first on line 5. Give one of them another name, or remove it."
    ]
