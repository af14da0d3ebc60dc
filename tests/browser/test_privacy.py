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
EMBEDS = {f"embed/{file.stem}": f"embed/{file.stem}/" for file in sorted((ROOT / "data/checklists").glob("*.yml"))}
EVERY = URLS | EMBEDS


# What keeps something: a press on the colours, a press on "Keep". What takes it back: on to automatic, "Clear", "Yes".
CHOOSE = ["[data-palette]:not([hidden])", "[data-note=keep]"]
TAKE_BACK = ["[data-palette]:not([hidden])"] * 2 + ["[data-note=clear]"] * 2
MAY_KEEP = {"local storage: /.__palette", "local storage: /ticks"}
# Follows a link out of the page: its own, if it has one, led to a host of the test's.
LEAVE = """address => {
  const link = document.querySelector("main a[href^='https:']") ?? document.querySelector("main").appendChild(document.createElement("a"));
  Object.assign(link, { href: address, target: "" }).click();
}"""


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
        found.add_init_script(WATCH)
        found.add_init_script(device(LOCAL))
        found.add_init_script("window.print = () => {}")
        yield found


def press(page, *selectors: str) -> None:
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
        box = page.get_by_role("textbox", name="Search this site")
        box.fill(CANARY)
        box.press("z")
        page.get_by_role("search").get_by_text("No matching").wait_for()
        box.press("Enter")
    kept_by_using = ask(page, "kept")
    press(page, *CHOOSE)
    kept_by_choice = ask(page, "kept")
    press(page, *TAKE_BACK)
    kept_at_last = ask(page, "kept")
    calls, violations = page.evaluate("[calls, violations]")
    elsewhere = list(visitor.elsewhere)
    page.evaluate(LEAVE, away.address)
    page.wait_for_url(away.address)
    page.close()
    told = [path for words in (CANARY, *ticked) for path in host.told(words) + away.told(words)]
    referrers = [request.path for request in (*host.heard, *away.heard) if "Referer" in request.headers]
    return Report(elsewhere, visitor.errors, context.cookies(), kept_by_reading, kept_by_using, kept_by_choice, kept_at_last,
                  calls, violations + blocked, referrers, told)


@pytest.mark.promise("nothing-from-elsewhere", "no-request-from-any-control")
def test_a_page_asks_nobody_else(report):
    assert (report.elsewhere, report.errors) == ([], [])


@pytest.mark.promise("no-cookies")
def test_a_page_sets_no_cookie(report):
    assert report.cookies == []


@pytest.mark.promise("nothing-kept-unasked")
def test_reading_a_page_keeps_nothing(report):
    assert report.kept_by_reading == []


@pytest.mark.promise("nothing-kept-unasked")
def test_using_a_page_keeps_nothing(report):
    assert report.kept_by_using == []


@pytest.mark.promise("nothing-kept-unasked")
def test_a_press_keeps_what_it_says_and_another_takes_it_back(report):
    assert set(report.kept_by_choice) <= MAY_KEEP
    assert report.kept_at_last == []


@pytest.mark.promise("no-fingerprints")
def test_a_page_looks_at_nothing_that_tells_devices_apart(report):
    assert report.calls == []


@pytest.mark.promise("no-word-where-you-came-from")
def test_a_page_never_says_where_its_reader_came_from(report):
    assert report.referrers == []


@pytest.mark.promise("answers-never-leave")
def test_what_is_written_or_ticked_on_a_page_stays_there(report):
    assert report.told == []


@pytest.mark.promise("lock-holds-in-use")
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


# Each way to tell devices apart, and what the watch calls it: a watch that sees nothing would prove nothing.
CALLS = {
    "document.createElement('canvas').getContext('2d').measureText('m')": ["canvas.getContext", "canvas.measureText"],
    "document.createElement('canvas').toDataURL()": ["canvas.toDataURL"],
    "document.createElement('canvas').getContext('2d').getImageData(0, 0, 1, 1)": ["canvas.getContext", "canvas.getImageData"],
    "new OffscreenCanvas(1, 1)": ["new OffscreenCanvas"],
    "WebGLRenderingContext.prototype.getParameter.call(document.createElement('canvas').getContext('webgl'), 1)": ["canvas.getContext", "webgl.getParameter"],
    "new AudioContext()": ["new AudioContext"],
    "new OfflineAudioContext(1, 1, 44100)": ["new OfflineAudioContext"],
    "new RTCPeerConnection()": ["new RTCPeerConnection"],
    "navigator.mediaDevices.enumerateDevices()": ["mediaDevices.enumerateDevices"],
    "navigator.getBattery()": ["navigator.getBattery"],
    "navigator.sendBeacon('/', '')": ["navigator.sendBeacon"],
    "navigator.getGamepads()": ["navigator.getGamepads"],
    "navigator.plugins.length": ["navigator.plugins"],
    "navigator.userAgent": ["navigator.userAgent"],
    "navigator.hardwareConcurrency": ["navigator.hardwareConcurrency"],
    "navigator.deviceMemory": ["navigator.deviceMemory"],
    "navigator.connection": ["navigator.connection"],
    "screen.width": ["screen.width"],
    "document.fonts.check('1px serif')": ["fonts.check"],
    "navigator.permissions.query({name: 'camera'})": ["permissions.query"],
    "navigator.geolocation.getCurrentPosition(() => {})": ["geolocation.getCurrentPosition"],
    "navigator.storage.estimate()": ["storage.estimate"],
    "Intl.DateTimeFormat().resolvedOptions()": ["Intl.resolvedOptions"],
    "addEventListener('devicemotion', () => {})": ["on devicemotion"],
    "document.cookie": ["document.cookie"],
    "document.referrer": ["document.referrer"],
}


@pytest.fixture(scope="module")
def bare(context, host):
    """A page of the host without any policy, where whatever is tried works."""
    host.pages["/bare"] = "<!doctype html><link rel=icon href=data:,><title>Bare</title><main></main>"
    page = context.new_page()
    yield page
    page.close()


@pytest.mark.parametrize("call", CALLS)
def test_each_way_to_tell_devices_apart_is_seen(bare, host, call):
    bare.goto(host.address + "bare")
    bare.evaluate(f"() => {{ try {{ Promise.resolve({call}).catch(() => null) }} catch {{}} }}")
    assert bare.evaluate("calls") == CALLS[call]


@pytest.mark.parametrize("keep, told", [
    ("localStorage.setItem('a', '1')", "local storage: a"), ("sessionStorage.setItem('a', '1')", "session storage: a"),
    ("new Promise((done) => { indexedDB.open('a').onsuccess = ({target}) => { target.result.close(); done(); }; })", "database: a"),
    ("caches.open('a').then(() => null)", "cache: a"),
])
def test_whatever_is_kept_is_seen(visit, keep, told):
    page = visit(DESK)("why-trust/")
    page.evaluate(keep)
    assert ask(page, "kept") == [told]


def test_a_cookie_is_seen(visit):
    visitor = visit(DESK)
    visitor("why-trust/").evaluate("document.cookie = 'a=1'")
    assert [cookie["name"] for cookie in visitor.context.cookies()] == ["a"]


@pytest.mark.parametrize("send", [
    f"fetch('/?a={CANARY.upper()}')", f"fetch('/', {{method: 'POST', body: '{CANARY}'}})", f"fetch('/', {{headers: {{'X-Words': '{CANARY}'}}}})",
], ids=["address", "body", "header"])
def test_words_that_leave_a_page_are_heard(bare, host, send):
    bare.goto(host.address + "bare")
    host.heard.clear()
    bare.evaluate(f"{send}.then(() => null)")
    assert len(host.told(CANARY)) == 1


def test_a_referrer_is_heard_where_a_page_sends_one(bare, host, away):
    bare.goto(host.address + "bare")
    away.heard.clear()
    bare.evaluate(LEAVE, away.address)
    bare.wait_for_url(away.address)
    assert [request.headers["Referer"] for request in away.heard if request.path == "/"] == [host.address]


def test_a_request_elsewhere_is_seen(context, host, bare):
    visitor = Visit(context, host.address)
    page = visitor("bare")
    assert page.evaluate("fetch('https://elsewhere.example/').then(() => 'answered', () => 'failed')") == "failed"
    assert visitor.elsewhere == ["https://elsewhere.example/"]
    page.close()
