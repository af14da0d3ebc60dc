"""What the generator refuses is a problem with a line; what the system refuses it is an error of the system."""

import errno
import subprocess

import pytest

from sitekit.publish.generate import generate


@pytest.fixture
def said(monkeypatch, tmp_path):
    """Run the step with a generator that fails with given words."""
    def run(words):
        monkeypatch.setattr(subprocess, "run", lambda *command, **options: subprocess.CompletedProcess(command, 1, stdout="", stderr=words))
        return [str(problem) for problem in generate(tmp_path, tmp_path / "site", "http://127.0.0.1:8000/")]

    return run


def test_a_warning_is_told_with_its_page(said):
    assert said("INFO    -  Building\nWARNING -  Doc file 'a/b.md' contains a link\n\nAborted with 1 warnings in strict mode!\n") == [
        "docs/a/b.md:1: Doc file 'a/b.md' contains a link. Mend what the generator names here."]


def test_a_generator_that_says_nothing_is_told(said):
    assert said("") == ["mkdocs.yml:1: the generator stopped without a word. Mend what the generator names here."]


def test_a_full_disk_is_an_error_of_the_system(said):
    with pytest.raises(OSError) as raised:
        said("Traceback (most recent call last):\n  File x\nOSError: [Errno 28] No space left on device: '/site/a.html'\n")
    assert (raised.value.errno, raised.value.filename) == (errno.ENOSPC, "/site/a.html")
