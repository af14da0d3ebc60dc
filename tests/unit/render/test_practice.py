"""What pages and templates show of the practice, word for word."""

import datetime

import pytest

from sitekit import render
from sitekit.models.data import Country, Helplines
from sitekit.models.practice import Contact, Practice, Reviewer, Sessions
from sitekit.models.site import Heading, Page, PageMeta
from sitekit.render.practice import review_line
from sitekit.sources.loader import load

DAY = datetime.date(2026, 11, 23)


def page(path: str = "index.md", reviewed: datetime.date = DAY, **parts) -> Page:
    return Page(path=path, meta=PageMeta(title="T", description="d" * 50, kind="about", reviewed=reviewed), **parts)


@pytest.mark.parametrize(
    "practice, lines",
    [
        (Practice(name="Ann"), ["Ann"]),
        (Practice(contact=Contact(email="a@b.example")), ["a@b.example"]),
        (
            Practice(
                name="Ann", contact=Contact(phone="12", email="a@b.example", website="https://b.example", booking="https://c.example")
            ),
            ["Ann", "12", "a@b.example", "https://b.example"],
        ),
    ],
)
def test_a_practice_in_plain_lines_is_its_name_and_ways_to_reach_it(practice, lines):
    assert render.practice_lines(practice) == lines


@pytest.mark.parametrize(
    "contact, shown",
    [
        ({"phone": "020 12-34"}, '<a class="call" href="tel:0201234">Call 020 12-34</a>'),
        ({"email": "a&b@c.example"}, '<a class="call" href="mailto:a&amp;b@c.example">a&amp;b@c.example</a>'),
        ({"booking": "https://b.example/?a&b"}, '<a class="call" href="https://b.example/?a&amp;b" rel="noreferrer">Book a session</a>'),
        (
            {"website": "https://b.example/?a&b"},
            '<a class="call" href="https://b.example/?a&amp;b" rel="noreferrer">https://b.example/?a&amp;b</a>',
        ),
    ],
)
def test_each_way_to_reach_a_practice_is_a_link(contact, shown):
    assert render.practice_contact(Practice(contact=Contact(**contact))) == f'<p class="practice">{shown}</p>'


def test_ways_to_reach_a_practice_follow_its_name():
    shown = render.practice_contact(Practice(name="A & B", contact=Contact(phone="12", email="a@b.example")))
    assert shown == (
        '<p class="practice"><strong><bdi>A &amp; B</bdi></strong> <a class="call" href="tel:12">Call 12</a> '
        '<a class="call" href="mailto:a@b.example">a@b.example</a></p>'
    )


def test_a_name_alone_is_no_way_to_reach_a_practice():
    assert render.practice_contact(Practice(name="Ann")) == ""
    assert render.practice_contact(Practice(name="Ann", contact=Contact())) == ""


@pytest.mark.parametrize(
    "topic, practice, said",
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
        ("between", Practice(between_sessions="Write.", emergencies="MacroCall 12."), ["Write.", "MacroCall 12."]),
        ("notes", Practice(notes="Few & short."), ["Few &amp; short."]),
    ],
)
def test_a_practice_says_what_its_file_holds_and_no_more(good, topic, practice, said):
    site = load(good)[0].model_copy(update={"practice": practice})
    assert render.practice_says(site, site.pages["index.md"], topic) == (
        '<aside class="practice-says" aria-label="What your practice says"><p class="practice-name"><strong>Your practice</strong> says:</p>'
        + "".join(f"<p><bdi>{words}</bdi></p>" for words in said)
        + "</aside>"
    )


@pytest.mark.parametrize("topic", ["sessions", "money", "between", "notes", "privacy"])
def test_a_practice_that_says_nothing_of_a_topic_takes_no_room(good, topic):
    site = load(good)[0].model_copy(update={"practice": Practice(name="Ann")})
    assert render.practice_says(site, site.pages["index.md"], topic) == ""


PRIVACY = page("first-session/privacy.md", headings=(Heading(level=2, text="Jersey & Sark", id="jersey", line=9),))


@pytest.mark.parametrize("here, href", [("index.md", "first-session/privacy/#jersey"), ("first-session/privacy.md", "#jersey")])
def test_a_practices_country_leads_to_what_stays_private_there(good, here, href):
    site = load(good)[0]
    countries = Helplines(countries={"je": Country(name="Jersey & Sark", emergency=("999",))}, elsewhere=site.helplines.elsewhere)
    site = site.model_copy(
        update={"pages": site.pages | {PRIVACY.path: PRIVACY}, "helplines": countries, "practice": Practice(country="je", fees="Free.")}
    )
    assert render.practice_says(site, site.pages[here], "privacy") == (
        '<aside class="practice-says" aria-label="What your practice says"><p class="practice-name"><strong>Your practice</strong> says:</p>'
        f'<p>We work under the rules of this place: <a href="{href}">Jersey &amp; Sark</a>.</p></aside>'
    )


REVIEWER = Reviewer(name="Dr Ann", credentials="Psychologist", date=datetime.date(2026, 3, 1))


@pytest.mark.parametrize(
    "practice, reviewed, line",
    [
        (Practice(), DAY, "Written from published sources. Not yet reviewed by a clinician."),
        (Practice(reviewer=REVIEWER), datetime.date(2026, 3, 1), "Reviewed by Dr Ann, Psychologist, on 1 March 2026."),
        (
            Practice(reviewer=REVIEWER),
            datetime.date(2026, 3, 2),
            "An earlier text of this page was reviewed by Dr Ann, Psychologist, on 1 March 2026. It has changed since.",
        ),
    ],
)
def test_a_page_says_who_reviewed_its_words(practice, reviewed, line):
    assert review_line(practice, page(reviewed=reviewed)) == line


UNREVIEWED = "Written from published sources. Not yet reviewed by a clinician."


def test_templates_get_plain_words_that_are_empty_where_the_practice_says_nothing(good):
    assert render.for_templates(load(good)[0]) == {
        "practice_name": "",
        "practice_tagline": "",
        "practice_logo": "",
        "practice_lines": [],
        "accent_css": "",
        "help_line_html": "In danger now: call 911. Crisis line: call 988.",
        "review_line": UNREVIEWED,
        "review_of": dict.fromkeys(("help.md", "index.md", "strategies/listening.md"), UNREVIEWED),
        "note_part_of": {},
        "exit_to": "about:blank",
    }


def test_templates_get_what_the_practice_says(good):
    (good / "data/note.yml").write_text("- {id: mine, title: T, ask: A?, page: index.md}\n")
    practice = Practice(
        name="A & B", tagline="Slow & soft.", logo="a.svg", exit_to="https://a.example/", accent="#1f5f5b", reviewer=REVIEWER
    )
    shown = render.for_templates(load(good)[0].model_copy(update={"practice": practice}))
    assert {
        key: shown[key]
        for key in ("practice_name", "practice_tagline", "practice_logo", "practice_lines", "note_part_of", "exit_to", "accent_css")
    } == {
        "practice_name": "A & B",
        "practice_tagline": "Slow & soft.",
        "practice_logo": "a.svg",
        "practice_lines": ["A & B"],
        "note_part_of": {"index.md": "mine"},
        "exit_to": "https://a.example/",
        "accent_css": "@media screen{:root,[data-md-color-scheme]{--leaf:#1f5f5b;--leaf-strong:#1f5f5b}"
        "[data-md-color-scheme=slate]{--leaf:#39b0a8;--leaf-strong:#39b0a8}}",
    }
    changed = "An earlier text of this page was reviewed by Dr Ann, Psychologist, on 1 March 2026. It has changed since."
    assert shown["review_of"] == dict.fromkeys(("help.md", "index.md", "strategies/listening.md"), changed)
