"""The other languages in a browser: they fit narrow screens, run in their direction, and their drawings hold their words."""

from __future__ import annotations

import pytest

from sitekit.schema.translations import CORE
from sitekit.translations.languages import read_translations
from tests.browser.axe import use_scheme, violations
from tests.browser.conftest import HEIGHTS
from tests.browser.visiting import wait_for_modules
from tests.conftest import ROOT, real_site

TRANSLATIONS = read_translations(ROOT, real_site())[0]
OTHERS = pytest.mark.parametrize("language", TRANSLATIONS, ids=[translation.tag for translation in TRANSLATIONS])
WIDTHS = (320, 412, 1280)
# Words that leave their drawing, and words that begin at the wrong side of it.
WORDS_OUT = """() => [...document.querySelectorAll("article svg")].flatMap((svg) => {
  const frame = svg.getBoundingClientRect();
  return [...svg.querySelectorAll("text")].filter((text) => {
    const { left, right } = text.getBoundingClientRect();
    return right > frame.right + 1 || left < frame.left - 1;
  }).map((text) => text.textContent.trim());
})"""
SIDES = """() => {
  const middle = ({ left, right }) => (left + right) / 2;
  const of = (selector) => middle(document.querySelector(selector).getBoundingClientRect());
  return of(".help-link") > of("[popovertarget=site-search]");
}"""


@pytest.fixture
def visited(language, reading_context, base_url, every_page):
    """Open the pages of a language one by one: all, or its core; then its sheets in two languages."""
    page = reading_context.new_page()

    def visit():
        for source in language.pages:
            if every_page or source.path in CORE:
                page.goto(f"{base_url}{language.tag}/{source.url}")
                yield wait_for_modules(page), source.path
        page.goto(f"{base_url}{language.tag}/side-by-side/note/")
        yield page, "side-by-side/note/"

    yield visit
    page.close()


@OTHERS
def test_no_page_scrolls_sideways_and_every_drawing_holds_its_words(visited):
    found = []
    for page, path in visited():
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": HEIGHTS[width]})
            if page.evaluate("document.documentElement.scrollWidth") > width:
                found.append((path, width))
        found += [(path, words) for words in page.evaluate(WORDS_OUT)]
    assert found == []


@OTHERS
def test_header_runs_in_the_direction_of_the_language(language, reading_context, base_url):
    page = reading_context.new_page()
    page.set_viewport_size({"width": 412, "height": 823})
    page.goto(f"{base_url}{language.tag}/")
    assert page.evaluate(SIDES) is (language.language.direction == "ltr")
    page.close()


@OTHERS
def test_page_has_no_violation_that_axe_finds(visited):
    found = {}
    for page, path in visited():
        page.set_viewport_size({"width": 412, "height": 823})
        use_scheme(page, "light")
        if violated := violations(page):
            found[path] = violated
    assert found == {}


@pytest.mark.parametrize(
    "asked, url, offered",
    [
        ("es-MX", "why-trust/", {"es": "Leer esta página en español"}),
        ("ar", "first-session/", {"ar": "اقرأ هذه الصفحة بالعربية"}),
        ("en-US", "es/why-trust/", {"en": "Read this page in English"}),
        # A page that is not translated offers nothing, nor does one that is in the language asked for, or in none that we have.
        ("ar", "why-trust/", {}),
        ("en-GB", "why-trust/", {}),
        ("eo", "why-trust/", {}),
    ],
)
def test_language_that_the_browser_asks_for_offers_itself(browser, base_url, asked, url, offered):
    context = browser.new_context(locale=asked)
    page = context.new_page()
    page.goto(base_url + url)
    wait_for_modules(page)
    names = {"en": "English"} | {translation.tag: translation.language.name for translation in TRANSLATIONS}
    shown = {link.get_attribute("lang"): link.text_content() for link in page.locator(".languages a").all()}
    assert {tag: words for tag, words in shown.items() if words != names[tag]} == offered
    assert (page.url, context.cookies(), page.evaluate("localStorage.length + sessionStorage.length")) == (base_url + url, [], 0)
    context.close()
