"""A reader in danger: help is one tap away at the same place on every page, however far down, without scripts and on paper."""

from __future__ import annotations

import contextlib

import pytest
from lxml import html

from sitekit.render.plain_text import help_line
from tests.browser.conftest import URLS
from tests.browser.paper import packed, print_page
from tests.browser.visiting import DESK, PHONE
from tests.conftest import real_site
from tests.rendering import show

SITE = real_site()
HELP = "help-now/"
HEIGHTS = "links => links.map((link) => link.checkVisibility() ? link.getBoundingClientRect().height : 0)"


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Put a practice in no country and in one at every run, and in each country with --every-page."""
    if "country" in metafunc.fixturenames:
        countries = [None, *SITE.helplines.countries]
        metafunc.parametrize("country", countries if metafunc.config.getoption("every_page") else countries[:2])


@pytest.fixture(scope="module")
def tabs(browser):
    """A tab without scripts on a phone and one on a desk."""
    contexts = [browser.new_context(viewport=viewport, java_script_enabled=False) for viewport in (PHONE, DESK)]
    yield [context.new_page() for context in contexts]
    for context in contexts:
        context.close()


@pytest.fixture(scope="module")
def boxes_at_home(tabs, base_url) -> list[dict]:
    """Where the link to help is on the home page, in each tab."""
    boxes = []
    for tab in tabs:
        tab.goto(base_url)
        boxes.append(help_link(tab).bounding_box())
    return boxes


def help_link(page):
    return page.locator("header").get_by_role("link", name="Help now")


@pytest.mark.promise(
    "help-in-one-tap", "help-whatever-fails", says="Without scripts, we look for help at the top and the end of each page. Then we tap it."
)
def test_help_link_without_scripts_stays_in_place_and_leads_to_help(tabs, boxes_at_home, base_url, path):
    for tab, at_home in zip(tabs, boxes_at_home, strict=True):
        tab.goto(base_url + URLS[path])
        at_top = help_link(tab).bounding_box()
        tab.evaluate("scrollTo({top: document.body.scrollHeight, behavior: 'instant'})")
        assert (at_top, help_link(tab).bounding_box()) == (at_home, at_home), path
        help_link(tab).click()
        tab.wait_for_url(base_url + HELP)


ON_SCREEN = """links => links.filter((link) => {
  const box = link.getBoundingClientRect();
  return box.top >= 0 && box.bottom <= innerHeight;
}).map((link) => link.innerText.split("\\n")[0])"""


def test_emergency_number_of_every_country_is_on_the_screen_one_tap_from_the_first(tabs, base_url):
    phone = tabs[0]
    phone.goto(base_url + HELP)
    links = phone.locator("article a[href^='#help-with-']")
    assert links.evaluate_all(ON_SCREEN) == links.all_inner_texts()
    found = set()
    for link in links.all():
        link.click()
        found.update(phone.locator(".helplines summary").evaluate_all(ON_SCREEN))
    assert found == {country.name for country in SITE.helplines.countries.values()}


@pytest.mark.promise("your-own-country", says="For each country, we count the ways to help in its part. All must be there, and no more.")
@pytest.mark.promise(
    "numbers-that-dial", "help-on-paper", says="For each country, we look at each number. It must be big enough to tap, and stand on paper."
)
def test_help_lines_of_a_practices_country_can_be_tapped_and_printed_without_scripts(browser, base_url, built, country):
    site = SITE.model_copy(update={"practice": SITE.practice.model_copy(update={"country": country})})
    body = _help_page((built / HELP / "index.html").read_bytes(), site)
    with contextlib.closing(browser.new_context(viewport=PHONE, java_script_enabled=False)) as context:
        page = context.new_page()
        page.route("**/" + HELP, lambda route: route.fulfill(body=body, content_type="text/html; charset=utf-8"))
        page.goto(base_url + HELP)
        paper = print_page(page).text
        assert packed(help_line(site)) in paper
        for code, found in SITE.helplines.countries.items():
            section = page.locator(f"#help-{code}")
            if not section.is_visible():
                page.locator("summary", has_text=found.name).click()
            heights = section.get_by_role("link").evaluate_all(HEIGHTS)
            wanted = len(found.emergency) + sum(bool(way) for line in found.lines for way in (line.call, line.text, line.chat))
            assert len(heights) == wanted and min(heights) >= 44, code
            printed = [(line.name, line.call and f"Call {line.call}", line.text and line.text.to) for line in found.lines]
            assert [words for line in printed for words in line if words and packed(words) not in paper] == []


def _help_page(built: bytes, site) -> bytes:
    """Return the built help page with what the practice's country changes in it put in its place."""
    tree = html.fromstring(built)
    (built_lines,) = tree.find_class("helplines")
    built_lines.getparent().replace(built_lines, html.fragment_fromstring(show(site, "helplines")))
    tree.find_class("page-help")[0].findall("p")[1].text = help_line(site)
    return html.tostring(tree, doctype="<!doctype html>")
