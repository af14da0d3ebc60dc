"""A folder that remembers what was made, by all that it was made from, so that nothing is made twice."""

from __future__ import annotations

import contextlib
import hashlib
import os
import tempfile
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

# How the name of a thing ends while it is written, and after how many seconds nobody writes it any more.
_UNFINISHED = ".unfinished"
_GIVEN_UP = 3600


@dataclass
class Memory:
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
        """
        kept = self.folder / f"{hashlib.sha256(self.tools + key.encode()).hexdigest()}.{suffix}"
        self._asked.add(kept.name)
        # Another build may forget a file at any moment; then it is made again.
        with contextlib.suppress(FileNotFoundError):
            os.utime(kept)
            return kept.read_bytes()
        found = make()
        self.folder.mkdir(parents=True, exist_ok=True)
        # Written aside first: another build may read the folder meanwhile.
        handle, aside = tempfile.mkstemp(dir=self.folder, suffix=_UNFINISHED)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(found)
            os.replace(aside, kept)
        except OSError:
            os.unlink(aside)
            raise
        return found

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
        for _, file in sorted(kept, reverse=True)[self.spare:]:
            file.unlink(missing_ok=True)


def digest(versions: Iterable[str], files: Iterable[Path]) -> bytes:
    """Return a digest of tools: the versions of packages, and the names and contents of files."""
    found = hashlib.sha256(" ".join(versions).encode())
    for file in sorted(files):
        found.update(file.name.encode() + hashlib.sha256(file.read_bytes()).digest())
    return found.digest()
