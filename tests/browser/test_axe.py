"""No accessibility violation axe can find: one page of each kind, in both schemes, on a phone and a desk."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from sitekit.load import load
from tests.browser.visiting import DESK, PHONE
from tests.conftest import ROOT

SITE = load(ROOT)[0]
ONE_OF_EACH_KIND = {page.meta.kind: page.url for page in reversed(SITE.pages.values())} | {"not found": "no-such-page/", "nearly found": "strategies/empaty/"}


def violations(page) -> list[str]:
    found = Axe().run(page).response["violations"]
    return [f"{rule['id']}: {node['target']} {node['failureSummary']}" for rule in found for node in rule["nodes"]]


@pytest.mark.parametrize("viewport", [PHONE, DESK], ids=["360", "1280"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("url", ONE_OF_EACH_KIND.values(), ids=ONE_OF_EACH_KIND)
def test_no_violations(visit, url, scheme, viewport):
    page = visit(viewport, color_scheme=scheme)(url)
    assert violations(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_violations_with_the_menu_open(visit, scheme):
    page = visit(PHONE, color_scheme=scheme)("")
    page.get_by_role("button", name="Menu", exact=True).click()
    assert violations(page) == []


@pytest.mark.parametrize("viewport", [PHONE, DESK], ids=["360", "1280"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_violations_with_search_results_open(visit, scheme, viewport):
    page = visit(viewport, color_scheme=scheme)("")
    if viewport is PHONE:
        page.get_by_role("button", name="Search", exact=True).click()
    page.get_by_role("textbox", name="Search this site").press_sequentially("empathy")
    page.locator(".md-search-result__item").first.wait_for()
    assert violations(page) == []
