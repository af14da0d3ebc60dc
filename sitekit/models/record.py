"""Base classes of all models, and the types their fields share."""

from __future__ import annotations

import datetime
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, PrivateAttr, StringConstraints

ID = r"[a-z0-9]+(-[a-z0-9]+)*"
Id = Annotated[str, StringConstraints(pattern=f"^{ID}$")]
# Strict: a number or a text that could be read as a date is none.
Day = Annotated[datetime.date, Field(strict=True)]
Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Number = Annotated[str, StringConstraints(pattern=r"^\+?[0-9][0-9 -]*$")]
# The format of a telephone number, each digit as "#".
Form = Annotated[str, StringConstraints(pattern="^#[# -]*$")]
Https = Annotated[str, StringConstraints(pattern=r"^https://[^\s<>\"']+$")]
# A URL path from the site's root, of a folder or a file, with an optional fragment.
Address = Annotated[str, StringConstraints(pattern=r"^/([\w~-][\w.~-]*/)*([\w~-][\w.~-]*\.[a-z0-9]+)?(#[\w.:-]+)?$")]
# The form of a DOI: Crossref's recommended expression, for names registered since 2000.
Doi = Annotated[str, StringConstraints(pattern=r"^10\.\d{4,9}/[-._;()/:A-Za-z0-9]+$")]


class Frozen(BaseModel):
    """A value that never changes once it is built."""

    model_config = ConfigDict(frozen=True)


class Record(Frozen):
    """A piece of data that knows its file and lines; unknown keys are refused."""

    model_config = ConfigDict(extra="forbid")

    _path: str = PrivateAttr(default="")
    _lines: dict[str, int] = PrivateAttr(default_factory=dict)

    def set_source(self, path: str, lines: dict[str, int]) -> None:
        """Set the file and the line of each key; the key "" stands for the record's own first line."""
        self._path, self._lines = path, lines

    @property
    def path(self) -> str:
        """The file this record was read from, relative to the project's folder."""
        return self._path

    def line(self, key: str = "") -> int:
        """Return the line of `key` in the file, counted from 1, or of the record where the key is absent."""
        return self._lines.get(key, self._lines.get("", 1))


def slug(words: str) -> str:
    """Return a name as a part of a URL: lower-case words joined by hyphens."""
    return "-".join("".join(c if c.isalnum() else " " for c in words.lower()).split())
