"""A folder to build in, beside the site's place and on its file system, for one publish at a time."""

from __future__ import annotations

import contextlib
import fcntl
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

from sitekit.publish.swap import recover


@contextlib.contextmanager
def workspace(place: Path, say: Callable[[str], None]) -> Iterator[Path]:
    """Give an empty folder beside `place`; it is gone afterwards, unless it was moved there.

    What an earlier publish left that was killed is seen to first. A publish to the same place waits for the one under way.

    Args:
        place: where the site will stand; its parent exists.
        say: told what is waited for, and what was left.

    Raises:
        OSError: nothing can be written beside `place`.
    """
    folder = place.with_name(f".{place.name}-new")
    lock = place.with_name(f".{place.name}-lock")
    held = _held(lock, lambda: say(f"Another publish to {place} is under way; waiting for it"))
    try:
        if recover(place):
            say("The last publish was cut short while the site changed places. The former site is back")
        elif folder.exists():
            say("The last publish was cut short. Removing what it left")
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        # Removed while it is held, so that no other publish holds a file that has gone.
        with contextlib.suppress(OSError):
            lock.unlink()
        os.close(held)


def _held(lock: Path, wait: Callable[[], None]) -> int:
    """Return a descriptor that holds the lock, after calling `wait` once if another has it.

    The kernel lets go of it when all who hold it have ended, however they end.
    """
    told = False
    while True:
        # A program that this one starts holds it too: where this one is killed, nothing is written any more once it is free.
        held = os.open(lock, os.O_CREAT | os.O_RDWR, 0o666)
        os.set_inheritable(held, True)
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if not told:
                wait()
            told = True
            fcntl.flock(held, fcntl.LOCK_EX)
        # The one before may have removed the file that was waited for; then another has a new one.
        with contextlib.suppress(FileNotFoundError):
            if os.path.samestat(os.fstat(held), os.stat(lock)):
                return held
        os.close(held)
