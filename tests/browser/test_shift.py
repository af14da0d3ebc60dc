"""Nothing a reader sees moves while the rest of a page arrives: every page, on phones and a desk, over a line that stalls."""

from __future__ import annotations

import pytest

from tests.browser.conftest import LOST, URLS
from tests.browser.visiting import DESK, PHONE

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


def moved(page, address: str) -> list[str]:
    """Open a page whose scripts arrive only after it was painted, act once, and return what moved."""
    held, painted = [], False
    page.route("**/assets/**", lambda route: route.continue_() if painted else held.append(route))
    page.goto(address, wait_until="commit")
    page.wait_for_function(PAINTED)
    page.evaluate(FRAMES)
    painted = True
    for route in held:
        route.continue_()
    page.wait_for_load_state("networkidle")
    page.mouse.move(1, 300)
    page.wait_for_load_state("networkidle")
    page.evaluate(FRAMES)
    return page.evaluate("moved")


@pytest.mark.parametrize("url", STILL.values(), ids=STILL)
def test_nothing_moves_while_the_rest_arrives(page, address, url):
    assert moved(page, address + url) == []


def test_what_moves_is_seen(page, address):
    page.add_init_script("addEventListener('load', () => document.querySelector('h1').insertAdjacentHTML('beforebegin', '<p>New</p>'))")
    assert any(line.startswith("H1") for line in moved(page, address + "help-now/"))
