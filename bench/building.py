"""How long builds and edits take, and how much memory."""

from __future__ import annotations

import os
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from dataclasses import dataclass
from pathlib import Path

from bench.variants import ROOT, environment

LIVE = ROOT / "live.py"


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
        TimeoutError: the page did not come, or an edit did not show, within a minute.
    """
    with socket.create_server(("127.0.0.1", 0)) as free:
        place = f"127.0.0.1:{free.getsockname()[1]}"
    own = environment() | {"SITE_URL": f"http://{place}/"}
    server = subprocess.Popen([sys.executable, str(LIVE), "--livereload", "--dev-addr", place], cwd=root, env=own,
                              stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _until_shown(f"http://{place}/{url}", "<title>")
        return statistics.median(_edit(root / page, f"http://{place}/{url}", f"Edit {number}.") for number in range(edits))
    finally:
        server.terminate()
        server.wait()


def _edit(page: Path, address: str, words: str) -> float:
    page.write_text(f"{page.read_text(encoding='utf-8').rstrip()}\n\n{words}\n", encoding="utf-8")
    return _until_shown(address, words)


def _until_shown(address: str, words: str) -> float:
    start = time.monotonic()
    while time.monotonic() - start < 60:
        try:
            with urllib.request.urlopen(address, timeout=60) as answer:
                if words in answer.read().decode():
                    return time.monotonic() - start
        except OSError:
            pass  # The server is not there yet.
        time.sleep(0.02)
    raise TimeoutError(f"'{words}' does not show at {address}")


def plain(root: Path, place: Path) -> Cost:
    """Build with the generator alone."""
    return cost(["-m", "mkdocs", "build", "--strict", "--site-dir", str(place)], root)


def whole(root: Path, place: Path) -> Cost:
    """Publish: check, build, set what is printed, lighten, verify, put in place."""
    return cost(["-m", "sitekit", "site", "--to", str(place)], root)
