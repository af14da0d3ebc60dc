"""No accessibility violation axe can find: every page, in both schemes, at three widths, in every state."""

from pathlib import Path

import axe_playwright_python
import pytest

from tests.browser.conftest import WIDTHS, at
from tests.browser.probes import ask
from tests.browser.states import STATES
from tests.browser.visiting import style

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
# Best practices and the target size of WCAG 2.2 too. Only violations are worked out in full, and no style sheet is
# fetched anew: no rule in use needs that.
OPTIONS = {"resultTypes": ["violations"], "preload": False, "iframes": False, "rules": {"target-size": {"enabled": True}}}
# The rules that look at colours. All others look at the mark-up, at boxes and at what is visible.
COLOUR = OPTIONS | {"runOnly": ["color-contrast", "link-in-text-block"]}
RUN = """([part, options]) => axe.run(part, options).then(({violations}) => violations.flatMap(rule =>
  rule.nodes.map(node => `${rule.id}: ${node.target} ${node.failureSummary}`)))"""


def violations(page, options=OPTIONS, part="html") -> list[str]:
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    return page.evaluate(RUN, [part, options])


def wear(page, scheme: str) -> None:
    """Set the device's scheme and wait until the page wears it."""
    page.emulate_media(color_scheme=scheme)
    page.wait_for_function("name => document.body.dataset.mdColorScheme === name", arg="slate" if scheme == "dark" else "default")


def violations_in_both_schemes(page, but=(), part="html") -> dict[str, list[str]]:
    """Check a page, or the part of it that a selector finds, as it stands in light, then in dark.

    The dark scheme changes colours and nothing else. Where mark-up, boxes and visibility are the same to the pixel,
    the rules that do not look at colours would repeat their answers; they run again only where something differs.
    """
    every = OPTIONS | {"rules": OPTIONS["rules"] | {rule: {"enabled": False} for rule in but}}
    wear(page, "light")
    ask(page, "same_frame")
    found = {"light": violations(page, every, part)}
    wear(page, "dark")
    return found | {"dark": violations(page, COLOUR if ask(page, "same_frame") else every, part)}


@pytest.mark.promise(
    "no-known-faults-of-access",
    says="The program looks at pages in light and dark, on a phone, a tablet and a wide screen. It must find nothing.",
)
@pytest.mark.parametrize("width", WIDTHS)
def test_no_violations(page, whole, width):
    at(page, width)
    found = {}
    for state in STATES:
        # What the frame opens is looked at on every page at the narrowest width, at the others on one page of each kind.
        if state.on(page) and (whole or width == min(WIDTHS) or not state.of_frame):
            state.enter(page)
            found |= {
                f"{state.name}, {scheme}": told
                for scheme, told in violations_in_both_schemes(page, state.but, "html" if whole else state.part).items()
                if told
            }
            state.leave(page)
    assert found == {}


@pytest.mark.promise("no-known-faults-of-access", says="We spoil a page on purpose. The test must see it.")
@pytest.mark.parametrize(
    "spoil, rule",
    [
        ("document.querySelector('article p').style.color = '#aaa'", "color-contrast"),
        ("document.documentElement.removeAttribute('lang')", "html-has-lang"),
        ("document.querySelector('article p').innerHTML = '<button></button>'", "button-name"),
    ],
    ids=["contrast", "language", "names"],
)
def test_a_fault_is_seen(visit, spoil, rule):
    page = visit()("")
    page.evaluate(spoil)
    assert any(told.startswith(rule) for told in violations(page))


@pytest.mark.parametrize("url", ["", "strategies/empathy/"])
def test_the_dark_scheme_changes_colours_and_nothing_else(visit, url):
    page = visit(reduced_motion="reduce", acts=True)(url)
    wear(page, "light")
    ask(page, "same_frame")
    wear(page, "dark")
    assert ask(page, "same_frame")
    style(page, "[data-md-color-scheme=slate] article p { letter-spacing: 2px; }")
    assert not ask(page, "same_frame")


def test_a_fault_of_the_dark_scheme_alone_is_seen(visit):
    page = visit(reduced_motion="reduce")("")
    style(page, "[data-md-color-scheme=slate] article p { color: #555; }")
    found = violations_in_both_schemes(page)
    assert found["light"] == [] and any(told.startswith("color-contrast") for told in found["dark"])
