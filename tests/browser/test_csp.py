"""Attacks on a page are blocked by its content security policy, each of them, and do run on the same page without it."""

from __future__ import annotations

import contextlib
import re
import time

import pytest
from playwright.sync_api import Error

from sitekit.build.csp import apply_csp
from tests.browser.attacks import MARKUP, REFUSED, SCRIPTS
from tests.browser.probes import run_probe
from tests.browser.recording_server import Host, serve_recording
from tests.browser.search_box import search_for
from tests.browser.visiting import DESK, wait_for_modules
from tests.conftest import ROOT

PAGE = "why-trust/"
RECORD = ROOT / "tests/browser/probes/record_calls.js"
POLICY = re.compile(r'<meta http-equiv="?Content-Security-Policy"?[^>]*>')
REFERRER = re.compile(r'<meta name="?referrer"?[^>]*>')
# What an attack calls when it runs; a script of the test's own, so that no policy forbids the call itself.
HIT = "window.hits = []; window.hit = (how) => { hits.push(how ?? 'ran'); }"
ATTACKS = [*MARKUP, *SCRIPTS]
# Every effect of an attack has happened or been blocked once another page has been fetched and the page painted.
SETTLE = """async () => {
  await (await fetch(`${location.origin}/404.html`)).text();
  await new Promise((done) => setTimeout(() => requestAnimationFrame(() => setTimeout(done)), 60));
}"""
EFFECTS = "() => [...window.hits ?? [], ...document.body && getComputedStyle(document.getElementById('red') ?? document.body).color === 'rgb(255, 0, 0)' ? ['red'] : []]"


@pytest.fixture
def hosts(host, other_host) -> tuple[Host, Host]:
    """The site on a host without headers of ours, and another host that answers every request."""
    return host, other_host


@pytest.fixture
def open_tab(browser):
    """Open a tab for one attack, in a context of its own: some go on navigating when they are over."""

    @contextlib.contextmanager
    def open_one():
        context = browser.new_context(viewport=DESK)
        context.add_init_script(HIT)
        context.add_init_script(path=RECORD)
        page = context.new_page()
        yield page
        # A tab that closes on its way to another page delays the next one.
        with contextlib.suppress(Error):
            page.goto("about:blank")
        context.close()

    return open_one


def attacked(page: str, name: str, hosts: tuple[Host, Host], key: str) -> str:
    """Return the text of a page with an attack in it. Both hosts get the files that the attack requests, below a path of its own."""
    here, away = hosts
    away.pages[f"/{key}/script.js"] = "hit();"
    here.pages[f"/{key}/attack.js"] = SCRIPTS.get(name, "").replace("AWAY", f"{away.url}{key}/")
    attack = MARKUP.get(name, f"<script src='/{key}/attack.js'></script>").replace("AWAY", f"{away.url}{key}/")
    return page.replace("</article>", f"{attack}</article>", 1)


def attack(tab, hosts, built, name: str, has_policy: bool) -> None:
    """Open the page with an attack in its text, with its policy or without, and tap where the attack waits for a tap."""
    here, away = hosts
    key = f"{ATTACKS.index(name)}-{has_policy}"
    text = (built / PAGE / "index.html").read_text()
    here.pages[f"/{PAGE}"] = attacked(text if has_policy else POLICY.sub("", text), name, hosts, key)
    here.requests.clear()
    away.requests.clear()
    # By another URL each time, or the browser would show its cached copy.
    tab.goto(f"{here.url}{PAGE}?{key}")
    tab.evaluate("document.getElementById('tap')?.click()")


def effects(tab, hosts) -> list[str]:
    """Return the effects of the attack so far: calls, requests to the other host, words in a URL, paint."""
    here, away = hosts
    sent = [request.path for request in away.requests] + [request.path for request in here.requests if "words=" in request.path]
    return sent or tab.evaluate(EFFECTS)


def blocked(tab) -> list[str]:
    """Return what the policy blocked, in the page and in frames whose text the page brings: the policy applies to these too."""
    frames = [tab.main_frame, *(frame for frame in tab.frames if frame.url == "about:srcdoc")]
    return [violation for frame in frames for violation in frame.evaluate("window.violations ?? []")]


@pytest.mark.promise("attacks-are-blocked", says="We put known attacks into a page. The browser must block each one.")
def test_policy_blocks_every_attack(open_tab, hosts, built):
    problems = {}
    for name in ATTACKS:
        with open_tab() as tab:
            attack(tab, hosts, built, name, has_policy=True)
            tab.evaluate(SETTLE)
            problems[name] = effects(tab, hosts) or ([] if blocked(tab) else ["nothing was blocked"])
    assert {name: found for name, found in problems.items() if found} == {}


@pytest.mark.slow
@pytest.mark.parametrize("name", ATTACKS)
def test_attack_runs_without_the_policy(open_tab, hosts, built, name):
    with open_tab() as tab:
        attack(tab, hosts, built, name, has_policy=False)
        end, seen = time.monotonic() + 5, []
        while not seen and time.monotonic() < end:
            # A form takes the reader away while the page is asked.
            with contextlib.suppress(Error):
                seen = effects(tab, hosts)
                tab.wait_for_timeout(20)
        assert seen != []


def test_page_with_an_attack_is_not_published(built, tmp_path):
    # As the page was before publishing added these.
    text = REFERRER.sub("", POLICY.sub("", (built / PAGE / "index.html").read_text()))
    page = tmp_path / "site/page.html"
    page.parent.mkdir()

    def problems(attack: str) -> list:
        page.write_text(text.replace("</article>", f"{attack}</article>", 1))
        return apply_csp(tmp_path / "site", tmp_path, "https://x.example/")

    assert problems("") == []
    attacks = {name: attack.replace("AWAY", "http://127.0.0.1:9/") for name, attack in (MARKUP | REFUSED).items()}
    assert [name for name, attack in attacks.items() if not problems(attack)] == []


@pytest.mark.parametrize("url", ["", "first-session/note/", "words/", "no-such-page/", "embed/empathy/"])
def test_headers_for_hosts_block_nothing_of_the_site(browser, built, url):
    host, server = serve_recording(built)
    with contextlib.closing(browser.new_context(viewport=DESK)) as context:
        context.add_init_script(path=RECORD)
        page = context.new_page()
        answer = page.goto(host.url + url)
        if url.startswith(("first-session", "words", "embed")):
            assert "script-src" in answer.headers["content-security-policy"]
        assert answer.headers["referrer-policy"] == "no-referrer"
        if not url.startswith("embed"):
            wait_for_modules(page)
            run_probe(page, "use_page", "words")
            search_for(page, "limits")
        assert page.evaluate("violations") == []
    server.shutdown()


@pytest.mark.parametrize("url, is_shown", [("why-trust/", False), ("embed/empathy/", True)])
def test_only_embeds_are_shown_in_a_frame(browser, built, tmp_path, url, is_shown):
    host, server = serve_recording(built)
    portal, other = serve_recording(tmp_path)
    portal.pages["/"] = f"<!doctype html><title>Portal</title><iframe src='{host.url}{url}'></iframe>"
    page = browser.new_page()
    page.goto(portal.url)
    # A browser shows a page of its own in place of one that it may not show.
    assert (page.frames[1].url == host.url + url) == is_shown
    page.close()
    server.shutdown()
    other.shutdown()
