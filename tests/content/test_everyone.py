"""What the pages for people who come another way must contain, and what no other page may say to them without a link."""

import re

import pytest

from sitekit.models.page import Page
from sitekit.pdf.handout_list import handout_of
from tests.conftest import real_site

SITE = real_site()
SENT = "sent-by-someone.md"
NEW = [
    *(f"first-session/{name}.md" for name in ("what-therapy-is", "costs-and-records", "ai", "under-18", "parents")),
    *(f"first-session/{name}.md" for name in ("sent-by-someone", "together", "your-brain-your-way")),
    "keeping-trust/missed-session.md",
]
# A free choice to end therapy. It is less free for someone whom a court, an employer or a school sent.
FREE_TO_STOP = re.compile(
    r"\b(stop|leave|end) (therapy|it|the therapy)?\b.*\b(whenever|at any time|when you want|as good|no reason|good choice)\b"
    r"|\b(pause|break|someone else|another therapist)\b.*\b(or|and) (stop|leave|stopping|leaving)\b"
    r"|\b(stop|change therapist or stop) (whenever|at any time)\b|\byou can stop therapy\b"
    r"|\b(stopping|leaving|waiting) (is|are) (equally|just as|as) good\b",
    re.IGNORECASE,
)


def sentences_to_stop(page: Page) -> list[str]:
    return [block.text for block in page.blocks if FREE_TO_STOP.search(block.text)]


@pytest.mark.parametrize(
    "text, is_found",
    [
        ("You can change therapist or stop at any time.", True),
        ("Take a break, ask for someone else, or stop.", True),
        ("Going on, waiting and leaving are equally good.", True),
        ("Stop, say no, or leave whenever you want.", True),
        ("Ask for a change to the room. You need no reason.", False),
        ("Leave the way home quiet.", False),
    ],
)
def test_sentences_that_promise_a_free_end_are_found(text, is_found):
    assert bool(FREE_TO_STOP.search(text)) is is_found


CLIENT_PAGES = [page for path, page in SITE.pages.items() if not path.startswith(("therapists/", "about/"))]


@pytest.mark.parametrize("page", [page for page in CLIENT_PAGES if sentences_to_stop(page)], ids=lambda page: page.path)
def test_who_says_that_you_can_stop_links_to_the_page_for_those_who_were_sent(page):
    """Whoever was sent may pay for leaving: a hearing, a job, a place at school."""
    links = [link.target for link in page.links]
    assert page.path.endswith(SENT) or any(SENT in target for target in links), sentences_to_stop(page)


@pytest.mark.parametrize("path", NEW)
def test_page_is_complete(path):
    page = SITE.pages[path]
    (checklist,) = {SITE.checklists[word] for word in page.arguments("checklist") if word in SITE.checklists}
    assert all(item.client and item.therapist for item in checklist.items)
    names = {call.name for call in page.calls}
    assert {"picture", "phrases", "cite", "sources", "related"} <= names
    assert handout_of(SITE, page)
    assert path in {terms.page for terms in SITE.search_terms.values()}
    assert path in {entry.path for entry in SITE.nav}
    assert path in {moment.page for moment in SITE.moments.values()}


LAWS = {key for key, claim in SITE.claims.items() if claim.shows == "law"}


@pytest.mark.parametrize("page", [page for page in SITE.pages.values() if LAWS & set(page.arguments("cite"))], ids=lambda page: page.path)
def test_page_that_tells_the_law_says_when_it_was_looked_at_and_that_it_is_not_legal_advice(page):
    words = " ".join(block.text for block in page.blocks)
    assert re.search(r"\blooked (up |at [^.]*)?(on|in) [^.]*\b20\d\d\b", words)
    assert re.search("legal advice|advice on law|no lawyer", words)
