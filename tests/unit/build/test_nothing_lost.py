"""Whatever happens to a publish, the former site or the new one stands whole, and its output says which."""

import json
import os
import resource
import shutil
import subprocess
import sys
import threading

import pytest

from tests.conftest import ROOT
from tests.tiny import command, manifest, tiny
from tests.unit.build.killing import MOMENTS

TIMEOUT = 200  # seconds


@pytest.fixture(scope="module")
def tiny_site(tmp_path_factory):
    """The sources of a tiny site, and the published site. Tests must not change either."""
    folder = tmp_path_factory.mktemp("tiny")
    root = tiny(folder / "root", "The former words")
    run = publish(root, folder / "site")
    assert run.returncode == 0, run.stderr
    return root, folder / "site"


@pytest.fixture
def target(tiny_site, tmp_path):
    """A folder with the former site."""
    (tmp_path / "host").mkdir()
    return shutil.copytree(tiny_site[1], tmp_path / "host/site")


@pytest.fixture
def changed(tiny_site, tmp_path):
    """The sources with new words, to publish over the former site."""
    root = shutil.copytree(tiny_site[0], tmp_path / "root")
    home = root / "docs/index.md"
    home.write_text(home.read_text().replace("The former words", "The new words"))
    return root


def kill(way, folder):
    run = subprocess.run(
        [sys.executable, "-m", "tests.unit.build.killing", way, str(folder)],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=TIMEOUT,
    )
    assert run.returncode == 0, run.stderr
    return json.loads(run.stdout)


def publish(root, target, before=(), **options):
    words, environment = command(root, target)
    return subprocess.run([*before, *words], env=environment, capture_output=True, text=True, timeout=TIMEOUT, **options)


@pytest.mark.promise(
    "nothing-lost-half-way",
    says="We stop an update at 20 moments, and at 50 once a week. All of the old site or all of the new one must be there.",
)
def test_killed_publish_leaves_the_former_site_or_the_new_one_whole(tmp_path):
    *cases, end = kill("publishes", tmp_path)
    assert len(cases) == MOMENTS
    assert [case for case in cases if case["after"] not in (case["before"], case["new"])] == []
    assert {name for case in cases for name in (case["before"], case["new"])} == {"one", "two"}
    # Most were killed at work, some before they deployed the site and some afterwards.
    assert sum(case["killed"] for case in cases) >= MOMENTS * 4 // 5
    assert {case["after"] == case["new"] for case in cases if case["killed"]} == {True, False}
    # The next publish leaves nothing of theirs behind.
    assert end == {"left": [".site-lock", "site"]}


def test_killed_deployment_leaves_one_site_whole(tmp_path):
    cases = kill("deploys", tmp_path)
    assert len(cases) >= 3 and {case["after"] for case in cases} <= {"former", "new"}


def test_killed_deployment_in_two_renames_is_recovered_by_the_next_publish(tmp_path):
    cases = kill("deploys_in_two_renames", tmp_path)
    assert {case["recovered"] for case in cases} == {"former", "new"}
    # The atomic exchange spares readers this: for a moment nothing stands.
    assert [case["after"] for case in cases].count("neither: 0 files") == 1


@pytest.mark.parametrize("largest", [0, 2000, 40_000], ids=["in MkDocs", "in MkDocs, later", "in a handout"])
def test_full_disk_leaves_the_former_site_and_is_reported(changed, target, largest):
    before = manifest(target)
    shutil.rmtree(changed / ".cache")
    run = publish(changed, target, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (largest, largest)))
    assert run.returncode == 2
    assert run.stderr.startswith(f"{target}:1: The site cannot be written: File too large")
    assert run.stderr.endswith("Make room there, or allow writing there, and publish again.\n") and run.stderr.count("\n") == 1
    assert run.stdout.splitlines()[-1].endswith(f"Not published. The former site stands whole at {target}.")
    assert manifest(target) == before
    assert sorted(os.listdir(target.parent)) == [".site-lock", "site"]


def small_disk(folder, size):
    """Return the command that mounts a small disk at a folder, and runs another command that alone sees it.

    Args:
        folder: where to mount it.
        size: in bytes.
    """
    return [
        "unshare",
        "--map-root-user",
        "--mount",
        "sh",
        "-c",
        f'mount -t tmpfs -o size={size} none "$0" && cp -r "$1" "$0" && shift && "$@"',
        str(folder),
    ]


# Where nobody may mount a disk, such as in containers, the test above with its limit on file sizes has to do.
@pytest.mark.skipif(
    subprocess.run(["sh", "-c", "unshare --map-root-user --mount sh -c 'mount -t tmpfs none /mnt'"], capture_output=True).returncode,
    reason="this system does not let users mount a disk",
)
def test_really_full_disk_leaves_the_former_site_and_is_reported(changed, target, tmp_path):
    disk = tmp_path / "disk"
    disk.mkdir()
    size = sum(-(-file.stat().st_size // 4096) * 4096 for file in target.rglob("*")) + 65_536
    # The disk goes with the command, so the command has to print what stood there.
    look = f"import json, sys; sys.path.insert(0, '{ROOT}'); from pathlib import Path; from tests.tiny import manifest; print(json.dumps(manifest(Path('{disk}/site'))))"
    words, environment = command(changed, disk / "site")
    run = subprocess.run(
        [*small_disk(disk, size), str(target), "sh", "-c", '"$@"; echo "exit $?"; "$0" -c "$LOOK"', *words[:1], *words],
        env=environment | {"LOOK": look},
        capture_output=True,
        text=True,
        timeout=TIMEOUT,
    )
    *printed, status, found = run.stdout.splitlines()
    assert status == "exit 2", run.stderr
    assert run.stderr.startswith(f"{disk}/site:1: The site cannot be written: No space left on device")
    assert printed[-1].endswith(f"Not published. The former site stands whole at {disk}/site.")
    assert json.loads(found) == manifest(target)


def test_read_only_folder_leaves_the_former_site_and_is_reported(changed, target):
    before = manifest(target)
    # root may write anywhere, unless it drops that right.
    unprivileged = ["setpriv", "--bounding-set=-dac_override,-dac_read_search"] if os.geteuid() == 0 else []
    target.parent.chmod(0o555)
    try:
        run = publish(changed, target, before=unprivileged)
    finally:
        target.parent.chmod(0o755)
    assert run.returncode == 2
    assert run.stderr == (
        f"{target}:1: The site cannot be written: Permission denied ('{target.parent}/.site-lock'). "
        "Make room there, or allow writing there, and publish again.\n"
    )
    assert run.stdout.splitlines()[-1].endswith(f"Not published. The former site stands whole at {target}.")
    assert manifest(target) == before


@pytest.mark.promise("nothing-lost-half-way", says="We run two updates at once. Readers must find one whole site at all times.")
def test_two_publishes_at_once_leave_one_site_whole_and_readers_always_find_one(tiny_site, changed, target, tmp_path):
    runs = []
    both = [threading.Thread(target=lambda root=root: runs.append(publish(root, target))) for root in (tiny_site[0], changed)]
    for one in both:
        one.start()
    read = set()
    while any(one.is_alive() for one in both):
        read.add((target / "index.html").read_text().count("words"))
        both[0].join(0.001)
    assert [run.returncode for run in runs] == [0, 0]
    assert read == {1}
    assert publish(changed, tmp_path / "alone").returncode == 0
    assert manifest(target) in (manifest(tiny_site[1]), manifest(tmp_path / "alone"))
    assert sorted(os.listdir(target.parent)) == [".site-lock", "site"]
