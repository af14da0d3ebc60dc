"""What a screen reader is told of each kind of page and of the frame, held against snapshots that people can read.

A difference that is meant is written down with `.venv/bin/python -m tests.browser.kinds`, read, and committed.
"""

import pytest

from tests.browser.kinds import KINDS, SNAPSHOTS, build, snapshots
from tests.browser.visiting import serve

FRAMES = ("frame-wide", "frame-narrow", "menu-open", "search-open", "word-explained")
NAMES = [*FRAMES, *(f"kind-{kind}" for kind in KINDS), "not-found"]


@pytest.fixture(scope="module")
def told(browser, tmp_path_factory) -> dict[str, str]:
    folder = tmp_path_factory.mktemp("kinds")
    build(folder / "sources", folder / "site")
    server = serve(folder / "site")
    yield snapshots(browser, f"http://127.0.0.1:{server.server_address[1]}/")
    server.shutdown()


@pytest.mark.promise("told-by-screen-readers", says="We write down what a screen reader would be told. It must stay the same.")
@pytest.mark.parametrize("name", NAMES)
def test_a_screen_reader_is_told_what_the_snapshot_says(told, name):
    assert told[name] == (SNAPSHOTS / f"{name}.yml").read_text(encoding="utf-8")


def test_there_is_no_snapshot_of_what_is_gone():
    assert sorted(file.stem for file in SNAPSHOTS.iterdir()) == sorted(NAMES)
