"""What a run tried: each engine with each setting, with the number of jobs that held, failed and were not tried, and which."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import pytest

_ID = re.compile(r"engines/test_jobs\.py::test_(?P<job>\w+)\[(?P<engine>\w+) (?P<setting>[\w-]+)\]$")
# Of other tests than jobs: test_spoken.py says what an engine was not asked for.
_WHOLE = re.compile(r"NOT TRIED in \w+: what a screen reader [^'\")]*")


def matrix(reports: Iterable[pytest.TestReport]) -> Iterator[str]:
    """Yield the lines of the table, then the jobs that an engine could not be asked for."""
    counts: dict[str, dict[str, int]] = {}
    missed: dict[str, set[str]] = {}
    others: set[str] = set()
    for report in reports:
        reason = str(report.longrepr) if report.skipped else ""
        found = _ID.search(report.nodeid)
        if not found:
            if whole := _WHOLE.search(reason):
                others.add(whole[0])
            continue
        outcome = "not tried" if "NOT TRIED" in reason else "does not apply" if report.skipped else "held" if report.passed else "failed"
        row = counts.setdefault(f"{found['engine']:9} {found['setting']:16}", {})
        row[outcome] = row.get(outcome, 0) + 1
        if outcome == "not tried":
            missed.setdefault(found["engine"], set()).add(found["job"].replace("_", " "))
    for name, row in sorted(counts.items()):
        yield name + ", ".join(f"{number} {outcome}" for outcome, number in sorted(row.items()))
    for engine, jobs in sorted(missed.items()):
        yield f"NOT TRIED in {engine}: {'; '.join(sorted(jobs))}"
    yield from sorted(others)
    if any(name.startswith("webkit") for name in counts):
        yield "NOT TRIED in webkit: colours of the reader's own. It cannot be asked for them."
