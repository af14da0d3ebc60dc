"""Attacks on a page are blocked by its policy, each of them, and do run on the same page without it."""

from __future__ import annotations

import contextlib
import re
import time
from collections.abc import Iterator

import pytest
from playwright.sync_api import Error

from sitekit.build.csp import apply_csp
from tests.browser.attacks import MARKUP, REFUSED, SCRIPTS
from tests.browser.hearing import Host, listen
from tests.browser.probes import ask
from tests.browser.visiting import DESK
from tests.conftest import ROOT
from tests.search.asking import reach

PAGE = "why-trust/"
WATCH = ROOT / "tests/browser/probes/watch_calls.js"
POLICY = re.compile(r'<meta http-equiv="?Content-Security-Policy"?[^>]*>')
# What an attack calls when it runs; a script of the test's own, so that no policy forbids the call itself.
HIT = "window.hits = []; window.hit = (how) => { hits.push(how ?? 'ran'); }"
ATTACKS = [*MARKUP, *SCRIPTS]
# Whatever was begun is done or refused once the page and another one have been fetched and painted.
SETTLE = """async () => {
  await (await fetch(`${location.origin}/404.html`)).text();
  await new Promise((done) => setTimeout(() => requestAnimationFrame(() => setTimeout(done)), 60));
}"""
EFFECTS = "() => [...window.hits ?? [], ...document.body && getComputedStyle(document.getElementById('red') ?? document.body).color === 'rgb(255, 0, 0)' ? ['red'] : []]"


@pytest.fixture(scope="module")
def hosts(built, tmp_path_factory) -> Iterator[tuple[Host, Host]]:
    """The site on a host without headers of ours, and another host that answers whatever it is asked."""
    here, first = listen(built, with_headers=False)
    away, second = listen(tmp_path_factory.mktemp("away"))
    yield here, away
    first.shutdown()
    second.shutdown()


@pytest.fixture
def tab(browser):
    """A tab for one attack, in a window of its own: some go on leading away when they are over."""
    context = browser.new_context(viewport=DESK)
    context.add_init_script(HIT)
    context.add_init_script(path=WATCH)
    page = context.new_page()
    yield page
    # A tab that closes on its way to another page has been seen to hold up the next one.
    with contextlib.suppress(Error):
        page.goto("about:blank")
    context.close()


def attacked(page: str, name: str, hosts: tuple[Host, Host], key: str) -> str:
    """Return the text of a page with an attack in it; both hosts get what the attack asks for, under addresses of its own."""
    here, away = hosts
    away.pages[f"/{key}/script.js"] = "hit();"
    here.pages[f"/{key}/attack.js"] = SCRIPTS.get(name, "").replace("AWAY", f"{away.address}{key}/")
    attack = MARKUP.get(name, f"<script src='/{key}/attack.js'></script>").replace("AWAY", f"{away.address}{key}/")
    return page.replace("</article>", f"{attack}</article>", 1)


def attack(tab, hosts, built, name: str, locked: bool) -> None:
    """Open the page with an attack in its text, with its policy or without, and tap where the attack waits for a tap."""
    here, away = hosts
    key = f"{ATTACKS.index(name)}-{locked}"
    text = (built / PAGE / "index.html").read_text()
    here.pages[f"/{PAGE}"] = attacked(text if locked else POLICY.sub("", text), name, hosts, key)
    here.heard.clear()
    away.heard.clear()
    # By another address each time: the browser would show what it has.
    tab.goto(f"{here.address}{PAGE}?{key}")
    tab.evaluate("document.getElementById('tap')?.click()")


def effects(tab, hosts) -> list[str]:
    """Return what has come of the attack so far: calls, requests to the other host, words in an address, paint."""
    here, away = hosts
    sent = [request.path for request in away.heard] + [request.path for request in here.heard if "words=" in request.path]
    return sent or tab.evaluate(EFFECTS)


def blocked(tab) -> list[str]:
    """Return what the policy blocked. What a page brings in its own text is held by it too, and complains in its own frame."""
    frames = [tab.main_frame, *(frame for frame in tab.frames if frame.url == "about:srcdoc")]
    return [violation for frame in frames for violation in frame.evaluate("window.violations ?? []")]


@pytest.mark.parametrize("name", ATTACKS)
@pytest.mark.promise("attacks-are-blocked", says="We put known attacks into a page. The browser must block each one.")
def test_an_attack_is_blocked_by_the_policy(tab, hosts, built, name):
    attack(tab, hosts, built, name, locked=True)
    tab.evaluate(SETTLE)
    assert effects(tab, hosts) == []
    assert blocked(tab) != []


@pytest.mark.parametrize("name", ATTACKS)
def test_without_the_policy_the_same_attack_runs(tab, hosts, built, name):
    attack(tab, hosts, built, name, locked=False)
    end, came = time.monotonic() + 5, []
    while not came and time.monotonic() < end:
        # A form takes the reader away while the page is asked.
        with contextlib.suppress(Error):
            came = effects(tab, hosts)
            tab.wait_for_timeout(20)
    assert came != []


@pytest.mark.parametrize("name", [*MARKUP, *REFUSED])
def test_a_page_with_an_attack_is_not_published_at_all(built, tmp_path, name):
    attack = (MARKUP | REFUSED)[name].replace("AWAY", "http://127.0.0.1:9/")
    text = POLICY.sub("", (built / PAGE / "index.html").read_text())
    (tmp_path / "site").mkdir()
    (tmp_path / "site/page.html").write_text(text.replace("</article>", f"{attack}</article>", 1))
    assert apply_csp(tmp_path / "site", tmp_path, "https://x.example/") != []
    (tmp_path / "site/page.html").write_text(text)
    assert apply_csp(tmp_path / "site", tmp_path, "https://x.example/") == []


@pytest.mark.parametrize("url", ["", "first-session/note/", "words/", "no-such-page/", "embed/empathy/"])
def test_the_headers_hosts_may_send_block_nothing_of_ours(browser, built, url):
    host, server = listen(built)
    context = browser.new_context(viewport=DESK)
    context.add_init_script(path=WATCH)
    page = context.new_page()
    answer = page.goto(host.address + url)
    if url.startswith(("first-session", "words", "embed")):
        assert "script-src" in answer.headers["content-security-policy"]
    assert answer.headers["referrer-policy"] == "no-referrer"
    ask(page, "use_page", "words")
    if not url.startswith("embed"):
        reach(page)
        page.get_by_role("textbox", name="Search this site").press_sequentially("limits")
        page.get_by_role("search").get_by_role("link").first.wait_for()
    assert page.evaluate("violations") == []
    context.close()
    server.shutdown()


@pytest.mark.parametrize("url, shown", [("why-trust/", False), ("embed/empathy/", True)])
def test_only_what_is_made_for_frames_is_shown_in_one(browser, built, tmp_path, url, shown):
    host, server = listen(built)
    portal, other = listen(tmp_path)
    portal.pages["/"] = f"<!doctype html><title>Portal</title><iframe src='{host.address}{url}'></iframe>"
    page = browser.new_page()
    page.goto(portal.address)
    # A browser shows a page of its own in the place of one it may not show.
    assert (page.frames[1].url == host.address + url) == shown
    page.close()
    server.shutdown()
    other.shutdown()
