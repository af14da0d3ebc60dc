"""What therapists send: its pages, placeholders and reading grade."""

import pytest

from sitekit import readability
from sitekit.checks import emails
from sitekit.models.emails import Email, Moment
from tests.unit import samples
from tests.unit.smallest import at, page, reported, site


def email(short: str = "Hi.\n{page}", target: str = "a.md", medium: str = "{page}", long: str = "{page}") -> Email:
    record = samples.email(page=target, short=short, medium=medium, long=long)
    return at(2, record, "e.yml", page=4, short=6, medium=7, long=8)


@pytest.mark.parametrize(
    "target, pages, problems",
    [
        ("a.md", [page()], []),
        ("unread.md", [page()], []),
        ("aa.md", [page()], ["There is no page 'aa.md'. Did you mean 'a.md'?"]),
        ("a.md", [], ["There is no page 'a.md'. There is no page yet; add it first."]),
    ],
)
def test_moment_or_email_for_a_missing_page_is_reported(target, pages, problems):
    moment = at(2, Moment(id="x", phase="begun", when="W", page=target, why="Y"), "m.yml", page=3)
    found = site(*pages, moments={"x": moment}, emails={"x": email(target=target)}, unreadable=frozenset({("page", "unread.md")}))
    assert reported(emails.moments_and_emails_name_pages(found)) == [
        f"{place}: {problem}" for place in ("m.yml:3", "e.yml:4") for problem in problems
    ]


@pytest.mark.parametrize(
    "text, problems",
    [
        ("Hi.\n{page}\n{practice}\n{contact}\n{help}\n{page: a.md}\n{page: unread.md}", []),
        ("{page}\n{pratice}", ["The short text has the placeholder '{pratice}', which does not exist. Did you mean 'practice'?"]),
        ("{page}\n{zzz}", ["The short text has the placeholder '{zzz}', which does not exist. Use one of: contact, help, page, practice."]),
        ("{page}\n{page: aa.md}", ["The short text names 'aa.md', and there is no such page. Did you mean 'a.md'?"]),
        ("{page}\n{help: a.md}", ["The short text names 'a.md', and there is no such page. Did you mean 'a.md'?"]),
        ("{page}\nSee {help}", ["In the short text '{help}' does not stand alone. Put it on a line of its own."]),
        ("{page}\n{help} {help}", ["In the short text '{help}' does not stand alone. Put it on a line of its own."] * 2),
        ("{page}\n{", ["The short text has a brace without its partner. Write a placeholder as {page}, with both braces on one line."]),
        (
            "{page}\n{he\nlp}",
            ["The short text has a brace without its partner. Write a placeholder as {page}, with both braces on one line."],
        ),
        ("{page}\n}", ["The short text has a brace without its partner. Write a placeholder as {page}, with both braces on one line."]),
        ("Hi.", ["The short text does not hold its page's address. Put {page} on a line of its own."]),
        ("{page: a.md}", ["The short text does not hold its page's address. Put {page} on a line of its own."]),
    ],
)
def test_placeholder_that_cannot_be_filled_is_reported(text, problems):
    found = site(page(), emails={"x": email(text)}, unreadable=frozenset({("page", "unread.md")}))
    assert reported(emails.email_placeholders_are_valid(found)) == [f"e.yml:6: {problem}" for problem in problems]


def test_page_in_a_placeholder_is_reported_where_the_site_has_no_pages():
    assert reported(emails.email_placeholders_are_valid(site(emails={"x": email("{page}\n{page: a.md}")}))) == [
        "e.yml:6: The short text names 'a.md', and there is no such page. There is no page yet; add it first."
    ]


def test_each_length_of_an_email_is_checked():
    found = site(page(), emails={"x": email(medium="Hi.", long="{page}\n}"), "y": email("Hi.")})
    assert reported(emails.email_placeholders_are_valid(found)) == [
        "e.yml:7: The medium text does not hold its page's address. Put {page} on a line of its own.",
        "e.yml:8: The long text has a brace without its partner. Write a placeholder as {page}, with both braces on one line.",
        "e.yml:6: The short text does not hold its page's address. Put {page} on a line of its own.",
    ]


HARD = "Immediate collaboration necessitates considerable deliberation."


def test_email_that_reads_too_hard_is_reported_and_placeholders_do_not_count():
    grade = round(readability.grade(["Hi.", HARD]), 1)
    found = site(emails={"x": email(f"Hi.\n\n{{page}}\n{HARD}"), "y": email("The cat sat on the mat.\n{page}")})
    assert reported(emails.email_reading_grade_is_within_limit(found)) == [
        f"e.yml:6: The short text reads at grade {grade}. Shorten words and sentences until it is at most 6.0."
    ]
