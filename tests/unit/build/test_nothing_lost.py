"""Whatever happens to a publish, the former site stands whole or the new one does, and the words say which."""

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

ENOUGH = 200  # seconds; a run that hangs fails


@pytest.fixture(scope="module")
def tiny_site(tmp_path_factory):
    """The sources of a tiny site, and where it was published; nobody changes either."""
    folder = tmp_path_factory.mktemp("tiny")
    root = tiny(folder / "root", "The former words")
    run = subprocess.run(command(root, folder / "site")[0], env=command(root, folder / "site")[1], capture_output=True, text=True)
    assert run.returncode == 0, run.stderr
    return root, folder / "site"


@pytest.fixture
def place(tiny_site, tmp_path):
    """A former site at a place of its own."""
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
        [sys.executable, "-m", "tests.unit.publish.dying", way, str(folder)],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=ENOUGH,
    )
    assert run.returncode == 0, run.stderr
    return json.loads(run.stdout)


def publish(root, place, before=(), **options):
    words, environment = command(root, place)
    return subprocess.run([*before, *words], env=environment, capture_output=True, text=True, timeout=ENOUGH, **options)


@pytest.mark.promise(
    "nothing-lost-half-way", says="We stop an update at 50 moments. All of the old site or all of the new one must be there."
)
def test_a_publish_killed_at_any_of_50_moments_leaves_the_former_site_whole_or_the_new_one(tmp_path):
    *told, after_all = kill("publishes", tmp_path)
    assert len(told) == 50
    assert [one for one in told if one["after"] not in (one["before"], one["new"])] == []
    assert {words for one in told for words in (one["before"], one["new"])} == {"one", "two"}
    # Most were killed at work, some before they changed the site and some after.
    assert sum(one["killed"] for one in told) >= 40
    assert {one["after"] == one["new"] for one in told if one["killed"]} == {True, False}
    # The next publish leaves nothing of theirs behind.
    assert after_all == {"left": ["site"]}


def test_a_swap_killed_before_any_of_its_changes_leaves_one_site_whole(tmp_path):
    told = kill("swaps", tmp_path)
    assert len(told) >= 3 and {one["after"] for one in told} <= {"former", "new"}


def test_a_swap_in_two_steps_is_recovered_by_the_next_publish(tmp_path):
    told = kill("swaps_in_two_steps", tmp_path)
    assert {one["recovered"] for one in told} == {"former", "new"}
    # This is what the exchange of names spares readers: for a moment nothing stands.
    assert [one["after"] for one in told].count("neither: 0 files") == 1


@pytest.mark.parametrize("largest", [0, 2000, 40_000], ids=["in the generator", "in the search", "in a handout"])
def test_a_disk_that_takes_no_more_leaves_the_former_site_and_says_so(changed, place, largest):
    before = manifest(place)
    shutil.rmtree(changed / ".cache")
    run = publish(changed, place, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (largest, largest)))
    assert run.returncode == 2
    assert run.stderr.startswith(f"{place}:1: The site cannot be written: File too large")
    assert run.stderr.endswith("Make room there, or allow writing there, and publish again.\n") and run.stderr.count("\n") == 1
    assert run.stdout.splitlines()[-1].endswith(f"Not published. The former site stands whole at {place}.")
    assert manifest(place) == before
    assert os.listdir(place.parent) == ["site"]


def small_disk(folder, size):
    """Return what runs a command with a disk of so many bytes at a folder, that only it sees."""
    return [
        "unshare",
        "--map-root-user",
        "--mount",
        "sh",
        "-c",
        f'mount -t tmpfs -o size={size} none "$0" && cp -r "$1" "$0" && shift && "$@"',
        str(folder),
    ]


# Where no disk may be made (containers, some systems) the limit on a file's size above stands for it.
@pytest.mark.skipif(
    subprocess.run(["sh", "-c", "unshare --map-root-user --mount sh -c 'mount -t tmpfs none /mnt'"], capture_output=True).returncode,
    reason="this system lets nobody make a small disk",
)
def test_a_full_disk_leaves_the_former_site_and_says_so(changed, place, tmp_path):
    disk = tmp_path / "disk"
    disk.mkdir()
    size = sum(-(-file.stat().st_size // 4096) * 4096 for file in place.rglob("*")) + 65_536
    # The disk is gone with the command, so that it must tell what stood there.
    look = f"import json, sys; sys.path.insert(0, '{ROOT}'); from pathlib import Path; from tests.tiny import manifest; print(json.dumps(manifest(Path('{disk}/site'))))"
    words, environment = command(changed, disk / "site")
    run = subprocess.run(
        [*small_disk(disk, size), str(place), "sh", "-c", '"$@"; echo "exit $?"; "$0" -c "$LOOK"', *words[:1], *words],
        env=environment | {"LOOK": look},
        capture_output=True,
        text=True,
        timeout=ENOUGH,
    )
    *printed, status, found = run.stdout.splitlines()
    assert status == "exit 2", run.stderr
    assert run.stderr.startswith(f"{disk}/site:1: The site cannot be written: No space left on device")
    assert printed[-1].endswith(f"Not published. The former site stands whole at {disk}/site.")
    assert json.loads(found) == manifest(place)


def test_a_place_that_cannot_be_written_to_leaves_the_former_site_and_says_so(changed, place):
    before = manifest(place)
    # The administrator may write anywhere, unless that is taken away.
    plain = ["setpriv", "--bounding-set=-dac_override,-dac_read_search"] if os.geteuid() == 0 else []
    place.parent.chmod(0o555)
    try:
        run = publish(changed, place, before=plain)
    finally:
        place.parent.chmod(0o755)
    assert run.returncode == 2
    assert run.stderr == (
        f"{place}:1: The site cannot be written: Permission denied ('{place.parent}/.site-lock'). "
        "Make room there, or allow writing there, and publish again.\n"
    )
    assert run.stdout.splitlines()[-1].endswith(f"Not published. The former site stands whole at {place}.")
    assert manifest(place) == before


@pytest.mark.promise("nothing-lost-half-way", says="We run two updates at once. Readers must find one whole site at all times.")
def test_two_publishes_at_once_leave_one_of_the_two_sites_whole_and_readers_always_find_one(tiny_site, changed, place, tmp_path):
    runs = []
    both = [threading.Thread(target=lambda root=root: runs.append(publish(root, place))) for root in (tiny_site[0], changed)]
    for one in both:
        one.start()
    read = set()
    while any(one.is_alive() for one in both):
        read.add((place / "index.html").read_text().count("words"))
        both[0].join(0.001)
    assert [run.returncode for run in runs] == [0, 0]
    assert read == {1}
    assert publish(changed, tmp_path / "alone").returncode == 0
    assert manifest(place) in (manifest(tiny_site[1]), manifest(tmp_path / "alone"))
    assert os.listdir(place.parent) == ["site"]
