"""What assistive technology gets of each kind of page and of the layout, compared with snapshots that people can read.

Write an intended difference down with `.venv/bin/python -m tests.browser.aria_snapshots`, read it, and commit it.
"""

import pytest

from tests.browser.aria_snapshots import SNAPSHOTS, build, snapshots
from tests.browser.server import serve


@pytest.mark.promise("told-by-screen-readers", says="We write down what a screen reader would be told. It must stay the same.")
def test_accessibility_trees_match_their_snapshots(browser, tmp_path):
    build(tmp_path / "sources", tmp_path / "site")
    server = serve(tmp_path / "site")
    found = snapshots(browser, server.url)
    server.shutdown()
    expected = {file.stem: file.read_text(encoding="utf-8") for file in SNAPSHOTS.iterdir()}
    assert sorted(found) == sorted(expected)
    assert {name: tree for name, tree in found.items() if tree != expected[name]} == {}
