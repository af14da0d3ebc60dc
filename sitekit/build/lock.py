"""A lock between processes. The operating system releases it when its holder ends, however it ends."""

import contextlib
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

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
def exclusive_lock(file: Path, on_wait: Callable[[], None]) -> Iterator[None]:
    """Hold an exclusive lock on `file` while the block runs.

    Args:
        file: the lock file; it is created where it is missing, and stays: removing it would let two holders in.
        on_wait: called once if another process holds the lock.

    Raises:
        OSError: the file cannot be created.
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
