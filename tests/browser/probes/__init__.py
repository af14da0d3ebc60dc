"""Questions to a page that only a browser can answer, one JavaScript file each."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page


def run_probe(page: Page, name: str, argument=None):
    """Run `name`.js of this folder, a function of one argument, in a page, and return its answer."""
    return page.evaluate((Path(__file__).parent / f"{name}.js").read_text(encoding="utf-8"), argument)
