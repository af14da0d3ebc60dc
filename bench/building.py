"""How long a publish takes beside the generator alone, how it grows with the site, and how soon an edit shows."""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import time
from pathlib import Path

from bench.growth import grow
from tests.live import Live

ROOT = Path(__file__).parents[1]
# All that a build reads; of the tests, which promises they verify.
SOURCES = ("docs", "data", "overrides", "sitekit", "editorial", "tests", "mkdocs.yml", "practice.yml")
SIZES = (100, 400)
# The page that is edited, and where it is served.
_PAGE, _URL = "docs/strategies/empathy.md", "strategies/empathy/"


def times(work: Path, runs: int) -> dict[str, float]:
    """Return the medians of the real site and of grown copies, in seconds, and their ratios.

    Args:
        work: an empty folder.
        runs: how many times each is measured, in turn, so that a slow moment of the machine meets both.
    """
    pairs = _in_turn(copied(work / "copy"), work, runs)
    found = {
        "generator alone, s": statistics.median(generator for generator, _ in pairs),
        "publish, s": statistics.median(publish for _, publish in pairs),
        "publish / generator": statistics.median(publish / generator for generator, publish in pairs),
    }
    found["three languages / one"] = _languages(work, runs)
    for size in SIZES:
        root = copied(work / f"{size} pages")
        grow(root, size)
        found[f"publish of {size} pages, s"] = _in_turn(root, work, 1)[0][1]
    found["400 pages / 100 pages"] = found["publish of 400 pages, s"] / found["publish of 100 pages, s"]
    return found | {"edit to page, s": edit_to_page(work / "copy", runs)}


def _languages(work: Path, runs: int) -> float:
    """Return how many times as long a publish in every language takes as one in English alone, each measured in turn."""
    every = copied(work / "languages")
    shutil.copytree(ROOT / "translations", every / "translations")
    publish = ["-m", "sitekit", "site", "--to", str(work / "published")]
    roots = (every, work / "copy")
    for root in roots:
        _seconds(publish, root)
    return statistics.median(_seconds(publish, every) / _seconds(publish, roots[1]) for _ in range(runs))


def copied(folder: Path) -> Path:
    """Copy what a build reads to a new folder, and return it."""
    for name in SOURCES:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__", "*.pyc"))
        else:
            shutil.copy(ROOT / name, folder / name)
    (folder / "node_modules").symlink_to(ROOT / "node_modules")
    return folder


def _in_turn(root: Path, work: Path, runs: int) -> list[tuple[float, float]]:
    """Return the times of the generator alone and of a publish, for each run. A first publish fills the cache."""
    generator = ["-m", "mkdocs", "build", "--strict", "--site-dir", str(work / "generated")]
    publish = ["-m", "sitekit", "site", "--to", str(work / "published")]
    _seconds(publish, root)
    return [(_seconds(generator, root), _seconds(publish, root)) for _ in range(runs)]


def _seconds(arguments: list[str], root: Path) -> float:
    """Return the processor's seconds of a program and its children: on an idle machine the clock's, as none runs beside another."""
    before = os.times()
    environment = os.environ | {"PYTHONPATH": ".", "NO_MKDOCS_2_WARNING": "true"}
    subprocess.run([sys.executable, *arguments], cwd=root, env=environment, check=True, capture_output=True)
    after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system


def edit_to_page(root: Path, edits: int) -> float:
    """Serve the copy of the project at `root` as `make serve` does; return the median seconds from an edit of a page until it is served."""
    with Live(root) as live:
        return statistics.median(_edit(live, f"Edit {number}.") for number in range(edits))


def _edit(live: Live, words: str) -> float:
    live.page(_URL)
    # The server looks for changes while it is idle; an edit during a build would wait for the next one.
    time.sleep(1)
    with (live.root / _PAGE).open("a", encoding="utf-8") as page:
        page.write(f"\n{words}\n")
    start = time.monotonic()
    assert words in live.shown(_URL)
    return time.monotonic() - start
