"""Replace the published site with a finished folder, so that readers find the former site whole or the new one whole; say which."""

import ctypes
import errno
import os
import shutil
import sys
from pathlib import Path

from sitekit.errors import Problem

# Flag for an atomic exchange of two names: RENAME_EXCHANGE of renameat2(2) on Linux, RENAME_SWAP of renameatx_np(2) on macOS.
_EXCHANGE = 2
# AT_FDCWD ("relative paths count from the working directory"), by the name of each system's call.
_AT_FDCWD = {"renameat2": -100, "renameatx_np": -2}
# The errors of a system or a file system that cannot exchange names.
_UNSUPPORTED = {errno.EINVAL, errno.ENOSYS, errno.ENOTSUP}


def deploy(staging: Path, target: Path) -> None:
    """Move `staging` to `target`, on the same file system, and remove what stood there once the new site is in place.

    Where names cannot be exchanged atomically (Windows, some network drives), the move takes two renames, and `recover` restores the former
    site after a stop between them. Where a rename raises OSError, what stood at `target` still stands there.
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
    """Restore the former site after a deployment that stopped between two renames, and return whether it was; remove one left later."""
    former = _former(target)
    if former.exists() and not target.exists():
        former.rename(target)
        return True
    shutil.rmtree(former, ignore_errors=True)
    return False


def exchange(one: Path, other: Path) -> bool:
    """Exchange two names in one atomic step, or return False where this system or file system has none; an OSError changes nothing."""
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


class Release:
    """The site that stood in a folder, with symbolic links resolved, when this object was made."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._before = _identity(folder)

    def describe(self) -> str:
        """Return a sentence that says which site stands there now."""
        now = _identity(self.folder)
        if now is None:
            return f"Nothing stands at {self.folder}."
        return f"{'The former' if now == self._before else 'A newer'} site stands whole at {self.folder}."

    def refusals(self, root: Path) -> list[Problem]:
        """Return why no site may be deployed there, for example because other files would be lost."""

        def problem(message: str, hint: str) -> list[Problem]:
            return [Problem(self._shown(root), 1, message, hint)]

        if not self.folder.parent.is_dir():
            return problem(f"There is no folder '{self.folder.parent}' to put the site in", "Make it, or name another folder.")
        if self._before is None:
            return []
        if root.resolve().is_relative_to(self.folder):
            return problem("The site would replace its own sources", "Name a folder for the site alone.")
        if not self.folder.is_dir():
            return problem("Here is a file, where the site's folder should be", "Move it, or name another folder.")
        inside = {file.name for file in self.folder.iterdir()}
        if inside and ("index.html" not in inside or ".git" in inside):
            return problem("This folder holds something other than a site, and it would be lost", "Name a new or empty folder.")
        return []

    def write_problem(self, root: Path, error: OSError) -> Problem:
        """Return the problem that reports an error of the operating system."""
        where = f" ('{error.filename}')" if error.filename else ""
        message = f"The site cannot be written: {error.strerror or error}{where}"
        return Problem(self._shown(root), 1, message, "Make room there, or allow writing there, and publish again.")

    def _shown(self, root: Path) -> str:
        folder, root = self.folder, root.resolve()
        return (folder.relative_to(root) if folder.is_relative_to(root) else folder).as_posix()


def _identity(folder: Path) -> tuple[int, int] | None:
    """Return device and inode of a folder, which tell it from another of the same name, or None if it does not exist."""
    try:
        found = os.stat(folder)
    except OSError:
        return None
    return found.st_dev, found.st_ino
