"""The pages below docs/: each file's front matter and Markdown to a Page."""

from __future__ import annotations

import re

from sitekit.models.page import Page, PageMeta
from sitekit.schema.macros import MACROS, TAKEN
from sitekit.sources.markdown import read_parts
from sitekit.sources.reader import Reader, shown
from sitekit.sources.yaml import Read, read_yaml

_FRONT = re.compile(r"\A---[ \t]*\n(.*?)(?:^|\n)---[ \t]*(?:\n|\Z)", re.DOTALL)
# A page's path becomes its address, which people type, print and read aloud.
_PAGE = re.compile(r"([a-z0-9]+(-[a-z0-9]+)*/)*[a-z0-9]+(-[a-z0-9]+)*\.md")


def read_pages(reader: Reader) -> dict[str, Page]:
    """Return the pages that can be understood, by their path below docs/; the others are noted and remembered as faulty."""
    found = {}
    for file in reader.below("docs", "*.md"):
        path = file.removeprefix("docs/")
        if _PAGE.fullmatch(path):
            page = _page(reader, path)
            found |= {path: page} if page else {}
        else:
            reader.note(
                shown(file),
                1,
                "This page's name does not fit an address",
                "Name it with lower-case words joined by hyphens, as short-name.md.",
            )
            reader.unreadable.add(("page", path))
    reader.unreadable |= {("page", link.removeprefix("docs/")) for link in reader.links}
    return found


def _page(reader: Reader, path: str) -> Page | None:
    file = f"docs/{path}"
    text = reader.text(file)
    if text is None:
        reader.unreadable.add(("page", path))
        return None
    front = _FRONT.match(text)
    if not front:
        reader.note(file, 1, "This page has no front matter", "Begin it with --- , title, description, kind and reviewed, and --- again.")
        reader.unreadable.add(("page", path))
        return None
    read = read_yaml(front.group(1), file, 2)
    reader.problems += read.problems
    meta = None if read.broken else reader.record(PageMeta, _without_macros(reader, read, file), read, file)
    body = "\n" * front.group(0).count("\n") + text[front.end() :]
    parts, problems = read_parts(body, file)
    reader.problems += problems
    return Page(path=path, meta=meta or PageMeta.from_invalid(read.value), **parts)


def _without_macros(reader: Reader, read: Read, path: str) -> object:
    """Return what front matter holds without keys that would take a macro's place on the page, each of which is told."""
    if not isinstance(read.value, dict):
        return read.value
    taken = [key for key in read.value if key in {*MACROS, *TAKEN}]
    for key in taken:
        reader.note(path, read.line((key,)), f"The key '{key}' is also the name of a macro", "Remove it, or give it another name.")
    return {key: value for key, value in read.value.items() if key not in taken}
