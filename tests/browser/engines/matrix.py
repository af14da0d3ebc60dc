"""What a run tried: each engine with each setting, with the number of jobs that held, failed and were not tried, and which."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import pytest

_ID = re.compile(r"engines/test_jobs\.py::test_(?P<job>\w+)\[(?P<engine>\w+) (?P<setting>[\w-]+)\]$")


def matrix(reports: Iterable[pytest.TestReport]) -> Iterator[str]:
    """Yield the lines of the table, then the jobs that an engine could not be asked for."""
    counts: dict[str, dict[str, int]] = {}
    missed: dict[str, set[str]] = {}
    for report in reports:
        found = _ID.search(report.nodeid)
        if not found:
            continue
        reason = str(report.longrepr) if report.skipped else ""
        outcome = "not tried" if "NOT TRIED" in reason else "does not apply" if report.skipped else "held" if report.passed else "failed"
        row = counts.setdefault(f"{found['engine']:9} {found['setting']:16}", {})
        row[outcome] = row.get(outcome, 0) + 1
        if outcome == "not tried":
            missed.setdefault(found["engine"], set()).add(found["job"].replace("_", " "))
    for name, row in sorted(counts.items()):
        yield name + ", ".join(f"{number} {outcome}" for outcome, number in sorted(row.items()))
    for engine, jobs in sorted(missed.items()):
        yield f"NOT TRIED in {engine}: {'; '.join(sorted(jobs))}"
    if any(name.startswith("webkit") for name in counts):
        yield "NOT TRIED in webkit: colours of the reader's own. It cannot be asked for them."
