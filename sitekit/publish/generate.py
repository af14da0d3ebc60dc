"""Runs the site generator over the sources into a folder of its own."""

from __future__ import annotations

import datetime
import os
import re
import subprocess
import sys
from pathlib import Path

from sitekit.problems import Problem

_NO_DAY = datetime.date(1970, 1, 1)
_NOISE = re.compile(r"^(INFO|DEBUG)\b")
# The last line of a traceback, where the system refused something: its number, its words, the file.
_REFUSED = re.compile(r"^\w*Error: \[Errno (\d+)\] (.*?)(?:: '(.*)')?$")


def generate(root: Path, folder: Path, site_url: str, day: datetime.date = _NO_DAY) -> list[Problem]:
    """Build the site below `root` into `folder`, to live at `site_url`, or say what the generator refused.

    Where the generator writes a date of its own, it takes `day` and not today, so that the same sources make the same files.
    Never run quietly: the generator's quiet mode hides warnings and defeats its strictness.

    Raises:
        OSError: the system refused the generator something, as room on the disk.
    """
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--config-file", "mkdocs.yml", "--site-dir", str(folder)]
    # The theme's authors print a notice of their next generator unless told not to.
    epoch = (day - _NO_DAY).days * 86_400  # seconds: see reproducible-builds.org/specs/source-date-epoch
    environment = os.environ | {"SITE_URL": site_url, "SOURCE_DATE_EPOCH": str(epoch), "NO_MKDOCS_2_WARNING": "true", "PYTHONPATH": str(Path(__file__).parents[2])}
    # What this process holds for others to wait for, the generator holds too: it writes on where this one is killed.
    run = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False, close_fds=False)
    if run.returncode == 0:
        return []
    refused = _REFUSED.match(run.stderr.strip().rpartition("\n")[2])
    if refused:
        raise OSError(int(refused[1]), refused[2], refused[3])
    told = [line.strip() for line in run.stderr.splitlines() if line.strip() and not _NOISE.match(line)]
    return [_problem(line) for line in told if not line.startswith("Aborted")] or [_problem("the generator stopped without a word")]


def _problem(line: str) -> Problem:
    words = re.sub(r"^(WARNING|ERROR|CRITICAL)\s+-\s+", "", line).rstrip(".")
    page = re.search(r"'([\w/.-]+\.md)'", words)
    return Problem(f"docs/{page.group(1)}" if page else "mkdocs.yml", 1, words, "Mend what the generator names here.")
