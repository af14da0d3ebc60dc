"""A browser, too, finds no element and no attribute more where words mean harm, and runs none of them."""

import pytest

from tests.conftest import GOOD
from tests.hostile import VALUES, fragments, spoilt, whole
from tests.unit.test_templates import rendered

SITE = whole(GOOD)
STRUCTURE = "() => [...document.querySelectorAll('*')].map(node => [node.localName, ...node.getAttributeNames()].join(' '))"
# The worst for a browser: those that open, close or turn something.
SAMPLE = [value for value in VALUES if any(mark in value for mark in "<>\"'")][:20]


@pytest.fixture(scope="module")
def page(browser):
    context = browser.new_context(offline=True)
    page = context.new_page()
    page.add_init_script("window.hits = 0; window.hit = () => { window.hits += 1 }")
    page.goto("about:blank")
    yield page
    context.close()


def structure(page, value: str) -> list[str]:
    # A page of its own inside the fragments is laid in as text would be; the browser drops its frame alike each time.
    page.set_content("".join([*fragments(spoilt(SITE, value)).values(), *rendered(value).values()]))
    return page.evaluate(STRUCTURE)


@pytest.mark.promise("words-stay-words", says="We open pages with harmful words in a browser. They must do nothing.")
@pytest.mark.parametrize("value", SAMPLE)
def test_hostile_words_stay_words_in_a_browser(page, value):
    assert structure(page, value) == structure(page, "x")
    assert page.evaluate("window.hits") == 0
