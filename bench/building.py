"""How long builds and edits take, and how much memory."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from bench.variants import environment
from tests.live import Live


@dataclass(frozen=True)
class Cost:
    """What one run took: seconds on the clock, seconds of processors, and the largest process's memory in MiB."""

    clock: float
    processor: float
    memory: float


def cost(command: list[str], root: Path) -> Cost:
    """Run a command of the project below `root` and return what it took.

    Raises:
        RuntimeError: it failed; said with its last words.
    """
    start = time.monotonic()
    with tempfile.TemporaryFile("w+") as told:
        process = subprocess.Popen([sys.executable, *command], cwd=root, env=environment(), stdout=told, stderr=subprocess.STDOUT)
        # Unlike wait(), tells what this process and its children took, and no others.
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            told.seek(0)
            raise RuntimeError(told.read()[-2000:])
    return Cost(time.monotonic() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def edited(root: Path, page: str = "docs/strategies/empathy.md", url: str = "strategies/empathy/", edits: int = 5) -> float:
    """Serve as `make serve` does, and return the seconds from an edit of a page to the answer that shows it: the median.

    Args:
        root: a copy of the project; its page is changed.
        page: the page below `root`.
        url: where it is served.
        edits: how many times it is changed.

    Raises:
        TimeoutError: the server did not come up within a minute.
    """
    with Live(root) as live:
        live.page(url)
        return statistics.median(_edit(live, page, url, f"Edit {number}.") for number in range(edits))


def _edit(live: Live, page: str, url: str, words: str) -> float:
    file = live.root / page
    file.write_text(f"{file.read_text(encoding='utf-8').rstrip()}\n\n{words}\n", encoding="utf-8")
    start = time.monotonic()
    while words not in live.shown(url):
        pass  # It was told of an edit before this one.
    return time.monotonic() - start


def plain(root: Path, place: Path) -> Cost:
    """Build with the generator alone."""
    return cost(["-m", "mkdocs", "build", "--strict", "--site-dir", str(place)], root)


def whole(root: Path, place: Path) -> Cost:
    """Publish: check, build, set what is printed, lighten, verify, put in place."""
    return cost(["-m", "sitekit", "site", "--to", str(place)], root)
