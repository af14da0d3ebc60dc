"""Rules for translations: all that a language promises is there, and each translation has the structure of its source."""

import datetime
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from sitekit.checks import check
from sitekit.checks.emails import too_long_for_a_text_message
from sitekit.errors import Problem, excerpt
from sitekit.models.page import Page, PageMeta
from sitekit.models.site import Site
from sitekit.readability import LEAST_INFLESZ, inflesz
from sitekit.schema.page_types import LEFT
from sitekit.schema.translations import PICTURES, is_in_set
from sitekit.sources.drawing_words import CUT_OFF, find_cut_off
from sitekit.sources.markdown import parse_markdown
from sitekit.sources.validation import validate
from sitekit.sources.yaml import ParsedYaml
from sitekit.translations.catalog import Entry, Message
from sitekit.translations.languages import FOLDER, Translation, read_translations
from sitekit.translations.messages import structure, translate_svg
from sitekit.translations.sources import messages_of, pages_to_translate

# A catalogue that lacks more than this share of its texts is unfinished; one that lacks fewer is behind the English, and is due.
_UNFINISHED = 0.5
# A text of more words than this is not the same in two languages.
_COPIED = 3
# A telephone number or a sum is one number: its groups stand in the same order in every language.
_NUMBER = re.compile(r"\d(?:[ \u00a0\u202f.,-]?\d)*")


def check_all(root: Path, site: Site, reported: Iterable[Problem], today: datetime.date | None) -> tuple[list[Translation], list[Problem]]:
    """Return the languages, and the problems of all sources as `check` has them; those of translations only where the English has none."""
    translations, unreadable = read_translations(root, site)
    return translations, check(site, [*reported, *unreadable], today) or [*problems(root, site, translations)]


def unused(root: Path, site: Site, translations: Iterable[Translation]) -> Iterator[Problem]:
    """Yield each catalogue with contexts that no text has, as advice: one is misspelt, or the English has changed since."""
    for translation in translations:
        for source, messages in _sources(root, site, translation):
            catalog, contexts = translation.catalog(source), {message.context for message in messages}
            texts = {message.text for message in messages}
            entries = catalog.by_context.items()
            found = [(entry.line, f"context '{excerpt(context)}'") for context, entry in entries if context not in contexts]
            # Who translates may have typed over both.
            same = [entry for context, entry in entries if context in contexts and entry.text == entry.translation]
            found += [(entry.line, f"msgid '{excerpt(entry.text)}'") for entry in same if entry.text not in texts]
            if found:
                message = f"No text has the {found[0][1]}" + (f", nor those of {len(found) - 1} more" if found[1:] else "")
                yield Problem(catalog.path, found[0][0], message, f"Correct it, or run make translate lang={translation.tag}.")


def problems(root: Path, site: Site, translations: Iterable[Translation]) -> Iterator[Problem]:
    """Yield what is missing in each language, or differs in structure from the English. A text that is only stale is none."""
    for translation in translations:
        yield from _missing_pages(site, translation)
        pages = {page.file: page for page in site.pages.values()}
        for key, text in translation.language:
            if LEFT.search(text):
                yield Problem(translation.language.path, translation.language.line(key), f"'{key}' is still to be written", "Write it.")
        for source, messages in _sources(root, site, translation):
            catalog = translation.catalog(source)
            path = catalog.path
            entries = [(message, entry) for message in messages if (entry := catalog.entry(*message)) and entry.text == message.text]
            blank = [entry.line for entry in catalog.by_context.values() if entry.translation.isspace()]
            yield from (Problem(path, line, "This translation is nothing but space", "Write it, or leave it empty.") for line in blank)
            empty = [entry.line for _, entry in entries if not entry.translation]
            if len(empty) > _UNFINISHED * len(messages):
                written = f"{len(empty)} of {len(messages)} texts are not translated"
                yield Problem(path, empty[0], written, "Write each translation into its msgstr.")
            if (root / path).exists() and not catalog.by_context:
                yield Problem(path, 1, "This catalogue holds no text", f"Run make translate lang={translation.tag}, and fill it in.")
            differences = [problem for message, entry in entries for problem in _differences(path, message, entry)]
            yield from differences or (_misread(path, pages[source], entries) if source in pages else ())
            danger = translation.interface(site).get("danger_anywhere", "")
            for message, entry in entries if source == "data/emails.yml" else ():
                if message.context.endswith(".text"):
                    yield from (Problem(path, entry.line, *found) for found in too_long_for_a_text_message(entry.translation, danger))
            if source.startswith(PICTURES):
                for words in find_cut_off(translate_svg((root / source).read_text(encoding="utf-8"), catalog.translate)):
                    lines = [entry.line for _, entry in entries if entry.translation == words]
                    yield from (Problem(path, line, f"'{excerpt(words)}' {CUT_OFF[0]}", CUT_OFF[1]) for line in lines[:1])
            if translation.tag.startswith("es") and source.endswith(".md") and not empty:
                ease = inflesz([entry.translation for _, entry in entries])
                if ease < LEAST_INFLESZ:
                    written = f"This page has {ease:.0f} on the INFLESZ scale, and {LEAST_INFLESZ} is the least"
                    yield Problem(path, 1, written, "Use shorter words and sentences.")


def stale(root: Path, site: Site, translations: Iterable[Translation]) -> Iterator[str]:
    """Yield a line for each text whose translation is missing, or older than the text."""
    for translation in translations:
        for source, messages in _sources(root, site, translation):
            catalog = translation.catalog(source)
            if not (root / catalog.path).exists():
                language = translation.language.english
                yield f"{source}:1: This is not yet translated into {language}. Run make translate lang={translation.tag}."
                continue
            for message in messages:
                if not catalog.is_current(*message):
                    entry = catalog.entry(*message)
                    yield f"{catalog.path}:{entry.line if entry else 1}: The English has changed: '{excerpt(message.text)}'."


def stale_pages(root: Path, site: Site, translation: Translation) -> set[str]:
    """Return the files of the pages of a language whose own English text has changed since."""
    files = {page.file for page in translation.pages}
    sources = ((source, messages) for source, messages in _sources(root, site, translation) if source in files)
    return {source for source, messages in sources if not all(translation.catalog(source).is_current(*message) for message in messages)}


def _sources(root: Path, site: Site, translation: Translation) -> Iterable[tuple[str, list[Message]]]:
    return messages_of(root, site, pages_to_translate(site, translation), translation.language.locale).items()


def _missing_pages(site: Site, translation: Translation) -> Iterator[Problem]:
    """Yield the core pages that are not translated. Any other new page goes live in English first, and is due."""
    for page in pages_to_translate(site, translation):
        if is_in_set(page, "core") and page not in translation.pages:
            message = f"'core' promises {page.file}, and it is not translated"
            hint = f"Run make translate lang={translation.tag}, and fill in its catalogue."
            yield Problem(f"{FOLDER}/{translation.tag}/language.yml", translation.language.line("set"), message, hint)


def _misread(path: str, page: Page, entries: Sequence[tuple[Message, Entry]]) -> Iterator[Problem]:
    """Yield what is too long in the translated title or description of a page, and what Markdown reads otherwise than it seems."""
    front = {key: entry for (key, _), entry in entries if key in ("title", "description") and entry.translation.strip()}
    lines = ParsedYaml(lines={(key,): entry.line for key, entry in front.items()})
    yield from validate(PageMeta, dict(page.meta) | {key: entry.translation for key, entry in front.items()}, lines, path)[1]
    # A number may belong to a heading.
    body = "\n\n".join(re.sub(r"^(\d+)\.", r"\1\\.", " ".join(entry.translation.split())) for _, entry in entries)
    yield from (replace(problem, line=entries[problem.line // 2][1].line) for problem in parse_markdown(body, path)[1])


def _differences(path: str, message: Message, entry: Entry) -> Iterator[Problem]:
    if not entry.translation or entry.is_fuzzy:
        return
    ours, theirs = structure(message.text), structure(entry.translation)
    for kind, part in sorted((ours - theirs).keys() | (theirs - ours).keys()):
        counts = _times(theirs[kind, part]), _times(ours[kind, part])
        written = f"The {kind} '{part}' stands {counts[0]} here and {counts[1]} in the English"
        yield Problem(path, entry.line, written, "Use the same ones, as often.")
    # The own name of a help line stays.
    is_name = message.context.endswith(".name") and path.endswith("data/helplines.po")
    if entry.translation == message.text and len(message.text.split()) > _COPIED and not is_name:
        yield Problem(path, entry.line, f"'{excerpt(message.text)}' is still in English", "Translate it, or leave its msgstr empty.")
    if re.fullmatch('".*"', entry.translation) and not message.text.startswith('"'):
        yield Problem(path, entry.line, "This translation stands in quotation marks, and the English does not", "Remove them.")
    if _numbers(message.text) != _numbers(entry.translation):
        yield Problem(path, entry.line, f"The numbers differ from those of '{excerpt(message.text)}'", "Write the same ones.")


def _times(count: int) -> str:
    return {0: "never", 1: "once"}.get(count, f"{count} times")


def _numbers(text: str) -> Counter[str]:
    """Return how often a text holds each number, whichever digits it is written in, and whatever parts its groups."""
    return Counter("".join(str(unicodedata.digit(mark)) for mark in number if mark.isdigit()) for number in _NUMBER.findall(text))
