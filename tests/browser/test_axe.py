"""No accessibility violation that axe can find: in both schemes, at three widths, in every state."""

import pytest

from tests.browser.axe import use_scheme, violations, violations_by_scheme
from tests.browser.conftest import WIDTHS, resize
from tests.browser.probes import run_probe
from tests.browser.states import STATES
from tests.browser.visiting import add_style

# The menu and the search are the same on all pages: at every run they are examined on these.
LAYOUT_PAGES = ("index.md", "first-session/what-happens.md")


def is_examined(state, path, width, every_page) -> bool:
    if every_page or path in LAYOUT_PAGES or state.name == "as loaded":
        return True
    return not state.is_of_layout and width == min(WIDTHS)


@pytest.mark.promise(
    "no-known-faults-of-access",
    says="The program looks at pages in light and dark, on a phone, a tablet and a wide screen. It must find nothing.",
)
def test_page_in_all_states_has_no_violations(page, path, every_page):
    found = {}
    for width in WIDTHS:
        resize(page, width)
        for state in STATES:
            if is_examined(state, path, width, every_page) and state.applies(page):
                state.enter(page)
                for scheme, violated in violations_by_scheme(page, "html" if every_page else state.changes, state.exempt).items():
                    if violated:
                        found[width, state.name, scheme] = violated
                state.leave(page)
    assert found == {}, path


@pytest.mark.promise("no-known-faults-of-access", says="We spoil a page on purpose. The test must see it.")
def test_violations_are_found(visit):
    breakages = {
        "color-contrast": "document.querySelector('article p').style.color = '#aaa'",
        "html-has-lang": "document.documentElement.removeAttribute('lang')",
        "button-name": "document.querySelector('article').append(document.createElement('button'))",
    }
    page = visit()("")
    for breakage in breakages.values():
        page.evaluate(breakage)
    found = violations(page)
    assert [rule for rule in breakages if not any(violation.startswith(rule) for violation in found)] == []


@pytest.mark.parametrize("url", ["", "strategies/empathy/"])
def test_dark_scheme_changes_colours_and_nothing_else(visit, url):
    page = visit(reduced_motion="reduce")(url)
    use_scheme(page, "light")
    run_probe(page, "layout_unchanged")
    use_scheme(page, "dark")
    assert run_probe(page, "layout_unchanged")
    add_style(page, "@media (prefers-color-scheme: dark) { article p { letter-spacing: 2px; } }")
    assert not run_probe(page, "layout_unchanged")


def test_violation_in_the_dark_scheme_alone_is_found(visit):
    page = visit(reduced_motion="reduce")("")
    add_style(page, "@media (prefers-color-scheme: dark) { article p { color: #555 !important; } }")
    found = violations_by_scheme(page)
    assert found["light"] == [] and any(violation.startswith("color-contrast") for violation in found["dark"])
