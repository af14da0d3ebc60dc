"""What tests of several folders share: the real project, its site as sources and as built HTML, a tiny good site."""

from __future__ import annotations

import fcntl
import shutil
from pathlib import Path

import pytest

from sitekit.build.pipeline import publish
from sitekit.models.site import Site
from sitekit.sources.loader import load

# Fixtures of the folders that open a browser: there can be only one in a run.
from tests.browser.visiting import address, browser, visit  # noqa: F401

ROOT = Path(__file__).parents[1]
GOOD = ROOT / "tests/broken/_good"


@pytest.fixture(scope="session")
def site() -> Site:
    """The real site, as its sources say."""
    return load(ROOT)[0]


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The real site, published once for all tests: of several processes the first does it, the others wait."""
    alone = worker_id == "master"
    shared = tmp_path_factory.getbasetemp() if alone else tmp_path_factory.getbasetemp().parent
    place = shared / "published/site"
    with (shared / "published.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not place.exists():
            place.parent.mkdir(exist_ok=True)
            problems = publish(ROOT, place, log=print)
            assert not problems, "\n".join(map(str, problems))
    return place


@pytest.fixture
def good(tmp_path: Path) -> Path:
    """A copy of the smallest sound site, to spoil at will."""
    place = Path(shutil.copytree(GOOD, tmp_path / "good"))
    shutil.copy(ROOT / "data/interface.yml", place / "data/interface.yml")
    return place


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the real project's sources, to change at will."""
    return copied(tmp_path / "copy")


def copied(place: Path) -> Path:
    """Copy the real project's sources to a folder of their own."""
    for name in ("docs", "data", "overrides", "sitekit"):
        shutil.copytree(ROOT / name, place / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("mkdocs.yml", "practice.yml"):
        shutil.copy(ROOT / name, place / name)
    # What was set once for the real site need not be set again; the memory is keyed by content.
    (ROOT / ".cache").mkdir(exist_ok=True)
    (place / ".cache").symlink_to(ROOT / ".cache")
    return place
