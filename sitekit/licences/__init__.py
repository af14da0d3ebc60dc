"""Works that a published site holds, their licences, and the notices that must go with them."""

import fnmatch
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path
from typing import Annotated

from pydantic import Field

from sitekit.errors import Problem
from sitekit.files import write_text
from sitekit.models.record import Https, Record, Words
from sitekit.sources.reader import Reader

# Path of the notices in the site.
FILE = "licences.txt"
_HERE = Path(__file__).parent
_LINE = "=" * 78


class Licence(StrEnum):
    """A licence, by its SPDX identifier."""

    APACHE = "Apache-2.0"
    CC_BY = "CC-BY-4.0"
    MIT = "MIT"
    OFL = "OFL-1.1"

    @property
    def text(self) -> str:
        """The licence's text; that of the fonts is kept with them."""
        file = _HERE.parent / "pdf/fonts/LICENCE.txt" if self is Licence.OFL else _HERE / f"{self}.txt"
        return file.read_text(encoding="utf-8").strip()


class Shipped(Record):
    """A work that a published site holds: what it is for, and its `home` if it comes from elsewhere.

    `packages` are its names in the theme's source maps, or in requirements/site.txt; `notice` the lines that its licence asks to be kept;
    `files` patterns of the files that hold it, from the site's folder, where "*" stands for slashes too.
    """

    name: Words
    what: Words
    home: Https | None = None
    licence: Licence
    packages: tuple[Words, ...] = ()
    notice: Annotated[tuple[Words, ...], Field(min_length=1)]
    files: Annotated[tuple[Words, ...], Field(min_length=1)]

    def holds(self, path: str) -> bool:
        """Return whether a file of the site, given by its path, holds this work."""
        return any(fnmatch.fnmatchcase(path, pattern) for pattern in self.files)


def shipped() -> tuple[list[Shipped], list[Problem]]:
    """Read the list of works, and the problems in it."""
    reader = Reader(_HERE)
    return list(reader.by_id("shipped.yml", Shipped, "name").values()), reader.problems


def write_licences(folder: Path) -> list[Problem]:
    """Write the notices into the built site below `folder`; or return the problems in the list of works, with nothing written."""
    entries, problems = shipped()
    if not problems:
        write_text(folder / FILE, notices(entries))
    return problems


def notices(entries: Iterable[Shipped]) -> str:
    """Return one text with every work, its notice, and each licence once."""
    entries = list(entries)
    parts = ["What this site is made of, and under which licences. Each licence stands below, once."]
    for entry in entries:
        parts.append(
            "\n".join([f"{entry.name} ({entry.licence})", *(f"    {line}" for line in (entry.what, entry.home, *entry.notice) if line)])
        )
    for licence in dict.fromkeys(entry.licence for entry in entries):
        parts.append(f"{_LINE}\n{licence}\n{_LINE}\n\n{licence.text}")
    return "\n\n".join(parts) + "\n"
