"""What Firefox and WebKitGTK themselves give screen readers of seven pages, in order: the same as Chromium, or a difference kept here.

Chromium's words are kept in tests/browser/spoken_texts/, for each page as it opens. With all folds open, Chromium is asked anew.
"""

import difflib
import functools
import re

import pytest
from playwright.sync_api import Error as PlaywrightError

from tests.browser.engines import atspi, webkitgtk
from tests.browser.engines.conftest import REQUIRED
from tests.browser.engines.find import launch
from tests.browser.spoken import PAGES, TEXTS, spoken
from tests.browser.visiting import PHONE, wait_for_modules

# WebKit adds the example in a field, and what is chosen, to the name.
DIFFERENCES = {
    ("webkit", "link-kit", "as it opens"): [
        "- field: Day you meet",
        "+ field: Day you meet Tuesday 8 December",
        "- field: Time",
        "+ field: Time 10 am",
    ],
    ("webkit", "link-kit", "all folds open"): [
        "- field: Day you meet",
        "+ field: Day you meet Tuesday 8 December",
        "- field: Time",
        "+ field: Time 10 am",
        "- choice, closed: Your booking system",
        "+ choice: Your booking system None, I type it myself",
    ],
}
# What gives a fold's summary to screen readers. WebKitGTK has no role for it: it can be focused, has its name, and is "unknown".
FOLDS = {"firefox": "push button", "webkit": "unknown"}
# The promise resolves once what changed is drawn: the accessibility tree has it then, too.
OPEN_FOLDS = """() => {
  for (const fold of document.querySelectorAll("article details")) fold.open = true;
  return new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(() => drawn(true))));
}"""
# What begins a line that is more than words.
THING = re.compile(r"\[|heading \d|list of \d|(button|checkbox|choice|field|fold|group|image|link|option|table)\b")

pytestmark = [
    pytest.mark.slow,
    pytest.mark.parametrize("name", PAGES),
    pytest.mark.parametrize("engine", FOLDS, indirect=True, scope="module"),
]


class Engine:
    """An engine with one page, on a desktop of its own."""

    def __init__(self, name: str, playwright, url: str) -> None:
        self.name, self.url, self.desktop = name, url, atspi.Desktop()
        self.tree = functools.cache(self._tree)
        try:
            if name == "webkit":
                self.browser = webkitgtk.WebKitGTK(self.desktop.environment)
                self.page = self.browser.open("scripts")
                # As narrow as its window gets.
                self.page.post("/window/rect", **PHONE)
            else:
                self.browser = launch(playwright, name, "scripts", self.desktop.environment)
                self.page = self.browser.new_context(viewport=PHONE).new_page()
        except BaseException:
            self.desktop.close()
            raise

    def _tree(self, path: str, opens_folds: bool = False) -> dict:
        """Return the tree of a page of the site."""
        self.page.goto(self.url + path)
        wait_for_modules(self.page)
        if opens_folds:
            self.page.evaluate(OPEN_FOLDS)
        return self.desktop.tree(self.url + path)

    def close(self) -> None:
        self.page.close()
        self.browser.close()
        self.desktop.close()


@pytest.fixture(scope="module")
def engine(request, playwright, base_url):
    missing = atspi.missing() + ["WebKitGTK"] * (request.param == "webkit" and not webkitgtk.browser())
    try:
        if missing:
            raise PlaywrightError(", ".join(missing))
        found = Engine(request.param, playwright, base_url)
    except PlaywrightError as error:
        if request.param in REQUIRED:
            raise
        pytest.skip(f"NOT TRIED in {request.param}: what a screen reader is given, in order. This system lacks {error}")
    yield found
    found.close()


def test_all_that_is_said_is_what_chromium_says(engine, name):
    kept = (TEXTS / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    said = atspi.spoken(engine.tree(PAGES[name]))
    assert differences(kept, said) == DIFFERENCES.get((engine.name, name, "as it opens"), [])


def test_all_that_is_said_with_all_folds_open_is_what_chromium_says(engine, visit, name):
    chromium = visit(PHONE)(PAGES[name])
    chromium.evaluate(OPEN_FOLDS)
    said = atspi.spoken(engine.tree(PAGES[name], opens_folds=True))
    assert differences(spoken(chromium), said) == DIFFERENCES.get((engine.name, name, "all folds open"), [])


def test_stops_can_be_focused_drawings_are_one_thing_and_nothing_is_announced_before_a_reader_acts(engine, name):
    nodes = list(below(engine.tree(PAGES[name], opens_folds=True)))
    usable = [node for node in nodes if atspi.stop(node) and "enabled" in node["states"]]
    assert len(usable) > 10
    assert [node for node in usable if "focusable" not in node["states"]] == []
    assert [node for node in nodes if node.get("tag") == "svg" and node["children"]] == []
    live = [node for node in nodes if "live" in node]
    assert live
    assert [node for node in live if node["text"] or node["children"]] == []
    assert {node["role"] for node in nodes if node.get("tag") == "summary"} == {FOLDS[engine.name]}


def below(node: dict):
    yield node
    for child in node["children"]:
        yield from below(child)


def differences(expected: list[str], found: list[str]) -> list[str]:
    """Return the lines that only one of two texts has. Where words begin and end in a row of words, each engine sees in its own way."""
    old, new = joined(expected), joined(found)
    keys = [["".join(line.split()) for line in lines] for lines in (old, new)]
    changes = difflib.SequenceMatcher(None, *keys, autojunk=False).get_opcodes()
    lines = []
    for kind, start, end, new_start, new_end in changes:
        if kind != "equal":
            lines += [f"- {line}" for line in old[start:end]] + [f"+ {line}" for line in new[new_start:new_end]]
    return lines


def joined(lines: list[str]) -> list[str]:
    """Return lines with those that are words alone joined to one before each thing."""
    rows: list[str] = []
    for line in lines:
        if rows and not THING.match(line) and not THING.match(rows[-1]):
            rows[-1] += f" {line}"
        else:
            rows.append(line)
    return rows
