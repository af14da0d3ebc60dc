"""Base classes of all models, and the types their fields share."""

from __future__ import annotations

import datetime
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, PrivateAttr, StringConstraints

ID = r"[a-z0-9]+(-[a-z0-9]+)*"
Id = Annotated[str, StringConstraints(pattern=f"^{ID}$")]
# Strict: a number or a text that could be read as a day is not one.
Day = Annotated[datetime.date, Field(strict=True)]
Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Number = Annotated[str, StringConstraints(pattern=r"^\+?[0-9][0-9 -]*$")]
# What a number looks like as it is written, each digit as "#".
Form = Annotated[str, StringConstraints(pattern="^#[# -]*$")]
Https = Annotated[str, StringConstraints(pattern=r"^https://[^\s<>\"']+$")]
# A place on this site from its root: a folder's address or a file's, and an anchor on it.
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

    def written_at(self, path: str, lines: dict[str, int]) -> None:
        """Remember the file and the line of each key; "" is the record's own first line."""
        self._path, self._lines = path, lines

    @property
    def path(self) -> str:
        """File this record was read from, relative to the project's folder."""
        return self._path

    def line(self, key: str = "") -> int:
        """Line of `key` in the file, or of the record where the key is absent, counted from 1."""
        return self._lines.get(key, self._lines.get("", 1))
