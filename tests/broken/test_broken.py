"""Each folder here is the smallest site with one fault, and the exact lines its writer is told."""

from __future__ import annotations

import shlex
import shutil
from pathlib import Path

import pytest

from sitekit.__main__ import main

HERE = Path(__file__).parent
CASES = sorted(folder.name for folder in HERE.iterdir() if folder.is_dir() and not folder.name.startswith("_"))


# What a case's file MAKE may ask for, one verb, path and value a line: what git or an editor would not keep as it is.
VERBS = {
    "append": lambda file, text: file.parent.mkdir(exist_ok=True) or file.write_bytes((file.read_bytes() if file.exists() else b"") + unescaped(text)),
    "prepend": lambda file, text: file.write_bytes(unescaped(text) + file.read_bytes()),
    "grow": lambda file, size: file.write_bytes(file.read_bytes() + b"a" * int(size)),
    "crlf": lambda file, _: file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n")),
    "link": lambda file, target: (file.unlink(missing_ok=True), file.symlink_to(target)),
}


def unescaped(text: str) -> bytes:
    """Return the bytes that a text with Python's escapes stands for."""
    return text.encode().decode("unicode_escape").encode("latin-1")


def spoil(good: Path, case: Path) -> Path:
    """Lay a case's files over a good site; the file REMOVED names those to take away, MAKE what is made on the spot."""
    shutil.copytree(case, good, dirs_exist_ok=True, ignore=shutil.ignore_patterns("expected.txt", "REMOVED", "MAKE"))
    removed = case / "REMOVED"
    for path in removed.read_text().split() if removed.exists() else ():
        (good / path).unlink()
    make = case / "MAKE"
    for line in make.read_text().splitlines() if make.exists() else ():
        verb, path, value = shlex.split(line) + [""] * (3 - len(shlex.split(line)))
        VERBS[verb](good / path, value)
    return good


@pytest.mark.promise("faults-are-told", says="We make mistakes on purpose. Each message must name the file, the line and the mend.")
@pytest.mark.parametrize("case", CASES)
def test_a_fault_is_told_with_its_place_and_its_mend(case, good, capsys):
    root = spoil(good, HERE / case)

    status = main(["--root", str(root), "check"])

    assert capsys.readouterr().err.splitlines() == (HERE / case / "expected.txt").read_text().splitlines()
    assert status == 2


def test_the_site_they_spoil_is_sound(good, capsys):
    assert main(["--root", str(good), "check"]) == 0
    assert capsys.readouterr().out == "The sources are in order.\n"
