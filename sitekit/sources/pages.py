"""Read the pages below docs/: front matter and Markdown."""

import re

from sitekit.models.page import Page, PageMeta
from sitekit.models.record import ID
from sitekit.sources.markdown import parse_markdown
from sitekit.sources.reader import Reader, printable
from sitekit.sources.yaml import parse_yaml

FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?)(?:^|\n)---[ \t]*(?:\n|\Z)", re.DOTALL)
# Marks that open something, a line that nests deeper, and how many of each the Markdown library reads in a second or so.
_BRACKETS, _MOST_BRACKETS = "[", 1000
_NESTED = re.compile(r"^(?: {0,4}>){9}|^(?:    |\t){9} *(?:[-*+>]|\d+\.) ", re.MULTILINE)
# A page's path becomes its URL, which people type, print and read aloud.
_PAGE = re.compile(rf"({ID}/)*{ID}\.md")


def read_pages(reader: Reader) -> dict[str, Page]:
    """Return the pages by their path below docs/; those that cannot be read are reported and added to `reader.unreadable`."""
    found = {}
    for file in reader.below("docs", "*.md"):
        path = file.removeprefix("docs/")
        page = _read_page(reader, file, path)
        if page:
            found[path] = page
        else:
            reader.unreadable.add(("page", path))
    reader.unreadable |= {("page", symlink.removeprefix("docs/")) for symlink in reader.symlinks}
    return found


def _read_page(reader: Reader, file: str, path: str) -> Page | None:
    if not _PAGE.fullmatch(path):
        hint = "Name it with lower-case words joined by hyphens, as short-name.md."
        reader.report(printable(file), 1, "This page's name does not fit an address", hint)
        # What leads to it has the name that it should have.
        reader.unreadable.add(("page", re.sub("[^a-z0-9/.]+", "-", path.lower())))
        return None
    text = reader.text(file)
    if text is None:
        return None
    front = FRONT_MATTER.match(text)
    if not front:
        hint = "Begin it with --- , title, description, kind and reviewed, and --- again."
        reader.report(file, 1, "This page has no front matter", hint)
        return None
    parsed = parse_yaml(front.group(1), file, 2, for_mkdocs=True)
    before = len(reader.problems)
    for number, line in enumerate(front.group(1).split("\n"), 2):
        # A comment would take the rest of a title with it.
        if re.match(r"(title|description): *[^\s\"'].* #", line):
            reader.report(file, number, "What follows ' #' is not read", "Put the whole value in quotes, or remove it.")
    meta = None if parsed.is_unreadable else reader.record(PageMeta, parsed.value, parsed, file)
    # What a value must be says more than what it could be taken for.
    lines = {problem.line for problem in reader.problems[before:]}
    reader.problems += [problem for problem in parsed.problems if problem.line not in lines]
    if meta and (meta.kind == "home") != (path == "index.md"):
        reader.report(file, meta.line("kind"), f"The kind '{meta.kind}' is not for this page", "docs/index.md alone is of the kind 'home'.")
        meta, parsed.value["kind"] = None, ""
    if meta is None:
        reader.unreadable.add(("front matter", path))
    # Front matter is blanked out, so that lines still count from the file's top.
    body = "\n" * front.group(0).count("\n") + text[front.end() :]
    if endless := _endless(body):
        reader.report(file, *endless)
        return None
    parts, problems = parse_markdown(body, file)
    lines = {problem.line for problem in reader.problems if problem.path == file}
    reader.problems += [problem for problem in problems if problem.line not in lines]
    return Page(path=path, meta=meta or PageMeta.from_invalid(parsed.value), **parts)


def _endless(body: str) -> tuple[int, str, str] | None:
    """Return the line, the message and the hint for what the Markdown library would read for minutes, or never; or None."""
    if body.count(_BRACKETS) > _MOST_BRACKETS:
        line = next(number for number, line in enumerate(body.split("\n"), 1) if _BRACKETS in line)
        return line, f"This page holds more than {_MOST_BRACKETS} square brackets, from here on", "Remove those that begin no link."
    if deep := _NESTED.search(body):
        return body.count("\n", 0, deep.start()) + 1, "This is nested deeper than eight levels", "Write it with fewer."
    return None
