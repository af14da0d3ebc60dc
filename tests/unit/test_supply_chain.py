"""What others make is taken by its content, with least rights: packages by hash, actions by commit, no secrets."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from ruamel.yaml import YAML

from tests.conftest import ROOT

WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
LOCKS = sorted(ROOT.glob("requirements*.txt"))
# Rights that a job may ask for: the sources, and what putting a site live takes.
RIGHTS = {
    "check.yml": {"contents: read"},
    "weekly.yml": {"contents: read"},
    "publish.yml": {"contents: read", "pages: read", "pages: write", "id-token: write"},
}


def read(file: Path) -> dict:
    return YAML(typ="safe").load(file)


def unpinned(workflow: dict) -> list[str]:
    """Return the actions of a workflow that are not taken by commit."""
    uses = [step["uses"] for job in workflow["jobs"].values() for step in job.get("steps", [job]) if "uses" in step]
    return [action for action in uses if not re.fullmatch(r"[\w./-]+@[0-9a-f]{40}", action)]


def unhashed(text: str) -> list[str]:
    """Return the lines of a lock that name a package without a version or a hash."""
    entries = re.sub(r"\\\n", " ", re.sub(r"^\s*#.*\n", "", text, flags=re.MULTILINE)).splitlines()
    return [
        entry
        for entry in entries
        if entry.strip() and not re.fullmatch(r"\S+==[^\s;]+( ; [^#]*?)?( +--hash=sha256:[0-9a-f]{64})+", entry.strip())
    ]


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
@pytest.mark.promise("known-parts", says="We read the lists of tools. Each must name one version and its seal.")
def test_every_package_is_taken_by_version_and_hash(lock):
    assert unhashed(lock.read_text()) == []


@pytest.mark.parametrize("line", ["mkdocs==1.6.1\n", "mkdocs>=1.6 --hash=sha256:" + "0" * 64, "git+https://github.com/mkdocs/mkdocs\n"])
def test_a_package_without_a_hash_would_be_seen(line):
    assert unhashed(line) == [line.strip()]


def test_every_lock_is_installed_with_its_hashes_and_nothing_else_is():
    installs = [line for line in (ROOT / "Makefile").read_text().splitlines() if "pip install" in line]
    # The tool that writes the locks is the one thing that no lock can hold.
    assert [line for line in installs if "--require-hashes --no-deps" not in line and '"uv>=' not in line] == []
    assert {name for line in installs for name in re.findall(r"requirements[\w-]*\.txt", line)} == {lock.name for lock in LOCKS}


def test_every_package_that_is_asked_for_is_locked():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    more = project["project"]["optional-dependencies"] | project["dependency-groups"]
    asked = {"requirements.txt": project["project"]["dependencies"]} | {f"requirements-{name}.txt": names for name, names in more.items()}
    assert set(asked) == {lock.name for lock in LOCKS}
    for lock, names in asked.items():
        locked = dict(re.findall(r"^([\w.-]+)==([^\s;]+)", (ROOT / lock).read_text(), flags=re.MULTILINE))
        for wanted in map(Requirement, names):
            assert wanted.specifier.contains(locked[wanted.name.replace(".", "-")]), (lock, wanted.name)


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.name)
@pytest.mark.promise("least-rights", says="We read what these programs may do. It must be no more than our list says.")
def test_a_workflow_takes_actions_by_commit_and_rights_by_job_and_no_secret(file):
    workflow, text = read(file), file.read_text()
    assert unpinned(workflow) == []
    assert workflow["permissions"] == {}
    assert {f"{what}: {right}" for job in workflow["jobs"].values() for what, right in job["permissions"].items()} == RIGHTS[file.name]
    assert "pull_request_target" not in text and "workflow_run" not in workflow["on"]
    assert "secrets" not in text and "GITHUB_TOKEN" not in text
    assert all(job["timeout-minutes"] for job in workflow["jobs"].values())
    for job in workflow["jobs"].values():
        checkouts = [step for step in job["steps"] if step.get("uses", "").startswith("actions/checkout@")]
        assert all(step["with"]["persist-credentials"] is False for step in checkouts)


def test_an_action_by_its_tag_would_be_seen():
    assert unpinned({"jobs": {"test": {"steps": [{"uses": "actions/checkout@v5"}, {"uses": f"actions/checkout@{'0' * 40}"}]}}}) == [
        "actions/checkout@v5"
    ]


def test_only_the_workflow_that_puts_the_site_live_may_write():
    writing = [
        (file.name, job) for file in WORKFLOWS for job, told in read(file)["jobs"].items() if "write" in told["permissions"].values()
    ]
    assert writing == [("publish.yml", "deploy")]


def test_zizmor_finds_nothing_in_the_workflows():
    run = subprocess.run(
        [Path(sys.executable).parent / "zizmor", "--offline", "--persona", "auditor", "--quiet", "--color", "never", ".github"],
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    assert (run.returncode, run.stdout.strip()) == (0, "No findings to report. Good job!"), run.stdout + run.stderr


def test_the_weekly_run_looks_for_known_holes_and_at_every_page():
    jobs = read(ROOT / ".github/workflows/weekly.yml")["jobs"]
    steps = [step for job in jobs.values() for step in job["steps"]]
    assert "make audit" in [step.get("run") for step in steps]
    assert [step["run"] for step in steps if step.get("env", {}).get("EVERY_PAGE")] == ["make test"]


def test_updates_wait_until_a_release_has_been_out_for_a_while():
    updates = read(ROOT / ".github/dependabot.yml")["updates"]
    assert {update["package-ecosystem"] for update in updates} == {"pip", "github-actions"}
    assert all(update["cooldown"]["default-days"] >= 7 for update in updates)
