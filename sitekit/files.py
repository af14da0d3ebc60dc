"""Write files: text the same on every system, many files at once, changes to all pages of a built site, and archives."""

import filecmp
import io
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

# The earliest date a ZIP file can hold, so that the same files make the same archive.
_EPOCH = (1980, 1, 1, 0, 0, 0)
# What is compressed already is only stored.
_STORED = (".pdf", ".png")


def write_text(file: Path, text: str) -> None:
    """Write a text file as UTF-8 with line ends LF; its folder is created."""
    write_files(file.parent, {file.name: text.encode()})


def write_files(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files by their paths below a folder; their folders are created."""
    for path, content in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)


def files_below(folder: Path, pattern: str = "*") -> dict[str, Path]:
    """Return the files anywhere below a folder whose names match, by their paths there, sorted."""
    return {file.relative_to(folder).as_posix(): file for file in sorted(folder.rglob(pattern)) if file.is_file()}


def change_pages(folder: Path, change: Callable[[str], str]) -> None:
    """Write every page below a folder as a function returns it; a page that stays the same is not written."""
    for page in folder.rglob("*.html"):
        before = page.read_text(encoding="utf-8")
        after = change(before)
        if after != before:
            write_text(page, after)


def remove_same(folder: Path, other: Path) -> None:
    """Delete the files below a folder that stand below another one too, the same to the byte, and the folders left empty."""
    for file in sorted(folder.rglob("*")):
        same = other / file.relative_to(folder)
        if file.is_file() and same.is_file() and filecmp.cmp(file, same, shallow=False):
            file.unlink()
    remove_empty(folder)


def remove_empty(folder: Path) -> None:
    """Remove the folders at and below `folder` that hold nothing, deepest first."""
    for found in sorted([folder, *folder.rglob("*")], reverse=True):
        if found.is_dir() and not any(found.iterdir()):
            found.rmdir()


def zipped(files: Mapping[str, bytes]) -> bytes:
    """Return an archive of files by their paths in it."""
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as opened:
        for path, content in sorted(files.items()):
            entry = zipfile.ZipInfo(path, _EPOCH)
            entry.external_attr = 0o644 << 16
            entry.compress_type = zipfile.ZIP_STORED if path.endswith(_STORED) else zipfile.ZIP_DEFLATED
            opened.writestr(entry, content)
    return archive.getvalue()
