"""Writes licences.txt: who made what the site holds, and the texts that their licences ask to go with it."""

from __future__ import annotations

from pathlib import Path

from sitekit.errors import Problem
from sitekit.licences import FILE, notices, shipped


def write_licences(folder: Path) -> list[Problem]:
    """Write the licences below `folder`, or say what is wrong in their list."""
    entries, problems = shipped()
    if not problems:
        (folder / FILE).write_text(notices(entries), encoding="utf-8")
    return problems
