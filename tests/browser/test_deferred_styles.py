"""What a page shows at first needs no deferred sheet, so nothing in sight moves or changes when that arrives."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import REPRESENTATIVES, URLS
from tests.browser.visiting import DESK, PHONE


def first_views(browser: Browser, site: str, viewport: dict, blocked: list[str]) -> dict[str, bytes]:
    """Return the first view of pages as pictures, without the files that are blocked."""
    page = browser.new_page(viewport=viewport, reduced_motion="reduce")
    for pattern in blocked:
        page.route(pattern, lambda route: route.abort())
    found = {}
    for path in REPRESENTATIVES:
        page.goto(site + URLS[path], wait_until="load")
        found[path] = page.screenshot()
    page.close()
    return found


@pytest.mark.parametrize("viewport", [PHONE, DESK, {"width": 768, "height": 1024}], ids=["phone", "desk", "tablet"])
def test_first_view_is_the_same_without_the_deferred_sheet(browser, base_url, viewport):
    whole = first_views(browser, base_url, viewport, ["**/*.js"])
    critical = first_views(browser, base_url, viewport, ["**/*.js", "**/deferred.*.css"])
    assert [path for path in whole if whole[path] != critical[path]] == []
