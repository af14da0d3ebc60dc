"""A copy takes an update from the original by the commands of "Your own copy", and keeps what it changed."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from sitekit.checks import check
from sitekit.sources.loader import load
from tests.conftest import ROOT, copied

PAGE = (ROOT / "docs/therapists/your-own-copy.md").read_text(encoding="utf-8")
# The commands under "Keeping up to date": those to run once, and those of each update.
ONCE, EACH_TIME = re.findall(r"```\n(.*?)```", PAGE.partition("{#keeping-up-to-date}")[2], re.DOTALL)
NAMED = {"GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@a.example", "GIT_COMMITTER_NAME": "A", "GIT_COMMITTER_EMAIL": "a@a.example"}


def run(folder: Path, script: str) -> str:
    environment = NAMED | {"PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": str(folder), "GIT_CONFIG_NOSYSTEM": "1"}
    done = subprocess.run(["bash", "-e", "-c", script], cwd=folder, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def change(folder: Path, name: str, old: str, new: str) -> None:
    file = folder / name
    text = file.read_text()
    assert old in text
    file.write_text(text.replace(old, new))


def commit(folder: Path) -> None:
    run(folder, "git add --all && git commit --quiet --message Change")


@pytest.fixture
def original(tmp_path) -> Path:
    """The original, with one commit before the one that was copied."""
    folder = tmp_path / "original"
    (folder / "docs").mkdir(parents=True)
    run(folder, "git init --quiet --initial-branch main")
    (folder / "README.md").write_text("Early\n")
    commit(folder)
    (folder / "practice.yml").write_text("# name: Your name\n# country: gb\n# fees: 60\n")
    (folder / "docs/page.md").write_text("First sentence.\n\nSecond sentence.\n\nThird sentence.\n")
    (folder / "mkdocs.yml").write_text("nav:\n  - page.md\n  - words.md\n  - about.md\n")
    commit(folder)
    return folder


@pytest.fixture
def copy(original, tmp_path) -> Path:
    """A copy as a template makes it: the same files and a history of its own; its practice changed three things."""
    folder = tmp_path / "own"
    run(original, f"git clone --quiet . {folder} && rm -rf {folder}/.git")
    run(folder, "git init --quiet --initial-branch main")
    commit(folder)
    change(folder, "practice.yml", "# name: Your name", "name: Oak House")
    change(folder, "docs/page.md", "Second sentence.", "Our second sentence.")
    change(folder, "mkdocs.yml", "  - page.md\n", "  - page.md\n  - our-page.md\n")
    (folder / "docs/our-page.md").write_text("Ours.\n")
    commit(folder)
    return folder


def update(original: Path, copy: Path, script: str) -> None:
    # No package is installed here, and there is nowhere to push to.
    run(copy, script.replace("ADDRESS-OF-THE-ORIGINAL", str(original)).replace("make check\ngit push\n", ""))


def test_update_brings_what_is_new_and_keeps_what_the_copy_changed(original, copy):
    change(original, "practice.yml", "# name: Your name\n", "# name: Your practice's name\n# address: https://…\n")
    change(original, "docs/page.md", "Third sentence.", "Better third sentence.")
    change(original, "mkdocs.yml", "  - about.md\n", "  - about.md\n  - new.md\n")
    (original / "docs/new.md").write_text("New.\n")
    commit(original)
    update(original, copy, ONCE + EACH_TIME)
    assert (copy / "practice.yml").read_text().startswith("name: Oak House\n")
    assert (copy / "docs/page.md").read_text() == "First sentence.\n\nOur second sentence.\n\nBetter third sentence.\n"
    assert (copy / "mkdocs.yml").read_text() == "nav:\n  - page.md\n  - our-page.md\n  - words.md\n  - about.md\n  - new.md\n"
    assert (copy / "docs/our-page.md").exists() and (copy / "docs/new.md").exists()


def test_next_update_keeps_the_copys_line_where_both_changed_it(original, copy):
    update(original, copy, ONCE)
    change(original, "docs/page.md", "Second sentence.", "Other second sentence.")
    change(original, "docs/page.md", "First sentence.", "Better first sentence.")
    commit(original)
    update(original, copy, EACH_TIME)
    assert "Our second sentence." in (copy / "docs/page.md").read_text()
    change(original, "docs/page.md", "Third sentence.", "Better third sentence.")
    commit(original)
    update(original, copy, EACH_TIME)
    assert (copy / "docs/page.md").read_text().endswith("Our second sentence.\n\nBetter third sentence.\n")
    assert run(copy, "git status --porcelain") == ""


def test_copy_of_this_project_takes_an_update_and_its_check_finds_nothing(tmp_path):
    original, own = copied(tmp_path / "original"), tmp_path / "own"
    shutil.rmtree(original / ".cache", ignore_errors=True)
    shutil.copytree(original, own)
    for folder in (original, own):
        run(folder, "git init --quiet --initial-branch main")
        commit(folder)
    change(own, "practice.yml", '# name: "TO DO: your practice\'s name"', "name: Oak House")
    change(own, "practice.yml", "# country: gb ", "country: gb ")
    change(own, "docs/therapists/portal.md", "Ticks in it end with the visit.", "Our portal logs nothing.")
    page = (own / "docs/therapists/portal.md").read_text().replace("Lists and data for your portal", "Our rooms")
    (own / "docs/therapists/rooms.md").write_text(page.replace("Copy the frame of any checklist", "Copy a frame of our checklists"))
    change(own, "mkdocs.yml", "      - therapists/portal.md\n", "      - therapists/portal.md\n      - therapists/rooms.md\n")
    commit(own)
    change(original, "practice.yml", "# photos:", "# Pictures of the place:\n# photos:")
    change(original, "docs/therapists/portal.md", "and when. ", "and at what hour. ")
    change(original, "docs/therapists/portal.md", "**Copy the code of a list,", "**Take the code of a list,")
    commit(original)
    update(original, own, ONCE + EACH_TIME)
    site, problems = load(own)
    assert [str(problem) for problem in check(site, problems, None)] == []
    assert (site.practice.name, site.practice.country) == ("Oak House", "gb")
    assert "# Pictures of the place:" in (own / "practice.yml").read_text()
    text = (own / "docs/therapists/portal.md").read_text()
    assert "**Take the code of a list," in text and "Our portal logs nothing." in text
