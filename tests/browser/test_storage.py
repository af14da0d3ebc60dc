"""Denied or corrupt storage breaks nothing, and a colour scheme is stored only once it is chosen."""

import pytest

from tests.browser.storage import DENIED, stored_value
from tests.browser.visiting import DESK

PALETTE_KEY = "/.__palette"


@pytest.mark.parametrize("url", ["", "strategies/empathy/", "no-such-page/"])
def test_denied_storage_causes_no_error(visit, url):
    visitor = visit(DESK, init=DENIED)
    page = visitor(url)
    assert visitor.errors == []
    assert page.locator("h1").first.is_visible()


@pytest.mark.parametrize("value", ["", "{", "null", "7", '{"index":9}', '{"index":1,"color":"x"}'])
def test_corrupt_colour_choice_causes_no_error(visit, value):
    visitor = visit(DESK, init=stored_value(value, PALETTE_KEY))
    page = visitor("")
    assert visitor.errors == []
    assert page.locator("h1").first.is_visible()


def test_colour_choice_is_stored_only_after_the_choice_and_used_on_the_next_page(visit):
    visitor = visit(DESK, color_scheme="light")
    page = visitor("")
    light = background(page)
    assert stored_keys(page) == []
    choice = page.locator("[data-colours-next]:visible")
    choice.first.click()
    choice.first.click()
    page.wait_for_function("light => getComputedStyle(document.body).backgroundColor !== light", arg=light)
    assert stored_keys(page) == [PALETTE_KEY]
    assert background(visitor("strategies/")) == background(page)


def background(page) -> str:
    return page.evaluate("getComputedStyle(document.body).backgroundColor")


def stored_keys(page) -> list[str]:
    return page.evaluate("Object.keys(localStorage)")
