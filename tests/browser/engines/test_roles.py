"""What other engines tell screen readers of seven pages: the same as Chromium, whose words are kept (test_spoken.py)."""

import re

import pytest

from tests.browser.engines.webkitgtk import ELEMENT, VISIBLE, WebKitGTK
from tests.browser.spoken import PAGES
from tests.browser.visiting import PHONE

pytestmark = [pytest.mark.slow, pytest.mark.parametrize("name", PAGES)]


@pytest.mark.parametrize("engine", [("firefox", "scripts")], indirect=True, ids=" ".join)
def test_firefox_has_the_same_tree(reader, visit, name):
    # As on a phone, where no keys are offered. Drawings are images with a name; what stands in them is joined in other ways.
    chromium = visit(PHONE, has_touch=True, is_mobile=True)(PAGES[name])
    assert _tree(reader.open(PAGES[name])) == _tree(chromium)


def _tree(page) -> list[str]:
    return [re.sub(r'( - .?img ".*").?: .*', r"\1", line) for line in page.locator("body").aria_snapshot().splitlines()]


@pytest.mark.parametrize("engine", [("webkit", "scripts")], indirect=True, ids=" ".join)
def test_webkit_keeps_lists_and_names_each_stop(reader, engine, name):
    if not isinstance(engine[0], WebKitGTK):
        pytest.skip("NOT TRIED in webkit: only WebKitGTK's driver can be asked for roles and names")
    page = reader.open(PAGES[name])

    def shown(css: str) -> list[dict]:
        return [element for element in page.locator(css).find() if page.run(VISIBLE, element)]

    def computed(element: dict, what: str) -> str:
        return page.get(f"/element/{element[ELEMENT]}/computed{what}")

    lists = shown("ul, ol")
    assert {computed(element, "role") for element in lists} == {"list"}
    stops = shown("a[href], button, input, textarea, select, summary")
    assert len(stops) > 10
    assert [page.run("return arguments[0].outerHTML", stop) for stop in stops if not computed(stop, "label")] == []
