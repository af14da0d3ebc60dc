"""A cache on disk: what was made, by a digest of all that it was made from."""

import contextlib
import hashlib
import os
import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path


@dataclass
class Cache:
    """A folder of cached files, created with the first. Several processes may use it at the same time.

    `version` is a digest of all that determines every file besides its key, such as the programs that make it. `retention` files are kept
    besides those of this run; `prune` deletes the least recently used first.
    """

    folder: Path
    version: bytes
    retention: int
    _used: set[str] = field(default_factory=set, init=False)

    def get(self, key: str, suffix: str, make: Callable[[], bytes]) -> bytes:
        """Return the cached content for a key, all that determines it besides the version; make and cache it if there is none.

        Raises OSError where the folder cannot be read.
        """
        file = self.folder / f"{hashlib.sha256(self.version + key.encode()).hexdigest()}.{suffix}"
        self._used.add(file.name)
        # Another process may prune the file at any moment; then it is made again.
        with contextlib.suppress(FileNotFoundError):
            content = file.read_bytes()
            with contextlib.suppress(OSError):
                os.utime(file)
            return content
        content = make()
        # A cache that cannot be written, on a full or read-only disk, only costs time.
        with contextlib.suppress(OSError):
            self._write(file, content)
        return content

    def prune(self) -> None:
        """Delete the files that this run did not use, but for as many as `retention` says."""
        unused = []
        for file in self.folder.glob("*"):
            with contextlib.suppress(FileNotFoundError):
                if file.name not in self._used:
                    unused.append((file.stat().st_mtime, file))
        for _, file in sorted(unused, reverse=True)[self.retention :]:
            with contextlib.suppress(OSError):
                file.unlink(missing_ok=True)

    def _write(self, file: Path, content: bytes) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        # Renamed when it is complete, as another process may read the folder meanwhile. What a killed process leaves is pruned.
        temporary = self.folder / f"{uuid.uuid4().hex}.tmp"
        try:
            temporary.write_bytes(content)
            os.replace(temporary, file)
        finally:
            temporary.unlink(missing_ok=True)
