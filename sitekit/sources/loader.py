"""The only reader of the project's files: YAML, front matter and Markdown to one Site, with every fault met."""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath

from sitekit.errors import Problem
from sitekit.models import data, emails, promises, site
from sitekit.models.interface import WordUse
from sitekit.models.note import NotePart
from sitekit.models.practice import ABOUT_CLIENTS, Practice
from sitekit.models.ratings import Rating
from sitekit.models.record import ID
from sitekit.models.site import Site
from sitekit.sources import settings
from sitekit.sources.interface import uses_in_python, uses_in_template
from sitekit.sources.logo import fault_of
from sitekit.sources.pages import read_pages
from sitekit.sources.reader import Reader, shown
from sitekit.sources.templates import read_settings, read_style, read_template
from sitekit.sources.yaml import Read
from sitekit.urls import PUBLISHED

# What the generator would publish unchecked, or take for a page that nobody checked.
_UNCHECKED = (".html", ".htm", ".xhtml", ".shtml", ".markdown", ".mdown", ".mkdn", ".mkd")


def load(root: Path) -> tuple[Site, list[Problem]]:
    """Read the project below `root`.

    Args:
        root: the folder that holds mkdocs.yml, docs/ and data/.

    Returns:
        The site, holding all that could be understood, and the problems met on the way, in file order.
    """
    reader = _Reader(root)
    config = reader.yaml("mkdocs.yml")
    interface = reader.interface()
    site = Site(
        pages=read_pages(reader),
        nav=settings.nav(config),
        site_url=settings.site_url(config),
        custom_domain=(reader.text("docs/CNAME", missing=str) or "").strip(),
        checklists=reader.checklists(),
        phrases=reader.by_id("data/phrases.yml", data.Phrase, "id"),
        claims=reader.by_id("data/evidence.yml", data.Claim, "key"),
        helplines=reader.helplines(),
        terms=tuple(reader.by_id("data/glossary.yml", data.Term, "term").values()),
        pictures=reader.pictures(),
        calls_to_action=reader.by_id("data/doors.yml", data.CallToAction, "page"),
        note_parts=reader.by_id("data/note.yml", NotePart, "id"),
        wording_rules=reader.by_id("data/words.yml", data.WordingRule, "id"),
        search_terms=reader.by_id("data/search.yml", data.SearchTerms, "place"),
        moments=reader.by_id("data/moments.yml", emails.Moment, "id"),
        emails=reader.by_id("data/emails.yml", emails.Email, "id"),
        interface={key: words for key, (words, _) in interface.items()},
        interface_lines={key: line for key, (_, line) in interface.items()},
        word_uses=reader.word_uses(),
        practice=reader.practice(),
        published_urls=reader.published(),
        redirects=reader.by_id("data/redirects.yml", data.Redirect, "old", twice="Keep one of the two."),
        ratings=reader.ratings(),
        promises=reader.by_id("data/promises.yml", promises.Promise, "id"),
        test_markers=reader.marks(),
        files=reader.files(),
        references=(*reader.frame(), *read_settings(config)),
    )
    reader.tell_unread("data")
    site = site.model_copy(update={"unreadable": frozenset(reader.unreadable)})
    return site, sorted(set(reader.problems))


class _Reader(Reader):
    def files(self) -> frozenset[str]:
        found = [file for file in self.below("docs") if not file.endswith(".md")]
        for file in found:
            if file.lower().endswith(_UNCHECKED):
                self.note(shown(file), 1, "This file would be published unchecked", "Write it as a page, name.md, or remove it.")
        return frozenset(shown(file).removeprefix("docs/") for file in found)

    def checklists(self) -> dict[str, data.Checklist]:
        found = {}
        for path in self.below("data/checklists", "*.yml"):
            name = PurePosixPath(path).stem
            if not re.fullmatch(ID, name):
                self.note(
                    shown(path),
                    1,
                    f"'{shown(name)}' is not fit for an id",
                    "Name the file with lower-case words joined by hyphens, as short-name.yml.",
                )
                self.seen.add(path)
                continue
            read = self.yaml(path)
            record = None if read.broken else self.record(data.Checklist, read.value, read, path)
            if record:
                found[record.id] = record
            else:
                self.unreadable.add(("checklist", name))
        return found

    def ratings(self) -> tuple[Rating, ...]:
        found = []
        for path in self.below("editorial/ratings", "*.yml"):
            read = self.yaml(path)
            record = None if read.broken else self.record(Rating, read.value, read, path)
            found += [record] if record else []
        return tuple(found)

    def marks(self) -> tuple[promises.TestMarker, ...] | None:
        if not (self.root / "tests").is_dir():
            return None
        found: list[promises.TestMarker] = []
        for path in self.below("tests", "test_*.py"):
            try:
                found += promises.marks(self.text(path) or "", path)
            except (SyntaxError, RecursionError) as error:
                self.note(
                    shown(path), getattr(error, "lineno", None) or 1, "This file of tests is not Python", "Mend it where it breaks off."
                )
                self.unreadable.add(("test", path))
        return tuple(found)

    def published(self) -> tuple[site.PublishedUrl, ...]:
        text = self.text(PUBLISHED)
        return tuple(
            site.PublishedUrl(address=line.strip(), line=n)
            for n, line in enumerate((text or "").split("\n"), 1)
            if line.strip() and not line.startswith("#")
        )

    def helplines(self) -> data.Helplines | None:
        path = "data/helplines.yml"
        read = self.yaml(path)
        found = None if read.broken else self.record(data.Helplines, read.value, read, path)
        if found is None:
            self.unreadable.add(("country", "*"))
        return found

    def pictures(self) -> dict[str, data.Picture]:
        found = self.by_id("data/pictures.yml", data.Picture, "id")
        for picture in found.values():
            picture.drawn_as(self.text(f"docs/assets/pictures/{picture.id}.svg"))
        return found

    def frame(self) -> list[site.Reference]:
        found: list[site.Reference] = []
        for path in self.below("overrides", "*.html"):
            mentions, problems = read_template(self.text(path) or "", path)
            found += mentions
            self.problems += problems
        for path in self.below("docs/assets", "*.css"):
            found += read_style(self.text(path) or "", path)
        return found

    def interface(self) -> dict[str, tuple[str, int]]:
        """Return the words of data/interface.yml by their key, each with its line."""
        path = "data/interface.yml"
        read = self.yaml(path)
        if not isinstance(read.value or {}, dict):
            self.note(path, 1, "This file is not a list of words by their key", "Write each as 'key: words'.")
        found = {}
        for key, words in read.value.items() if isinstance(read.value, dict) else ():
            line = read.line((key,))
            # A template finds a dictionary's own methods before its keys.
            if not re.fullmatch("[a-z][a-z0-9_]*", str(key)) or hasattr(dict, str(key)):
                self.note(path, line, f"'{key}' is not fit for a key", "Use lower-case words joined by '_', as note_title.")
            elif not isinstance(words, str) or not words:
                self.note(path, line, f"'{key}' holds no words", "Write the words after the key, in quotes.")
            else:
                found[str(key)] = (words, line)
        return found

    def word_uses(self) -> tuple[WordUse, ...] | None:
        """Return where templates and Python use interface words; None for a project without templates or code of its own."""
        templates, modules = self.below("overrides", "*.html"), self.below("sitekit", "*.py")
        if not templates or not modules:
            return None
        uses = [use for path in templates for use in uses_in_template(self.text(path) or "", path)]
        return (*uses, *(use for path in modules for use in uses_in_python(self.text(path) or "", path)))

    def practice(self) -> Practice:
        path = "practice.yml"
        read = self.yaml(path, missing=str, any_editor=True)
        if read.broken:
            return Practice()
        value = self.without_clients(read, path)
        found = self.record(Practice, value, read, path, nothing_is_empty=True)
        if found and found.logo:
            file = self.root / "docs" / found.logo
            fault = fault_of(found.logo, lambda: file.read_bytes() if file.is_file() and not file.is_symlink() else None)
            if fault:
                self.note(path, found.line("logo"), *fault)
        return found or Practice()

    def without_clients(self, read: Read, path: str) -> object:
        """Return what practice.yml holds without keys about clients, each of which is told."""
        if not isinstance(read.value, dict):
            return read.value
        refused = [key for key in read.value if str(key).casefold() in ABOUT_CLIENTS]
        self.problems += [
            Problem(
                path,
                read.line((key,)),
                f"'{key}' would be about a client, and this file is published",
                "Remove it. Nothing about a client belongs here.",
            )
            for key in refused
        ]
        return {key: value for key, value in read.value.items() if key not in refused}
