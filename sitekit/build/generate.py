"""Run MkDocs over the sources into the staging directory."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

from sitekit.errors import Problem

_NOISE = re.compile(r"^(INFO|DEBUG)\b")
# The last line of a traceback where the system refused something: its number, its words, the file.
_SYSTEM_ERROR = re.compile(r"^\w*Error: \[Errno (\d+)\] (.*?)(?:: '(.*)')?$")


def generate(root: Path, staging: Path, site_url: str) -> list[Problem]:
    """Build the site below `root` with MkDocs.

    Dates that MkDocs writes itself are fixed, so that the same sources give the same files. Never run it quietly: the
    quiet mode hides warnings and defeats `strict`.

    Args:
        root: the project's folder.
        staging: the folder to build into.
        site_url: the URL the site will live at, ending in a slash.

    Returns:
        What MkDocs reported, or none.

    Raises:
        OSError: the system refused MkDocs something, such as space on the disk.
    """
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--config-file", "mkdocs.yml", "--site-dir", str(staging)]
    own = {"SITE_URL": site_url, "SOURCE_DATE_EPOCH": "0", "NO_MKDOCS_2_WARNING": "true", "PYTHONPATH": str(Path(__file__).parents[2])}
    done = subprocess.run(
        command, cwd=root, env=os.environ | own, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, check=False
    )
    return [] if done.returncode == 0 else _problems(done.stderr)


def _problems(stderr: str) -> list[Problem]:
    refused = _SYSTEM_ERROR.match(stderr.strip().rpartition("\n")[2])
    if refused:
        raise OSError(int(refused[1]), refused[2], refused[3])
    lines = [line.strip() for line in stderr.splitlines() if line.strip() and not _NOISE.match(line)]
    return [_problem(line) for line in lines if not line.startswith("Aborted")] or [_problem("MkDocs stopped without a message")]


def _problem(line: str) -> Problem:
    words = re.sub(r"^(WARNING|ERROR|CRITICAL)\s+-\s+", "", line).rstrip(".")
    page = re.search(r"'([\w/.-]+\.md)'", words)
    return Problem(f"docs/{page.group(1)}" if page else "mkdocs.yml", 1, words, "Fix what MkDocs names here.")
