"""Each folder here is the smallest site with one fault, and the exact lines its writer is told."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from sitekit.__main__ import main

HERE = Path(__file__).parent
CASES = sorted(folder.name for folder in HERE.iterdir() if folder.is_dir() and not folder.name.startswith("_"))


def spoil(good: Path, case: Path) -> Path:
    """Lay a case's files over a good site; the file REMOVED names those to take away."""
    shutil.copytree(case, good, dirs_exist_ok=True)
    removed = case / "REMOVED"
    for path in removed.read_text().split() if removed.exists() else ():
        (good / path).unlink()
    return good


@pytest.mark.parametrize("case", CASES)
def test_a_fault_is_told_with_its_place_and_its_mend(case, good, capsys):
    root = spoil(good, HERE / case)

    status = main(["--root", str(root), "check"])

    assert capsys.readouterr().err.splitlines() == (HERE / case / "expected.txt").read_text().splitlines()
    assert status == 2


def test_the_site_they_spoil_is_sound(good, capsys):
    assert main(["--root", str(good), "check"]) == 0
    assert capsys.readouterr().out == "The sources are in order.\n"
