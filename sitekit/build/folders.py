"""Tidy folders of the built site."""

from pathlib import Path


def remove_empty(folder: Path) -> None:
    """Remove the folders at and below `folder` that hold nothing, deepest first."""
    for found in sorted([folder, *folder.rglob("*")], reverse=True):
        if found.is_dir() and not any(found.iterdir()):
            found.rmdir()
