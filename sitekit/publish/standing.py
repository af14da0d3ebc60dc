"""What stands at the site's place, before a publish and after one that failed, in words that say which."""

from __future__ import annotations

import os
from pathlib import Path

from sitekit.problems import Problem


class Standing:
    """What stood at a place when this was made.

    Args:
        place: the folder of the published site, with links resolved.
    """

    def __init__(self, place: Path) -> None:
        self.place = place
        self._before = _identity(place)

    def told(self) -> str:
        """Say in a sentence what stands there now."""
        now = _identity(self.place)
        if now is None:
            return f"Nothing stands at {self.place}."
        return f"{'The former' if now == self._before else 'A newer'} site stands whole at {self.place}."

    def refusals(self, root: Path) -> list[Problem]:
        """Return why no site may be put there: what is there is no site, and would be lost.

        Args:
            root: the project's folder.
        """
        def no(fault: str, mend: str) -> list[Problem]:
            return [Problem(self._shown(root), 1, fault, mend)]

        if not self.place.parent.is_dir():
            return no(f"There is no folder '{self.place.parent}' to put the site in", "Make it, or name another place.")
        if self._before is None:
            return []
        if root.resolve().is_relative_to(self.place):
            return no("The site would take the place of its own sources", "Name a folder for the site alone.")
        if not self.place.is_dir():
            return no("Here is a file, where the site's folder should stand", "Move it, or name another place.")
        inside = {file.name for file in self.place.iterdir()}
        if inside and ("index.html" not in inside or ".git" in inside):
            return no("This folder holds something else than a site, and it would be lost", "Name a new or empty folder.")
        return []

    def unwritten(self, root: Path, error: OSError) -> Problem:
        """Return the problem that the site could not be written, for an error of the system.

        Args:
            root: the project's folder.
            error: what the system said.
        """
        where = f" ('{error.filename}')" if error.filename else ""
        return Problem(self._shown(root), 1, f"The site cannot be written: {error.strerror or error}{where}",
                       "Make room there, or allow writing there, and publish again.")

    def _shown(self, root: Path) -> str:
        place, root = self.place, root.resolve()
        return (place.relative_to(root) if place.is_relative_to(root) else place).as_posix()


def _identity(place: Path) -> tuple[int, int] | None:
    """Return what tells one folder from another that takes its name, or None where there is none."""
    try:
        found = os.stat(place)
    except OSError:
        return None
    return found.st_dev, found.st_ino
