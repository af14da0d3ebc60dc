"""The live server: each edit is shown, a fault is told in one line, and the server goes on."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT

PAGE = "strategies/empathy/"


class Live:
    """The live server at work over a copy of the sources."""

    def __init__(self, root: Path) -> None:
        with socket.create_server(("127.0.0.1", 0)) as free:
            place = f"127.0.0.1:{free.getsockname()[1]}"
        self.root, self.address = root, f"http://{place}/"
        own = {"SITE_URL": self.address, "PYTHONPATH": str(root), "NO_MKDOCS_2_WARNING": "true"}
        self.process = subprocess.Popen([sys.executable, ROOT / "live.py", "--livereload", "--dev-addr", place], cwd=root, env=os.environ | own,
                                        stderr=subprocess.PIPE, text=True)
        self.told("Serving on")

    def told(self, words: str) -> str:
        """Return the next line it says that holds these words."""
        return next(line.rstrip("\n") for line in self.process.stderr if words in line)

    def get(self, url: str) -> str:
        with urllib.request.urlopen(self.address + url, timeout=60) as answer:
            return answer.read().decode()

    def page(self) -> str:
        """Return the page as it is shown, and remember the moment it is of."""
        text = self.get(PAGE)
        self.moment, self.request = re.search(r"livereload\((\d+), (\d+)\)", text).groups()
        return text

    def change(self, path: str, old: str, new: str) -> None:
        """Edit a file."""
        file = self.root / path
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new), encoding="utf-8")

    def shown_after(self, path: str, old: str, new: str) -> str:
        """Edit a file, wait as the page in a browser does until it is told to load anew, and return the page."""
        self.change(path, old, new)
        assert int(self.get(f"livereload/{self.moment}/{self.request}")) > int(self.moment)
        return self.page()


@pytest.fixture
def live(copy) -> Iterator[Live]:
    server = Live(copy)
    yield server
    server.process.terminate()
    server.process.communicate(timeout=60)


def test_an_edit_of_a_page_of_data_and_of_a_template_is_shown(live):
    live.page()
    assert "<p>New words.</p>" in live.shown_after("docs/strategies/empathy.md", "\n## In short", "\nNew words.\n\n## In short")
    assert "Newly worded" in live.shown_after("data/checklists/empathy.yml", "They ", "Newly worded ")
    assert "<b>A new frame</b>" in live.shown_after("overrides/partials/toc.html", "<nav", "<b>A new frame</b><nav")


def test_a_fault_is_told_in_a_line_and_the_server_goes_on_when_it_is_mended(live):
    former = live.page()
    live.change("docs/strategies/empathy.md", 'checklist("empathy"', 'checklist("empty"')
    assert re.match(r"docs/strategies/empathy.md:[0-9]+: There is no checklist 'empty'. ", live.told(".md:"))
    mended = live.shown_after("docs/strategies/empathy.md", 'checklist("empty"', 'checklist("empathy"')
    assert mended.partition("livereload(")[0] == former.partition("livereload(")[0]


@pytest.mark.parametrize("file, old, new", [
    ("docs/strategies/empathy.md", "](../", "](../no-such-place/"),
    ("data/pictures.yml", "cite: ", "cite: no-such-"),
    ("overrides/partials/toc.html", "<nav", "{{ no_such_thing.at_all }}<nav"),
    ("overrides/partials/toc.html", "<nav", "{% if %}<nav"),
], ids=["a link", "a source", "a template", "its grammar"])
def test_a_build_that_gives_up_does_not_end_it(live, file, old, new):
    live.page()
    live.change(file, old, new)
    live.told("The server will appear stuck")
    assert "Empathy" in live.shown_after(file, new, old)
