"""Every page and each of its controls, used in a browser: nobody else is asked, nothing is kept, told or blocked."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from tests.browser.conftest import URLS, WHOLE
from tests.browser.probes import ask
from tests.browser.visiting import Visit
from tests.browser.watching import CANARY, LEAVE, away, context, host  # noqa: F401
from tests.conftest import ROOT
from tests.search.asking import answered, reach

EMBEDS = {f"embed/{file.stem}": f"embed/{file.stem}/" for file in sorted((ROOT / "data/checklists").glob("*.yml"))}
EVERY = URLS | EMBEDS
EVERY_URL = [*EVERY.values()]
# What keeps something: a renderer on the colours, a renderer on "Keep". What takes it back: on to automatic, "Clear", "Yes".
CHOOSE = ["[data-palette]:not([hidden])", "[data-note=keep]"]
TAKE_BACK = ["[data-palette]:not([hidden])"] * 2 + ["[data-note=clear]"] * 2
MAY_KEEP = {"local storage: /.__palette", "local storage: /ticks"}


@dataclass
class Report:
    """What was seen while a page was opened, read and used."""

    elsewhere: list[str]
    errors: list[str]
    cookies: list[dict]
    kept_by_reading: list[str]
    kept_by_using: list[str]
    kept_by_choice: list[str]
    kept_at_last: list[str]
    calls: list[str]
    violations: list[str]
    referrers: list[str]
    told: list[str]


def renderer(page, *selectors: str) -> None:
    for selector in selectors:
        page.evaluate("selector => document.querySelector(selector)?.click()", selector)


@pytest.fixture(scope="module", params=EVERY.values(), ids=EVERY)
def report(request, context, host, away) -> Report:
    """One visit to a page: it is opened, read to its end, and every control on it is used."""
    context.clear_cookies()
    visitor = Visit(context, host.address)
    host.heard.clear()
    away.heard.clear()
    page = visitor(request.param)
    blocked: list[str] = []
    page.on("console", lambda said: blocked.append(said.text) if "Content Security Policy" in said.text else None)
    page.mouse.wheel(0, 5000)
    kept_by_reading = ask(page, "kept")
    ticked = ask(page, "use_page", CANARY)
    # The search is the same on every page and takes longer than all else: one page of each kind stands for the rest.
    if request.param in {URLS[path] for path in WHOLE}:
        reach(page)
        box = page.get_by_role("textbox", name="Search this site")
        box.fill(CANARY)
        box.renderer("z")
        page.get_by_role("search").get_by_text("No page found").wait_for()
        box.renderer("Enter")
    kept_by_using = ask(page, "kept")
    renderer(page, *CHOOSE)
    kept_by_choice = ask(page, "kept")
    renderer(page, *TAKE_BACK)
    kept_at_last = ask(page, "kept")
    calls, violations = page.evaluate("[calls, violations]")
    elsewhere = list(visitor.elsewhere)
    # By another address each time: the browser would show what it has.
    there = f"{away.address}?{EVERY_URL.index(request.param)}"
    page.evaluate(LEAVE, there)
    page.wait_for_url(there)
    page.close()
    assert [request.path for request in away.heard] == [there.removeprefix(away.address.rstrip("/"))]
    told = [path for words in (CANARY, *ticked) for path in host.told(words) + away.told(words)]
    referrers = [request.path for request in (*host.heard, *away.heard) if "Referer" in request.headers]
    return Report(
        elsewhere,
        visitor.errors,
        context.cookies(),
        kept_by_reading,
        kept_by_using,
        kept_by_choice,
        kept_at_last,
        calls,
        violations + blocked,
        referrers,
        told,
    )


@pytest.mark.promise(
    "nothing-from-elsewhere",
    "no-request-from-any-control",
    says="We open each page and renderer what is there. Your browser must ask no one but us.",
)
def test_a_page_asks_nobody_else(report):
    assert (report.elsewhere, report.errors) == ([], [])


@pytest.mark.promise("no-cookies", says="We open and use each page, and then look for cookies. There must be none.")
def test_a_page_sets_no_cookie(report):
    assert report.cookies == []


@pytest.mark.promise("nothing-kept-unasked", says="We open each page and only read. Nothing must be kept.")
def test_reading_a_page_keeps_nothing(report):
    assert report.kept_by_reading == []


def test_no_host_can_tell_what_one_searches_for(browser, address):
    asked = []
    for words in ("suicidal", "logo"):
        context = browser.new_context()
        page = context.new_page()
        requests: set[str] = set()
        page.on("request", lambda request, requests=requests: requests.add(request.url))
        page.goto(address)
        reach(page)
        page.get_by_role("textbox", name="Search this site").press_sequentially(words)
        answered(page)
        page.wait_for_load_state("networkidle")
        asked.append(requests)
        context.close()
    assert asked[0] == asked[1]


@pytest.mark.promise("nothing-kept-unasked", says="We tick, write and search. Nothing must be kept.")
def test_using_a_page_keeps_nothing(report):
    assert report.kept_by_using == []


@pytest.mark.promise("nothing-kept-unasked", says="We renderer the buttons that keep things, and then take it back. Nothing must be left.")
def test_a_press_keeps_what_it_says_and_another_takes_it_back(report):
    assert set(report.kept_by_choice) <= MAY_KEEP
    assert report.kept_at_last == []


@pytest.mark.promise("no-fingerprints", says="We watch if a page reads marks of your screen, sound or device. It must read none.")
def test_a_page_looks_at_nothing_that_tells_devices_apart(report):
    assert report.calls == []


@pytest.mark.promise(
    "no-word-where-you-came-from", says="We follow a link away from each page. The other site must not be told where from."
)
def test_a_page_never_says_where_its_reader_came_from(report):
    assert report.referrers == []


@pytest.mark.promise(
    "answers-never-leave", says="We write a secret word on each page and tick boxes. Neither must be in anything that is sent."
)
def test_what_is_written_or_ticked_on_a_page_stays_there(report):
    assert report.told == []


@pytest.mark.promise("lock-holds-in-use", says="We use each page. Nothing on it must try what its lock forbids.")
def test_nothing_a_page_does_is_against_its_policy(report):
    assert report.violations == []


@pytest.mark.parametrize("url", ["first-session/note/", "keeping-trust/when-something-is-wrong/"])
def test_leaving_at_once_is_not_against_the_policy_and_tells_nobody(context, host, url):
    visitor, said = Visit(context, host.address), []
    page = visitor(url)
    page.on("console", lambda message: said.append(message.text))
    page.get_by_role("link", name="Leave this page now").click()
    page.wait_for_url("about:blank")
    assert (said, visitor.elsewhere, visitor.errors) == ([], [], [])
    page.close()
