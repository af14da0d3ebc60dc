"""The current release: the site that stands at the target of a publish, before it and after a failed one."""

import os
from pathlib import Path

from sitekit.errors import Problem


class Release:
    """The site that stood in a folder when this object was made.

    Args:
        folder: the folder of the published site, with symbolic links resolved.
    """

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
        """Return why no site may be deployed there, for example because other files would be lost.

        Args:
            root: the project's folder.
        """

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
        """Return the problem that reports an error of the operating system.

        Args:
            root: the project's folder.
            error: what the operating system reported.
        """
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
