"""The built site as parsed pages."""

from __future__ import annotations

import pytest

from sitekit.build.verify import Built, read_built
from sitekit.models.site import Page, Site


@pytest.fixture(scope="session")
def all_pages(built) -> dict[str, Built]:
    """Every built page in every language, by its path in the site."""
    return read_built(built)


@pytest.fixture(scope="session")
def pages(all_pages, site: Site) -> dict[str, Built]:
    """Every English page, by its path in the site; embedded checklists and discreet addresses are no pages of the site."""
    others = ("embed/", "read/", *(f"{tag}/" for tag in site.languages))
    return {path: page for path, page in all_pages.items() if not path.startswith(others)}


@pytest.fixture(scope="session")
def built_pages(site: Site, pages) -> list[tuple[Page, Built]]:
    """Every page of the sources with the page that was built from it."""
    return [(source, pages[source.url + "index.html"]) for source in site.pages.values()]
