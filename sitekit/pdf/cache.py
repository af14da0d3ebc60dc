"""A folder that remembers what was made, by all that it was made from, so that nothing is made twice."""

from __future__ import annotations

import contextlib
import hashlib
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path
from typing import Any, Protocol, TypeVar

T = TypeVar("T")

# How the name of a thing ends while it is written, and after how many seconds nobody writes it any more.
_UNFINISHED = ".unfinished"
_GIVEN_UP = 3600


class Form(Protocol):
    """Turns things to bytes and back, as `pickle` and `marshal` do."""

    __name__: str

    def dumps(self, thing: Any, /) -> bytes: ...

    def loads(self, text: bytes, /) -> Any: ...


@dataclass
class Cache:
    """What is remembered in one folder. Other builds may use the folder at the same time.

    Args:
        folder: made when the first thing is kept.
        tools: a digest of all that shapes every thing besides its key, as of the code that makes it.
        spare: how many things are remembered besides those asked for in this run; the least lately used are forgotten first.
    """

    folder: Path
    tools: bytes
    spare: int
    _asked: set[str] = field(default_factory=set, init=False)

    def keep(self, key: str, suffix: str, make: Callable[[], bytes]) -> bytes:
        """Return what was kept under a key, or make it and keep it.

        Args:
            key: all that the result depends on, besides the tools.
            suffix: the kept file's, without a dot.

        Raises:
            OSError: the folder cannot be read or written.
        """
        file = self._file(key, suffix)
        found = _read(file)
        if found is None:
            found = make()
            self._write(file, found)
        return found

    def recall(self, key: str, form: Form, make: Callable[[], T]) -> T:
        """Return what was kept under a key, or make it and keep it; where it cannot be read or kept, do without.

        Args:
            key: all that the result depends on, besides the tools.
            form: a module that turns the thing to bytes and back, as `pickle`; its name is the kept file's suffix.
        """
        file = self._file(key, form.__name__)
        # A folder may refuse us, and of a file cut short such a module may raise anything.
        with contextlib.suppress(Exception):
            if (kept := _read(file)) is not None:
                return form.loads(kept)
        made = make()
        with contextlib.suppress(Exception):
            self._write(file, form.dumps(made))
        return made

    def forget(self) -> None:
        """Forget what this run did not ask for and nobody has for long, and what was begun so long ago that nobody ends it."""
        for file in self.folder.glob(f"*{_UNFINISHED}"):
            with contextlib.suppress(FileNotFoundError):
                if time.time() - file.stat().st_mtime > _GIVEN_UP:
                    file.unlink()
        kept = []
        for file in self.folder.glob("*.*"):
            with contextlib.suppress(FileNotFoundError):
                if file.name not in self._asked:
                    kept.append((file.stat().st_mtime, file))
        for _, file in sorted(kept, reverse=True)[self.spare :]:
            file.unlink(missing_ok=True)

    def _file(self, key: str, suffix: str) -> Path:
        file = self.folder / f"{hashlib.sha256(self.tools + key.encode()).hexdigest()}.{suffix}"
        self._asked.add(file.name)
        return file

    def _write(self, file: Path, found: bytes) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        # Written aside first: another build may read the folder meanwhile.
        handle, aside = tempfile.mkstemp(dir=self.folder, suffix=_UNFINISHED)
        try:
            with os.fdopen(handle, "wb") as unfinished:
                unfinished.write(found)
            os.replace(aside, file)
        except OSError:
            os.unlink(aside)
            raise


def digest(packages: Iterable[str], files: Iterable[Path]) -> bytes:
    """Return a digest of tools: Python's version and those of installed packages, and the names and contents of files.

    Raises:
        PackageNotFoundError: a package is not installed.
    """
    found = hashlib.sha256(" ".join([sys.version, *map(version, packages)]).encode())
    for file in sorted(files):
        found.update(file.name.encode() + hashlib.sha256(file.read_bytes()).digest())
    return found.digest()


def _read(file: Path) -> bytes | None:
    # Another build may forget a file at any moment; then it is made again.
    with contextlib.suppress(FileNotFoundError):
        os.utime(file)
        return file.read_bytes()
    return None
