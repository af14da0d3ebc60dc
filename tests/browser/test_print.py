"""Real paper: every page as a PDF is a handout that needs nothing but itself."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator
from urllib.parse import urldefrag, urljoin

import pytest
from lxml import html

from sitekit import queries
from sitekit.models.site import Page
from tests.browser.conftest import REPRESENTATIVES, URLS
from tests.browser.paper import Paper, packed, print_page, stands_in
from tests.browser.server import serve
from tests.browser.visiting import DESK, wait_for_modules
from tests.conftest import real_site

SITE = real_site()
LEAFLETS = [page.path for page in SITE.pages.values() if page.meta.kind in ("strategy", "barrier", "keeping")]
# The most sheets a page may take, on A4 and on Letter. Other pages take what they need.
MOST_SHEETS = dict.fromkeys(LEAFLETS, 2) | {"first-session/note.md": 1}
# Shared hosting gives long URLs, and each of them takes space on paper.
LONG_PATH = "trust-and-therapy-practice/building-trust-in-therapy/"
# What serves the screen alone.
SCREEN_ONLY = (
    "Skip to the text",
    "Close menu",
    "On this page",
    "Search this site",
    "Listen to this page",
    "You can print this page",
    *(SITE.interface[f"colours_to_{scheme}"] for scheme in ("light", "dark", "automatic")),
    "Put on my note",
    "Leave this page now",
    "Clear all ticks",
)
# 9.5 pt, as whole device units allow.
LEAST_POINTS = 9.48


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "leaflet" in metafunc.fixturenames:
        every_page = metafunc.config.getoption("every_page")
        metafunc.parametrize("leaflet", [path for path in MOST_SHEETS if every_page or path in REPRESENTATIVES])


@pytest.fixture(scope="module")
def long_url(built, tmp_path_factory) -> Iterator[str]:
    """The built site served where URLs are as long as they get, ending in a slash."""
    server = serve(built, "/" + LONG_PATH)
    yield server.url + LONG_PATH
    server.shutdown()


@pytest.fixture(scope="module")
def tabs(browser) -> Iterator[dict]:
    """A tab for each colour scheme."""
    tabs = {scheme: browser.new_page(viewport=DESK, color_scheme=scheme) for scheme in ("light", "dark")}
    yield tabs
    for tab in tabs.values():
        tab.close()


@pytest.mark.promise("few-sheets", says="We print each page of steps. It must fit two sheets.")
@pytest.mark.promise("all-on-paper", says="We print from a dark screen and a light one. Both must give the same white paper.")
@pytest.mark.promise("all-on-paper", says="We print each page. Each list and all words to say must be there.")
@pytest.mark.promise("help-on-paper", "reviews-are-told", says="We print each page. Help and the day we last read it must be there.")
def test_page_on_paper_is_complete(tabs, built, long_url, source_path):
    path, url = source_path, URLS[source_path]
    for tab in tabs.values():
        tab.goto(long_url + url)
        wait_for_modules(tab)
    dark, light = print_page(tabs["dark"]), print_page(tabs["light"])
    problems = [*_missing_text(SITE.pages[path], dark.text), *(f"on paper: {text}" for text in SCREEN_ONLY if packed(text) in dark.text)]
    if dark.pictures != light.pictures:
        problems.append("a dark screen and a light one give different paper")
    if {picture[:3] for picture in dark.pictures} != {b"\xff\xff\xff"}:
        problems.append("the paper is not white")
    if path in MOST_SHEETS:
        counts = len(dark.sheets), len(print_page(tabs["dark"], "Letter").sheets)
        problems += [f"takes {count} sheets" for count in counts if count > MOST_SHEETS[path]]
    if path in LEAFLETS:
        problems += _small_text(SITE.pages[path], dark)
    # The note prints as its boxes alone, without the text around them.
    if path != "first-session/note.md":
        problems += _wrong_urls((built / url / "index.html").read_text(encoding="utf-8"), long_url + url, dark.text)
    assert problems == [], path


def _missing_text(page: Page, paper: str) -> list[str]:
    wanted = [
        page.meta.title,
        page.blocks[0].text,
        "Need help now?",
        "In danger now: call your local emergency number.",
        "Help in your country: 127.0.0.1:8000/help-now/",
        f"Last reviewed {page.meta.reviewed.day} {page.meta.reviewed:%B %Y}.",
    ]
    for call in page.calls:
        if call.name == "phrases":
            wanted += [SITE.phrases[key].say for key in call.args]
        elif call.name == "checklist":
            checklist, side = call.args
            sides = ("client", "therapist") if side == "both" else (side,)
            wanted += [getattr(item, one) for item in SITE.checklists[checklist].items for one in sides]
    missing = [text for text in wanted if packed(text) not in paper]
    # The reader of PDFs may put what stands beside it where the address goes over a line.
    address = f"This page: 127.0.0.1:8000/{page.url}"
    return [f"not on paper: {text}" for text in (*missing, *(() if stands_in(packed(address), paper) else (address,)))]


def _small_text(page: Page, paper: Paper) -> list[str]:
    texts = [text for section, text in queries.texts_on(SITE, page) if section != "read-next"]
    assert len(texts) > 30
    large = paper.text_of_at_least(LEAST_POINTS)
    return [f"smaller than 9.5 pt: {text}" for text in texts if not stands_in(packed(text), large)]


def _wrong_urls(text: str, page_url: str, paper: str) -> list[str]:
    """Return which links do not print their URL once: a source as its URL, maybe twice; any other in brackets after the link."""
    urls = _linked_urls(text, page_url)
    sources = {url for url in urls if url.startswith("doi.org/")}
    printed = {url: f"({packed(url if '/' in url else url + '/')})" for url in urls - sources}
    missing = [url for url in sources if packed(url) not in paper] + [url for url, shown in printed.items() if not stands_in(shown, paper)]
    repeated = [url for url, shown in printed.items() if paper.count(shown) > 1]
    return [f"URL not on paper: {url}" for url in missing] + [f"URL repeated on paper: {url}" for url in repeated]


def _linked_urls(text: str, page_url: str) -> set[str]:
    """Return where links in a page's article lead, without scheme; not to the page itself, to read on, files to copy, or telephones."""
    links = html.fromstring(text).xpath(
        "//article//a[not(@download) and not(contains(@href, 'handouts/') and contains(@href, '.pdf')) and not(contains(@href, 'qr/'))"
        " and not(ancestor::template) and not(ancestor::*[contains(@class, 'screen-only') or contains(@class, 'eyebrow')"
        " or contains(@class, 'kit-files') or contains(@class, 'related')"
        " or @data-moved])]/@href"
    )
    urls = {urldefrag(urljoin(page_url, link)).url for link in links} - {page_url}
    return {re.sub("^https?://", "", url) for url in urls if url.startswith("http")}


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
def test_details_are_open_on_paper(browser, base_url, scripts):
    with contextlib.closing(browser.new_context(viewport=DESK, java_script_enabled=scripts)) as context:
        page = context.new_page()
        page.goto(base_url + "about/promises/")
        details = page.locator("article details").first
        assert packed(details.locator("li").first.text_content()) in print_page(page).text
        assert details.get_attribute("open") is None


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
def test_rules_of_every_place_are_on_paper_and_one_stays_open(browser, base_url, scripts):
    with contextlib.closing(browser.new_context(viewport=DESK, java_script_enabled=scripts)) as context:
        page = context.new_page()
        page.goto(base_url + "first-session/privacy/#canada")
        page.locator("details[name] summary", has_text="India").click()
        paper = print_page(page).text
        assert [
            text for text in page.locator("details[name] p:not(:has(.cite, .term))").all_text_contents() if packed(text) not in paper
        ] == []
        assert page.locator("details[name][open] h4").all_inner_texts() == ["India"]


@pytest.mark.promise("help-on-paper", says="We print pages without scripts. Help must be there.")
def test_leaflet_without_scripts_is_complete(visit, leaflet):
    paper = print_page(visit(DESK, java_script_enabled=False)(URLS[leaflet]))
    assert len(paper.sheets) <= MOST_SHEETS[leaflet]
    assert packed("Need help now?") in paper.text and packed("Last reviewed") in paper.text


def test_tick_made_on_the_screen_is_on_paper(visit):
    page = visit(DESK)("strategies/empathy/")
    before = print_page(page).pictures
    page.get_by_role("checkbox").first.check()
    assert print_page(page).pictures != before


def test_mark_of_the_block_being_read_aloud_is_not_on_paper(visit):
    page = visit(DESK)("strategies/empathy/")
    before = print_page(page).pictures
    page.locator("article p").nth(3).evaluate("(block) => block.toggleAttribute('data-being-read')")
    assert print_page(page).pictures == before
