"""Read the translations of one source file: a catalogue in gettext's PO format, which translators' editors know."""

import io
from collections.abc import Iterator
from difflib import get_close_matches
from typing import NamedTuple

from babel.messages import Catalog as PoCatalog
from babel.messages.pofile import PoFileError, read_po, write_po

from sitekit.errors import Problem
from sitekit.translations.messages import structure

# A text that changed more is another text, and its former translation would mislead.
_ALIKE = 0.6


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
        stale: the messages that were asked for and whose text has changed since, or that are not there.
    """

    def __init__(self, path: str, text: str) -> None:
        """Take the catalogue's file and its text.

        Raises:
            ValueError: it is not in PO format, with the reason.
        """
        self.path, self.stale = path, list[Message]()
        try:
            self.po = read_po(io.BytesIO(text.encode()), abort_invalid=True, charset="utf-8")
        except (PoFileError, UnicodeError) as error:
            raise ValueError(str(error)) from None
        self._by_context: dict[str, Entry] = {}
        self._by_text: dict[str, Entry] = {}
        for message in self.po:
            if message.id and isinstance(message.id, str):
                entry = Entry(str(message.string or ""), message.lineno or 1, message.id, message.fuzzy)
                self._by_context[message.context or ""] = self._by_text[message.id] = entry

    def entry(self, context: str, text: str) -> Entry | None:
        """Return what translates a message: the entry of its context, else of its text elsewhere, else of a text that was like it."""
        own = self._by_context.get(context)
        if own and own.text == text:
            return own
        return self._by_text.get(text) or (own if own and get_close_matches(text, [own.text], cutoff=_ALIKE) else None)

    def translate(self, context: str, text: str) -> str:
        """Return a message's translation; the text itself where there is none, or where a former one has other macros or links."""
        entry = self.entry(context, text)
        if entry and entry.translation and entry.text == text and not entry.is_fuzzy:
            return entry.translation
        self.stale.append(Message(context, text))
        return entry.translation if entry and structure(entry.translation) == structure(text) else text

    def entries(self) -> Iterator[tuple[str, Entry]]:
        """Yield every context with its entry."""
        yield from self._by_context.items()


def unreadable(path: str, error: ValueError) -> Problem:
    """Return the problem of a catalogue that cannot be read."""
    return Problem(path, 1, f"This catalogue cannot be read: {error}", "Write it in gettext's PO format.")


def updated(text: str | None, messages: list[Message], tag: str) -> str:
    """Return a catalogue with an entry for each message.

    What was translated stays; a text that changed keeps its translation, marked as fuzzy until a translator has read it.

    Args:
        text: the former catalogue; None for a new one.
        messages: the messages of the source file.
        tag: the language, as a BCP 47 tag.
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
