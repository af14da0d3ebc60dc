"""Runs the site generator over the sources into a folder of its own."""

from __future__ import annotations

import contextlib
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from sitekit.problems import Problem

_NOISE = re.compile(r"^(INFO|DEBUG)\b")
# The last line of a traceback, where the system refused something: its number, its words, the file.
_REFUSED = re.compile(r"^\w*Error: \[Errno (\d+)\] (.*?)(?:: '(.*)')?$")


@contextlib.contextmanager
def generating(root: Path, folder: Path, site_url: str) -> Iterator[Callable[[], list[Problem]]]:
    """Have the generator, a program of its own, build the site below `root` into `folder`, to live at `site_url`.

    Gives what waits for it and returns what it refused. Its work is stopped where nobody waits for it.
    Where the generator writes a date of its own, it is always the same, so that the same sources make the same files.
    Never run quietly: the generator's quiet mode hides warnings and defeats its strictness.
    """
    command = [sys.executable, "-m", "sitekit.publish.generator", "build", "--strict", "--config-file", "mkdocs.yml", "--site-dir", str(folder)]
    # The theme's authors print a notice of their next generator unless told not to.
    own = {"SITE_URL": site_url, "SOURCE_DATE_EPOCH": "0", "NO_MKDOCS_2_WARNING": "true", "PYTHONPATH": str(Path(__file__).parents[2])}
    # What this process holds for others to wait for, the generator holds too: it writes on where this one is killed.
    with subprocess.Popen(command, cwd=root, env=os.environ | own, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, close_fds=False) as process:
        try:
            yield lambda: _refused(process.communicate()[1], process.returncode)
        finally:
            process.kill()


def generate(root: Path, folder: Path, site_url: str) -> list[Problem]:
    """Build the site below `root` into `folder`, to live at `site_url`, or say what the generator refused.

    Raises:
        OSError: the system refused the generator something, as room on the disk.
    """
    with generating(root, folder, site_url) as finished:
        return finished()


def _refused(said: str, code: int) -> list[Problem]:
    """Return as problems what the generator said at its end; `code` is 0 where all went well.

    Raises:
        OSError: the system refused it something.
    """
    if code == 0:
        return []
    refused = _REFUSED.match(said.strip().rpartition("\n")[2])
    if refused:
        raise OSError(int(refused[1]), refused[2], refused[3])
    told = [line.strip() for line in said.splitlines() if line.strip() and not _NOISE.match(line)]
    return [_problem(line) for line in told if not line.startswith("Aborted")] or [_problem("the generator stopped without a word")]


def _problem(line: str) -> Problem:
    words = re.sub(r"^(WARNING|ERROR|CRITICAL)\s+-\s+", "", line).rstrip(".")
    page = re.search(r"'([\w/.-]+\.md)'", words)
    return Problem(f"docs/{page.group(1)}" if page else "mkdocs.yml", 1, words, "Mend what the generator names here.")
