"""Nothing a reader sees moves while a page and then its scripts arrive, on phones and a desk, over a line that stalls."""

from __future__ import annotations

import functools
import threading

import pytest

from tests.browser.conftest import URLS
from tests.browser.server import Handler, serve
from tests.browser.visiting import DESK, PHONE, wait_for_modules

# Layout shifts as https://web.dev/articles/cls counts them: by how much, and what.
RECORD = """window.shifts = [];
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) shifts.push(...entry.sources.map(({ node, previousRect: from, currentRect: to }) =>
    `${node?.nodeName} ${node?.className ?? ""}: from ${from.x},${from.y} to ${to.x},${to.y}`));
}).observe({ type: "layout-shift", buffered: true });"""
PAINTED = "() => performance.getEntriesByName('first-contentful-paint').length > 0"
FRAMES = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))"
# A usual phone, a tall one, and a desk.
SCREENS = {"360": PHONE, "412": {"width": 412, "height": 823}, "1280": DESK}


class Stalling(Handler):
    """Send a page in three parts, as a poor line does: up to its heading, half of what is left, and the rest.

    With ?header it stops in the header too, before the link to help. Each part waits for `line` to be released.
    """

    def __init__(self, *args, line: threading.Semaphore, **options) -> None:
        self.line = line
        super().__init__(*args, **options)

    def copyfile(self, source, outputfile) -> None:
        text = source.read()
        heading = text.find(b"</h1>")
        cuts = [heading, (heading + len(text)) // 2] if heading > 0 else []
        if self.path.endswith("?header"):
            cuts.insert(0, text.find(b"<a class=help-link"))
        for begin, end in zip([0, *cuts], [*cuts, len(text)], strict=True):
            if begin:
                self.line.acquire(timeout=30)
            outputfile.write(text[begin:end])
            outputfile.flush()


@pytest.fixture(scope="module")
def line() -> threading.Semaphore:
    """Lets the next part of a page through, each time it is released."""
    return threading.Semaphore(0)


@pytest.fixture(scope="module")
def stalling_host(built, line):
    """Where the site is served over the line that stalls, ending in a slash."""
    server = serve(built, handler=functools.partial(Stalling, line=line))
    yield server.url
    server.shutdown()


@pytest.fixture(scope="module")
def contexts(browser):
    """A browser context for each screen."""
    contexts = {name: browser.new_context(viewport=viewport) for name, viewport in SCREENS.items()}
    for context in contexts.values():
        context.add_init_script(RECORD)
    yield contexts
    for context in contexts.values():
        context.close()


def shifts(context, line, url: str, parts: int = 3, init: str = "") -> list[str]:
    """Open a page that arrives part by part, its scripts last of all, and return what moved."""
    held, is_painted = [], False
    while line.acquire(blocking=False):
        pass  # left over from a page that came at once, as the 404 page does
    page = context.new_page()
    page.add_init_script(init)
    page.route("**/*.js", lambda route: route.continue_() if is_painted else held.append(route))
    page.goto(url, wait_until="commit")
    for _ in range(parts):
        page.wait_for_function(PAINTED)
        page.evaluate(FRAMES)
        line.release()
    is_painted = True
    for route in held:
        route.continue_()
    page.wait_for_load_state()
    wait_for_modules(page)
    page.evaluate(FRAMES)
    found = page.evaluate("shifts")
    page.close()
    return found


def test_nothing_moves_while_a_page_and_its_scripts_arrive(contexts, line, stalling_host, source_path):
    moved = {screen: shifts(context, line, stalling_host + URLS[source_path]) for screen, context in contexts.items()}
    assert {screen: found for screen, found in moved.items() if found} == {}, source_path


def test_nothing_moves_on_the_404_page_without_a_suggestion(contexts, line, stalling_host):
    moved = {screen: shifts(context, line, stalling_host + "no-such-page/") for screen, context in contexts.items()}
    assert {screen: found for screen, found in moved.items() if found} == {}


def test_nothing_in_the_header_moves_while_it_arrives(contexts, line, stalling_host):
    moved = {screen: shifts(context, line, stalling_host + "?header", parts=4) for screen, context in contexts.items()}
    assert {screen: found for screen, found in moved.items() if found} == {}


def test_layout_shift_is_found(contexts, line, stalling_host):
    script = "addEventListener('load', () => document.querySelector('h1').insertAdjacentHTML('beforebegin', '<p>New</p>'))"
    found = shifts(contexts["360"], line, stalling_host + "help-now/", init=script)
    assert any(shift.startswith("H1") for shift in found)
