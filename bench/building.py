"""How long builds take, and how much memory."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from bench.variants import environment


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


def plain(root: Path, place: Path) -> Cost:
    """Build with the generator alone."""
    return cost(["-m", "mkdocs", "build", "--strict", "--site-dir", str(place)], root)


def whole(root: Path, place: Path) -> Cost:
    """Publish: check, build, set what is printed, lighten, verify, put in place."""
    return cost(["-m", "sitekit", "site", "--to", str(place)], root)
