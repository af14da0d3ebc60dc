"""Use the site's search as a reader does."""

from __future__ import annotations

from playwright.sync_api import Locator, Page


def open_search(page: Page) -> Locator:
    """Open the search, and return the box to type in."""
    page.get_by_role("button", name="Search", exact=True).click()
    box = page.get_by_role("textbox", name="Search this site")
    box.wait_for()
    return box


def search_for(page: Page, words: str) -> Locator:
    """Search for some words, and return the links of the results once there are any."""
    open_search(page).press_sequentially(words)
    return wait_for_results(page)


def wait_for_results(page: Page) -> Locator:
    """Wait until the open search shows results, and return their links."""
    links = page.get_by_role("search").locator("li").get_by_role("link")
    links.first.wait_for()
    return links
