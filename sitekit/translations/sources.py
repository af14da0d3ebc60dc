"""List the messages that a language translates, by source file: those of its pages and of what these pages show."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from sitekit.letters import pages_of
from sitekit.models.page import Page
from sitekit.models.site import INTERFACE, Site
from sitekit.queries import pages_in_nav_order
from sitekit.schema.macros import cited_keys
from sitekit.schema.translations import CHECKLIST_TEXTS, PICTURES, TEXTS, is_in_set
from sitekit.sources.yaml import parse_yaml
from sitekit.translations.catalog import Message
from sitekit.translations.languages import OWN_WORDS, Translation, plural_forms
from sitekit.translations.messages import translate_data, translate_page, translate_svg
from sitekit.translations.project import SETTINGS


def pages_to_translate(site: Site, translation: Translation) -> list[Page]:
    """Return the pages that a language promises, and those it has beside them, in menu order."""
    return [page for page in pages_in_nav_order(site) if is_in_set(page, translation.language.set) or page in translation.pages]


def messages_of(root: Path, site: Site, pages: Iterable[Page], locale: str) -> dict[str, list[Message]]:
    """Return the messages of each source file of the pages to translate, in its order; the locale has plural forms of its own."""
    pages = list(pages)
    used = {macro: {argument for page in pages for argument in page.arguments(macro)} for macro in ("phrases", "picture", "checklist")}
    cited = {key for page in pages for key in cited_keys(site, page)}
    paths = {page.path for page in pages}
    kept: dict[str, Callable[[str], bool]] = {
        "data/doors.yml": lambda context: context.rpartition(".")[0] in paths,
        "data/emails.yml": lambda context: pages_of(site.emails[context.split(".")[0]]) <= paths,
        "data/evidence.yml": lambda context: context.split(".")[0] in cited,
        "data/phrases.yml": lambda context: context.split(".")[0] in used["phrases"],
        "data/pictures.yml": lambda context: context.split(".")[0] in used["picture"],
        "data/note.yml": lambda context: any(call.name == "note_form" for page in pages for call in page.calls),
    }
    found = {page.file: _recorded(translate_page, (root / page.file).read_text(encoding="utf-8")) for page in pages}
    found["mkdocs.yml"] = list(_settings(root, site, paths))
    for name, texts in TEXTS.items():
        if name != INTERFACE:
            messages = _recorded(partial(translate_data, texts=texts), _value(root, name))
            found[name] = [message for message in messages if kept.get(name, lambda context: True)(message.context)]
    found[INTERFACE] = [Message(key, text) for key, text in site.interface.items() if key not in OWN_WORDS]
    found[INTERFACE] += [Message(key, text) for key, text in plural_forms(site, locale)]
    for id in sorted(used["checklist"] & site.checklists.keys()):
        name = f"data/checklists/{id}.yml"
        found[name] = _recorded(partial(translate_data, texts=CHECKLIST_TEXTS), _value(root, name))
    for id in sorted(used["picture"] & site.pictures.keys()):
        found[f"{PICTURES}/{id}.svg"] = _recorded(translate_svg, site.drawings.get(id, ""))
    return {name: messages for name, messages in found.items() if messages}


def _settings(root: Path, site: Site, paths: set[str]) -> Iterator[Message]:
    config = _value(root, "mkdocs.yml")
    yield from (Message(key, config[key]) for key in SETTINGS if key in config)
    for section in dict.fromkeys(entry.section for entry in site.nav if entry.section and entry.path in paths):
        yield Message(f"nav {section}", section)


def _recorded(walk: Callable[..., object], source: object) -> list[Message]:
    """Return the messages that a walk through a source asks to translate."""
    messages: list[Message] = []

    def record(context: str, text: str) -> str:
        messages.append(Message(context, text))
        return text

    walk(source, translate=record)
    return messages


def _value(root: Path, path: str) -> Any:
    return parse_yaml((root / path).read_text(encoding="utf-8"), path).value
