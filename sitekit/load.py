"""The only reader of the project's files: YAML, front matter and Markdown to one Site, with every fault met."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from sitekit import facts, model, sending, settings
from sitekit.addresses import PUBLISHED
from sitekit.markdown import read_parts
from sitekit.model import Site
from sitekit.note import NotePart
from sitekit.logo import fault_of
from sitekit.practice import ABOUT_CLIENTS, Practice
from sitekit.ratings import Rating
from sitekit.record import Record
from sitekit.problems import Problem
from sitekit.shaping import shape
from sitekit.yamllines import Read, read_yaml

_FRONT = re.compile(r"\A---[ \t]*\n(.*?)(?:^|\n)---[ \t]*(?:\n|\Z)", re.DOTALL)
# A page or data file larger than this is a mistake, and slow to check: 256 KiB.
LARGEST = 256 * 1024


def load(root: Path) -> tuple[Site, list[Problem]]:
    """Read the project below `root`.

    Args:
        root: the folder that holds mkdocs.yml, docs/ and data/.

    Returns:
        The site, holding all that could be understood, and the problems met on the way, in file order.
    """
    reader = _Reader(root)
    config = reader.yaml("mkdocs.yml")
    site = Site(
        pages=reader.pages(),
        nav=settings.nav(config),
        site_url=settings.site_url(config),
        custom_domain=(reader.text("docs/CNAME", missing=str) or "").strip(),
        checklists=reader.checklists(),
        phrases=reader.by_id("data/phrases.yml", facts.Phrase, "id"),
        claims=reader.by_id("data/evidence.yml", facts.Claim, "key"),
        helplines=reader.helplines(),
        terms=tuple(reader.by_id("data/glossary.yml", facts.Term, "term").values()),
        pictures=reader.pictures(),
        doors=reader.by_id("data/doors.yml", facts.Door, "page"),
        note=reader.by_id("data/note.yml", NotePart, "id"),
        words=reader.by_id("data/words.yml", facts.Word, "id"),
        sought=reader.by_id("data/search.yml", facts.Sought, "place"),
        moments=reader.by_id("data/moments.yml", sending.Moment, "id"),
        emails=reader.by_id("data/emails.yml", sending.Email, "id"),
        practice=reader.practice(),
        published=reader.published(),
        redirects=reader.by_id("data/redirects.yml", facts.Redirect, "old", twice="Keep one of the two."),
        ratings=reader.ratings(),
        files=reader.files(),
    )
    site = site.model_copy(update={"faulty": frozenset(reader.faulty)})
    return site, sorted(set(reader.problems))


class _Reader:
    def __init__(self, root: Path) -> None:
        self.root = root
        self.problems: list[Problem] = []
        self.faulty: set[tuple[str, str]] = set()

    def text(self, path: str, missing: Callable[[], str] | None = None) -> str | None:
        """Return a file's text, or None after noting why there is none."""
        file = self.root / path
        if not file.is_file():
            if missing is None:
                self.problems.append(Problem(path, 1, "This file is missing", "Put it back, or take it from the original project."))
                return None
            return missing()
        raw = file.read_bytes()
        if len(raw) > LARGEST:
            self.problems.append(Problem(path, 1, f"This file is larger than {LARGEST // 1024} KiB", "Split it, or remove what does not belong."))
            return None
        try:
            text = raw.decode("utf-8")
        except UnicodeDecodeError as error:
            line = raw[: error.start].count(b"\n") + 1
            self.problems.append(Problem(path, line, "This file is not UTF-8 text", "Save it as UTF-8 in your editor."))
            return None
        return text.removeprefix("\ufeff").replace("\r\n", "\n")

    def yaml(self, path: str, missing: Callable[[], str] | None = None) -> Read:
        text = self.text(path, missing)
        read = read_yaml(text, path) if text is not None else Read(broken=True)
        self.problems += read.problems
        return read

    def pages(self) -> dict[str, model.Page]:
        found = {}
        docs = self.root / "docs"
        for file in sorted(docs.rglob("*.md")):
            page = self.page(file.relative_to(docs).as_posix())
            if page:
                found[page.path] = page
        return found

    def files(self) -> frozenset[str]:
        docs = self.root / "docs"
        return frozenset(f.relative_to(docs).as_posix() for f in docs.rglob("*") if f.is_file() and f.suffix != ".md")

    def page(self, path: str) -> model.Page | None:
        file = f"docs/{path}"
        text = self.text(file)
        if text is None:
            return None
        front = _FRONT.match(text)
        if not front:
            self.problems.append(Problem(file, 1, "This page has no front matter", "Begin it with --- , title, description, kind and reviewed, and --- again."))
            self.faulty.add(("page", path))
            return None
        read = read_yaml(front.group(1), file, first_line=2)
        self.problems += read.problems
        meta = None if read.broken else self.record(model.PageMeta, read.value, read, file)
        body = "\n" * front.group(0).count("\n") + text[front.end():]
        parts, problems = read_parts(body, file)
        self.problems += problems
        return model.Page(path=path, meta=meta or model.PageMeta.stand_in(read.value), **parts)

    def checklists(self) -> dict[str, facts.Checklist]:
        found = {}
        for file in sorted((self.root / "data/checklists").glob("*.yml")):
            path = file.relative_to(self.root).as_posix()
            read = self.yaml(path)
            record = None if read.broken else self.record(facts.Checklist, read.value, read, path)
            if record:
                found[record.id] = record
            else:
                self.faulty.add(("checklist", file.stem))
        return found

    def by_id(self, path: str, kind: type[Record], key: str, twice: str = "") -> dict:
        """Read a file that is one list of records, each with a name of its own; `twice` mends a name that is not."""
        read = self.yaml(path)
        found: dict[str, Record] = {}
        what = kind.__name__.lower()
        if read.broken:
            self.faulty.add((what, "*"))
            return found
        if not isinstance(read.value or [], list):
            self.problems.append(Problem(path, 1, "This file is not a list", "Begin each entry with '- '."))
            self.faulty.add((what, "*"))
            return found
        for n, value in enumerate(read.value or []):
            record = self.record(kind, value, read, path, (n,))
            if record is None:
                self.faulty.add((what, str(value.get(key)) if isinstance(value, dict) else ""))
                continue
            name = getattr(record, key)
            if name in found:
                self.problems.append(Problem(path, record.line(key), f"'{name}' is used twice, first on line {found[name].line(key)}", twice or f"Give this entry another {key}."))
            found.setdefault(name, record)
        return found

    def ratings(self) -> tuple[Rating, ...]:
        found = []
        for file in sorted((self.root / "editorial/ratings").glob("*.yml")):
            path = file.relative_to(self.root).as_posix()
            read = self.yaml(path)
            record = None if read.broken else self.record(Rating, read.value, read, path)
            found += [record] if record else []
        return tuple(found)

    def published(self) -> tuple[model.Published, ...]:
        text = self.text(PUBLISHED)
        return tuple(model.Published(address=line.strip(), line=n) for n, line in enumerate((text or "").split("\n"), 1)
                     if line.strip() and not line.startswith("#"))

    def helplines(self) -> facts.Helplines | None:
        path = "data/helplines.yml"
        read = self.yaml(path)
        found = None if read.broken else self.record(facts.Helplines, read.value, read, path)
        if found is None:
            self.faulty.add(("country", "*"))
        return found

    def pictures(self) -> dict[str, facts.Picture]:
        found = self.by_id("data/pictures.yml", facts.Picture, "id")
        for picture in found.values():
            svg = self.text(f"docs/assets/pictures/{picture.id}.svg")
            picture.drawn_as(svg or "")
        return found

    def practice(self) -> Practice:
        path = "practice.yml"
        read = self.yaml(path, missing=str)
        if read.broken:
            return Practice()
        value = self.without_clients(read, path)
        found = self.record(Practice, value, read, path, nothing_is_empty=True)
        if found and found.logo:
            file = self.root / "docs" / found.logo
            fault = fault_of(found.logo, lambda: file.read_bytes() if file.is_file() else None)
            if fault:
                self.problems.append(Problem(path, found.line("logo"), *fault))
        return found or Practice()

    def without_clients(self, read: Read, path: str) -> object:
        """Return what practice.yml holds without keys about clients, each of which is told."""
        if not isinstance(read.value, dict):
            return read.value
        refused = [key for key in read.value if str(key).casefold() in ABOUT_CLIENTS]
        self.problems += [Problem(path, read.line((key,)), f"'{key}' would be about a client, and this file is published",
                                  "Remove it. Nothing about a client belongs here.") for key in refused]
        return {key: value for key, value in read.value.items() if key not in refused}

    def record(self, kind: type[Record], value: object, read: Read, path: str, loc: tuple = (), **options):
        record, problems = shape(kind, value, read, path, loc, **options)
        self.problems += problems
        return record
