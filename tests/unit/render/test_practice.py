"""What pages show of the practice."""

import pytest

from sitekit.models.data import Country, Directory, Helplines
from sitekit.models.page import Heading
from sitekit.models.practice import Contact, Photo, Practice, Service, Sessions, Therapist
from tests.rendering import show
from tests.unit.smallest import DAY, page, site


def contact_of(practice: Practice) -> str:
    return show(site(page(), practice=practice), "practice_contact")


@pytest.mark.parametrize(
    "contact, shown",
    [
        ({"phone": "020 12-34"}, '<a class="call" href="tel:0201234">Call <b>020 12-34</b></a>'),
        ({"email": "a+b@c.example"}, '<a class="call" href="mailto:a+b@c.example">a+b@c.example</a>'),
        ({"booking": "https://b.example/?a&b"}, '<a class="call" href="https://b.example/?a&amp;b" rel="noreferrer">Book a session</a>'),
        (
            {"website": "https://b.example/?a&b"},
            '<a class="call" href="https://b.example/?a&amp;b" rel="noreferrer">https://b.example/?a&amp;b</a>',
        ),
    ],
)
def test_each_way_to_reach_a_practice_is_a_link(contact, shown):
    assert contact_of(Practice(contact=Contact(**contact))) == f'<p class="practice"> {shown}</p>'


def test_ways_to_reach_a_practice_follow_its_name():
    assert contact_of(Practice(name="<A> & B", contact=Contact(phone="123", website="https://b.example"))) == (
        '<p class="practice"><strong><bdi>&lt;A&gt; &amp; B</bdi></strong> <a class="call" href="tel:123">Call <b>123</b></a> '
        '<a class="call" href="https://b.example" rel="noreferrer">https://b.example</a></p>'
    )


@pytest.mark.parametrize("practice", [Practice(), Practice(name="Ann"), Practice(name="Ann", contact=Contact())])
def test_practice_without_a_way_to_reach_it_shows_nothing(practice):
    assert contact_of(practice) == ""


def aside(*paragraphs: str, name: str = "Your practice") -> str:
    return (
        f'<aside class="practice-says" aria-label="What your practice says"><p class="practice-name"><strong>{name}</strong> says:</p>'
        + "".join(f"<p>{text}</p>" for text in paragraphs)
        + "</aside>"
    )


@pytest.mark.parametrize(
    "topic, practice, texts",
    [
        ("sessions", Practice(sessions=Sessions(where=("online",))), ["You can meet online."]),
        (
            "sessions",
            Practice(sessions=Sessions(minutes=50, where=("in person", "online"))),
            ["Sessions last 50 minutes.", "You can meet in person or online."],
        ),
        (
            "sessions",
            Practice(sessions=Sessions(where=("in person", "online", "by phone"))),
            ["You can meet in person, online or by phone."],
        ),
        ("sessions", Practice(languages=("English", "العربية")), ["You can speak English or العربية."]),
        ("money", Practice(missed_sessions="Tell us."), ["Tell us."]),
        ("money", Practice(fees="60.", services=(Service(name="Couples", fees="90."),)), ["60.", "Couples: 90."]),
        (
            "sessions",
            Practice(services=(Service(name="Pair", minutes=80, where=("online",)),)),
            ["Pair: Sessions last 80 minutes. You can meet online."],
        ),
        ("sessions", Practice(team=(Therapist(name="Ann", languages=("Igbo",)), Therapist(name="Bo"))), ["With Ann you can speak Igbo."]),
        ("between", Practice(between_sessions="Write.", emergencies="Call 12."), ["Write.", "Call 12."]),
        ("notes", Practice(notes="Few & short."), ["Few &amp; short."]),
    ],
)
def test_practice_says_what_its_file_holds(topic, practice, texts):
    shown = show(site(page(), practice=practice), "practice_says", topic)
    assert shown == aside(*(f"<bdi>{text}</bdi>" for text in texts))


def test_practice_says_it_under_its_name():
    shown = show(site(page(), practice=Practice(name="<A> & B", fees="Free.")), "practice_says", "money")
    assert shown == aside("<bdi>Free.</bdi>", name="<bdi>&lt;A&gt; &amp; B</bdi>")


@pytest.mark.parametrize("topic", ["sessions", "money", "between", "notes", "privacy"])
def test_practice_that_says_nothing_about_a_topic_shows_nothing(topic):
    assert show(site(page(), practice=Practice(name="Ann")), "practice_says", topic) == ""


@pytest.mark.parametrize("here, href", [("index.md", "first-session/privacy/#jersey"), ("first-session/privacy.md", "#jersey")])
def test_practices_country_leads_to_what_stays_private_there(here, href):
    privacy = page("first-session/privacy.md").model_copy(
        update={"headings": (Heading(level=2, text="Jersey & Sark", id="jersey", line=9),)}
    )
    pages = {"index.md": page("index.md"), privacy.path: privacy}
    elsewhere = Directory(name="D", url="https://d.example", note="N.", source="https://d.example", checked=DAY, verified=True)
    helplines = Helplines(countries={"je": Country(name="Jersey & Sark", emergency=("999",))}, elsewhere=elsewhere)
    found = site(*pages.values(), helplines=helplines, practice=Practice(country="je", fees="Free."))
    assert show(found, "practice_says", "privacy", page=pages[here]) == aside(
        f'We work under the rules of this place: <a href="{href}">Jersey &amp; Sark</a>.'
    )


def test_photographs_of_the_place_have_words_and_count_from_the_page():
    door = Photo(file="assets/practice/door.jpg", shows="The <way> in", alt="A blue door & a bell.")
    shown = show(site(page("a/b.md"), practice=Practice(name="Ann", photos=(door,))), "practice_photos")
    assert '<img src="../../assets/practice/door.jpg" alt="A blue door &amp; a bell." loading="lazy">' in shown
    assert "<figcaption><bdi>The &lt;way&gt; in</bdi></figcaption>" in shown


def test_practice_without_photographs_shows_none():
    assert show(site(page(), practice=Practice(name="Ann")), "practice_photos") == ""
