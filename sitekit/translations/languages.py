"""Read the languages below translations/: each with its record, its catalogues and the pages it has."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from babel import Locale, UnknownLocaleError

from sitekit.checks.data import search_terms_name_pages
from sitekit.errors import Problem, suggest
from sitekit.models.data import SearchTerms
from sitekit.models.language import Language
from sitekit.models.page import Page
from sitekit.models.site import INTERFACE, Site
from sitekit.schema.translations import PICTURES, TEXTS
from sitekit.sources.reader import UNREAD, Reader, printable
from sitekit.translations.catalog import Catalog, unreadable
from sitekit.translations.messages import Translate

FOLDER = "translations"
# What a language says of itself, and no text of the interface.
OWN_WORDS = ("language", "locale", "direction")
# The most characters of a text that may stand in many sources.
_SHORT = 10
_TAG = re.compile(r"[a-z]{2,3}(-[A-Z]{2}|-[A-Z][a-z]{3})?")


def catalog_path(tag: str, source: str) -> str:
    """Return the catalogue of a source file, relative to the project's folder: translations/es/docs/words/index.po."""
    return f"{FOLDER}/{tag}/{source.rpartition('.')[0]}.po"


def locale_of(tag: str) -> Locale | None:
    """Return the locale of a BCP 47 tag; None where no language has it."""
    try:
        return Locale.parse(tag, sep="-")
    except (UnknownLocaleError, ValueError):
        return None


def tag_problem(path: str, tag: str, site: Site) -> Problem | None:
    """Return the problem of a tag that is no language, or the site's own."""
    if _TAG.fullmatch(tag) and locale_of(tag) and tag != site.interface.get("language"):
        return None
    message = f"'{printable(tag)}' is not a language to translate into"
    return Problem(printable(path), 1, message, "Write a BCP 47 tag, as es, pt-BR or zh-Hans.")


@dataclass
class Translation:
    """One language of the site.

    Attributes:
        tag: its BCP 47 tag, which is its folder's name.
        language: its record.
        catalogs: its catalogues by their path.
        pages: the pages it has, in menu order.
        search_words: what people type for its pages, as in data/search.yml.
    """

    tag: str
    language: Language
    catalogs: dict[str, Catalog]
    pages: tuple[Page, ...]
    search_words: list[dict[str, Any]] = field(default_factory=list)

    def catalog(self, source: str) -> Catalog:
        """Return the catalogue of a source file; an empty one where there is none."""
        path = catalog_path(self.tag, source)
        return self.catalogs.setdefault(path, Catalog(path, ""))

    def translate(self, source: str) -> Translate:
        """Return the function that translates the messages of a source file."""
        return self.catalog(source).translate

    def interface(self, site: Site) -> dict[str, str]:
        """Return the interface words by key, with the plural forms that only this language has."""
        catalog, known = self.catalog(INTERFACE), site.interface
        own = {"language": self.tag, "locale": self.language.locale, "direction": self.language.direction}
        words = {key: own.get(key) or catalog.translate(key, text) for key, text in known.items()}
        added = {context: entry.translation for context, entry in catalog.by_context.items() if context not in words}
        return words | {key: text for key, text in added.items() if text}


def plural_forms(site: Site, locale: str) -> Iterator[tuple[str, str]]:
    """Yield (key, English text) for each plural form of the interface words that a locale has and English has not.

    Source of the categories: Unicode CLDR, through Babel.
    """
    for key, text in site.interface.items():
        if key.endswith("_other"):
            for category in sorted(Locale.parse(locale, sep="-").plural_form.tags):
                if f"{key.removesuffix('other')}{category}" not in site.interface:
                    yield f"{key.removesuffix('other')}{category}", text


def read_translations(root: Path, site: Site) -> tuple[list[Translation], list[Problem]]:
    """Return every language below translations/ in alphabetical order, and the problems of their files."""
    reader = Reader(root)
    found = []
    files = reader.below(FOLDER)
    hidden, tags = site.practice.without_languages, [path.split("/")[1] for path in files if path.endswith("/language.yml")]
    for tag in {*hidden} - {*tags}:
        hint = suggest(tag, tags, "language")
        reader.report("practice.yml", site.practice.line("without_languages"), f"There is no language '{tag}'", hint)
    for tag in dict.fromkeys(path.split("/")[1] for path in files):
        folder, record = f"{FOLDER}/{tag}", f"{FOLDER}/{tag}/language.yml"
        if tag in hidden:
            continue
        if folder in files:
            reader.report(printable(folder), 1, *UNREAD)
        elif problem := tag_problem(record, tag, site):
            reader.problems.append(problem)
        elif record not in files:
            hint = f"Run make translate lang={tag}, or remove the folder."
            reader.report(record, 1, "This file is missing, so its folder is not read", hint)
        elif translation := _read(reader, site, tag):
            found.append(translation)
            reader.report_unread(folder)
    return found, sorted(set(reader.problems))


def _read(reader: Reader, site: Site, tag: str) -> Translation | None:
    path, searched = f"{FOLDER}/{tag}/language.yml", f"{FOLDER}/{tag}/search.yml"
    language = reader.yaml_record(Language, path)
    if language is None:
        return None
    locale = locale_of(language.locale)
    if locale is None or locale.language != Locale.parse(tag, sep="-").language:
        reader.report(path, language.line("locale"), f"'{language.locale}' is not a known locale of '{tag}'", "Write one as es-MX.")
        return None
    if language.direction != locale.text_direction:
        reader.report(path, language.line("direction"), f"The script of '{tag}' runs otherwise", f"Write {locale.text_direction}.")
    catalogs = dict(_catalogs(reader, tag))
    pages = tuple(page for entry in site.nav if (page := site.pages.get(entry.path)) and catalog_path(tag, page.file) in catalogs)
    words = reader.by_id(searched, SearchTerms, "place") if (reader.root / searched).exists() else {}
    # A heading that the English search names too is reported there.
    own = {place: terms for place, terms in words.items() if terms.page not in site.pages or place not in site.search_terms}
    reader.problems += search_terms_name_pages(site.model_copy(update={"search_terms": own}))
    return Translation(tag, language, catalogs, pages, [terms.model_dump(exclude_none=True) for terms in words.values()])


def _catalogs(reader: Reader, tag: str) -> Iterator[tuple[str, Catalog]]:
    translated = (*reader.below("docs", "*.md"), *reader.below("data/checklists"), *reader.below(PICTURES, "*.svg"), *TEXTS, "mkdocs.yml")
    sources = {catalog_path(tag, source): source for source in translated}
    for path in reader.below(f"{FOLDER}/{tag}", "*.po"):
        try:
            catalog = Catalog(path, reader.text(path) or "")
        except ValueError as error:
            reader.problems.append(unreadable(path, error))
            continue
        if path not in sources:
            reader.report(printable(path), 1, "This catalogue belongs to no source file", _place(reader.root, catalog, sources))
        yield path, catalog


def _place(root: Path, catalog: Catalog, sources: Mapping[str, str]) -> str:
    """Return where a catalogue without a source file belongs: to the source without a catalogue that has most of its texts."""
    texts = [entry.text for entry in catalog.by_context.values() if len(entry.text) > _SHORT]
    for path, source in sources.items():
        if (root / source).is_file() and not (root / path).exists():
            written = " ".join((root / source).read_text(encoding="utf-8", errors="replace").split())
            if 2 * sum(text in written for text in texts) > len(texts):
                return f"Move it to {path}, as its texts stand in {source} now."
    return UNREAD[1]
