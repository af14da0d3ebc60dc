"""A third checker of access, IBM Equal Access, beside axe and html-validate. What it found and we do not change is in tests/answered.py."""

import pytest

from tests.answered import IBM_FAILS, IBM_QUESTIONS
from tests.browser.conftest import resize
from tests.browser.states import BY_NAME
from tests.conftest import ROOT

ENGINE = ROOT / "node_modules/accessibility-checker-engine/ace.js"
OPENED = BY_NAME["details open, boxes ticked, note filled"]
RUN = """() => new ace.Checker().check(document, ["WCAG_2_2", "IBM_Accessibility"]).then(({ results }) => results
  .filter(({ value: [, verdict] }) => verdict !== "PASS")
  .map(({ ruleId, value: [, verdict], message, path }) => [ruleId, verdict === "FAIL", `${ruleId}: ${message} ${path.dom}`]))"""


def findings(page) -> list[str]:
    """Return what the checker finds on a page and nobody has answered."""
    page.evaluate(ENGINE.read_text(encoding="utf-8"))
    return [line for rule, is_failure, line in page.evaluate(RUN) if rule not in (IBM_FAILS if is_failure else IBM_QUESTIONS)]


@pytest.mark.slow
@pytest.mark.parametrize("width", [320, 1280])
def test_third_checker_finds_nothing_unanswered(page, path, width):
    resize(page, width)
    if OPENED.applies(page):
        OPENED.enter(page)
    assert findings(page) == [], path


@pytest.mark.slow
def test_third_checker_finds_nothing_unanswered_in_a_frame(visit):
    assert findings(visit(color_scheme="light")("embed/empathy/")) == []


def test_third_checker_finds_a_name_that_lacks_the_visible_words(visit):
    page = visit()("why-trust/")
    page.locator("article a").last.evaluate("link => link.setAttribute('aria-label', 'Elsewhere')")
    assert [line.partition(":")[0] for line in findings(page)] == ["label_name_visible"]
