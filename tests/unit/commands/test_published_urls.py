"""The list of published URLs only grows."""

import os
import subprocess

import pytest

from sitekit.__main__ import main
from sitekit.commands.published_urls import add, removed_since
from sitekit.sources.loader import load


@pytest.fixture
def repository(good):
    """The good site, in a git repository of its own."""

    def git(*words):
        alone = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
        subprocess.run(
            ["git", "-c", "user.name=A", "-c", "user.email=a@b.example", *words],
            cwd=good,
            check=True,
            capture_output=True,
            env=os.environ | alone,
        )

    git("init", "--quiet", "--initial-branch=main")
    git("add", ".")
    git("commit", "--quiet", "--message=Good")
    return good


def test_new_urls_are_appended_and_the_rest_is_unchanged(good):
    file = good / "data/published-urls.txt"
    file.write_bytes(b"# Kept.\n/strategies/hearing/\n\n/help/")

    added = add(good, load(good)[0])

    assert file.read_text() == "# Kept.\n/strategies/hearing/\n\n/help/\n" + "".join(f"{address}\n" for address in added)
    assert "/strategies/listening/" in added and "/help/" not in added


def test_second_run_adds_nothing(good):
    add(good, load(good)[0])
    before = (good / "data/published-urls.txt").read_bytes()
    assert add(good, load(good)[0]) == []
    assert (good / "data/published-urls.txt").read_bytes() == before


def test_command_adds_and_prints_urls(good, capsys):
    assert main(["--root", str(good), "published"]) == 0
    assert "/strategies/listening/#in-short" in capsys.readouterr().out.splitlines()
    assert main(["--root", str(good), "published"]) == 0
    assert capsys.readouterr().out == "Every URL is registered.\n"


def test_sources_with_problems_add_nothing(good, capsys):
    (good / "practice.yml").write_text("nmae: x\n")
    before = (good / "data/published-urls.txt").read_bytes()
    assert main(["--root", str(good), "published"]) == 2
    assert (good / "data/published-urls.txt").read_bytes() == before


def test_removed_url_is_reported(repository, capsys):
    file = repository / "data/published-urls.txt"
    file.write_text(file.read_text().replace("/help/\n", ""))

    assert main(["--root", str(repository), "published", "--since", "main"]) == 2

    assert capsys.readouterr().err == (
        "data/published-urls.txt:3: The address '/help/' was listed here and is gone. "
        "Put the line back. If its page moved, add a redirect to data/redirects.yml.\n"
    )


def test_added_and_moved_urls_are_no_problem(repository):
    file = repository / "data/published-urls.txt"
    file.write_text("\n".join([*reversed(file.read_text().splitlines()), "/new/", ""]))
    assert removed_since(repository, load(repository)[0], "main") == []


def test_unknown_revision_is_reported(repository):
    (problem,) = removed_since(repository, load(repository)[0], "no-such")
    assert str(problem) == "data/published-urls.txt:1: There is no revision 'no-such' to compare with. Fetch it first, or name another."


def test_missing_git_is_reported(good, monkeypatch):
    monkeypatch.setenv("PATH", "")
    assert list(map(str, removed_since(good, load(good)[0], "main"))) == [
        "data/published-urls.txt:1: There is no git here to compare with. Install git, and run this in a clone of the project."
    ]
