"""The chores that CONTRIBUTING.md describes, each done in a copy of the project, keep the check and the tests of the content green."""

from __future__ import annotations

import datetime
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

# What a writer's change can touch. The tests of help lines mutate each of them, which takes minutes: `make test-all` runs them whole.
TESTS = ["test_content.py", "test_preparing.py", "test_published_urls.py", "test_crisis.py"]
QUICK = "not test_crisis or second_time or real_help_lines or names_suicide or old_check"
TODAY = datetime.date.today().isoformat()


class Project:
    """A copy of the project, in which commands are run as a writer would."""

    def __init__(self, root: Path) -> None:
        self.root = root
        for name in ("docs", "data", "editorial", "overrides", "sitekit", "tests", "translations"):
            shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
        for name in ("mkdocs.yml", "practice.yml", "pyproject.toml", "CONTRIBUTING.md"):
            shutil.copy(ROOT / name, root / name)

    def edit(self, path: str, old: str, new: str) -> None:
        text = (self.root / path).read_text(encoding="utf-8")
        assert old in text
        (self.root / path).write_text(text.replace(old, new, 1), encoding="utf-8")

    def append(self, path: str, text: str) -> None:
        with (self.root / path).open("a", encoding="utf-8") as file:
            file.write(text)

    def run(self, *command: str) -> subprocess.CompletedProcess[str]:
        environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST")} | {
            "PYTHONPATH": str(self.root),
            "COLUMNS": "300",
        }
        done = [sys.executable, "-m", *command]
        return subprocess.run(done, cwd=self.root, env=environment, capture_output=True, encoding="utf-8", check=False)

    def sitekit(self, *command: str) -> list[str]:
        """Run a command of sitekit, and return the problems that it reports."""
        return self.run("sitekit", *command).stderr.splitlines()

    def failures(self, selected: str = "" if os.environ.get("EVERY_PAGE") else QUICK) -> list[str]:
        """Return the tests that fail, of those `selected` by a part of their name; the first is that check reports nothing."""
        tests = (f"tests/content/{name}" for name in TESTS)
        done = self.run("pytest", "-q", "-p", "no:cacheprovider", "-p", "no:xdist", "-k", selected, *tests)
        assert re.search(r"\d (passed|failed)", done.stdout), done.stdout + done.stderr
        return re.findall(r"^FAILED .*", done.stdout, re.MULTILINE)


@pytest.fixture
def project(tmp_path: Path) -> Project:
    project = Project(tmp_path / "project")
    # What is new in the content itself is registered before it goes live.
    assert project.sitekit("published") == []
    return project


def fill_in(project: Project, path: str, replacements: dict[str, str]) -> None:
    """Replace each mark of a file by words, in order."""
    text = (project.root / path).read_text(encoding="utf-8")
    for old, new in replacements.items():
        assert old in text, old
        text = text.replace(old, new)
    words = iter(
        f"You can {verb} this at any time."
        for verb in "ask,see,say,hear,write,read,draw,sing,share,keep,change,end,start,drop,try".split(",")
    )
    text = re.sub(r"TO DO: [^\"*\n{]*[^\"*\n{ ]", lambda _: next(words), text)
    (project.root / path).write_text(text, encoding="utf-8")


def check_a_help_line_again(project: Project) -> None:
    text = (project.root / "data/helplines.yml").read_text(encoding="utf-8")
    oldest = min(re.findall(r"checked: (\S+)", text))
    project.edit("data/helplines.yml", f"checked: {oldest}", f"checked: {TODAY}")


def review_a_page_again(project: Project) -> None:
    page = "docs/strategies/empathy.md"
    (reviewed,) = re.findall(r"^reviewed: .*", (project.root / page).read_text(encoding="utf-8"), re.MULTILINE)
    project.edit(page, reviewed, f"reviewed: {TODAY}")


def add_a_help_line(project: Project) -> None:
    """A line is named until its number is written a second time."""
    line = (
        '      - id: gb-example\n        name: Example\n        need: crisis\n        call: "116 123"\n        hours: Day and night, every day\n'
        f"        source: https://www.samaritans.org/\n        checked: {TODAY}\n        verified: true\n"
    )
    project.edit("data/helplines.yml", "      - id: gb-samaritans\n", f"{line}      - id: gb-samaritans\n")
    (failure,) = project.failures("second_time")
    assert "test_numbers_are_those_written_a_second_time" in failure and "gb-example" in failure
    project.edit("tests/content/test_crisis.py", "AGAIN = {\n", 'AGAIN = {\n    "gb-example": ["116123"],\n')


def add_a_strategy(project: Project) -> None:
    page = "docs/strategies/slow-start.md"
    assert project.sitekit("new", "strategy", "slow-start") == []
    project.edit("mkdocs.yml", "      - strategies/empathy.md\n", "      - strategies/empathy.md\n      - strategies/slow-start.md\n")
    marks = [line for line in project.sitekit("check") if "is still to be written" in line]
    assert {line.rpartition(": ")[0].split(":")[0] for line in marks} == {page, "data/checklists/slow-start.yml"}
    assert len(marks) == 13
    description = "Why it is fine to begin with small things, and how to take your own time."
    fill_in(
        project,
        page,
        {
            "TO DO: one sentence of 50 to 160 characters that says what this page is for.": description,
            'phrases("to-do", "to-do-too")': 'phrases("time-to-trust", "try-that-again")',
            'cite("to-do")': 'cite("elliott-2018")',
        },
    )
    fill_in(project, "data/checklists/slow-start.yml", {"TO DO: what brings it about, in one sentence.": "Let clients set the pace."})
    assert project.sitekit("published") == []


def rename_a_page(project: Project) -> None:
    """Check proposes the redirects."""
    old, new = "strategies/authenticity.md", "strategies/being-real.md"
    (project.root / "docs" / old).rename(project.root / "docs" / new)
    reported = "\n".join(project.sitekit("check"))
    catalogues = re.findall(r"^(\S+):1: This catalogue belongs to no source file\. Move it to (\S+),", reported, re.MULTILINE)
    assert catalogues == [("translations/es/docs/strategies/authenticity.po", "translations/es/docs/strategies/being-real.po")]
    for place, proposed in catalogues:
        (project.root / place).rename(project.root / proposed)
    named = {line.split(":")[0] for line in project.sitekit("check") if re.match(r"[\w./-]+:\d+: ", line)} - {"data/published-urls.txt"}
    for path in named:
        file = project.root / path
        text = file.read_text(encoding="utf-8").replace(old, new)
        file.write_text(re.sub(r"(?<=\()((?:\.\./strategies/)?)authenticity\.md", r"\1being-real.md", text), encoding="utf-8")
    first, *block = project.sitekit("check")
    assert re.match(
        r"data/published-urls\.txt:\d+: The address '/strategies/authenticity/' was published and leads nowhere now, with \d+ more of its "
        r"page\. If its page moved, add these lines to data/redirects\.yml:$",
        first,
    )
    moved = [
        ("/strategies/authenticity/", "/strategies/being-real/"),
        ("/handouts/strategies-authenticity-a4.pdf", "/handouts/strategies-being-real-a4.pdf"),
        ("/handouts/strategies-authenticity-letter.pdf", "/handouts/strategies-being-real-letter.pdf"),
        ("/qr/strategies/authenticity.svg", "/qr/strategies/being-real.svg"),
        ("/qr/strategies/authenticity.png", "/qr/strategies/being-real.png"),
    ]
    assert block == [line for pair in moved for line in (f"- old: {pair[0]}", f"  new: {pair[1]}")]
    project.append("data/redirects.yml", "\n".join(block) + "\n")
    assert project.sitekit("published") == []


def add_a_kind_of_page(project: Project) -> None:
    declared = '    "story": PageType((IN_SHORT,), words=600),\n'
    project.edit("sitekit/schema/page_types.py", '    "help": PageType(', declared + '    "help": PageType(')
    assert project.sitekit("new", "story", "about/one-story") == []
    project.edit("mkdocs.yml", "      - about/changes.md\n", "      - about/changes.md\n      - about/one-story.md\n")
    description = "How one person came to tell a therapist what was hard for them, and when."
    fill_in(
        project, "docs/about/one-story.md", {"TO DO: one sentence of 50 to 160 characters that says what this page is for.": description}
    )
    assert project.sitekit("published") == []


CHORES = (check_a_help_line_again, review_a_page_again, add_a_help_line, add_a_strategy, rename_a_page, add_a_kind_of_page)


def test_chores_done_one_after_another_keep_the_tests_green(project):
    for chore in CHORES:
        chore(project)
    assert project.failures() == []


@pytest.mark.slow
@pytest.mark.parametrize("chore", CHORES, ids=lambda chore: chore.__name__)
def test_chore_keeps_the_tests_green(project, chore):
    chore(project)
    assert project.failures() == []


def test_no_test_of_the_content_pins_a_day():
    written = "".join(file.read_text(encoding="utf-8") for folder in ("docs", "data") for file in (ROOT / folder).rglob("*.[my]*"))
    days = {datetime.date.fromisoformat(day) for day in re.findall(r"(?:reviewed|checked|date): (\d{4}-\d\d-\d\d)", written)}
    forms = {form for day in days for form in (day.isoformat(), f"{day.day} {day:%B %Y}")}
    tests = [file for folder in ("content", "site", "search") for file in (ROOT / "tests" / folder).glob("*.py")]
    pinned = {file.name: {form for form in forms if form in file.read_text(encoding="utf-8")} for file in tests}
    assert days and {name: found for name, found in pinned.items() if found} == {}
