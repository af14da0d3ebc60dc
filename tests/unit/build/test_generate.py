"""What the generator refuses is a problem with a line; what the system refuses it is an error of the system."""

import errno
import signal
import subprocess
import sys

import pytest

from sitekit.build.generate import generate, generating


@pytest.fixture
def said(monkeypatch, tmp_path):
    """Run the step with a generator that fails with given words."""

    def run(words):
        stand_in(monkeypatch, tmp_path, f"cat >&2 <<'END'\n{words}\nEND\nexit 1")
        return [str(problem) for problem in generate(tmp_path, tmp_path / "site", "http://127.0.0.1:8000/")]

    return run


def stand_in(monkeypatch, folder, script):
    """Have a shell script run in place of the generator."""
    program = folder / "generator"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(program))


def test_a_warning_is_told_with_its_page(said):
    assert said("INFO    -  Building\nWARNING -  Doc file 'a/b.md' contains a link\n\nAborted with 1 warnings in strict mode!\n") == [
        "docs/a/b.md:1: Doc file 'a/b.md' contains a link. Mend what the generator names here."
    ]


def test_a_generator_that_says_nothing_is_told(said):
    assert said("") == ["mkdocs.yml:1: the generator stopped without a word. Mend what the generator names here."]


def test_a_full_disk_is_an_error_of_the_system(said):
    with pytest.raises(OSError) as raised:
        said("Traceback (most recent call last):\n  File x\nOSError: [Errno 28] No space left on device: '/site/a.html'\n")
    assert (raised.value.errno, raised.value.filename) == (errno.ENOSPC, "/site/a.html")


def test_a_generator_that_nobody_waits_for_is_stopped(monkeypatch, tmp_path):
    stand_in(monkeypatch, tmp_path, "exec sleep 600")
    start, started = subprocess.Popen, []
    monkeypatch.setattr(subprocess, "Popen", lambda *command, **options: started.append(start(*command, **options)) or started[0])
    with generating(tmp_path, tmp_path / "site", "http://127.0.0.1:8000/"):
        assert started[0].poll() is None
    assert started[0].returncode == -signal.SIGKILL
