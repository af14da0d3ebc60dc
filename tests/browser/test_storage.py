"""Blocked or spoilt storage hurts nothing, and a colour is kept only once it is chosen."""

import pytest

from tests.browser.visiting import DESK

DENIED = """for (const name of ["localStorage", "sessionStorage"])
  Object.defineProperty(window, name, {get() { throw new DOMException("denied", "SecurityError"); }});"""


@pytest.mark.parametrize("url", ["", "strategies/empathy/", "no-such-page/"])
def test_denied_storage_hurts_nothing(visit, url):
    visitor = visit(DESK, init=DENIED)
    page = visitor(url)
    page.wait_for_load_state("networkidle")
    assert visitor.errors == []
    assert page.locator("h1").first.is_visible()


@pytest.mark.parametrize("value", ["", "{", "null", "7", '{"index":9}', '{"index":1,"color":"x"}'])
def test_a_spoilt_colour_choice_hurts_nothing(visit, value):
    visitor = visit(DESK, init=f"if (location.protocol === 'http:') localStorage.setItem('/.__palette', {value!r})")
    page = visitor("")
    page.wait_for_load_state("networkidle")
    assert visitor.errors == []
    assert page.evaluate("document.body.getAttribute('data-md-color-scheme')") in ("default", "slate")


def test_a_chosen_colour_is_kept_only_after_the_choice(visit):
    visitor = visit(DESK, color_scheme="light", acts=True)
    page = visitor("")
    page.locator("[data-palette]:visible").first.click()
    page.locator("[data-palette]:visible").first.click()
    page.wait_for_function("() => document.body.getAttribute('data-md-color-scheme') === 'slate'")
    assert page.evaluate("Object.keys(localStorage)") == ["/.__palette"]
    assert visitor("strategies/").evaluate("document.body.getAttribute('data-md-color-scheme')") == "slate"
