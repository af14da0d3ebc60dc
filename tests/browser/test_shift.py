"""Nothing a reader sees moves while a page and then its rest arrive: every page, on phones and a desk, over a line that stalls."""

from __future__ import annotations

import functools
import threading

import pytest

from tests.browser.conftest import LOST, URLS
from tests.browser.visiting import DESK, PHONE, Handler, act, serve

# But for one: a guess at the page that was meant comes first, above all that it may have spared the reader.
STILL = {path: url for path, url in URLS.items() if path not in LOST or path == "404.html"}
# What moves that was seen before, as https://web.dev/articles/cls counts it: by how much, and what.
WATCH = """window.moved = [];
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) moved.push(...entry.sources.map(({ node, previousRect: from, currentRect: to }) =>
    `${node?.nodeName} ${node?.className ?? ""}: from ${from.x},${from.y} to ${to.x},${to.y}`));
}).observe({ type: "layout-shift", buffered: true });"""
PAINTED = "() => performance.getEntriesByName('first-contentful-paint').length > 0"
FRAMES = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))"
# A usual phone, the smallest one, and a desk.
SCREENS = {"360": PHONE, "412": {"width": 412, "height": 823}, "1280": DESK}


class Stalling(Handler):
    """Sends a page in three parts, as a poor line does: up to its heading, half of what is left, and the rest.

    With ?bar it stops in the bar on top too, before the link to help.
    """

    def __init__(self, *args, line: threading.Semaphore, **options) -> None:
        self.line = line
        super().__init__(*args, **options)

    def copyfile(self, source, outputfile) -> None:
        text = source.read()
        heading = text.find(b"</h1>")
        cuts = [heading, (heading + len(text)) // 2] if heading > 0 else []
        if self.path.endswith("?bar"):
            cuts.insert(0, text.find(b"<a class=help-link"))
        for begin, end in zip([0, *cuts], [*cuts, len(text)]):
            if begin:
                self.line.acquire(timeout=30)
            outputfile.write(text[begin:end])
            outputfile.flush()


@pytest.fixture(scope="module")
def line():
    """Lets the next part of a page through, each time it is released."""
    return threading.Semaphore(0)


@pytest.fixture(scope="module")
def stalling(built, line):
    """Where the site is served over the line that stalls, ending in a slash."""
    server = serve(built, handler=functools.partial(Stalling, line=line))
    yield f"http://127.0.0.1:{server.server_address[1]}/"
    server.shutdown()


@pytest.fixture(scope="module", params=SCREENS.values(), ids=SCREENS)
def window(request, browser):
    context = browser.new_context(viewport=request.param)
    context.add_init_script(WATCH)
    yield context
    context.close()


@pytest.fixture
def page(window):
    tab = window.new_page()
    yield tab
    tab.close()


def moved(page, line, address: str, parts: int = 3) -> list[str]:
    """Open a page that arrives part by part, its scripts last of all, act once, and return what moved."""
    held, painted = [], False
    while line.acquire(blocking=False):
        pass  # what a page that came at once, as the one for lost addresses does, left over
    page.route("**/assets/**", lambda route: route.continue_() if painted else held.append(route))
    page.goto(address, wait_until="commit")
    for _ in range(parts):
        page.wait_for_function(PAINTED)
        page.evaluate(FRAMES)
        line.release()
    painted = True
    for route in held:
        route.continue_()
    page.wait_for_load_state("networkidle")
    act(page)
    page.evaluate(FRAMES)
    return page.evaluate("moved")


@pytest.mark.parametrize("url", STILL.values(), ids=STILL)
def test_nothing_moves_while_a_page_and_its_rest_arrive(page, line, stalling, url):
    assert moved(page, line, stalling + url) == []


def test_nothing_in_the_bar_moves_while_it_arrives(page, line, stalling):
    assert moved(page, line, stalling + "?bar", parts=4) == []


def test_what_moves_is_seen(page, line, stalling):
    page.add_init_script("addEventListener('load', () => document.querySelector('h1').insertAdjacentHTML('beforebegin', '<p>New</p>'))")
    assert any(line.startswith("H1") for line in moved(page, line, stalling + "help-now/"))
