"""Messages with all that the sources know filled in: plain and discreet."""

import pytest

from sitekit import letters
from sitekit.models.emails import Email, Placeholder, compose, placeholders
from sitekit.models.practice import Contact, Practice, Service, Sessions, Therapist
from sitekit.models.site import Site
from sitekit.sources.loader import load
from tests.unit import samples

ADDRESS = "https://practice.example/our-copy/"


@pytest.fixture
def small(good) -> Site:
    """The smallest site, of a practice that says nothing about itself."""
    return load(good)[0].model_copy(update={"url": ADDRESS, "practice": Practice()})


def email(text: str) -> Email:
    return samples.email(page="strategies/listening.md", short=text)


def letter(site: Site, text: str, practice: Practice | None = None, discreet: bool = False) -> str:
    one = email(text)
    site = site.model_copy(update={"emails": {"x": one}, "practice": practice or Practice()})
    return letters.letter(site, one, "short", discreet)


def test_placeholder_has_its_name_and_its_page():
    assert placeholders("Hello {practice}.\n{page: help.md}\n[day] {a|b}") == [
        Placeholder("practice", None, False, "{practice}"),
        Placeholder("page", "help.md", True, "{page: help.md}"),
    ]


@pytest.mark.parametrize(
    "text, known, plain, discreet",
    [
        ("Hello [name]", {"name": "Sam"}, "Hello Sam", "Hello Sam"),
        ("Hello [name]", {"name": ""}, "Hello [name]", "Hello [name]"),
        ("{Your session|Our appointment} on [day]", {}, "Your session on [day]", "Our appointment on [day]"),
        ("A\n\n{Only plain.|}\n\nB", {}, "A\n\nOnly plain.\n\nB", "A\n\nB"),
        ("We have {minutes} minutes.\nBye", {"minutes": "50"}, "We have 50 minutes.\nBye", "We have 50 minutes.\nBye"),
        ("We have {minutes} minutes.\nBye", {"minutes": ""}, "Bye", "Bye"),
        ("[name] [day]", {"name": "{ClientFirstName}", "day": "[day]"}, "{ClientFirstName} [day]", "{ClientFirstName} [day]"),
    ],
)
def test_message_is_composed_of_what_is_known(text, known, plain, discreet):
    assert (compose(text, known), compose(text, known, discreet=True)) == (plain, discreet)


def test_email_holds_the_full_url_of_its_page_and_of_another(small):
    assert letter(small, "Read this:\n{page}\n{page: help.md}\nBye").splitlines() == [
        "Read this:",
        "https://practice.example/our-copy/strategies/listening/",
        "https://practice.example/our-copy/help/",
        "Bye",
    ]


def test_practice_and_its_facts_are_filled_in(small):
    practice = Practice(
        name="Oak House",
        contact=Contact(phone="020 7946 0000", email="hello@oak.example"),
        sessions=Sessions(minutes=50, place="12 High Street"),
        fees="It costs 60 pounds.",
        missed_sessions="Tell me a day before.",
        privacy_notice="https://oak.example/privacy",
    )
    text = "[place or link]\n{minutes}\n{fees}\n{missed}\n{notice}\n[your name]\n{practice}\n{contact}"
    assert letter(small, text, practice).splitlines() == [
        "12 High Street",
        "50",
        "It costs 60 pounds.",
        "Tell me a day before.",
        "My privacy notice: https://oak.example/privacy",
        "[your name]",
        "Oak House",
        "020 7946 0000",
        "hello@oak.example",
    ]
    assert letter(small, text, practice, discreet=True) == "12 High Street\n50\n[your name]"


def test_line_for_what_is_not_known_is_left_out(small):
    assert letter(small, "One.\n\n{practice}\n{contact}\n\nTwo.") == "One.\n\nTwo."


def test_help_is_that_of_the_practices_country_or_names_no_number(small):
    own = Practice(country="us", emergencies="Go to the hospital.", between_sessions="We answer on weekdays.")
    assert letter(small, "{help}", own).splitlines()[1:] == ["Go to the hospital.", "We answer on weekdays."]
    assert letter(small, "{help}", own, discreet=True) == "In danger now: call 911."
    assert letter(small, "{help}", Practice(country="us")) == "In danger now: call 911. Crisis line: call 988."
    assert letter(small, "{help}", Practice(country="us"), discreet=True) == "In danger now: call 911."
    assert letter(small, "{danger}", Practice(country="us")) == "In danger now: call 911."
    assert letter(small, "{help}") == "In danger now: call your local emergency number."


def test_booking_message_names_the_limits_of_privacy(site):
    practice = Practice(privacy_notice="https://oak.example/privacy")
    site = site.model_copy(update={"url": ADDRESS, "practice": practice})
    booked = site.emails["booked"]
    for length in ("short", "full"):
        plain, discreet = (letters.letter(site, booked, length, words).splitlines() for words in (False, True))
        (said,) = (line for line in plain if "private" in line)
        assert "there are limits" in said and plain[plain.index(said) + 1 :][:2] == [
            f"{ADDRESS}first-session/privacy/",
            "My privacy notice: https://oak.example/privacy",
        ]
        assert ADDRESS + letters.discreet_url(site, "first-session/privacy.md").removeprefix(
            "/"
        ) in discreet and practice.privacy_notice not in " ".join(discreet)
    # There is room for one address, and its page tells the limits.
    assert "privacy limits:\nhttps://practice.example/our-copy/first-session/\n" in letters.letter(site, booked, "text")
    assert "privacy.md" in {link.target for link in site.pages[booked.page].links}


def test_discreet_address_takes_the_place_of_the_page(site):
    found = letters.letter(site.model_copy(update={"url": ADDRESS}), site.emails["booked"], "text", discreet=True)
    assert f"{ADDRESS}read/1/" in found.splitlines() and "first-session" not in found


def test_markup_in_plain_text_is_not_escaped(small):
    assert letter(small, "{practice}", Practice(name='<b>{page}</b> & "Co"')) == '<b>{page}</b> & "Co"'


def test_service_has_facts_of_its_own_and_else_those_of_the_practice(small):
    practice = Practice(sessions=Sessions(minutes=50), fees="60 pounds.", services=(Service(name="Couples", minutes=80, place="Room 2"),))
    found = small.model_copy(update={"practice": practice})
    assert letters.facts(found, practice)["minutes"] == "50"
    assert letters.facts(found, practice.services[0]) == {
        "minutes": "80",
        "fees": "60 pounds.",
        "missed": "",
        "notice": "",
        "place or link": "Room 2",
    }


def test_therapist_signs_with_a_signature_and_discreetly_with_the_name():
    member = Therapist(name="Ann", email="ann@oak.example", signature="Ann, psychologist")
    assert letters.signature(member) == {
        "plain": {"your name": "Ann, psychologist", "contact": "ann@oak.example"},
        "discreet": {"your name": "Ann"},
    }
    assert letters.signature(Therapist(name="Ann"))["plain"] == {"your name": "Ann"}
