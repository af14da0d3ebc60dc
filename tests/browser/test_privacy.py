"""Every page and each of its controls, used in a browser: nobody else is asked, nothing is kept, told or blocked."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.browser.conftest import URLS, WHOLE
from tests.browser.hearing import Host, listen
from tests.browser.probes import ask
from tests.browser.test_listen import LOCAL, device
from tests.browser.visiting import DESK, Visit
from tests.conftest import ROOT

WATCH = (Path(__file__).parent / "probes/watch_calls.js").read_text()
# A word that no page holds. Whoever reads it elsewhere was told it by the page.
CANARY = "zyxcanary"
EMBEDS = {f"embed/{file.stem}": f"embed/{file.stem}/" for file in sorted((ROOT / "data/checklists").glob("*.yml"))[:2]}
EVERY = URLS | EMBEDS


@dataclass
class Report:
    """What was seen while a page was opened, read and used."""

    elsewhere: list[str]
    errors: list[str]
    cookies: list[dict]
    kept_by_reading: list[str]
    kept_by_using: list[str]
    calls: list[str]
    violations: list[str]
    referrers: list[str]
    told: list[str]


@pytest.fixture(scope="module")
def host(built) -> Iterator[Host]:
    """The site on a host that sends the headers it asks for, and remembers what it is asked."""
    found, server = listen(built)
    yield found
    server.shutdown()


@pytest.fixture(scope="module")
def context(browser):
    with contextlib.closing(browser.new_context(viewport=DESK, permissions=["clipboard-read", "clipboard-write"])) as found:
        found.add_init_script(WATCH)
        found.add_init_script(device(LOCAL))
        found.add_init_script("window.print = () => {}")
        yield found


@pytest.fixture(scope="module", params=EVERY.values(), ids=EVERY)
def report(request, context, host) -> Report:
    """One visit to a page: it is opened, read to its end, and every control on it is used."""
    context.clear_cookies()
    visitor = Visit(context, host.address)
    host.heard.clear()
    page = visitor(request.param)
    blocked: list[str] = []
    page.on("console", lambda said: blocked.append(said.text) if "Content Security Policy" in said.text else None)
    page.mouse.wheel(0, 5000)
    kept_by_reading = ask(page, "kept")
    ticked = ask(page, "use_page", CANARY)
    # The search is the same on every page and takes longer than all else: one page of each kind stands for the rest.
    if request.param in {URLS[path] for path in WHOLE}:
        box = page.get_by_role("textbox", name="Search this site")
        box.fill(CANARY)
        box.press("z")
        page.get_by_role("search").get_by_text("No matching").wait_for()
        box.press("Enter")
    kept_by_using = ask(page, "kept")
    calls, violations = page.evaluate("[calls, violations]")
    page.close()
    told = [path for words in (CANARY, *ticked) for path in host.told(words)]
    referrers = [request.path for request in host.heard if "Referer" in request.headers]
    return Report(visitor.elsewhere, visitor.errors, context.cookies(), kept_by_reading, kept_by_using, calls, violations + blocked, referrers, told)


def test_a_page_asks_nobody_else(report):
    assert (report.elsewhere, report.errors) == ([], [])


def test_a_page_sets_no_cookie(report):
    assert report.cookies == []


def test_reading_a_page_keeps_nothing(report):
    assert report.kept_by_reading == []


def test_using_a_page_keeps_nothing(report):
    assert report.kept_by_using == []


def test_a_page_looks_at_nothing_that_tells_devices_apart(report):
    assert report.calls == []


def test_a_page_never_says_where_its_reader_came_from(report):
    assert report.referrers == []


def test_what_is_written_or_ticked_on_a_page_stays_there(report):
    assert report.told == []


def test_nothing_a_page_does_is_against_its_policy(report):
    assert report.violations == []
