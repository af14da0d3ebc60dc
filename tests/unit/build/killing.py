"""Publish a tiny site again and again, kill each publish at a random moment, and print what stood afterwards.

test_nothing_lost.py runs this as a program, since a process with threads, such as that of the tests, must not fork.
"""

from __future__ import annotations

import json
import os
import random
import select
import shutil
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path

from sitekit.build import deploy, pages, pipeline
from tests.tiny import manifest, tiny

SEED = 20261123
# How many publishes are killed: at every run, and in the full one.
MOMENTS = 50 if os.environ.get("EVERY_PAGE") else 20
# What the name of a staging directory holds.
STAGING = "-new-"
# Python raises each of these audit events right before the change (PEP 578).
CHANGES = {"os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.chmod", "os.utime", "os.truncate"}


def is_change(event: str, args: tuple) -> bool:
    """Return whether an audit event announces a change to the file system."""
    return event in CHANGES or (event == "open" and bool(args[2] & (os.O_WRONLY | os.O_RDWR)))


def killed_before_change(work: Callable[[], object], number: int, since: str = "") -> int | None:
    """Do some work in a process that is killed before one of its changes to the file system.

    Args:
        work: what to do.
        number: how many changes to let through; a negative number kills nothing.
        since: count from the creation of a folder whose name holds this.

    Returns:
        None if it was killed, or else how many changes it made.
    """
    read_end, write_end = os.pipe()
    child = os.fork()
    if child == 0:
        done, counting = 0, not since

        def count(event: str, args: tuple) -> None:
            nonlocal done, counting
            counting = counting or (event == "os.mkdir" and since in str(args[0]))
            if counting and is_change(event, args):
                if done == number:
                    os.kill(os.getpid(), signal.SIGKILL)
                done += 1

        try:
            sys.addaudithook(count)
            work()
            os.write(write_end, str(done).encode())
        finally:
            os._exit(0)
    os.close(write_end)
    with os.fdopen(read_end) as pipe:
        output = pipe.read()
    assert os.WTERMSIG(os.waitpid(child, 0)[1]) == (0 if output else signal.SIGKILL)
    return int(output) if output else None


def killed_after(work: Callable[[], object], seconds: float) -> bool:
    """Do some work in a process that is killed after a time; return whether it had not finished."""
    read_end, write_end = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            work()
        finally:
            os._exit(0)
    os.close(write_end)
    # The other end closes when the process ends.
    select.select([read_end], [], [], seconds)
    os.kill(child, signal.SIGKILL)
    os.close(read_end)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])


def publish(root: Path, target: Path) -> None:
    problems = pipeline.publish(root, target, log=lambda line: None)
    assert problems == [], problems


def name_of(folder: Path, known: dict[str, dict[str, str]]) -> str:
    """Return the name of the known site that stands in a folder, or what else stands there."""
    found = manifest(folder)
    return next((name for name, site in known.items() if found == site), f"neither: {len(found)} files")


def publishes(folder: Path) -> list[dict]:
    """Kill publishes at MOMENTS moments; return for each what stood before, what was published and what stood afterwards."""
    moments = random.Random(SEED)
    roots = {name: tiny(folder / name, name.capitalize()) for name in ("one", "two")}
    known, seconds = {}, 0.0
    generate = pages.generate

    def generate_and_keep(root: Path, staging: Path, site_url: str) -> list:
        problems = generate(root, staging, site_url)
        shutil.copytree(staging, folder / f"generated {root.name}")
        return problems

    def copy_generated(root: Path, staging: Path, site_url: str) -> list:
        shutil.copytree(folder / f"generated {root.name}", staging, dirs_exist_ok=True)
        return []

    pages.generate = generate_and_keep
    for name, root in roots.items():
        start = time.monotonic()
        publish(root, folder / f"only {name}")
        seconds = time.monotonic() - start
        known[name] = manifest(folder / f"only {name}")
    pages.generate = generate
    target = folder / "host/site"
    target.parent.mkdir()
    publish(roots["two"], target)

    cases = []

    def case(how: str, run: Callable[[Callable[[], None]], bool]) -> None:
        before = name_of(target, known)
        new = "two" if before == "one" else "one"
        killed = run(lambda: publish(roots[new], target))
        cases.append({"how": how, "before": before, "new": new, "after": name_of(target, known), "killed": killed})

    for after in [moments.uniform(0, seconds) for _ in range(MOMENTS // 5)]:
        case(f"after {after:.3f} s", lambda work, after=after: killed_after(work, after))

    # MkDocs takes most of the time and writes to the staging directory alone. From here on its output is copied.
    pages.generate = copy_generated
    publish(roots["one"], target)
    changes = killed_before_change(lambda: publish(roots["two"], target), -1, STAGING)
    # Half of them count from the start, while leftovers are cleaned up; half from the staging directory on, in the later half of the
    # work, to reach the end.
    drawn = [(since, moments.randrange(earliest, changes)) for since, earliest in [("", 0), (STAGING, changes // 2)] * (MOMENTS * 2 // 5)]
    # By the last change the new site is deployed.
    for since, number in [*drawn[:-1], (STAGING, changes - 1)]:
        case(
            f"before change {number} of {changes} since {since or 'the start'}",
            lambda work, number=number, since=since: killed_before_change(work, number, since) is None,
        )
    publish(roots["one"], target)
    return [*cases, {"left": sorted(file.name for file in target.parent.iterdir())}]


def deploys(folder: Path) -> list[dict]:
    """Kill a deployment before each of its changes; return what stood then, and after the next publish began."""
    known, cases = {}, []
    for number in range(1000):
        for old in folder.iterdir():
            shutil.rmtree(old)
        for name in ("former", "new"):
            (folder / name / "below").mkdir(parents=True)
            for file in ("index.html", "below/index.html"):
                (folder / name / file).write_text(name)
            known.setdefault(name, manifest(folder / name))
        if killed_before_change(lambda: deploy.deploy(folder / "new", folder / "former"), number) is not None:
            return cases
        after = name_of(folder / "former", known)
        deploy.recover(folder / "former")
        cases.append({"how": f"before change {number}", "after": after, "recovered": name_of(folder / "former", known)})
    raise AssertionError("a deployment does not end")


def deploys_in_two_renames(folder: Path) -> list[dict]:
    """Do the same where the file system cannot exchange two names, as on Windows."""
    deploy.exchange = lambda one, other: False
    return deploys(folder)


if __name__ == "__main__":
    ways = {way.__name__: way for way in (publishes, deploys, deploys_in_two_renames)}
    print(json.dumps(ways[sys.argv[1]](Path(sys.argv[2]))))
