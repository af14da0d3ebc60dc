"""One mistake in the real content is one line: what follows from it is not reported, though every URL was published and pages rated."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from sitekit.checks import check
from sitekit.commands.published_urls import add
from sitekit.sources.loader import load
from tests.conftest import ROOT

LIST, PAGE = "data/checklists/empathy.yml", "docs/strategies/empathy.md"
YAML = "This is not valid YAML: {}. Check the spaces, colons and quotes on this line and the one above."
TAB = (
    "This is not valid YAML: found character that cannot start any token. "
    "Indent by spaces, not tabs, and put quotes around a value that begins with no letter or digit."
)
# Each mistake: the file, what is replaced by what (a regular expression, once), and the line to expect. Its number is that of the
# first line with the words in braces, or of the last line for END.
MISTAKES = {
    "eighth item": (
        LIST,
        r"\Z",
        "  - id: more\n    client: You see it.\n    therapist: Do it.\n",
        "{items:}: 'items' has 8 entries. Write at most 7.",
    ),
    "unclosed quote": (LIST, "client: ", 'client: "', "{client: }: " + YAML.format("found unexpected end of stream")),
    "wrong indent": (LIST, "    therapist:", "   therapist:", "{   therapist:}: " + YAML.format("expected '-' indicator")),
    "missing side": (LIST, r"    therapist: .*\n", "", "{  - id:}: The key 'therapist' is missing. Add 'therapist: …' here."),
    "empty first line": (
        PAGE,
        r"\A",
        "\n",
        "1: This page has no front matter. Begin it with --- , title, description, kind and reviewed, and --- again.",
    ),
    "misspelt kind": (PAGE, "kind: strategy", "kind: stratgy", "{kind:}: 'stratgy' is not a value for 'kind'. Did you mean 'strategy'?"),
    "misspelt key": (PAGE, "kind: strategy", "knid: strategy", "{knid:}: Unknown key 'knid'. Did you mean 'kind'?"),
    "misspelt hours": ("data/helplines.yml", " hours:", " huors:", "{huors:}: Unknown key 'huors'. Did you mean 'hours'?"),
    "misspelt list": (
        PAGE,
        r'checklist\("empathy", "client"',
        'checklist("empaty", "client"',
        "{empaty}: There is no checklist 'empaty'. Did you mean 'empathy'?",
    ),
    "tab in the menu": ("mkdocs.yml", "nav:\n", "nav:\n\t- x\n", "{\t- x}: " + TAB),
}


# One of each kind at every run; tests/broken has the others in the smallest site.
QUICK = {"missing side", "misspelt kind", "misspelt list", "tab in the menu"}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("one") / "project"
    for name in ("docs", "data", "editorial"):
        shutil.copytree(ROOT / name, root / name)
    for name in ("overrides", "tests"):
        (root / name).symlink_to(ROOT / name)
    for name in ("mkdocs.yml", "practice.yml"):
        shutil.copy(ROOT / name, root / name)
    add(root, load(root)[0])
    return root


def reported(root: Path) -> list[str]:
    return [str(problem) for problem in check(*load(root))]


@pytest.mark.parametrize(
    "path, old, new, line",
    [pytest.param(*mistake, id=name, marks=[] if name in QUICK else pytest.mark.slow) for name, mistake in MISTAKES.items()],
)
def test_one_mistake_is_one_line(project, path, old, new, line):
    file = project / path
    before = file.read_text(encoding="utf-8")
    text = re.sub(old, lambda _: new, before, count=1)
    assert text != before
    try:
        file.write_text(text, encoding="utf-8")
        at = re.match(r"\{(.*)\}: ", line)
        if at:
            lines = text.split("\n")
            number = len(lines) if at[1] == "END" else next(number for number, written in enumerate(lines, 1) if at[1] in written)
            line = f"{number}: {line.removeprefix(at[0])}"
        assert reported(project) == [f"{path}:{line}"]
    finally:
        file.write_text(before, encoding="utf-8")


def test_page_that_the_menu_lacks_is_one_line(project):
    menu = project / "mkdocs.yml"
    before = menu.read_text(encoding="utf-8")
    try:
        menu.write_text(re.sub(r".*strategies/empathy\.md\n", "", before), encoding="utf-8")
        assert reported(project) == [f"{PAGE}:1: This page is not in the menu. Add '- strategies/empathy.md' to nav: in mkdocs.yml."]
    finally:
        menu.write_text(before, encoding="utf-8")
