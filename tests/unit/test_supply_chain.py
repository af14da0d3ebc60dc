"""The supply chain: packages by hash, actions by commit, least rights, no secrets."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml
from packaging.requirements import Requirement

from tests.conftest import ROOT

WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
LOCKS = sorted(ROOT.glob("requirements/*.txt"))
# The rights that jobs may ask for: to read the sources, and to deploy to Pages.
RIGHTS = {
    "check.yml": {"contents: read"},
    "weekly.yml": {"contents: read"},
    "publish.yml": {"contents: read", "pages: read", "pages: write", "id-token: write"},
}


def read(file: Path) -> dict:
    # "on" is a boolean in YAML 1.1; Actions reads it as a key.
    loaded = yaml.safe_load(file.read_text())
    return {"on" if key is True else key: value for key, value in loaded.items()}


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
def test_every_package_is_locked_by_version_and_hash(lock):
    assert unhashed(lock.read_text()) == []


@pytest.mark.parametrize("line", ["mkdocs==1.6.1\n", "mkdocs>=1.6 --hash=sha256:" + "0" * 64, "git+https://github.com/mkdocs/mkdocs\n"])
def test_package_without_a_hash_is_reported(line):
    assert unhashed(line) == [line.strip()]


def test_every_lock_is_installed_with_hashes_and_nothing_else_is():
    makefile = (ROOT / "Makefile").read_text()
    assert "INSTALL := -m pip install --disable-pip-version-check --require-hashes --no-deps -r\n" in makefile
    # uv writes the locks, so no lock can hold it.
    others = [line for line in makefile.splitlines() if "pip install" in line and not line.startswith("INSTALL") and '"uv>=' not in line]
    assert others == []
    assert set(re.findall(r"\$\(INSTALL\) (\S+)", makefile)) == {f"requirements/{lock.name}" for lock in LOCKS}


def test_every_declared_package_is_locked():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    groups = project["project"]["optional-dependencies"] | project["dependency-groups"]
    declared = {"site": project["project"]["dependencies"]} | groups
    assert set(declared) == {lock.stem for lock in LOCKS}
    for lock in LOCKS:
        locked = dict(re.findall(r"^([\w.-]+)==([^\s;]+)", lock.read_text(), flags=re.MULTILINE))
        for requirement in map(Requirement, declared[lock.stem]):
            assert requirement.specifier.contains(locked[re.sub(r"[._]", "-", requirement.name).lower()]), (lock.name, requirement.name)


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.name)
@pytest.mark.promise("least-rights", says="We read what these programs may do. It must be no more than our list says.")
def test_workflow_pins_actions_and_asks_for_listed_rights_alone(file):
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


def test_action_pinned_by_tag_is_reported():
    assert unpinned({"jobs": {"test": {"steps": [{"uses": "actions/checkout@v5"}, {"uses": f"actions/checkout@{'0' * 40}"}]}}}) == [
        "actions/checkout@v5"
    ]


def test_only_deploying_may_write():
    writing = [
        (file.name, name) for file in WORKFLOWS for name, job in read(file)["jobs"].items() if "write" in job["permissions"].values()
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


def test_weekly_run_audits_packages_and_tests_every_page():
    jobs = read(ROOT / ".github/workflows/weekly.yml")["jobs"]
    steps = [step for job in jobs.values() for step in job["steps"]]
    assert {"make audit", "make test-all", "make successor-check"} <= {step.get("run") for step in steps}


def test_every_system_and_the_oldest_and_newest_python_build_the_site():
    job = read(ROOT / ".github/workflows/check.yml")["jobs"]["site"]
    matrix = job["strategy"]["matrix"]
    assert {name.partition("-")[0] for name in matrix["system"]} == {"ubuntu", "macos", "windows"}
    assert matrix["python"] == ["3.11", "3.14"]
    assert [step["run"] for step in job["steps"] if "run" in step] == ["make check", "make site"]


def test_updates_wait_until_a_release_is_ten_days_old():
    makefile = (ROOT / "Makefile").read_text()
    assert "d.date.today() - d.timedelta(10)" in makefile
    assert makefile.count('"$(AGED)"') == 2


def test_copies_run_nothing_that_only_the_original_needs():
    """A copy is made from a template, and is none itself."""
    alone = {file.name: {name for name, job in read(file)["jobs"].items() if "is_template" in job.get("if", "")} for file in WORKFLOWS}
    assert alone == {
        "check.yml": {"test", "site"},
        "publish.yml": set(),
        "weekly.yml": {"links", "audit", "every-page", "successor", "updates"},
    }
    assert not (ROOT / ".github/dependabot.yml").exists(), "it would propose updates in each copy, and mail its owner"


def test_check_says_that_tests_are_skipped_where_the_mark_of_a_template_is_missing():
    steps = read(ROOT / ".github/workflows/check.yml")["jobs"]["check"]["steps"]
    (notice,) = [step for step in steps if "is_template" in step.get("if", "")]
    assert notice["if"] == "${{ !github.event.repository.is_template }}" and "Template repository" in notice["run"]


@pytest.mark.parametrize(
    "answer, status, output",
    [
        ("echo https://a.github.io/b/", 0, "on=true\n"),
        ("echo 'gh: Not Found (HTTP 404)' >&2; exit 1", 0, "on=false\n"),
        ("echo 'gh: Bad credentials (HTTP 401)' >&2; exit 1", 1, ""),
    ],
)
def test_first_run_before_pages_is_on_says_what_to_do_and_is_not_red(tmp_path, answer, status, output):
    (step,) = read(ROOT / ".github/workflows/publish.yml")["jobs"]["pages"]["steps"]
    program = tmp_path / "gh"
    program.write_text(f"#!/bin/sh\n{answer}\n")
    program.chmod(0o755)
    files = {name: str(tmp_path / name) for name in ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY")}
    run = subprocess.run(
        ["bash", "-e", "-c", step["run"]],
        env={"PATH": f"{tmp_path}:/usr/bin:/bin", "REPOSITORY": "a/b", **files},
        capture_output=True,
        text=True,
    )
    written = Path(files["GITHUB_OUTPUT"])
    assert (run.returncode, written.read_text() if written.exists() else "") == (status, output)
    assert ("Open Settings, then Pages" in run.stdout) == (output == "on=false\n")
