"""Every page and each of its controls, used in a browser: no other host is contacted, nothing is stored, sent or blocked."""

from __future__ import annotations

import contextlib

import pytest

from tests.browser.conftest import NOT_FOUND, REPRESENTATIVES, URLS
from tests.browser.probes import run_probe
from tests.browser.search_box import open_search, wait_for_results
from tests.browser.visiting import Visit
from tests.conftest import ROOT

EMBEDS = {f"embed/{file.stem}": f"embed/{file.stem}/" for file in sorted((ROOT / "data/checklists").glob("*.yml"))}
# A word that no page holds. Any request with it got it from the page.
CANARY = "zyxcanary"
# What stores something: the colour switch, and "Keep". What removes it: on to automatic, "Clear", "Yes".
STORE = ["[data-colours-next=dark]", "[data-note=keep]"]
REMOVE = ["[data-colours-next='']"] + ["[data-note=clear]"] * 2
MAY_STORE = {"local storage: /.__palette", "local storage: /ticks"}
# Follow a link out of the page: one of its own, if it has one, led to a host of the test's.
LEAVE = """url => {
  const link = document.querySelector("main a[href^='https:']") ?? document.querySelector("main").appendChild(document.createElement("a"));
  Object.assign(link, { href: url, target: "" }).click();
}"""
# A browser names its languages to every host with each request. A page reads them to offer itself in one, and sends them nowhere.
MAY_READ = {"navigator.languages"}


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Add the embeds to the pages that are visited; one embed stands for all unless every page is asked for."""
    if "url" in metafunc.fixturenames:
        if metafunc.config.getoption("every_page"):
            urls = URLS | EMBEDS
        else:
            urls = {path: URLS[path] for path in REPRESENTATIVES} | dict([next(iter(EMBEDS.items()))])
        metafunc.parametrize("url", urls.values(), ids=urls)


def click_all(page, selectors: list[str]) -> None:
    for selector in selectors:
        page.evaluate("selector => document.querySelector(selector)?.click()", selector)


def search_for_canary(page) -> None:
    box = open_search(page)
    box.fill(CANARY)
    box.press("z")
    page.get_by_role("search").get_by_text("No page found").wait_for()
    box.press("Enter")


@pytest.mark.promise(
    "nothing-from-elsewhere",
    "no-request-from-any-control",
    says="We open each page and press what is there. Your browser must ask no one but us.",
)
@pytest.mark.promise("no-cookies", says="We open and use each page, and then look for cookies. There must be none.")
@pytest.mark.promise("nothing-kept-unasked", says="We open each page and only read. Nothing must be kept.")
@pytest.mark.promise("nothing-kept-unasked", says="We tick, write and search. Nothing must be kept.")
@pytest.mark.promise("nothing-kept-unasked", says="We press the buttons that keep things, and then take it back. Nothing must be left.")
@pytest.mark.promise(
    "no-fingerprints", says="We watch if a page reads marks of your screen, sound or device. It must read none but your languages."
)
@pytest.mark.promise(
    "no-word-where-you-came-from", says="We follow a link away from each page. The other site must not be told where from."
)
@pytest.mark.promise(
    "answers-never-leave", says="We write a secret word on each page and tick boxes. Neither must be in anything that is sent."
)
@pytest.mark.promise("lock-holds-in-use", says="We use each page. Nothing on it must try what its lock forbids.")
def test_page_in_use_keeps_everything_private(recording_context, host, other_host, url):
    recording_context.clear_cookies()
    host.requests.clear()
    other_host.requests.clear()
    visitor = Visit(recording_context, host.url)
    found: dict[str, list] = {}
    blocked: list[str] = []
    with contextlib.closing(visitor(url)) as page:
        page.on("console", lambda message: blocked.append(message.text) if "Content Security Policy" in message.text else None)
        page.mouse.wheel(0, 5000)
        found["stored by reading"] = run_probe(page, "stored")
        ticked = run_probe(page, "use_page", CANARY)
        # The search is the same on every page.
        if url in ("", *NOT_FOUND.values()):
            search_for_canary(page)
        found["stored by using"] = run_probe(page, "stored")
        click_all(page, STORE)
        found["stored by choice"] = sorted(set(run_probe(page, "stored")) - MAY_STORE)
        click_all(page, REMOVE)
        found["stored in the end"] = run_probe(page, "stored")
        calls, violations = page.evaluate("[calls, violations]")
        found["identifying calls"] = [call for call in calls if call not in MAY_READ]
        found["requests to other hosts"] = list(visitor.foreign_requests)
        # By another URL each time, or the browser would show its cached copy.
        target = f"{other_host.url}?{url.replace('/', '-')}"
        page.evaluate(LEAVE, target)
        page.wait_for_url(target)
    assert [other_host.url.rstrip("/") + request.path for request in other_host.requests] == [target]
    found["blocked by the policy"] = violations + blocked
    found["errors"] = visitor.errors
    found["cookies"] = recording_context.cookies()
    found["requests with answers"] = [
        path for words in (CANARY, *ticked) for path in host.requests_with(words) + other_host.requests_with(words)
    ]
    found["referrers"] = [request.path for request in (*host.requests, *other_host.requests) if "Referer" in request.headers]
    assert {what: seen for what, seen in found.items() if seen} == {}, url


def test_requests_of_a_search_do_not_depend_on_the_query(browser, base_url):
    requested = []
    for words in ("suicidal", "logo"):
        with contextlib.closing(browser.new_context()) as context:
            urls: set[str] = set()
            context.on("request", lambda request, urls=urls: urls.add(request.url))
            page = context.new_page()
            page.goto(base_url)
            open_search(page).press_sequentially(words)
            wait_for_results(page)
            page.wait_for_load_state("networkidle")
            requested.append(urls)
    assert requested[0] == requested[1]


@pytest.mark.parametrize("quick_exit", ["first-session/note/", "keeping-trust/when-something-is-wrong/"])
def test_quick_exit_violates_no_policy_and_contacts_no_host(recording_context, host, quick_exit):
    visitor, messages = Visit(recording_context, host.url), []
    with contextlib.closing(visitor(quick_exit)) as page:
        page.on("console", lambda message: messages.append(message.text))
        page.get_by_role("link", name="Leave this page now").click()
        page.wait_for_url("about:blank")
    assert (messages, visitor.foreign_requests, visitor.errors) == ([], [], [])
