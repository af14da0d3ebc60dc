"""What the pages that prepare for a first session must contain."""

import re

import pytest

from sitekit import queries
from sitekit.models.page import Heading, Page
from tests.conftest import real_site

SITE = real_site()
WORRIES = SITE.pages["first-session/worries.md"]
QUESTIONS = SITE.pages["first-session/questions.md"]
PRIVACY = SITE.pages["first-session/privacy.md"]
EASY = [SITE.pages[path] for path in ("easy-read/index.md", "easy-read/what-you-can-say.md")]


def answers(page: Page) -> list[Heading]:
    smallest = max(heading.level for heading in page.headings)
    return [heading for heading in page.headings if heading.level == smallest]


def texts(page: Page, section: str) -> list[str]:
    return [block.text for block in page.blocks if block.section == section]


def test_worries_are_answered_shortly_with_a_link():
    assert len(answers(WORRIES)) >= 20
    for worry in answers(WORRIES):
        assert 20 <= len(" ".join(texts(WORRIES, worry.id)).split()) <= 120, worry.id
        lines = [block.line for block in WORRIES.blocks if block.section == worry.id]
        assert any(min(lines) <= link.line <= max(lines) + 5 for link in WORRIES.links), worry.id


def test_questions_have_a_good_answer_and_a_warning_sign():
    assert len(answers(QUESTIONS)) >= 12
    for question in answers(QUESTIONS):
        text = " ".join(texts(QUESTIONS, question.id)).lower()
        assert "good answer" in text and "warning sign" in text, question.id


REGIONS = ["united-states", "united-kingdom", "canada", "australia", "ireland", "new-zealand", "india", "european-union"]


@pytest.mark.parametrize("region", REGIONS)
def test_each_region_has_a_source_and_advice_to_ask(region):
    blocks = [block for block in PRIVACY.blocks if block.section == region]
    assert "ask your therapist" in " ".join(block.text for block in blocks).lower()
    assert any("cite(" in block.source for block in blocks)


@pytest.mark.parametrize("region", REGIONS)
def test_each_region_says_when_young_people_can_agree_themselves_and_cites_a_law(region):
    page = SITE.pages["first-session/under-18.md"]
    cited = [key for block in page.blocks if block.section == region for key in re.findall(r'cite\("(.+?)"\)', block.source)]
    assert [SITE.claims[key].shows for key in cited] == ["law"]
    assert all("Looked at on" in SITE.claims[key].reference for key in cited)


ANOTHER_WAY = ("under-18", "parents", "together", "sent-by-someone", "your-brain-your-way")


@pytest.mark.parametrize("name", ANOTHER_WAY)
def test_page_for_another_way_to_come_has_both_sides_of_its_list_words_and_a_picture(name):
    page = SITE.pages[f"first-session/{name}.md"]
    lists = [call.args for call in page.calls if call.name == "checklist"]
    assert lists == [(name, "client"), (name, "therapist")]
    assert len(page.arguments("phrases")) >= 3 and page.arguments("picture")
    assert page.path in {moment.page for moment in SITE.moments.values()}


def test_missed_session_is_one_page_everywhere():
    page = "keeping-trust/missed-session.md"
    assert (SITE.moments["missed"].page, SITE.emails["after-a-missed-session"].page) == (page, page)
    assert f"{SITE.pages[page].meta.title[0].lower()}{SITE.pages[page].meta.title[1:]}" in SITE.pictures["which-page-when"].alt


def test_client_pages_begin_in_short_and_have_three_sections():
    kinds = ("strategy", "barrier", "keeping", "article", "first-session", "preparing", "guide", "section")
    ids = {path: [heading.id for heading in page.headings] for path, page in SITE.pages.items() if page.meta.kind in kinds}
    assert {path: found for path, found in ids.items() if found[0] != "in-short" or len(found) < 3} == {}


def test_page_to_send_takes_three_minutes_to_the_line_where_it_can_end():
    """At 150 words a minute, with its headings and the words it offers."""
    page = SITE.pages["first-session/index.md"]
    end = next(block.line for block in page.blocks if block.text == "That is all you need. You can stop here.")
    words = [block.text for block in page.blocks if block.line <= end] + [heading.text for heading in page.headings if heading.line <= end]
    words += [SITE.phrases[id].say for call in page.calls if call.name == "phrases" and call.line <= end for id in call.args]
    assert sum(len(text.split()) for text in words) <= 450


@pytest.mark.parametrize("page", EASY, ids=lambda page: page.path)
def test_easy_read_has_a_picture_for_each_idea_and_short_sentences(page):
    pictured = [queries.heading_above(page, call.line).id for call in page.calls if call.name == "picture"]
    without = ("in-short", "what-would-help", "how-sure-are-we", "read-next")
    assert pictured == [heading.id for heading in page.headings if heading.id not in without]
    body = [
        text for heading in page.headings if heading.id not in ("in-short", "how-sure-are-we") for text in texts(page, heading.id or "")
    ]
    assert max(len(text.split()) for text in body) <= 20


def test_easy_read_repeats_no_picture_but_that_of_help():
    shown = [str(arg) for page in EASY for arg in page.arguments("picture")]
    assert len(set(shown)) >= 8
    assert {id for id in shown if shown.count(id) > 1} == {"easy-get-help"}


def test_there_are_at_least_eight_pictures():
    assert len(SITE.pictures) >= 8


def test_first_page_links_to_each_page_to_prepare_with():
    start = SITE.pages["first-session/index.md"]
    linked = {queries.link_target(start, link.target)[0] for link in start.links}
    assert [path for path, page in SITE.pages.items() if page.meta.kind == "preparing" and path not in linked] == []


@pytest.mark.parametrize("path", ["first-session/what-therapy-is.md", "first-session/costs-and-records.md", "first-session/ai.md"])
def test_page_for_choosing_has_a_picture_words_to_say_and_both_sides_of_one_list(path):
    page = SITE.pages[path]
    lists = [call.args for call in page.calls if call.name == "checklist"]
    assert [side for _, side in lists] == ["client", "therapist"] and len({id for id, _ in lists}) == 1
    assert page.arguments("picture") and page.arguments("phrases")


@pytest.mark.parametrize("path", ["first-session/costs-and-records.md", "first-session/ai.md", "therapists/ai.md"])
def test_page_on_the_law_gives_no_legal_advice_and_the_day_it_was_looked_up(path):
    text = " ".join(block.text for block in SITE.pages[path].blocks)
    assert "no legal advice" in text
    assert re.search(r"looked (up )?on \d{1,2} \w+ \d{4}", text)


def test_page_on_chatbots_leads_to_people_in_a_crisis():
    page = SITE.pages["first-session/ai.md"]
    lines = [block.line for block in page.blocks if block.section == "in-a-crisis"]
    assert any(link.line in lines and link.target.startswith("../help-now.md") for link in page.links)
