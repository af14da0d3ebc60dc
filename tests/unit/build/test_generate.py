"""What MkDocs reports becomes problems with a line; what the operating system refuses it is raised as OSError."""

import errno
import sys

import pytest

from sitekit.build.generate import generate


@pytest.fixture
def generate_with(monkeypatch, tmp_path):
    """Generate with a program in place of MkDocs that writes a text to stderr and fails."""

    def run(stderr):
        program = tmp_path / "generator"
        program.write_text(f"#!/bin/sh\ncat >&2 <<'END'\n{stderr}\nEND\nexit 1\n")
        program.chmod(0o755)
        monkeypatch.setattr(sys, "executable", str(program))
        return [str(problem) for problem in generate(tmp_path, tmp_path / "site", "http://127.0.0.1:8000/")]

    return run


def test_warning_is_reported_with_its_page(generate_with):
    assert generate_with(
        "INFO    -  Building\nWARNING -  Doc file 'a/b.md' contains a link\n\nAborted with 1 warnings in strict mode!\n"
    ) == ["docs/a/b.md:1: Doc file 'a/b.md' contains a link. Fix what MkDocs names here."]


def test_failure_without_a_message_is_reported(generate_with):
    assert generate_with("") == ["mkdocs.yml:1: MkDocs stopped without a message. Fix what MkDocs names here."]


TRACE = """ERROR   -  Error building page 'index.md': 'name' is undefined
Traceback (most recent call last):
  File "/lib/mkdocs/commands/build.py", line 252, in _build_page
  File "{place}", line 12, in top-level template code
jinja2.exceptions.{error}
"""


@pytest.mark.parametrize(
    "place, error, problem",
    [
        (
            "/project/overrides/main.html",
            "UndefinedError: 'name' is undefined",
            "overrides/main.html:12: This template is broken: 'name' is undefined.",
        ),
        (
            "overrides/components/menu/menu.html",
            "TemplateNotFound: 'x.html' not found in search paths: 'overrides'",
            "overrides/components/menu/menu.html:12: This template is broken: 'x.html' not found.",
        ),
    ],
)
def test_template_that_cannot_be_rendered_is_reported_at_its_line(generate_with, place, error, problem):
    assert generate_with(TRACE.format(place=place, error=error)) == [f"{problem} Correct this line, or what it is given."]


def test_other_traceback_is_its_last_line(generate_with):
    assert generate_with("Traceback (most recent call last):\n  File x\nValueError: odd\n") == [
        "mkdocs.yml:1: ValueError: odd. Fix what MkDocs names here."
    ]


def test_full_disk_is_raised_as_oserror(generate_with):
    with pytest.raises(OSError) as raised:
        generate_with("Traceback (most recent call last):\n  File x\nOSError: [Errno 28] No space left on device: '/site/a.html'\n")
    assert (raised.value.errno, raised.value.filename) == (errno.ENOSPC, "/site/a.html")
