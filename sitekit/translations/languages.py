"""Read the languages below translations/: each with its record, its catalogues and the pages it has."""

from collections.abc import Iterable, Iterator
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
from sitekit.sources.reader import Reader
from sitekit.translations.catalog import Catalog, unreadable
from sitekit.translations.messages import Translate

FOLDER = "translations"
# What a language says of itself, and no text of the interface.
OWN_WORDS = ("language", "locale", "direction")


def catalog_path(tag: str, source: str) -> str:
    """Return the catalogue of a source file, relative to the project's folder: translations/es/docs/words/index.po."""
    return f"{FOLDER}/{tag}/{source.rpartition('.')[0]}.po"


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
        return words | {context: entry.translation for context, entry in catalog.entries() if context not in words and entry.translation}


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
    records = {path.split("/")[1]: path for path in reader.below(FOLDER, "language.yml")}
    for tag in site.practice.without_languages:
        if tag not in records:
            reader.report(
                "practice.yml", site.practice.line("without_languages"), f"There is no language '{tag}'", suggest(tag, records, "language")
            )
    for tag, path in records.items():
        if tag in site.practice.without_languages:
            continue
        language = reader.yaml_record(Language, path)
        if language is None or path != f"{FOLDER}/{tag}/language.yml":
            continue
        try:
            Locale.parse(language.locale, sep="-")
        except (UnknownLocaleError, ValueError):
            reader.report(path, language.line("locale"), f"'{language.locale}' is not a known locale", "Write one as es-MX.")
            continue
        catalogs = dict(_catalogs(reader, tag))
        pages = tuple(page for entry in site.nav if (page := site.pages.get(entry.path)) and catalog_path(tag, page.file) in catalogs)
        searched = f"{FOLDER}/{tag}/search.yml"
        words = reader.by_id(searched, SearchTerms, "place") if (root / searched).exists() else {}
        reader.problems += search_terms_name_pages(site.model_copy(update={"search_terms": words}))
        found.append(Translation(tag, language, catalogs, pages, [terms.model_dump(exclude_none=True) for terms in words.values()]))
    return found, reader.problems


def _catalogs(reader: Reader, tag: str) -> Iterable[tuple[str, Catalog]]:
    for path in reader.below(f"{FOLDER}/{tag}", "*.po"):
        try:
            yield path, Catalog(path, reader.text(path) or "")
        except ValueError as error:
            reader.problems.append(unreadable(path, error))
