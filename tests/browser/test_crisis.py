"""A reader in danger: help is one tap away at the same place on every page, however far down, without scripts and on paper."""

from __future__ import annotations

import io

import pytest
from lxml import html
from pypdf import PdfReader

from sitekit.render.plain_text import help_line
from sitekit.sources.loader import load
from tests.browser.conftest import URLS
from tests.browser.visiting import DESK, PHONE
from tests.conftest import ROOT
from tests.rendering import show

SITE = load(ROOT)[0]
HELP = "help-now/"
every_page = pytest.mark.parametrize("url", URLS.values(), ids=URLS)


@pytest.fixture(scope="module", params=[PHONE, DESK], ids=["360", "1280"])
def page(request, browser):
    """A tab without scripts, on a phone and on a desk."""
    context = browser.new_context(viewport=request.param, java_script_enabled=False)
    yield context.new_page()
    context.close()


@pytest.fixture(scope="module")
def place_at_home(page, address) -> dict:
    """Where help stands on the home page."""
    page.goto(address)
    return page.locator("header").get_by_role("link", name="Help now").bounding_box()


@pytest.mark.promise(
    "help-in-one-tap", "help-whatever-fails", says="Without scripts, we look for help at the top and the end of each page. Then we tap it."
)
@every_page
def test_help_is_at_the_same_place_at_the_top_and_at_the_end_without_scripts(page, address, place_at_home, url):
    page.goto(address + url)
    link = page.locator("header").get_by_role("link", name="Help now")
    assert link.bounding_box() == place_at_home
    page.evaluate("scrollTo({top: document.body.scrollHeight, behavior: 'instant'})")
    assert link.bounding_box() == place_at_home
    link.click()
    page.wait_for_url(address + HELP)


def words(text: str) -> str:
    return "".join(text.split())


@pytest.mark.promise("your-own-country", says="For each country, we count the ways to help in its part. All must be there, and no more.")
@pytest.mark.promise(
    "numbers-that-dial", "help-on-paper", says="For each country, we look at each number. It must be big enough to tap, and stand on paper."
)
@pytest.mark.parametrize("setting", [None, *SITE.helplines.countries])
def test_each_countrys_help_can_be_tapped_and_printed_without_scripts(browser, address, built, setting):
    # The built page, with what the practice's country changes in it put in its place.
    site = SITE.model_copy(update={"practice": SITE.practice.model_copy(update={"country": setting})})
    tree = html.fromstring((built / HELP / "index.html").read_bytes())
    first, *others = tree.find_class("jumps") + tree.find_class("helplines")
    for node in html.fragments_fromstring(show(site, "helplines")):
        first.addprevious(node)
    for node in (first, *others):
        node.getparent().remove(node)
    tree.find_class("page-help")[0].findall("p")[1].text = help_line(site)

    context = browser.new_context(viewport=PHONE, java_script_enabled=False)
    page = context.new_page()
    page.route(
        "**/" + HELP,
        lambda route: route.fulfill(body=html.tostring(tree, doctype="<!doctype html>"), content_type="text/html; charset=utf-8"),
    )
    page.goto(address + HELP)
    paper = words("".join(sheet.extract_text() for sheet in PdfReader(io.BytesIO(page.pdf(format="A4"))).pages))
    assert words(help_line(site)) in paper
    for code, country in SITE.helplines.countries.items():
        block = page.locator(f"#help-{code}")
        links = block.get_by_role("link")
        wanted = len(country.emergency) + sum(bool(way) for line in country.lines for way in (line.call, line.text, line.chat))
        assert [link.is_visible() and link.bounding_box()["height"] >= 44 for link in links.all()] == [True] * wanted
        for line in country.lines:
            assert all(words(said) in paper for said in (line.name, line.call and f"Call {line.call}", line.text and line.text.to) if said)
    context.close()
