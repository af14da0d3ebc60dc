"""Puts a finished folder in another's place, so that readers find the old one whole or the new one whole."""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
from pathlib import Path

# RENAME_EXCHANGE in renameat2(2) of Linux, RENAME_SWAP in renameatx_np(2) of macOS: two names change places in one step.
_EXCHANGE = 2
# "Paths begin at the working folder", by the name of the call that each system has.
_HERE = {"renameat2": -100, "renameatx_np": -2}
# What a system or a file system says that has no such step.
_UNKNOWN = {errno.EINVAL, errno.ENOSYS, errno.ENOTSUP}


def swap(new: Path, place: Path) -> None:
    """Move `new` to `place` in one step; what stood there is removed only when the new one stands.

    Both must lie on one file system, as renaming is what makes each move whole. Where that cannot exchange two names,
    the move takes two steps, and `recover` mends what a stop between them leaves.

    Raises:
        OSError: a move failed; what stood at `place` stands there still.
    """
    if not place.exists():
        new.rename(place)
    elif exchange(new, place):
        shutil.rmtree(new, ignore_errors=True)
    else:
        former = _former(place)
        place.rename(former)
        try:
            new.rename(place)
        except OSError:
            former.rename(place)
            raise
        shutil.rmtree(former, ignore_errors=True)


def recover(place: Path) -> bool:
    """See to what a swap left that was stopped between two steps: put the former site back, or remove it.

    Returns:
        Whether nothing stood at `place`, and the former site stands there again.
    """
    former = _former(place)
    if former.exists() and not place.exists():
        former.rename(place)
        return True
    shutil.rmtree(former, ignore_errors=True)
    return False


def exchange(one: Path, other: Path) -> bool:
    """Let two names change places in one step that nothing can come between.

    Returns:
        Whether it was done; not where this system or file system has no such step.

    Raises:
        OSError: it has, and refused; nothing is changed.
    """
    libc = ctypes.CDLL(None, use_errno=True)
    for name, here in _HERE.items():
        call = getattr(libc, name, None)
        if call is None:
            continue
        if call(here, os.fsencode(one), here, os.fsencode(other), _EXCHANGE) == 0:
            return True
        code = ctypes.get_errno()
        if code not in _UNKNOWN:
            raise OSError(code, os.strerror(code), str(other))
    return False


def _former(place: Path) -> Path:
    return place.with_name(f".{place.name}-former")
