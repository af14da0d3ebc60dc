"""What therapists send: it leads to a page, its places can be filled, and it reads easily."""

import pytest

from sitekit import readability
from sitekit.checks import emails
from sitekit.models.emails import Email, Moment
from tests.unit.smallest import at, page, site, told


def email(short: str = "Hi.\n{page}", target: str = "a.md", medium: str = "{page}", long: str = "{page}") -> Email:
    return at(
        2,
        Email(id="x", moment="M", page=target, subject="S", short=short, medium=medium, long=long),
        "e.yml",
        page=4,
        short=6,
        medium=7,
        long=8,
    )


@pytest.mark.parametrize(
    "target, pages, problems",
    [
        ("a.md", [page()], []),
        ("unread.md", [page()], []),
        ("aa.md", [page()], ["There is no page 'aa.md'. Did you mean 'a.md'?"]),
        ("a.md", [], ["There is no page 'a.md'. There is no page yet; add it first."]),
    ],
)
def test_a_moment_and_an_email_lead_to_a_page(target, pages, problems):
    moment = at(2, Moment(id="x", phase="begun", when="W", page=target, why="Y"), "m.yml", page=3)
    found = site(*pages, moments={"x": moment}, emails={"x": email(target=target)}, unreadable=frozenset({("page", "unread.md")}))
    assert told(emails.everything_sent_leads_to_a_page(found)) == [
        f"{place}: {problem}" for place in ("m.yml:3", "e.yml:4") for problem in problems
    ]


@pytest.mark.parametrize(
    "text, problems",
    [
        ("Hi.\n{page}\n{practice}\n{contact}\n{help}\n{page: a.md}\n{page: unread.md}", []),
        ("{page}\n{pratice}", ["The short text has the place '{pratice}', and nothing fills it. Did you mean 'practice'?"]),
        ("{page}\n{zzz}", ["The short text has the place '{zzz}', and nothing fills it. Use one of: contact, help, page, practice."]),
        ("{page}\n{page: aa.md}", ["The short text names 'aa.md', and there is no such page. Did you mean 'a.md'?"]),
        ("{page}\n{help: a.md}", ["The short text names 'a.md', and there is no such page. Did you mean 'a.md'?"]),
        ("{page}\nSee {help}", ["In the short text '{help}' does not stand alone. Put it on a line of its own."]),
        ("{page}\n{help} {help}", ["In the short text '{help}' does not stand alone. Put it on a line of its own."] * 2),
        ("{page}\n{", ["The short text has a brace without its partner. Write a place as {page}, with both braces on one line."]),
        ("{page}\n{he\nlp}", ["The short text has a brace without its partner. Write a place as {page}, with both braces on one line."]),
        ("{page}\n}", ["The short text has a brace without its partner. Write a place as {page}, with both braces on one line."]),
        ("Hi.", ["The short text does not hold its page's address. Put {page} on a line of its own."]),
        ("{page: a.md}", ["The short text does not hold its page's address. Put {page} on a line of its own."]),
    ],
)
def test_every_place_in_an_email_can_be_filled(text, problems):
    found = site(page(), emails={"x": email(text)}, unreadable=frozenset({("page", "unread.md")}))
    assert told(emails.every_place_in_an_email_can_be_filled(found)) == [f"e.yml:6: {problem}" for problem in problems]


def test_of_no_pages_none_can_be_named():
    assert told(emails.every_place_in_an_email_can_be_filled(site(emails={"x": email("{page}\n{page: a.md}")}))) == [
        "e.yml:6: The short text names 'a.md', and there is no such page. There is no page yet; add it first."
    ]


def test_each_length_of_an_email_is_looked_at():
    found = site(page(), emails={"x": email(medium="Hi.", long="{page}\n}"), "y": email("Hi.")})
    assert told(emails.every_place_in_an_email_can_be_filled(found)) == [
        "e.yml:7: The medium text does not hold its page's address. Put {page} on a line of its own.",
        "e.yml:8: The long text has a brace without its partner. Write a place as {page}, with both braces on one line.",
        "e.yml:6: The short text does not hold its page's address. Put {page} on a line of its own.",
    ]


HARD = "Immediate collaboration necessitates considerable deliberation."


def test_an_email_reads_as_easily_as_a_page_and_its_places_do_not_count():
    grade = round(readability.grade(["Hi.", HARD]), 1)
    found = site(emails={"x": email(f"Hi.\n\n{{page}}\n{HARD}"), "y": email("The cat sat on the mat.\n{page}")})
    assert told(emails.emails_read_as_easily_as_the_page_they_lead_to(found)) == [
        f"e.yml:6: The short text reads at grade {grade}. Shorten words and sentences until it is at most 6.0."
    ]
