"""Replace the published site with a finished folder, so that readers find the former site whole or the new one whole."""

import ctypes
import errno
import os
import shutil
import sys
from pathlib import Path

# Flag for an atomic exchange of two names: RENAME_EXCHANGE of renameat2(2) on Linux, RENAME_SWAP of renameatx_np(2) on macOS.
_EXCHANGE = 2
# AT_FDCWD ("relative paths count from the working directory"), by the name of each system's call.
_AT_FDCWD = {"renameat2": -100, "renameatx_np": -2}
# The errors of a system or a file system that cannot exchange names.
_UNSUPPORTED = {errno.EINVAL, errno.ENOSYS, errno.ENOTSUP}


def deploy(staging: Path, target: Path) -> None:
    """Move `staging` to `target`, and remove what stood there once the new site is in place.

    Both must lie on one file system. Where names cannot be exchanged atomically (Windows, some network drives), the move
    takes two renames, and `recover` restores the former site after a stop between them.

    Raises:
        OSError: a rename failed; what stood at `target` still stands there.
    """
    if not target.exists():
        staging.rename(target)
    elif exchange(staging, target):
        shutil.rmtree(staging, ignore_errors=True)
    else:
        former = _former(target)
        target.rename(former)
        try:
            staging.rename(target)
        except OSError:
            former.rename(target)
            raise
        shutil.rmtree(former, ignore_errors=True)


def recover(target: Path) -> bool:
    """Restore the former site after a deployment that stopped between two renames, or remove it after one that stopped later.

    Returns:
        Whether nothing stood at `target` and the former site was restored.
    """
    former = _former(target)
    if former.exists() and not target.exists():
        former.rename(target)
        return True
    shutil.rmtree(former, ignore_errors=True)
    return False


def exchange(one: Path, other: Path) -> bool:
    """Exchange two names in one atomic step.

    Returns:
        Whether it was done; False where this system or file system has no such step.

    Raises:
        OSError: the system refused; nothing is changed.
    """
    if sys.platform == "win32":
        return False
    libc = ctypes.CDLL(None, use_errno=True)
    for name, working_directory in _AT_FDCWD.items():
        call = getattr(libc, name, None)
        if call is None:
            continue
        if call(working_directory, os.fsencode(one), working_directory, os.fsencode(other), _EXCHANGE) == 0:
            return True
        code = ctypes.get_errno()
        if code not in _UNSUPPORTED:
            raise OSError(code, os.strerror(code), str(other))
    return False


def _former(target: Path) -> Path:
    return target.with_name(f".{target.name}-former")
