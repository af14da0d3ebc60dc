"""Make says in one line why it cannot begin."""

import os
import shutil
import socket
import subprocess

import pytest

from tests.conftest import ROOT


@pytest.fixture
def project(tmp_path):
    shutil.copy(ROOT / "Makefile", tmp_path)
    (tmp_path / "requirements").mkdir()
    for name in ("requirements/site.txt", "package-lock.json"):
        (tmp_path / name).write_text("")
    return tmp_path


def environment(project, python: str) -> None:
    (project / ".venv/bin").mkdir(parents=True)
    (project / ".venv/bin/python").write_text(python)
    (project / ".venv/bin/python").chmod(0o755)


def make(project, *words: str) -> tuple[int, list[str]]:
    # As typed in a terminal: `make test`, which may run this test, hands its own options on to any make below it.
    variables = {name: value for name, value in os.environ.items() if name not in ("MAKEFLAGS", "MAKELEVEL", "MFLAGS", "MAKEOVERRIDES")}
    done = subprocess.run(
        ["make", *words], cwd=project, env=variables, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False
    )
    return done.returncode, [line for line in done.stdout.splitlines() if not line.startswith("make")]


def test_unknown_python_is_named(project):
    assert make(project, "check", "PYTHON=nosuch") == (2, ["There is no 'nosuch'. Set PYTHON=\u2026 to a Python from 3.11 to 3.14."])


CLEAN = ".venv/ does not work: its Python is gone, or it was not finished. Run 'make clean', then this again."


def test_environment_without_its_python_says_how_to_start_anew(project):
    (project / ".venv/bin").mkdir(parents=True)
    (project / ".venv/bin/python").symlink_to("/nonexistent/python3.9")
    assert make(project, "check") == (2, [CLEAN])


def test_environment_that_is_a_link_to_nothing_says_how_to_start_anew(project):
    (project / ".venv").symlink_to(project / "gone")
    assert make(project, "serve") == (2, [CLEAN])


def test_environment_without_pip_says_how_to_start_anew(project):
    environment(project, "#!/bin/sh\nexit 1\n")
    assert make(project, "check") == (2, [CLEAN])


@pytest.mark.parametrize("port", ["taken", "x", "0", "1'\""])
def test_port_that_is_not_free_is_named_with_the_variable_to_set(project, port):
    environment(project, f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{ROOT}/.venv/bin/python" "$@"\n')
    (project / ".venv/site-ready").write_text("")
    (project / "docs").mkdir()
    with socket.create_server(("127.0.0.1", 0)) as taken:
        number = str(taken.getsockname()[1]) if port == "taken" else port
        status, lines = make(project, "serve", f"PORT={number}")
    what = f"There is no free port {number} at 127.0.0.1" if port == "taken" else f"'{number}' is no port: they are numbers up to 65535"
    assert (status, lines) == (2, [f"{what}. Choose others: make serve HOST=127.0.0.1 PORT=8001"])


def test_name_with_quotes_and_commands_is_refused_as_it_was_typed(project):
    environment(project, f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{ROOT}/.venv/bin/python" "$@"\n')
    (project / ".venv/site-ready").write_text("")
    (project / "docs").mkdir()
    line = "docs/strategies/-a\"`id`'.md:1: '-a\"`id`'' is not a valid address. Use lower-case words joined by hyphens."
    assert make(project, "new", "kind=strategy", "slug=-a\"`id`'") == (2, [line])
