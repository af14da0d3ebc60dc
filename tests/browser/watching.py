"""A browser that watches what pages do, a host that remembers what it is asked, and another site where links lead."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.hearing import Host, listen
from tests.browser.test_listen import LOCAL, device
from tests.browser.visiting import DESK

WATCH = Path(__file__).parent / "probes/watch_calls.js"
# A word that no page holds. Whoever reads it elsewhere was told it by the page.
CANARY = "zyxcanary"
# Follows a link out of the page: its own, if it has one, led to a host of the test's.
LEAVE = """address => {
  const link = document.querySelector("main a[href^='https:']") ?? document.querySelector("main").appendChild(document.createElement("a"));
  Object.assign(link, { href: address, target: "" }).click();
}"""


@pytest.fixture(scope="module")
def host(built) -> Iterator[Host]:
    """The site on a host that sends no headers of ours and remembers what it is asked: pages must do it alone."""
    found, server = listen(built, with_headers=False)
    yield found
    server.shutdown()


@pytest.fixture(scope="module")
def away(tmp_path_factory) -> Iterator[Host]:
    """Another site, where links lead."""
    found, server = listen(tmp_path_factory.mktemp("away"))
    found.pages["/"] = "<!doctype html><link rel=icon href=data:,><title>Another site</title>"
    yield found
    server.shutdown()


@pytest.fixture(scope="module")
def context(browser):
    with contextlib.closing(browser.new_context(viewport=DESK, permissions=["clipboard-read", "clipboard-write"])) as found:
        found.add_init_script(path=WATCH)
        found.add_init_script(device(LOCAL))
        found.add_init_script("window.print = () => {}")
        yield found
