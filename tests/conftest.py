"""Options and fixtures of all tests: the real project's sources, its published site, and a minimal valid project."""

from __future__ import annotations

import functools
import os
import re
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from sitekit.build.pipeline import publish
from sitekit.models.site import Site
from sitekit.sources.loader import load
from tests.browser.engines.matrix import matrix

# Fixtures of all folders that open a browser: pytest finds them here, and there can be only one browser in a process.
from tests.browser.visiting import base_url, browser, playwright, visit  # noqa: F401

ROOT = Path(__file__).parents[1]
GOOD = ROOT / "tests/broken/_good"
# Seconds after which a process stops waiting for another one to publish the site.
PUBLISH_TIMEOUT = 300


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--every-page",
        action="store_true",
        default=bool(os.environ.get("EVERY_PAGE")),
        help="open every page in every state and width, and run the slow tests (also: EVERY_PAGE=1)",
    )


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """Return one process more than there are processors: a test that waits for a browser leaves its processor to another."""
    return (os.cpu_count() or 1) + 1


def pytest_configure(config: pytest.Config) -> None:
    if config.getoption("every_page"):
        os.environ["EVERY_PAGE"] = "1"


def examples(most: int) -> int:
    """Return how many examples Hypothesis tries: `most` with --every-page, and a fifth of them at every run."""
    return most if os.environ.get("EVERY_PAGE") else most // 5


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Mark what opens a browser, and leave out what is slow unless every page is asked for."""
    for item in items:
        if "playwright" in getattr(item, "fixturenames", ()):
            item.add_marker("browser")
    if not config.getoption("every_page"):
        slow = [item for item in items if item.get_closest_marker("slow")]
        config.hook.pytest_deselected(items=slow)
        items[:] = [item for item in items if not item.get_closest_marker("slow")]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say which jobs of readers were tried in which engine, and which were not."""
    stats = terminalreporter.stats
    lines = list(matrix(report for kind in ("passed", "failed", "error", "skipped") for report in stats.get(kind, ())))
    if lines:
        terminalreporter.section("What readers do, by engine and setting")
        terminalreporter.write("\n".join(lines) + "\n")


@pytest.fixture(scope="session")
def every_page(pytestconfig: pytest.Config) -> bool:
    """Whether every page is to be examined in every state and width."""
    return pytestconfig.getoption("every_page")


@functools.cache
def real_site() -> Site:
    """Return the real site, as its sources define it, read once a process."""
    return load(ROOT)[0]


@pytest.fixture(scope="session")
def site() -> Site:
    """The real site, as its sources define it."""
    return real_site()


@pytest.fixture(scope="session")
def once(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Callable[[str, Callable[[Path], None]], Path]:
    """Make a folder once a run, by its name and what fills it: the first process to ask makes it, the others wait."""
    base = tmp_path_factory.getbasetemp()
    shared = base if worker_id == "master" else base.parent

    def made(name: str, make: Callable[[Path], None]) -> Path:
        folder, done = shared / name, shared / f"{name}.done"
        with lock(shared / f"{name}.lock"):
            if not done.exists():
                folder.mkdir()
                make(folder)
                done.touch()
        return folder

    return made


@pytest.fixture(scope="session")
def built(once) -> Path:
    """The real site, published once a run."""

    def make(folder: Path) -> None:
        problems = publish(ROOT, folder / "site", log=print)
        assert not problems, "\n".join(map(str, problems))

    return once("published", make) / "site"


# A copy of a practice lives below a prefix, as on the pages of a code host. Old URLs lead to new ones there.
CLINIC_PREFIX = "/a/b/"
CLINIC_URL = f"https://clinic.example{CLINIC_PREFIX}"
REDIRECTS = """
- old: /trust/
  new: /why-trust/
- old: /trust/#steps
  new: /strategies/empathy/#in-short
- old: /trust/older/page.html
  new: /strategies/#in-short
- old: /why-trust/#at-a-glance
  new: /why-trust/#in-short
- old: /why-trust/#feelings
  new: /strategies/empathy/#in-short
"""


@pytest.fixture(scope="session")
def clinic(once) -> Path:
    """The copy of a clinic with a few redirects, published once a run for CLINIC_URL."""

    def make(folder: Path) -> None:
        root = copied_for("clinic", folder)
        leave_out(root, "ar")
        publish_with_redirects(root, folder / "site", CLINIC_URL)

    return once("clinic", make) / "site"


def publish_with_redirects(root: Path, target: Path, url: str) -> None:
    """Publish a copy of the project for a URL, with a few redirects more."""
    with (root / "data/redirects.yml").open("a", encoding="utf-8") as file:
        file.write(REDIRECTS)
    assert publish(root, target, log=print, environment={"SITE_URL": url, "CI": "true"}) == []


def leave_out(root: Path, *languages: str) -> None:
    """Leave languages out of a copy, if not every page is asked for: they are built and tested elsewhere."""
    if not os.environ.get("EVERY_PAGE"):
        with (root / "practice.yml").open("a", encoding="utf-8") as practice:
            practice.write(f"without_languages: [{', '.join(languages)}]\n")


@contextmanager
def lock(folder: Path) -> Iterator[None]:
    """Hold a lock between processes for as long as a folder exists: its creation is atomic on every system."""
    end = time.monotonic() + PUBLISH_TIMEOUT
    while True:
        try:
            folder.mkdir()
            break
        except FileExistsError:
            assert time.monotonic() < end, f"{folder} is still locked after {PUBLISH_TIMEOUT} s"
            time.sleep(0.1)
    try:
        yield
    finally:
        folder.rmdir()


@pytest.fixture
def good(tmp_path: Path) -> Path:
    """A copy of the minimal valid project, for a test to change."""
    return good_at(tmp_path / "good")


def good_at(target: Path) -> Path:
    """Copy the minimal valid project to `target`, with the real words of the interface, and return `target`."""
    shutil.copytree(GOOD, target)
    shutil.copy(ROOT / "data/interface.yml", target / "data/interface.yml")
    return target


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the real project's sources, for a test to change."""
    return copied(tmp_path / "copy")


def copied(target: Path) -> Path:
    """Copy the real project's sources to `target`, with the cache of Typst's output, and return `target`."""
    for name in ("docs", "data", "overrides", "sitekit", "translations"):
        shutil.copytree(ROOT / name, target / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("mkdocs.yml", "practice.yml"):
        shutil.copy(ROOT / name, target / name)
    for file in (ROOT / ".cache").rglob("*.*"):
        (target / file.relative_to(ROOT)).parent.mkdir(parents=True, exist_ok=True)
        # Another process may prune the file meanwhile.
        with suppress(FileNotFoundError):
            shutil.copy(file, target / file.relative_to(ROOT))
    return target


def copied_for(practice: str, folder: Path) -> Path:
    """Copy the real project to a new folder below `folder` for a practice of tests/practices/, and return the copy's folder."""
    root = copied(folder / "copy")
    text = (ROOT / f"tests/practices/{practice}.yml").read_text(encoding="utf-8")
    # The reviewer read the pages after the last change of any, whenever that was.
    last = max(page.meta.reviewed for page in real_site().pages.values())
    (root / "practice.yml").write_text(re.sub(r"(?m)^  date: .*", f"  date: {last}", text), encoding="utf-8")
    return root
