"""practice.yml beyond its schema: a country with help lines, a colour with enough contrast."""

import pytest

from sitekit.checks import practice
from sitekit.models.practice import Photo, Practice, Therapist
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
    for written in ("JE", "jersey"):
        assert reported(practice.practice_country_has_helplines(site(practice=of(country=written), helplines=LINES))) == [
            f"practice.yml:3: We have no help lines for the country '{written}'. Write je."
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


@pytest.mark.parametrize(
    "field, value, problem",
    [
        ("fees", r"60 pounds.\nAsk us.", r"'\n' in 'fees' would be shown as it is. Write plain words, with the character itself."),
        ("fees", "A session costs ____.", "'____' in 'fees' is still to be filled in. Put your own words in its place."),
        ("fees", "A session costs £xx.", "'xx' in 'fees' is still to be filled in. Put your own words in its place."),
        ("fees", "A session costs &#163;60.", "'&#163;' in 'fees' would be shown as it is. Write plain words, with the character itself."),
        (
            "address",
            "https://trust.elm.org/index.html",
            "'https://trust.elm.org/index.html' is one page of a site. Write the address of the whole site, ending in '/'.",
        ),
        ("fees", "A session costs [amount].", "'[amount]' in 'fees' is still to be filled in. Put your own words in its place."),
        ("tagline", "A place for {name}", "'{name}' in 'tagline' is still to be filled in. Put your own words in its place."),
        ("tagline", "Quiet :seedling:", "':seedling:' in 'tagline' would be shown as it is. Write plain words, with the character itself."),
        ("name", "Elm &amp; Oak", "'&amp;' in 'name' would be shown as it is. Write plain words, with the character itself."),
        ("languages", ("English; Polski",), "'English; Polski' would be one language. Put a comma between two languages."),
    ],
)
def test_value_that_is_not_filled_in_is_reported(field, value, problem):
    assert reported(practice.practice_is_filled_in(site(practice=of(**{field: value})))) == [f"practice.yml:1: {problem}"]


@pytest.mark.parametrize("value", ["Elm & Oak (2nd floor), 9:00 to 17:00", "مركز", "<b>Elm</b> [day]"])
def test_value_that_is_filled_in_is_accepted(value):
    assert reported(practice.practice_is_filled_in(site(practice=of(tagline=value)))) == []


@pytest.mark.parametrize("alt, is_told", [("IMG_2034", False), ("way-in.png", False), ("A blue door.", True), ("一扇蓝色的门", True)])
def test_name_of_a_file_describes_no_photograph(alt, is_told):
    photo = at(1, Photo(file="assets/a.png", shows="The way in", alt=alt), "practice.yml")
    assert len([*practice.practice_is_filled_in(site(practice=of(photos=(photo,))))]) == (not is_told)
