"""Run axe, the accessibility checker, in a page."""

from __future__ import annotations

from pathlib import Path

import axe_playwright_python
from playwright.sync_api import Page

from tests.browser.probes import run_probe

_AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
# Best practices, and the target size of WCAG 2.2, too. Only violations are reported in full, and no style sheet is
# fetched again: no rule in use needs that.
_ALL_RULES = {"resultTypes": ["violations"], "preload": False, "iframes": False, "rules": {"target-size": {"enabled": True}}}
# The rules that depend on colours. All others depend on mark-up, boxes and visibility.
_COLOUR_RULES = _ALL_RULES | {"runOnly": ["color-contrast", "link-in-text-block"]}
_RUN = """([part, options]) => axe.run(part, options).then(({violations}) => violations.flatMap(rule =>
  rule.nodes.map(node => `${rule.id}: ${node.target} ${node.failureSummary}`)))"""


def violations(page: Page, part: str = "html", options: dict = _ALL_RULES) -> list[str]:
    """Return what axe finds in the part of a page that a CSS selector names, as it is now."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(_AXE)
    return page.evaluate(_RUN, [part, options])


def violations_by_scheme(page: Page, part: str = "html", exempt: tuple[str, ...] = ()) -> dict[str, list[str]]:
    """Return what axe finds in light, then in dark, but for the `exempt` rules.

    The dark scheme changes colours and nothing else. Where the layout is the same to the pixel, the rules that do not
    depend on colours would repeat their answers; they run again only where it differs.
    """
    options = _ALL_RULES | {"rules": _ALL_RULES["rules"] | {rule: {"enabled": False} for rule in exempt}}
    use_scheme(page, "light")
    run_probe(page, "layout_unchanged")
    light = violations(page, part, options)
    use_scheme(page, "dark")
    dark = violations(page, part, _COLOUR_RULES if run_probe(page, "layout_unchanged") else options)
    return {"light": light, "dark": dark}


def use_scheme(page: Page, scheme: str) -> None:
    """Set the device's colour scheme, and wait until the page follows: scripts learn of it in a task of its own."""
    page.emulate_media(color_scheme=scheme)
    page.evaluate("new Promise((done) => setTimeout(() => requestAnimationFrame(done)))")
