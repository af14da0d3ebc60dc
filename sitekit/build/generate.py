"""Run MkDocs over the sources into the staging directory."""

import os
import re
import subprocess
import sys
from pathlib import Path

from sitekit.errors import Problem

_NOT_A_PROBLEM = re.compile(r"^(INFO|DEBUG)\b|Aborted")
# The last line of an OSError's traceback: error number, description, file.
_SYSTEM_ERROR = re.compile(r"^\w*Error: \[Errno (\d+)\] (.*?)(?:: '(.*)')?$")
# A place in a template that a traceback names, and what the traceback says in its end.
_TEMPLATE = re.compile(r'File "(?:[^"]*/)?(overrides/[^"]+\.html)", line (\d+)')
_REASON = re.compile(r"^[\w.]+(?:Error|NotFound): (.*?)(?: in search paths.*)?\.?$", re.MULTILINE)


def generate(root: Path, staging: Path, site_url: str) -> list[Problem]:
    """Build the site below `root` into `staging` with MkDocs, and return the problems that it reported.

    Dates that MkDocs writes itself are fixed, so that the same sources give the same files. Never run it quietly: the quiet mode hides
    warnings and defeats `strict`. Raises OSError where the operating system stopped it, as on a full disk.
    """
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--config-file", "mkdocs.yml", "--site-dir", str(staging)]
    variables = {
        "SITE_URL": site_url,
        "PREVIEW": "false",
        "SOURCE_DATE_EPOCH": "0",
        "PYTHONPATH": str(Path(__file__).parents[2]),
        "PYTHONUTF8": "1",
        "NO_MKDOCS_2_WARNING": "true",  # A notice of the theme's authors about their next generator.
    }
    done = subprocess.run(
        command, cwd=root, env=os.environ | variables, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, encoding="utf-8", check=False
    )
    return [] if done.returncode == 0 else _problems(done.stderr)


def problem_in_template(trace: str) -> Problem | None:
    """Return the problem that a traceback tells of a template, at its line; None where no template is in it."""
    places, reasons = _TEMPLATE.findall(trace), _REASON.findall(trace)
    message = f"This template is broken: {reasons[-1] if reasons else 'it cannot be rendered'}"
    return Problem(places[-1][0], int(places[-1][1]), message, "Correct this line, or what it is given.") if places else None


def _problems(stderr: str) -> list[Problem]:
    before, _, trace = stderr.partition("Traceback (most recent call last):")
    if broken := problem_in_template(trace):
        return [broken]
    refused = _SYSTEM_ERROR.match(stderr.strip().rpartition("\n")[2])
    if refused:
        raise OSError(int(refused[1]), refused[2], refused[3])
    lines = [line.strip() for line in [*before.splitlines(), *trace.strip().splitlines()[-1:]]]
    return [_problem(line) for line in lines if line and not _NOT_A_PROBLEM.match(line)] or [_problem("MkDocs stopped without a message")]


def _problem(line: str) -> Problem:
    message = re.sub(r"^(WARNING|ERROR|CRITICAL)\s+-\s+", "", line).rstrip(".")
    page = re.search(r"'([\w/.-]+\.md)'", message)
    return Problem(f"docs/{page[1]}" if page else "mkdocs.yml", 1, message, "Fix what MkDocs names here.")
