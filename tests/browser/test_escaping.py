"""Hostile values add no element and no attribute to a page in a browser, and run no script."""

import pytest

from tests.conftest import GOOD
from tests.hostile import VALUES, fragments, spoilt, whole
from tests.unit.render.test_page_templates import rendered

STRUCTURE = "() => [...document.querySelectorAll('*')].map(node => [node.localName, ...node.getAttributeNames()].join(' '))"
# The worst for a browser: those that open, close or redirect something.
SAMPLE = [value for value in VALUES if any(mark in value for mark in "<>\"'")][:20]


@pytest.mark.promise("words-stay-words", says="We open pages with harmful words in a browser. They must do nothing.")
def test_hostile_values_stay_text_in_a_browser(browser):
    site = whole(GOOD)
    page = browser.new_page(offline=True)
    page.add_init_script("window.hits = 0; window.hit = () => { window.hits += 1 }")
    page.goto("about:blank")

    def structure(value: str) -> list[str]:
        # Whole pages among the fragments are nested as text would be; the browser drops their outer tags alike each time.
        page.set_content("".join([*fragments(spoilt(site, value)).values(), *rendered(value).values()]))
        return page.evaluate(STRUCTURE)

    harmless = structure("x")
    assert [value for value in SAMPLE if structure(value) != harmless or page.evaluate("window.hits")] == []
    page.close()
