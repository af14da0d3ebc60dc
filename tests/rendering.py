"""Macros as pages show them, rendered with the project's own components and interface words."""

from __future__ import annotations

from sitekit.models.page import Page
from sitekit.models.site import Site
from sitekit.render.environment import Components
from sitekit.render.macros import render_macro
from sitekit.render.page_context import PageContext
from sitekit.sources.interface import read_interface
from sitekit.sources.reader import Reader
from tests.conftest import ROOT

INTERFACE = read_interface(Reader(ROOT))[0]
COMPONENTS = Components(ROOT / "overrides/components", INTERFACE)


def show(site: Site, macro: str, *args: str, page: Page | None = None) -> str:
    """Return what a macro shows on a page, or on any page of the site."""
    site = site if site.interface else site.model_copy(update={"interface": INTERFACE})
    return render_macro(COMPONENTS, PageContext(site, page or next(iter(site.pages.values()))), macro, *args)
