"""The built site as parsed pages, and one test id a page."""

from __future__ import annotations

import pytest

from sitekit.build.verify import Built, read_built
from sitekit.sources.loader import load
from tests.conftest import ROOT

PAGES = sorted(load(ROOT)[0].pages)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run a test that asks for `path` once for each page, under the page's path."""
    if "path" in metafunc.fixturenames:
        metafunc.parametrize("path", PAGES)


@pytest.fixture(scope="session")
def pages(built) -> dict[str, Built]:
    """Every built page, by its path in the site; the checklists for frames are no pages of the site."""
    return {path: page for path, page in read_built(built).items() if not path.startswith("embed/")}


@pytest.fixture
def page(path, site, pages) -> Built:
    """The built page of one source page."""
    return pages[site.pages[path].url + "index.html"]
