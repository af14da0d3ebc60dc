"""Read the files below docs/ that are no pages: known kinds only, each what it says it is, and none that can run or fetch."""

import re
from pathlib import Path, PurePosixPath

from sitekit.errors import excerpt
from sitekit.sources import svg
from sitekit.sources.drawing_words import CUT_OFF, find_cut_off
from sitekit.sources.reader import Reader, printable

# How a file of each kind of bitmap begins, and ends: one that was cut off, or has something behind it, ends otherwise.
_JPEG = (b"\xff\xd8\xff", b"")
BITMAPS = {".png": (b"\x89PNG\r\n\x1a\n", b"IEND\xaeB`\x82"), ".jpg": _JPEG, ".jpeg": _JPEG, ".webp": (b"RIFF", b"")}
# Where a PNG says its width and height.
_ONE_PIXEL = b"\0\0\0\1" * 2
PICTURES = (".svg", *BITMAPS)
# A host, or a search engine, reads it.
_NAMES = ("CNAME", "robots.txt")
# Endings of files that MkDocs, or a host, would show as pages.
_PAGES = (".html", ".htm", ".xhtml", ".shtml", ".markdown", ".mdown", ".mkdn", ".mkd", ".md", ".md.txt")
# A file's path is its address, which people type and copy.
_PATH = re.compile(r"[\w./~-]+", re.ASCII)
# A larger logo would be half of what the first view of a page weighs: 60 KiB. A photograph may be as large.
MAX_PRACTICE_PICTURE_BYTES = 60 * 1024
_PRACTICE_PATH = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9._/-]*")
# These are inlined into pages, so less is allowed in them.
_INLINED = "docs/assets/pictures/"
# Words of a drawing.
_TEXT = re.compile(r"(<text\b[^>]*>)([^<]+)")


def read_files(reader: Reader) -> frozenset[str]:
    """Return the files below docs/ that are no pages, relative to docs/."""
    files = [file for file in reader.below("docs") if not file.endswith(".md")]
    for file in files:
        # MkDocs leaves out what is hidden.
        if not any(part.startswith(".") for part in PurePosixPath(file).parts):
            _check_kind(reader, file)
    return frozenset(printable(file).removeprefix("docs/") for file in files)


def _check_kind(reader: Reader, file: str) -> None:
    path, kind = PurePosixPath(file), PurePosixPath(file).suffix.lower()
    shown = printable(file)
    if not _PATH.fullmatch(file):
        reader.report(shown, 1, "This file's name does not fit an address", "Name it with letters, digits, hyphens and full stops.")
        return
    if kind == ".svg":
        is_file = not file.startswith(_INLINED)
        text = reader.text(file, any_editor=is_file)
        if text is None:
            return
        problems = svg.find_problems(text, is_file)
        for line, message in problems:
            reader.report(shown, line, message, svg.FILE_HINT if is_file else svg.HINT)
        if not (problems or is_file or re.search(r"<svg[^>]*\sviewBox=", text)):
            reader.report(
                shown, 1, "This drawing has no viewBox, so it would not become smaller on a phone", 'Add one, as viewBox="0 0 320 200".'
            )
        for words in find_cut_off(text) if not (problems or is_file) else ():
            reader.report(shown, text.count("\n", 0, text.find(words)) + 1, f"'{excerpt(words)}' {CUT_OFF[0]}", CUT_OFF[1])
    elif kind in BITMAPS:
        data, (beginning, end) = (reader.root / file).read_bytes(), BITMAPS[kind]
        if not data.startswith(beginning) or (kind == ".webp" and data[8:12] != b"WEBP"):
            reader.report(shown, 1, f"This file is not a {kind} picture", "Save it as PNG, JPEG, WebP or SVG, with the matching ending.")
        elif data[16:24] == _ONE_PIXEL:
            reader.report(shown, 1, "This picture is one pixel wide and high", "Save it again, as wide as it is to be shown.")
        elif not data.endswith(end) or (BITMAPS[kind] is _JPEG and b"\xff\xd9" not in data):
            reader.report(shown, 1, "This picture is cut off, or something stands behind it", "Save it again with a picture editor.")
    elif file.lower().endswith(_PAGES):
        reader.report(shown, 1, "This file would be published unchecked", "Write it as a page, name.md, or remove it.")
        reader.unreadable.add(("page", f"{file.removeprefix('docs/').rpartition('.')[0]}.md"))
    elif path.name not in _NAMES:
        hint = f"Use one of these kinds: {', '.join(('.md', *PICTURES))}; or remove it."
        reader.report(shown, 1, f"A file of the kind '{printable(kind or path.name)}' is not published", hint)


def find_practice_picture_problem(path: str, docs: Path, what: str = "logo", pixels: int = 400) -> tuple[str, str] | None:
    """Return the message and hint for what is wrong with a picture that practice.yml names, or None.

    The path counts from docs/; `pixels` is a width at which such a picture is small enough.
    """
    parts, file = PurePosixPath(path).parts, docs / path
    if not _PRACTICE_PATH.fullmatch(path) or ".." in parts or parts[:1] != ("assets",):
        meant = f"assets/{path.partition('assets/')[2]}"
        if parts[:1] != ("assets",) and (docs / meant).is_file():
            return f"The path of the {what} '{path}' does not begin with 'assets/'", f"Write {meant}."
        hint = f"Put it into docs/assets/practice/ and write assets/practice/{what}.png."
        return f"The {what} '{path}' does not lie below docs/assets", hint
    if not file.is_file() or file.is_symlink():
        return f"There is no file 'docs/{path}'", f"Put the {what} there, or correct the path."
    if file.stat().st_size > MAX_PRACTICE_PICTURE_BYTES:
        hint = f"Make it smaller than {MAX_PRACTICE_PICTURE_BYTES // 1024} KiB, about {pixels} pixels wide."
        return f"The {what} has {file.stat().st_size // 1024} KiB", hint
    # A file that is no picture is reported with the file itself.
    return None


def from_right_to_left(svg: str) -> str:
    """Return a drawing whose words each stand in a frame that runs from right to left, as a drawing has no direction of its own.

    Source: Unicode Standard Annex 9, https://www.unicode.org/reports/tr9/#Explicit_Directional_Isolates.
    """
    return _TEXT.sub(r"\1&#x2067;\2&#x2069;", svg)
