"""Load the project: all its sources as one Site, with every problem on the way."""

import re
from collections.abc import Iterable
from pathlib import Path, PurePosixPath
from typing import TypeVar

from sitekit.errors import Problem
from sitekit.models.data import CallToAction, Checklist, Claim, Helplines, Phrase, Picture, Redirect, SearchTerms, Term, WordingRule
from sitekit.models.emails import Email, Moment, Portal
from sitekit.models.note import NotePart
from sitekit.models.practice import ABOUT_CLIENTS, Practice
from sitekit.models.promises import Promise, TestMarker
from sitekit.models.ratings import Rating
from sitekit.models.record import ID
from sitekit.models.site import PublishedUrl, Site
from sitekit.sources import settings
from sitekit.sources.assets import find_practice_picture_problem, from_right_to_left, read_files
from sitekit.sources.interface import read_interface, read_word_uses
from sitekit.sources.overrides import read_references, read_templates
from sitekit.sources.pages import read_pages
from sitekit.sources.reader import UNREAD, Reader, printable
from sitekit.sources.test_markers import parse_test_markers
from sitekit.urls import PUBLISHED

T = TypeVar("T")
# How practice.yml is misnamed, some of it by editors.
_PRACTICE = re.compile(r"practice\.ya?ml(?:\.txt)?", re.IGNORECASE)


def load(root: Path) -> tuple[Site, list[Problem]]:
    """Read the project below `root`; return the site, with all that could be read, and the problems, in file order."""
    reader = Reader(root)
    config = reader.yaml("mkdocs.yml")
    wrong = {problem.line for problem in config.problems}
    reader.problems += [problem for problem in settings.find_problems(config) if problem.line not in wrong]
    if not (isinstance(config.value, dict) and isinstance(config.value.get("nav"), list)):
        reader.unreadable.add(("nav", "*"))
    interface, interface_lines = read_interface(reader)
    templates = read_templates(reader)
    pictures = reader.by_id("data/pictures.yml", Picture, "id")
    practice, logo = _read_practice(reader)
    site = Site(
        pages=read_pages(reader),
        nav=settings.nav(config),
        site_url=settings.site_url(config),
        custom_domain=(_known(reader, "custom domain", reader.text("docs/CNAME", default="")) or "").strip(),
        checklists=_read_checklists(reader),
        phrases=reader.by_id("data/phrases.yml", Phrase, "id"),
        claims=reader.by_id("data/evidence.yml", Claim, "key"),
        helplines=_known(reader, "country", reader.yaml_record(Helplines, "data/helplines.yml")),
        terms=tuple(reader.by_id("data/glossary.yml", Term, "term").values()),
        pictures=pictures,
        drawings=_read_drawings(reader, pictures, is_from_right=interface.get("direction") == "rtl"),
        calls_to_action=reader.by_id("data/doors.yml", CallToAction, "page"),
        note_parts=reader.by_id("data/note.yml", NotePart, "id"),
        wording_rules=reader.by_id("data/words.yml", WordingRule, "id"),
        search_terms=reader.by_id("data/search.yml", SearchTerms, "place"),
        moments=reader.by_id("data/moments.yml", Moment, "id"),
        emails=reader.by_id("data/emails.yml", Email, "id"),
        portals=reader.by_id("data/portals.yml", Portal, "id"),
        interface=interface,
        interface_lines=interface_lines,
        word_uses=read_word_uses(reader, templates),
        practice=practice,
        logo=logo,
        published_urls=_read_published_urls(reader),
        redirects=reader.by_id("data/redirects.yml", Redirect, "old", duplicate_hint="Keep one of the two."),
        ratings=tuple(filter(None, (reader.yaml_record(Rating, path) for path in reader.below("editorial/ratings", "*.yml")))),
        promises=reader.by_id("data/promises.yml", Promise, "id"),
        test_markers=_read_test_markers(reader),
        files=read_files(reader),
        languages=frozenset(path.split("/")[1] for path in reader.below("translations", "language.yml")),
        references=read_references(reader, templates, settings.references(config)),
        # Last, as the readers above add to it.
        unreadable=frozenset(reader.unreadable),
    )
    reader.report_unread("data")
    return site, sorted(set(reader.problems))


def _known(reader: Reader, what: str, value: T | None) -> T | None:
    """Return what was read; where it could not be, the reader remembers that all of its kind is unreadable."""
    if value is None:
        reader.unreadable.add((what, "*"))
    return value


def _read_checklists(reader: Reader) -> dict[str, Checklist]:
    found = {}
    for path in reader.below("data/checklists"):
        id = PurePosixPath(path).stem
        if path != f"data/checklists/{id}.yml":
            reader.report(printable(path), 1, *UNREAD)
            reader.requested.add(path)
            reader.unreadable.add(("checklist", id))
            continue
        if not re.fullmatch(ID, id):
            hint = "Name the file with lower-case words joined by hyphens, as short-name.yml."
            reader.report(printable(path), 1, f"'{printable(id)}' is not a valid id", hint)
            reader.requested.add(path)
            continue
        checklist = reader.yaml_record(Checklist, path)
        if checklist:
            found[id] = checklist
        else:
            reader.unreadable.add(("checklist", id))
    return found


def _read_drawings(reader: Reader, ids: Iterable[str], is_from_right: bool) -> dict[str, str]:
    found = {id: drawing for id in ids if (drawing := reader.text(f"docs/assets/pictures/{id}.svg"))}
    return {id: from_right_to_left(drawing) for id, drawing in found.items()} if is_from_right else found


def _read_practice(reader: Reader) -> tuple[Practice, bytes]:
    """Return practice.yml and the content of its logo, without keys about clients, each of which is a problem: the file is published."""
    path = "practice.yml"
    for name in sorted(file.name for file in reader.root.iterdir() if _PRACTICE.fullmatch(file.name) and file.name != path):
        reader.report(name, 1, "This file is not read", f"Name it {path}, or remove it where there is one already.")
    parsed = reader.yaml(path, default="", any_editor=True)
    if parsed.is_unreadable:
        return Practice(), b""
    value = parsed.value
    if isinstance(value, dict):
        for key in [key for key in value if re.sub(r"\W", "_", key.casefold()) in ABOUT_CLIENTS]:
            message = f"'{key}' would be about a client, and this file is published"
            reader.report(path, parsed.line((key,)), message, "Remove it. Nothing about a client belongs here.")
            del value[key]
    practice = reader.record(Practice, value, parsed, path, may_be_empty=True) or Practice()
    logo = b""
    if practice.logo:
        problem = find_practice_picture_problem(practice.logo, reader.root / "docs")
        if problem:
            reader.report(path, practice.line("logo"), *problem)
        else:
            logo = (reader.root / "docs" / practice.logo).read_bytes()
    for photo in practice.photos:
        problem = find_practice_picture_problem(photo.file, reader.root / "docs", "photograph", 800)
        if problem:
            reader.report(path, photo.line("file"), *problem)
    return practice, logo


def _read_published_urls(reader: Reader) -> tuple[PublishedUrl, ...]:
    lines = (_known(reader, "published", reader.text(PUBLISHED)) or "").split("\n")
    return tuple(
        PublishedUrl(address=line.strip(), line=number) for number, line in enumerate(lines, 1) if line.strip() and not line.startswith("#")
    )


def _read_test_markers(reader: Reader) -> tuple[TestMarker, ...] | None:
    """Return the promise markers of all tests, or None where the project has no tests."""
    if not (reader.root / "tests").is_dir():
        return None
    found: list[TestMarker] = []
    for path in reader.below("tests", "test_*.py"):
        try:
            found += parse_test_markers(reader.text(path) or "", path)
        except (SyntaxError, RecursionError) as error:
            line = getattr(error, "lineno", None) or 1
            reader.report(printable(path), line, "This test file is not Python", "Correct it where it breaks off.")
            reader.unreadable.add(("test", path))
    return tuple(found)
