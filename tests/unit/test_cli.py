"""The commands: what each prints, and its exit code."""

import errno
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
import time_machine

from sitekit.cli import SCHEMA, main
from tests.conftest import ROOT


@pytest.fixture(autouse=True)
def local_computer(monkeypatch):
    """Remove the variables that a build server sets."""
    for name in ("CI", "SITE_URL", "GITHUB_REPOSITORY_OWNER"):
        monkeypatch.delenv(name, raising=False)


def run(good, capsys, *words: str) -> tuple[int, list[str], list[str]]:
    """Run a command on the small valid site; return its exit code and the lines of stdout and stderr."""
    status = main(["--root", str(good), *words])
    printed = capsys.readouterr()
    return status, printed.out.splitlines(), printed.err.splitlines()


def test_new_page_is_written_and_the_next_step_printed(good, capsys):
    status, printed, reported = run(good, capsys, "new", "strategy", "patience")
    assert (status, reported) == (0, [])
    assert (
        printed[-1]
        == "Next: add '- strategies/patience.md' to nav: in mkdocs.yml, replace each 'TO DO:' by words of your own, and run 'make check'."
    )
    assert (good / "docs/strategies/patience.md").exists() and (good / "data/checklists/patience.yml").exists()


def test_slug_that_is_no_url_writes_nothing(good, capsys):
    assert run(good, capsys, "new", "strategy", "../x") == (
        2,
        [],
        ["docs/strategies/../x.md:1: '../x' is not a valid address. Use lower-case words joined by hyphens."],
    )


def test_due_review_is_listed(good, capsys):
    page = good / "docs/index.md"
    page.write_text(page.read_text().replace("2026-11-23", "2028-02-29"))
    with time_machine.travel("2030-01-01"):
        status, printed, _ = run(good, capsys, "due")
    assert status == 1
    assert "docs/index.md:5: the page was due on 2029-02-28. Check it and write the new date." in printed


def test_schema_is_written(good, capsys):
    (good / SCHEMA).parent.mkdir(parents=True)
    assert run(good, capsys, "schema") == (0, [f"Written: {SCHEMA}"], [])
    assert "country" in json.loads((good / SCHEMA).read_text())["properties"]


@pytest.mark.parametrize(
    "content, message",
    [
        (
            b"name: [x\n",
            "practice.yml:2: This is not valid YAML: expected ',' or ']'. Check the spaces, colons and quotes on this line and the one above.",
        ),
        (b"name: \xe9\n", "practice.yml:1: This file is not UTF-8 text. Save it as UTF-8 in your editor."),
        (b"name: A\nname: B\n", "practice.yml:2: The key 'name' is written twice, first on line 1. Keep one of the two."),
    ],
)
def test_unreadable_practice_file_is_reported_and_left(good, capsys, content, message):
    (good / "practice.yml").write_bytes(content)
    assert run(good, capsys, "practice") == (2, [], [message])
    assert (good / "practice.yml").read_bytes() == content


def test_site_with_problems_is_not_built(good, capsys):
    (good / "practice.yml").write_text("country: xx\n")
    status, printed, reported = run(good, capsys, "site", "--to", str(good / "site"))
    assert status == 2 and not (good / "site").exists()
    assert [line.split("] ")[1] for line in printed] == ["Checking the sources", f"Not published. Nothing stands at {good / 'site'}."]
    assert reported == [
        "practice.yml:1: We have no help lines for the country 'xx'. Use one of: us (United States); or remove the line; or add the country to data/helplines.yml."
    ]


def test_unknown_command_is_an_error(good):
    with pytest.raises(SystemExit) as stopped:
        main(["--root", str(good), "chekc"])
    assert stopped.value.code == 2


def test_interrupted_command_ends_without_a_traceback(good, capsys, monkeypatch):
    def stop(*arguments):
        raise KeyboardInterrupt

    monkeypatch.setattr("sitekit.cli.load", stop)
    assert run(good, capsys, "check") == (130, [], [])


@pytest.mark.parametrize("words, path", [(("new", "strategy", "patience"), "docs/strategies/patience.md"), (("schema",), SCHEMA)])
def test_read_only_disk_is_reported_with_the_file(good, capsys, monkeypatch, words, path):
    def refuse(file, *args, **options):
        raise OSError(errno.EROFS, "Read-only file system", str(file))

    monkeypatch.setattr(Path, "write_bytes", refuse)
    message = f"{path}:1: This file cannot be read or written: Read-only file system. Allow it, or make room on the disk."
    assert run(good, capsys, *words) == (2, [], [message])


def module(*words: str, answers: str = "", **variables: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, *words]
    return subprocess.run(
        command, env=os.environ | {"PYTHONPATH": str(ROOT)} | variables, input=answers, capture_output=True, text=True, check=False
    )


def test_missing_package_is_named_with_the_way_to_it():
    done = module("-S", "-m", "sitekit", "practice")
    assert done.returncode == 1
    (line,) = done.stderr.splitlines()
    assert line.endswith(" is not here. Run 'make check' once, and use .venv/bin/python; or run 'make clean' first.")


def test_terminal_without_our_letters_gets_escapes(good):
    (good / "practice.yml").write_text("name: Caf\u00e9\n")
    done = module("-m", "sitekit", "--root", str(good), "practice", answers="\n", PYTHONIOENCODING="ascii")
    assert (done.returncode, done.stderr) == (0, "")
    assert "[Caf\\xe9]" in done.stdout and done.stdout.endswith("Stopped. The file is as it was.\n")


def test_folder_that_is_no_project_is_reported_once(tmp_path, capsys):
    assert main(["--root", str(tmp_path), "check"]) == 2
    hint = "Run this in the folder that holds mkdocs.yml, or name it with --root."
    assert capsys.readouterr().err == f"{tmp_path}:1: This is not the project's folder. {hint}\n"


def test_due_reports_what_could_not_be_read(good, capsys):
    (good / "data/helplines.yml").write_text("x")
    assert main(["--root", str(good), "due"]) == 2
    assert capsys.readouterr().err.startswith("data/helplines.yml:1: Keys with values are expected here.")
