"""Read files as text, YAML and records, and collect every problem. Knows no file of this project by name."""

import os
import re
from pathlib import Path
from typing import TypeVar

from sitekit.errors import Problem
from sitekit.models.record import ID, Record
from sitekit.sources import characters
from sitekit.sources.validation import validate
from sitekit.sources.yaml import KeyPath, ParsedYaml, parse_yaml

# A page or data file larger than this is a mistake, and slow to check: 256 KiB.
MAX_BYTES = 256 * 1024
# A file with more odd lines than these was not typed so.
_MANY = 20
_CONFLICT = re.compile(r"^(?:<{7}|>{7}) ", re.MULTILINE)
_NO_FILE = "This is a folder, a pipe or a device, and no file", "Remove it, or put the file in its place."
_SYMLINK = ("This is a link to another place", "Put the file itself here; elsewhere the link may lead to nothing.")
# The message and hint of a file below a folder of data that nothing reads.
UNREAD = ("No part of the site reads this file", "Correct its name or folder, or remove it.")
R = TypeVar("R", bound=Record)


class Reader:
    """Reads files below one folder.

    Attributes:
        problems: every problem so far.
        unreadable: what is written but could not be read, as (what, name); see Site.unreadable.
        requested: the paths asked for.
        symlinks: the paths of symbolic links, which are not followed.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        self.problems: list[Problem] = []
        self.unreadable: set[tuple[str, str]] = set()
        self.requested: set[str] = set()
        self.symlinks: set[str] = set()

    def report(self, path: str, line: int, message: str, hint: str) -> None:
        """Add a problem."""
        self.problems.append(Problem(path, line, message, hint))

    def below(self, folder: str, pattern: str = "*") -> list[str]:
        """Return the files anywhere below a folder whose names match, as sorted paths from the root; symbolic links are problems."""
        found = []
        if (self.root / folder).is_dir():
            # The search below would leave out a folder that may not be read.
            for _ in os.walk(self.root / folder, onerror=_refuse):
                pass
        # By parts, as paths themselves are sorted without regard to case on Windows.
        for file in sorted((self.root / folder).rglob(pattern), key=lambda file: file.parts):
            path = file.relative_to(self.root).as_posix()
            if file.is_symlink():
                self.symlinks.add(path)
                self.report(printable(path), 1, *_SYMLINK)
            elif file.is_file():
                found.append(path)
            elif not file.is_dir():
                self.unreadable.add(("pipe", "*"))
                self.report(printable(path), 1, *_NO_FILE)
        return found

    def text(self, path: str, default: str | None = None, any_editor: bool = False) -> str | None:
        """Return the text of a file, or None after reporting why it cannot be read.

        Args:
            path: the file, from the root.
            default: the text of a file that may be missing; None where it must exist.
            any_editor: accept a byte order mark and the line ends of other systems.
        """
        file = self.root / path
        self.requested.add(path)
        if file.is_symlink():
            self.report(path, 1, *_SYMLINK)
        elif not file.is_file():
            if file.exists():
                self.report(path, 1, *_NO_FILE)
            elif default is None:
                self.report(path, 1, "This file is missing", "Put it back, or take it from the original project.")
            return default
        elif file.stat().st_size > MAX_BYTES:
            self.report(path, 1, f"This file is larger than {MAX_BYTES // 1024} KiB", "Split it, or remove what does not belong.")
        else:
            raw = file.read_bytes()
            try:
                return self._normalise(raw.decode("utf-8"), path, any_editor)
            except UnicodeDecodeError as error:
                self.report(path, raw[: error.start].count(b"\n") + 1, "This file is not UTF-8 text", "Save it as UTF-8 in your editor.")
        return None

    def _normalise(self, text: str, path: str, any_editor: bool) -> str | None:
        if text.startswith("\ufeff"):
            text = text[1:]
            if not any_editor:
                self.report(path, 1, "This file begins with a byte order mark", "Save it as UTF-8 without a mark (BOM) in your editor.")
        if "\r" in text:
            if not any_editor:
                line = text[: text.index("\r")].count("\n") + 1
                hint = "Save it with line ends LF in your editor, so that updates can be merged."
                self.report(path, line, "This file has the line ends of another system", hint)
            text = text.replace("\r\n", "\n").replace("\r", "\n")
        if conflict := _CONFLICT.search(text):
            hint = "Choose one of the two texts, and remove the lines that begin with <<<<<<<, ======= and >>>>>>>."
            self.report(path, text.count("\n", 0, conflict.start()) + 1, "Here a merge left two texts for one", hint)
            return None
        found = list(characters.find_invisible(text))
        if len(found) > _MANY:
            message = f"This file was saved in another encoding: {len(found)} of its lines hold characters that are none"
            self.report(path, found[0][0] + 1, message, "Take it from where it was sound, and save it as UTF-8.")
            return None
        for number, message in found:
            self.report(path, number + 1, message, characters.HINT)
        return characters.remove_invisible(text)

    def yaml(self, path: str, default: str | None = None, any_editor: bool = False) -> ParsedYaml:
        """Parse a YAML file and report its problems; for the arguments see text()."""
        text = self.text(path, default, any_editor)
        parsed = parse_yaml(text, path) if text is not None else ParsedYaml(is_unreadable=True)
        self.problems += parsed.problems
        return parsed

    def record(
        self, model: type[R], value: object, parsed: ParsedYaml, path: str, keys: KeyPath = (), may_be_empty: bool = False
    ) -> R | None:
        """Validate a value and return its record, or None after reporting its problems; for the arguments see validate()."""
        record, problems = validate(model, value, parsed, path, keys, may_be_empty)
        self.problems += problems
        return record

    def yaml_record(self, model: type[R], path: str) -> R | None:
        """Read a YAML file that is one record, or return None after reporting its problems."""
        parsed = self.yaml(path)
        return None if parsed.is_unreadable else self.record(model, parsed.value, parsed, path)

    def report_unread(self, folder: str) -> None:
        """Report each file below a folder that was never requested."""
        for path in self.below(folder):
            # What is hidden belongs to an editor or to the system.
            if path not in self.requested and not path.rpartition("/")[2].startswith("."):
                self.report(printable(path), 1, *UNREAD)

    def by_id(self, path: str, model: type[R], key: str, duplicate_hint: str = "") -> dict[str, R]:
        """Return the valid records of a YAML file that is a list of them, by the attribute `key`; of two with one key, the first.

        The hint says how to fix an entry whose key is taken; by default, to choose another key.
        """
        parsed = self.yaml(path)
        entries = parsed.value
        found: dict[str, R] = {}
        what = model.__name__.lower()
        if not parsed.is_unreadable and entries is None:
            self.report(path, 1, "This file is empty", "Put its entries back, or write [] where there are none.")
        elif not parsed.is_unreadable and not isinstance(entries, list):
            self.report(path, 1, "This file is not a list", "Begin each entry with '- '.")
        if parsed.is_unreadable or not isinstance(entries, list):
            self.unreadable.add((what, "*"))
            return found
        if parsed.problems:
            # A key that is written twice is lost with its value.
            self.unreadable.add((what, "*"))
        for n, value in enumerate(entries):
            record = self.record(model, value, parsed, path, (n,))
            if record is None:
                name = value.get(key, "") if isinstance(value, dict) else ""
                # An id that is none may be meant to be any.
                self.unreadable.add(
                    (what, name if isinstance(name, str) and (not name or key not in ("id", "key") or re.fullmatch(ID, name)) else "*")
                )
                continue
            name = getattr(record, key)
            if name in found:
                message = f"'{name}' is used twice, first on line {found[name].line(key)}"
                self.report(path, record.line(key), message, duplicate_hint or f"Give this entry another {key}.")
            found.setdefault(name, record)
        return found


def _refuse(error: OSError) -> None:
    raise error


def printable(path: str) -> str:
    """Return a path that can be printed; file names may hold bytes that are no text."""
    return path.encode("utf-8", "backslashreplace").decode()
