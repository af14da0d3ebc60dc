"""Publishes a tiny site again and again, kills each publish at a random moment, and tells what stood then.

Run by test_nothing_lost.py as a program of its own, since a process with threads, as those of tests, must not fork.
"""

from __future__ import annotations

import contextlib
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

from sitekit.publish.parts import Part

from sitekit.build import deploy, pipeline
from tests.tiny import manifest, tiny

SEED = 20261123
# How the folder's name ends that a site is built in.
NEW = "-new"
# Python tells of each of these right before it is done (PEP 578).
CHANGES = {"os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.chmod", "os.utime", "os.truncate"}


def changes(event: str, args: tuple) -> bool:
    """Tell whether something in the file system is about to change."""
    return event in CHANGES or (event == "open" and bool(args[2] & (os.O_WRONLY | os.O_RDWR)))


def dying(work: Callable[[], object], after: int, since: str = "") -> int | None:
    """Do some work in a process that is killed before one of its changes to the file system.

    Args:
        after: the changes that are done before it.
        since: they count from the making of a folder whose name ends so.

    Returns:
        None where it was killed, or how many changes there were in all.
    """
    told, tell = os.pipe()
    child = os.fork()
    if child == 0:
        done, counting = 0, not since

        def count(event: str, args: tuple) -> None:
            nonlocal done, counting
            counting = counting or (event == "os.mkdir" and str(args[0]).endswith(since))
            if counting and changes(event, args):
                if done == after:
                    os.kill(os.getpid(), signal.SIGKILL)
                done += 1

        try:
            sys.addaudithook(count)
            work()
            os.write(tell, str(done).encode())
        finally:
            os._exit(0)
    os.close(tell)
    with os.fdopen(told) as pipe:
        said = pipe.read()
    assert os.WTERMSIG(os.waitpid(child, 0)[1]) == (0 if said else signal.SIGKILL)
    return int(said) if said else None


def killed_after(work: Callable[[], object], seconds: float) -> bool:
    """Do some work in a process that is killed after a time; returns whether it was still at it."""
    end, ends = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            work()
        finally:
            os._exit(0)
    os.close(ends)
    # The other end closes with the process, and with the generator that it may have started.
    select.select([end], [], [], seconds)
    os.kill(child, signal.SIGKILL)
    os.close(end)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])


def publish(root: Path, place: Path) -> None:
    problems = pipeline.publish(root, place, log=lambda words: None, without=list(Part))
    assert problems == [], problems


def stood(place: Path, known: dict[str, dict]) -> str:
    """Name the site that stands at a place, or what is wrong with it."""
    found = manifest(place)
    return next((name for name, whole in known.items() if found == whole), f"neither: {len(found)} files")


def publishes(folder: Path) -> list[dict]:
    """Kill publishes at 50 moments; returns for each what stood before, what was published and what stood then."""
    drawn = random.Random(SEED)
    roots = {words: tiny(folder / words, words) for words in ("one", "two")}
    known = {}
    generating = pipeline.generating

    @contextlib.contextmanager
    def remembered(root: Path, aside: Path, site_url: str):
        with generating(root, aside, site_url) as generated:
            yield lambda: generated() or (shutil.copytree(aside, folder / f"generated {root.name}") and [])

    @contextlib.contextmanager
    def copied(root: Path, aside: Path, site_url: str):
        yield lambda: shutil.copytree(folder / f"generated {root.name}", aside, dirs_exist_ok=True) and []

    pipeline.generating = remembered
    for words, root in roots.items():
        start = time.monotonic()
        publish(root, folder / f"only {words}")
        whole_run = time.monotonic() - start
        known[words] = manifest(folder / f"only {words}")
    pipeline.generating = generating
    place = folder / "place/site"
    place.parent.mkdir()
    publish(roots["two"], place)

    told = []

    def note(how: str, run: Callable[[Callable[[], None]], bool]) -> None:
        before = stood(place, known)
        new = "two" if before == "one" else "one"
        killed = run(lambda: publish(roots[new], place))
        told.append({"how": how, "before": before, "new": new, "after": stood(place, known), "killed": killed})

    for seconds in (drawn.uniform(0, whole_run) for _ in range(10)):
        note(f"after {seconds:.3f} s", lambda work: killed_after(work, seconds))

    # The generator takes most of the time and only ever writes aside. From here on its work is copied.
    pipeline.generating = copied
    publish(roots["one"], place)
    every = dying(lambda: publish(roots["two"], place), -1, NEW)
    # Some before or while what was left is removed; the others from there on, so that the end is reached too.
    for since in ["", NEW] * 20:
        after = drawn.randrange(every)
        note(f"before change {after} of {every} since {since or 'the start'}", lambda work: dying(work, after, since) is None)
    publish(roots["one"], place)
    return told + [{"left": sorted(file.name for file in place.parent.iterdir())}]


def swaps(folder: Path) -> list[dict]:
    """Kill a deploy before each change it makes; returns what stood then, and what stood after the next publish began."""
    known = {}
    told = []
    for after in range(1000):
        for old in folder.iterdir():
            shutil.rmtree(old)
        for words in ("former", "new"):
            (folder / words / "below").mkdir(parents=True)
            for name in ("index.html", "below/index.html"):
                (folder / words / name).write_text(words)
            known.setdefault(words, manifest(folder / words))
        if dying(lambda: deploy.deploy(folder / "new", folder / "former"), after) is not None:
            return told
        found = stood(folder / "former", known)
        deploy.recover(folder / "former")
        told.append({"how": f"before change {after}", "after": found, "recovered": stood(folder / "former", known)})
    raise AssertionError("a deploy has no end")


def swaps_in_two_steps(folder: Path) -> list[dict]:
    """The same where the file system cannot let two names change places."""
    deploy.exchange = lambda one, other: False
    return swaps(folder)


if __name__ == "__main__":
    ways = {way.__name__: way for way in (publishes, swaps, swaps_in_two_steps)}
    print(json.dumps(ways[sys.argv[1]](Path(sys.argv[2]))))
