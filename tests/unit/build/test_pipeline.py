"""A failed publish leaves the former site unchanged, and reports problems without a traceback."""

import subprocess

import pytest

from sitekit.build import pipeline
from sitekit.build.deploy import deploy
from sitekit.site_url import LOCAL
from tests.conftest import leave_out
from tests.tiny import command, manifest, tiny

PAGE = "docs/strategies/listening.md"


def test_new_site_replaces_the_former_one(tmp_path):
    (tmp_path / "site").mkdir()
    (tmp_path / "site/old.html").write_text("old")
    (tmp_path / "new").mkdir()
    (tmp_path / "new/new.html").write_text("new")

    deploy(tmp_path / "new", tmp_path / "site")

    assert [file.name for file in tmp_path.iterdir()] == ["site"]
    assert [file.name for file in (tmp_path / "site").iterdir()] == ["new.html"]


@pytest.mark.promise("faults-stop-a-page", says="We make the last step fail. The old site must come back.")
def test_failed_deployment_leaves_the_former_site(tmp_path):
    (tmp_path / "site").mkdir()
    (tmp_path / "site/old.html").write_text("old")

    with pytest.raises(OSError):
        deploy(tmp_path / "not-there", tmp_path / "site")

    assert (tmp_path / "site/old.html").read_text() == "old"


def run_site(root, target):
    words, environment = command(root, target)
    return subprocess.run(words, capture_output=True, text=True, env=environment, cwd=root)


@pytest.mark.promise("faults-stop-a-page", says="We put in six kinds of mistakes. The old site must stay as it was.")
@pytest.mark.parametrize(
    "path, old, new, message",
    [
        (PAGE, "kind: strategy", "knid: strategy", ":4: Unknown key 'knid'. Did you mean 'kind'?"),
        (PAGE, 'checklist("listening"', 'checklist("listning"', "There is no checklist 'listning'"),
        (PAGE, "{{ related() }}", "{{ related( }}", "A macro call is broken"),
        (PAGE, "## In short {#in-short}", "In short", "The heading 'In short' is missing. Add '## In short {#in-short}'."),
        ("docs/index.md", "(strategies/listening.md#", "(strategies/listning.md#", "Did you mean 'strategies/listening.md'?"),
        ("data/checklists/listening.yml", "items:", "items:\nitems:", "The key 'items' is written twice"),
    ],
    ids=["misspelt key", "unknown checklist", "broken macro", "missing heading", "dead link", "duplicate key"],
)
def test_invalid_source_is_reported_and_leaves_the_former_site(tmp_path, path, old, new, message):
    root = tiny(tmp_path / "root")
    target = root / "site"
    target.mkdir()
    (target / "index.html").write_text("the former site")
    before = manifest(target)
    text = (root / path).read_text()
    assert old in text
    (root / path).write_text(text.replace(old, new, 1))

    run = run_site(root, target)

    assert run.returncode == 2
    assert any(line.startswith(f"{path}:") and message in line for line in run.stderr.splitlines())
    assert "Traceback" not in run.stderr
    assert manifest(target) == before
    assert [file.name for file in root.iterdir() if file.name.startswith(".site")] == [".site-lock"]


def test_problem_in_the_settings_is_reported_without_a_traceback(tmp_path):
    root = tiny(tmp_path / "root")
    text = (root / "mkdocs.yml").read_text()
    (root / "mkdocs.yml").write_text(text.replace("  - tables\n", "  - tabels\n"))

    run = run_site(root, root / "site")

    assert run.returncode == 2
    assert "tabels" in run.stderr and "Traceback" not in run.stderr
    assert not (root / "site").exists()


def test_template_that_cannot_be_rendered_is_reported_at_its_line(tmp_path):
    root = tiny(tmp_path / "root")
    (root / "overrides/components/moved/moved.html").write_text("<h1>\n{{ nosuch.name }}</h1>")
    assert [str(problem) for problem in pipeline.publish(root, tmp_path / "site", log=print)] == [
        "overrides/components/moved/moved.html:2: This template is broken: 'nosuch' is undefined. Correct this line, or what it is given."
    ]


def test_each_step_is_logged(tmp_path):
    log = []
    assert pipeline.publish(tiny(tmp_path / "root"), tmp_path / "site", log=log.append) == []
    assert [line.split("] ")[1].split(" ")[0] for line in log if "URLs are new" not in line] == [
        "Checking",
        "Building",
        "Typesetting",
        "Writing",
        "Writing",
        "Writing",
        "Assembling",
        "Bundling",
        "Taking",
        "Applying",
        "Packing",
        "Verifying",
        "Deploying",
        "Done:",
        "WARNING:",
    ]


@pytest.mark.parametrize("environment", [{}, {"SITE_URL": LOCAL}, {"SITE_URL": "https://oak.example/trust/"}])
def test_local_site_url_is_warned_of_last(tmp_path, environment):
    log = []
    assert pipeline.publish(tiny(tmp_path / "root"), tmp_path / "site", log=log.append, environment=environment) == []
    assert ("WARNING" in log[-1]) == ("oak" not in environment.get("SITE_URL", ""))


def test_new_strategy_needs_only_a_page_a_checklist_and_a_line_in_nav(copy):
    leave_out(copy, "es", "ar")
    page = (copy / "docs/strategies/empathy.md").read_text()
    page = page.replace('checklist("empathy"', 'checklist("kindness"').replace("](#", "](empathy.md#")
    lines = page.split("\n")
    for n, line in enumerate(lines):
        if line.startswith("title:"):
            lines[n] = "title: Kindness between you two"
        if line.startswith("description:"):
            lines[n] = "description: A page made by a test, to show how little it takes to add one more."
    (copy / "docs/strategies/kindness.md").write_text("\n".join(lines))
    checklist = (copy / "data/checklists/empathy.yml").read_text()
    (copy / "data/checklists/kindness.yml").write_text(checklist)
    menu = (copy / "mkdocs.yml").read_text()
    (copy / "mkdocs.yml").write_text(
        menu.replace("      - strategies/empathy.md\n", "      - strategies/empathy.md\n      - strategies/kindness.md\n")
    )

    assert pipeline.publish(copy, copy / "site", log=print) == []

    for where in ("index.html", "strategies/index.html"):
        assert "Kindness between you two" in (copy / "site" / where).read_text()
