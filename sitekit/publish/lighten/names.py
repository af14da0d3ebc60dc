"""Gives files names that tell their content: a name never stands for two contents, so browsers may keep what they have."""

from __future__ import annotations

import hashlib
from pathlib import Path


def hashed(name: str, content: bytes) -> str:
    """Return a file's name with the beginning of its content's SHA-256 before the suffix: "site.1f2e3d4c.js"."""
    stem, dot, suffix = name.rpartition(".")
    return f"{stem}.{hashlib.sha256(content).hexdigest()[:8]}{dot}{suffix}"


def put(folder: Path, name: str, text: str, with_hash: bool) -> str:
    """Write a file of the site and return its name.

    Args:
        folder: the built site.
        name: the path below it, as it is without a hash.
        text: what the file holds.
        with_hash: whether the name tells the content.
    """
    content = text.encode()
    name = hashed(name, content) if with_hash else name
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(content)
    return name
