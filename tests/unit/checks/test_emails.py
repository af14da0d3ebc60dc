"""What therapists send: its pages, placeholders and reading grade."""

import pytest

from sitekit import readability
from sitekit.checks import data, emails
from sitekit.models.data import Redirect
from sitekit.models.emails import Email, Moment
from tests.unit import samples
from tests.unit.smallest import at, page, reported, site


def email(short: str = "Hi.\n{page}", target: str = "a.md", text: str = "{page}", full: str = "{page}", subject: str = "S") -> Email:
    record = samples.email(page=target, short=short, text=text, full=full, subject=subject)
    return at(2, record, "e.yml", page=4, subject=5, short=6, text=7, full=8)


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
    assert reported(data.records_name_what_exists(found)) == [
        f"{place}: {problem}" for place in ("m.yml:3", "e.yml:4") for problem in problems
    ]


@pytest.mark.parametrize(
    "text, problems",
    [
        ("Hi.\n{page}\n{practice}\n{contact}\n{help}\n{page: a.md}\n{page: unread.md}", []),
        ("{page}\n{pratice}", ["The short text has the placeholder '{pratice}', which does not exist. Did you mean 'practice'?"]),
        (
            "{page}\n{zzz}",
            [
                "The short text has the placeholder '{zzz}', which does not exist. "
                "Use one of: contact, danger, fees, help, minutes, missed, notice, page, practice."
            ],
        ),
        ("{page}\nIt lasts {minutes} minutes.", []),
        ("{page}\n{You and me|Us}", []),
        ("{page}\n{page:a.md}", ["In the short text '{page:a.md}' cannot be filled in. Write {page: a.md}."]),
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
        ("Hello [[name]].\n{page}", ["The short text has a square bracket without its partner. Write what the sender fills in as [day]."]),
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
    found = site(page(), emails={"x": email(text="Hi.", full="{page}\n}"), "y": email("Hi.")})
    assert reported(emails.email_placeholders_are_valid(found)) == [
        "e.yml:7: The text message does not hold its page's address. Put {page} on a line of its own.",
        "e.yml:8: The full text has a brace without its partner. Write a placeholder as {page}, with both braces on one line.",
        "e.yml:6: The short text does not hold its page's address. Put {page} on a line of its own.",
    ]


HARD = "Immediate collaboration necessitates considerable deliberation."


def test_email_that_reads_too_hard_is_reported_and_placeholders_do_not_count():
    grade = round(readability.grade(["Hi.", HARD]), 1)
    found = site(emails={"x": email(f"Hi.\n\n{{page}}\n{HARD}"), "y": email("The cat sat on the mat.\n{page}")})
    assert reported(emails.email_reading_grade_is_within_limit(found)) == [
        f"e.yml:6: The short text reads at grade {grade}. Shorten words and sentences until it is at most 6.0."
    ]


@pytest.mark.parametrize("key, line", [("subject", 5), ("short", 6)])
def test_field_that_the_composer_cannot_fill_is_reported(key, line):
    found = site(page(), emails={"x": email(**{key: "{page} On [day], in [plaice]"})})
    assert [one for one in reported(emails.email_placeholders_are_valid(found)) if "composer" in one] == [
        f"e.yml:{line}: The composer cannot fill in '[plaice]'. Use one of: day, name, place or link, time, your name."
    ]


def test_text_message_is_measured_without_its_address_and_with_a_long_name():
    fits, long = "Hello [name]" + "x" * 145, "Hello [name]" + "x" * 146
    assert reported(emails.text_messages_are_short(site(emails={"x": email(text=f"{fits}\n{{page}}")}))) == []
    assert reported(emails.text_messages_are_short(site(emails={"x": email(text=f"{long}\n{{page}}")}))) == [
        "e.yml:7: The text message can have 161 characters beside its address. Shorten it to 160."
    ]


@pytest.mark.parametrize("subject, problems", [("{Your session|Our appointment}", []), ("Our Therapy", ["subject", "Therap"])])
def test_discreet_words_that_tell_what_it_is_about_are_reported(subject, problems):
    found = site(page(), emails={"x": email(subject=subject)})
    words = "e.yml:5: The discreet words of 'subject' hold 'Therap'. Give other words for it: {plain words|discreet words}."
    assert reported(emails.discreet_words_say_nothing_of_therapy(found)) == ([words] if problems else [])


def test_page_of_an_email_without_a_discreet_address_is_reported():
    redirects = {"/read/1/": at(3, Redirect(old="/read/1/", new="/a/"), "r.yml")}
    found = site(page(), page("b.md"), emails={"x": email(full="{page}\n{page: b.md}")}, redirects=redirects)
    assert reported(emails.discreet_words_say_nothing_of_therapy(found)) == [
        "e.yml:4: 'b.md' has no discreet address. Add it to data/redirects.yml: old: /read/2/, new: /b/"
    ]


def test_discreet_address_that_tells_what_it_is_about_is_reported():
    redirects = {"/read/session/": at(3, Redirect(old="/read/session/", new="/a/"), "r.yml", old=4)}
    assert reported(emails.discreet_words_say_nothing_of_therapy(site(redirects=redirects))) == [
        "r.yml:4: This discreet address holds 'session'. Write /read/ and a number."
    ]
