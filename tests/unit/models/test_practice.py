"""practice.yml: asked for in the terminal, described for editors, and what pages say of it."""

import pytest

from sitekit.__main__ import schema
from sitekit.commands.wizard import ask
from sitekit.render import practice_says
from sitekit.sources.loader import load
from tests.conftest import ROOT


def answer(good, *lines: str) -> list[str]:
    """Answer the questions in order, Enter for the rest; returns what was said."""
    left, said = list(lines), []
    ask(good, read=lambda prompt: left.pop(0) if left else "", log=said.append)
    return said


def test_the_answers_become_the_file(good):
    said = answer(good, "Nowak & Söhne", "", "020 7946 0000", "", "", "", "us", "English, العربية", "50", "in person, online")
    assert load(good)[1] == []
    assert (
        (good / "practice.yml")
        .read_text()
        .endswith(
            "country: us\nname: Nowak & Söhne\ncontact:\n  phone: 020 7946 0000\nlanguages:\n- English\n- العربية\n"
            "sessions:\n  minutes: 50\n  where:\n  - in person\n  - online\n"
        )
    )
    assert said[-1] == "Written: practice.yml. See it with: make serve"


def test_a_faulty_answer_is_told_and_asked_for_again(good):
    said = answer(good, "A", "", "12 x", "12")
    assert "'12 x' does not fit 'phone'. Write a telephone number of digits, spaces and hyphens." in said
    assert load(good)[0].practice.contact.phone == "12"


def test_a_dash_leaves_a_key_out(good):
    answer(good, "", "", "", "", "", "", "-")
    assert load(good)[0].practice.country is None


def test_stopping_half_way_leaves_the_file_as_it_was(good):
    before = (good / "practice.yml").read_text()

    def read(prompt: str) -> str:
        if "tagline" in prompt or "below the name" in prompt:
            raise EOFError
        return "A"

    assert ask(good, read=read, log=lambda line: None) == []
    assert (good / "practice.yml").read_text() == before


def test_answers_stay_out_of_what_was_read_before(good):
    """Readings are kept by their text: the former file, put back, is read as it was."""
    before, site = (good / "practice.yml").read_text(), load(good)
    answer(good, "A")
    assert load(good)[0].practice.name == "A"
    (good / "practice.yml").write_text(before)
    assert load(good) == site


def test_the_schema_for_editors_is_fresh():
    assert (ROOT / "sitekit/schema/practice.schema.json").read_text() == schema(), "Run python -m sitekit schema."


@pytest.mark.parametrize(
    "yaml, topic, said",
    [
        ("", "sessions", ""),
        (
            "name: A & B\nsessions: {minutes: 50}",
            "sessions",
            '<aside class="practice-says" aria-label="What your practice says"><p class="practice-name"><strong><bdi>A &amp; B</bdi></strong> says:</p>'
            "<p><bdi>Sessions last 50 minutes.</bdi></p></aside>",
        ),
        (
            "fees: Free.\nmissed_sessions: MacroCall us.",
            "money",
            '<aside class="practice-says" aria-label="What your practice says"><p class="practice-name"><strong>Your practice</strong> says:</p>'
            "<p><bdi>Free.</bdi></p><p><bdi>MacroCall us.</bdi></p></aside>",
        ),
    ],
)
def test_a_page_shows_what_the_practice_says_or_nothing(good, yaml, topic, said):
    (good / "practice.yml").write_text(yaml)
    site, problems = load(good)
    assert problems == []
    assert practice_says(site, site.pages["index.md"], topic) == said
