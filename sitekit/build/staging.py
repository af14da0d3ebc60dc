"""The staging directory of a publish: beside the site, on its file system, one publish at a time.

The operating system releases the lock between publishes when its holder ends, however it ends.
"""

import contextlib
import os
import shutil
import sys
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path

from sitekit.build.deploy import recover

# fcntl exists on POSIX systems alone, msvcrt on Windows alone.
if sys.platform == "win32":
    import msvcrt

    def _try_lock(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

    def _wait_for_lock(descriptor: int) -> None:
        while True:
            # LK_LOCK raises after ten attempts, one second apart.
            with contextlib.suppress(OSError):
                msvcrt.locking(descriptor, msvcrt.LK_LOCK, 1)
                return

else:
    import fcntl

    def _try_lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _wait_for_lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX)


@contextlib.contextmanager
def staging_directory(target: Path, log: Callable[[str], None]) -> Iterator[Path]:
    """Yield an empty folder beside `target`; it is removed afterwards, unless it was deployed.

    What a killed publish left is cleaned up first. Each publish uses a new name, so that a generator which outlives its killed parent
    cannot write into the next publish's files. Raises OSError where nothing can be written there.
    """
    prefix = f".{target.name}-new-"
    with exclusive_lock(target.with_name(f".{target.name}-lock"), lambda: log(f"Another publish to {target} is running; waiting for it")):
        if recover(target):
            log("The last publish was stopped during deployment. The former site is back")
        for left in [file for file in target.parent.iterdir() if file.name.startswith(prefix)]:
            log("The last publish was stopped. Removing what it left")
            shutil.rmtree(left, ignore_errors=True)
        # Not a temporary folder of the system's: only its owner could read that, and a web server may be another user.
        folder = target.with_name(f"{prefix}{uuid.uuid4().hex[:8]}")
        try:
            folder.mkdir()
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)


@contextlib.contextmanager
def exclusive_lock(file: Path, on_wait: Callable[[], None]) -> Iterator[None]:
    """Hold an exclusive lock on `file` while the block runs; `on_wait` is called once if another process holds it.

    The file is created where it is missing, and stays: removing it would let two holders in. Raises OSError where it cannot be created.
    """
    descriptor = os.open(file, os.O_CREAT | os.O_RDWR, 0o666)
    try:
        try:
            _try_lock(descriptor)
        except OSError:
            on_wait()
            _wait_for_lock(descriptor)
        yield
    finally:
        os.close(descriptor)
