"""Read the translations of one source file: a catalogue in gettext's PO format, which translators' editors know."""

import io
import re
from difflib import get_close_matches
from typing import NamedTuple

from babel.messages import Catalog as PoCatalog
from babel.messages.pofile import PoFileError, read_po, write_po

from sitekit.errors import Problem
from sitekit.translations.messages import structure

# A text that changed more is another text, and its former translation would mislead.
_ALIKE = 0.6
_LINE = re.compile(r'#.*|(?:(?P<key>msgctxt|msgid|msgstr) +)?"(?:[^"\\]|\\[\\"nrt])*"|')
# What each part of an entry stands behind.
_BEFORE = {"msgctxt": ("msgstr",), "msgid": ("msgstr", "msgctxt"), "msgstr": ("msgid",)}


class Message(NamedTuple):
    """A text of the sources and where it stands in its file."""

    context: str
    text: str


class Entry(NamedTuple):
    """A message of a catalogue: its translation, which may be empty, its line, and whether the text has changed since."""

    translation: str
    line: int
    text: str
    is_fuzzy: bool


class Catalog:
    """The translations of one source file.

    Attributes:
        path: the catalogue's file, to name in problems.
        by_context: its entries by the context of their message.
    """

    def __init__(self, path: str, text: str) -> None:
        """Take the catalogue's file and its text.

        Raises:
            ValueError: it is not in PO format, with the reason and its line.
        """
        self.path = path
        _refuse_what_is_cut_off(text)
        try:
            # As lines, which are not decoded once more by what a header says.
            self.po = read_po(text.splitlines(), abort_invalid=True)
        except (PoFileError, ValueError) as error:
            raise ValueError(f"its header or a comment is not as gettext writes it ({error})", 1) from None
        self.by_context: dict[str, Entry] = {}
        self._by_text: dict[str, Entry] = {}
        for message in self.po:
            if message.id and isinstance(message.id, str):
                entry = Entry(str(message.string or ""), message.lineno or 1, message.id, message.fuzzy)
                self.by_context[message.context or ""] = self._by_text[message.id] = entry

    def entry(self, context: str, text: str) -> Entry | None:
        """Return what translates a message: the entry of its context, else of its text elsewhere, else of a text that was like it."""
        own = self.by_context.get(context)
        if own and own.text == text:
            return own
        return self._by_text.get(text) or (own if own and get_close_matches(text, [own.text], cutoff=_ALIKE) else None)

    def is_current(self, context: str, text: str) -> bool:
        """Return whether a message has a translation that is not older than its text."""
        entry = self.entry(context, text)
        return bool(entry and entry.translation and entry.text == text and not entry.is_fuzzy)

    def translate(self, context: str, text: str) -> str:
        """Return a message's translation; the text itself where there is none, or where a former one has other macros or links."""
        entry = self.entry(context, text)
        if entry and self.is_current(context, text):
            return entry.translation
        has_former = entry and entry.translation.strip() and structure(entry.translation) == structure(text)
        return entry.translation if entry and has_former else text


def _refuse_what_is_cut_off(text: str) -> None:
    """Raise ValueError at the first line that is not PO, where an entry lacks a part, or has a context again; the library would guess."""
    former, lines = "msgstr", text.split("\n")
    contexts: dict[str, int] = {}
    for number, line in enumerate(lines, 1):
        if not (found := _LINE.fullmatch(line.strip())):
            raise ValueError("this is no comment, and no text in quotes behind msgctxt, msgid or msgstr", number)
        if (key := found["key"]) and former not in _BEFORE[key]:
            raise ValueError(f"{key} stands behind {former}", number)
        if key == "msgctxt" and contexts.setdefault(line.strip(), number) != number:
            raise ValueError(f"this entry stands on line {contexts[line.strip()]} already", number)
        former = key or former
    if former != "msgstr":
        raise ValueError("it ends within an entry", len(lines))


def unreadable(path: str, error: ValueError) -> Problem:
    """Return the problem of a catalogue that cannot be read."""
    message, line = error.args
    return Problem(path, line, f"This catalogue cannot be read: {message}", "Write it in gettext's PO format, each entry once.")


def updated(text: str | None, messages: list[Message], tag: str) -> str:
    """Return a catalogue with an entry for each message.

    What the former text has translated stays; a message that changed keeps its translation, marked as fuzzy until a translator has read it.
    """
    former = Catalog("", text) if text else None
    catalog = PoCatalog(locale=tag.replace("-", "_"), charset="utf-8", fuzzy=False, header_comment="")
    for message in dict.fromkeys(messages):
        entry = former.entry(*message) if former else None
        is_changed = bool(entry and entry.translation and (entry.text != message.text or entry.is_fuzzy))
        previous = (entry.text,) if is_changed and entry and entry.text != message.text else ()
        flags = {"fuzzy"} if is_changed else set()
        catalog.add(message.text, entry.translation if entry else "", context=message.context, flags=flags, previous_id=previous)
    out = io.BytesIO()
    write_po(out, catalog, width=0, omit_header=True, include_previous=True)
    return out.getvalue().decode()
