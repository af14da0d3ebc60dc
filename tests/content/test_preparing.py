"""What the pages that prepare for a first session promise to hold."""

import pytest

from sitekit.models.page import Heading, Page
from sitekit.sources.loader import load
from tests.conftest import ROOT

SITE = load(ROOT)[0]
WORRIES = SITE.pages["first-session/worries.md"]
QUESTIONS = SITE.pages["first-session/questions.md"]
PRIVACY = SITE.pages["first-session/privacy.md"]
EASY = SITE.pages["easy-read/index.md"]


def answers(page: Page) -> list[Heading]:
    return [heading for heading in page.headings if heading.level == 3]


def texts(page: Page, section: str) -> list[str]:
    return [block.text for block in page.blocks if block.section == section]


def test_there_are_at_least_twenty_worries():
    assert len(answers(WORRIES)) >= 20


@pytest.mark.parametrize("worry", [heading.id for heading in answers(WORRIES)])
def test_a_worry_is_answered_shortly_with_a_way_on(worry):
    said = " ".join(texts(WORRIES, worry)).split()
    assert 20 <= len(said) <= 120
    lines = [block.line for block in WORRIES.blocks if block.section == worry]
    assert any(min(lines) <= link.line <= max(lines) + 5 for link in WORRIES.links)


def test_there_are_at_least_twelve_questions():
    assert len(answers(QUESTIONS)) >= 12


@pytest.mark.parametrize("question", [heading.id for heading in answers(QUESTIONS)])
def test_a_question_has_a_good_answer_and_a_warning_sign(question):
    said = " ".join(texts(QUESTIONS, question))
    assert "good answer" in said.lower() and "warning sign" in said.lower()


@pytest.mark.parametrize(
    "region", ["united-states", "united-kingdom", "canada", "australia", "ireland", "new-zealand", "india", "european-union"]
)
def test_each_region_is_told_with_a_source_and_a_pointer_to_ask(region):
    blocks = [block for block in PRIVACY.blocks if block.section == region]
    assert "ask your therapist" in " ".join(block.text for block in blocks).lower()
    assert any("cite(" in block.source for block in blocks)


@pytest.mark.parametrize(
    "path",
    sorted(
        path
        for path, page in SITE.pages.items()
        if page.meta.kind in ("strategy", "barrier", "keeping", "article", "first-session", "preparing", "guide", "section")
    ),
)
def test_a_client_page_has_three_depths(path):
    ids = [heading.id for heading in SITE.pages[path].headings]
    assert ids[0] == "in-short" and len(ids) >= 3


def test_the_page_to_send_takes_three_minutes():
    assert sum(len(block.text.split()) for block in SITE.pages["first-session/index.md"].blocks) <= 600


def test_easy_read_has_a_picture_for_each_idea_and_very_short_sentences():
    shown = [str(arg) for arg in EASY.arguments("picture")]
    assert len(shown) == len(set(shown)) >= 8
    body = [
        text for heading in EASY.headings if heading.id not in ("in-short", "how-sure-are-we") for text in texts(EASY, heading.id or "")
    ]
    assert max(len(text.split()) for text in body) <= 20


def test_pictures_stand_where_people_would_rather_look():
    assert len(SITE.pictures) >= 8


@pytest.mark.parametrize("path", sorted(path for path, page in SITE.pages.items() if page.meta.kind == "preparing"))
def test_the_first_page_leads_to_each_page_to_prepare_with(path):
    assert path in SITE.pages["first-session/index.md"].arguments("page_cards")
