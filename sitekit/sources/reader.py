"""Reads files as text, YAML and records, and notes every fault met. Knows no file of this project by name."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from sitekit.errors import Problem
from sitekit.models.record import Record
from sitekit.sources import characters
from sitekit.sources.validation import shape
from sitekit.sources.yaml import Read, read_yaml

# A page or data file larger than this is a mistake, and slow to check: 256 KiB.
LARGEST = 256 * 1024
_LINK = ("This is a link to another place", "Put the file itself here; elsewhere the link may lead to nothing.")


class Reader:
    """Reads below one folder; `problems` are the faults met so far, `faulty` what could not be read, `seen` the paths asked for, `links` those not followed."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.problems: list[Problem] = []
        self.unreadable: set[tuple[str, str]] = set()
        self.seen: set[str] = set()
        self.links: set[str] = set()

    def note(self, path: str, line: int, fault: str, mend: str) -> None:
        """Note a fault."""
        self.problems.append(Problem(path, line, fault, mend))

    def below(self, folder: str, pattern: str = "*") -> list[str]:
        """Return the files anywhere below a folder whose names fit, as paths from the root, sorted; links are told and left out."""
        found = []
        for file in sorted((self.root / folder).rglob(pattern)):
            path = file.relative_to(self.root).as_posix()
            if file.is_symlink():
                self.links.add(path)
                self.note(shown(path), 1, *_LINK)
            elif file.is_file():
                found.append(path)
        return found

    def text(self, path: str, missing: Callable[[], str] | None = None, any_editor: bool = False) -> str | None:
        """Return a file's text, or None after noting why there is none.

        Args:
            path: the file, from the root.
            missing: gives the text of a file that need not be there.
            any_editor: take a byte order mark and line ends of other systems as they come.
        """
        file = self.root / path
        self.seen.add(path)
        if not file.is_file() and not file.is_symlink():
            if missing is not None:
                return missing()
            self.note(path, 1, "This file is missing", "Put it back, or take it from the original project.")
            return None
        if file.is_symlink():
            self.note(path, 1, *_LINK)
            return None
        if file.stat().st_size > LARGEST:
            self.note(path, 1, f"This file is larger than {LARGEST // 1024} KiB", "Split it, or remove what does not belong.")
            return None
        raw = file.read_bytes()
        try:
            text = raw.decode("utf-8")
        except UnicodeDecodeError as error:
            self.note(path, raw[: error.start].count(b"\n") + 1, "This file is not UTF-8 text", "Save it as UTF-8 in your editor.")
            return None
        return self._plain(text, path, any_editor)

    def _plain(self, text: str, path: str, any_editor: bool) -> str:
        if text.startswith("\ufeff"):
            text = text[1:]
            if not any_editor:
                self.note(path, 1, "This file begins with a byte order mark", "Save it as UTF-8 without a mark (BOM) in your editor.")
        if "\r" in text:
            if not any_editor:
                line = text[: text.index("\r")].count("\n") + 1
                self.note(
                    path,
                    line,
                    "This file has the line ends of another system",
                    "Save it with line ends LF in your editor, so that updates can be merged.",
                )
            text = text.replace("\r\n", "\n").replace("\r", "\n")
        self.problems += [Problem(path, number + 1, fault, characters.MEND) for number, fault in characters.faults(text)]
        return characters.without(text)

    def yaml(self, path: str, missing: Callable[[], str] | None = None, any_editor: bool = False) -> Read:
        """Read a YAML file; what could not be read is `broken`. Others may have the same, so nobody changes it."""
        text = self.text(path, missing, any_editor)
        read = read_yaml(text, path) if text is not None else Read(broken=True)
        self.problems += read.problems
        return read

    def record(self, kind: type[Record], value: object, read: Read, path: str, loc: tuple = (), **options):
        """Build a record from a plain value, or return None after noting every fault in it."""
        record, problems = shape(kind, value, read, path, loc, **options)
        self.problems += problems
        return record

    def tell_unread(self, folder: str) -> None:
        """Note each file below a folder that nothing asked for."""
        for path in self.below(folder):
            if path not in self.seen:
                self.note(shown(path), 1, "No part of the site reads this file", "Mend its name or place, or remove it.")

    def by_id(self, path: str, kind: type[Record], key: str, twice: str = "") -> dict:
        """Read a file that is one list of records, each with a name of its own; `twice` mends a name that is not."""
        read = self.yaml(path)
        found: dict[str, Record] = {}
        what = kind.__name__.lower()
        if read.broken:
            self.unreadable.add((what, "*"))
            return found
        if not isinstance(read.value or [], list):
            self.note(path, 1, "This file is not a list", "Begin each entry with '- '.")
            self.unreadable.add((what, "*"))
            return found
        for n, value in enumerate(read.value or []):
            record = self.record(kind, value, read, path, (n,))
            if record is None:
                self.unreadable.add((what, str(value.get(key)) if isinstance(value, dict) else ""))
                continue
            name = getattr(record, key)
            if name in found:
                self.note(
                    path,
                    record.line(key),
                    f"'{name}' is used twice, first on line {found[name].line(key)}",
                    twice or f"Give this entry another {key}.",
                )
            found.setdefault(name, record)
        return found


def shown(path: str) -> str:
    """Return a path so that it can be printed; a name may hold bytes that are no text."""
    return path.encode("utf-8", "backslashreplace").decode()
