"""Each folder here changes the smallest valid site by one mistake; expected.txt holds the exact lines that its writer gets."""

from __future__ import annotations

import os
import shlex
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from sitekit.cli import main

HERE = Path(__file__).parent
CASES = sorted(folder.name for folder in HERE.iterdir() if folder.is_dir() and not folder.name.startswith("_"))


def unescaped(text: str) -> bytes:
    """Return the bytes that a text with Python's escapes stands for."""
    return text.encode().decode("unicode_escape").encode("latin-1")


def append(file: Path, text: str) -> None:
    file.parent.mkdir(exist_ok=True)
    file.write_bytes((file.read_bytes() if file.exists() else b"") + unescaped(text))


def link(file: Path, target: str) -> None:
    file.unlink(missing_ok=True)
    file.symlink_to(target)


# What a case's file MAKE may ask for, one verb, path and value a line: changes that git or an editor would not keep.
VERBS: dict[str, Callable[[Path, str], object]] = {
    "append": append,
    "prepend": lambda file, text: file.write_bytes(unescaped(text) + file.read_bytes()),
    "grow": lambda file, size: file.write_bytes(file.read_bytes() + b"a" * int(size)),
    "crlf": lambda file, _: file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n")),
    "link": link,
    "pipe": lambda file, _: os.mkfifo(file),
}


def apply_case(site: Path, case: Path) -> None:
    """Copy a case's files into a valid site, remove the files that REMOVED names, and make the changes of MAKE."""
    shutil.copytree(case, site, dirs_exist_ok=True, ignore=shutil.ignore_patterns("expected.txt", "REMOVED", "MAKE"))
    removed, make = case / "REMOVED", case / "MAKE"
    for path in removed.read_text().split() if removed.exists() else ():
        (site / path).unlink()
    for line in make.read_text().splitlines() if make.exists() else ():
        verb, path, *value = shlex.split(line)
        VERBS[verb](site / path, *(value or [""]))


@pytest.mark.promise("faults-are-told", says="We make mistakes on purpose. Each message must name the file, the line and the fix.")
@pytest.mark.parametrize("case", CASES)
def test_mistake_is_reported_with_its_place_and_its_fix(case, good, capsys):
    apply_case(good, HERE / case)
    status = main(["--root", str(good), "check"])
    assert capsys.readouterr().err.splitlines() == (HERE / case / "expected.txt").read_text().splitlines()
    assert status == 2


def test_site_without_mistakes_is_accepted(good, capsys):
    assert main(["--root", str(good), "check"]) == 0
    assert capsys.readouterr().out == "The sources are in order.\n"
