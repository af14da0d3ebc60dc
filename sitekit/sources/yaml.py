"""Parse YAML text to plain values, with the line of every key. Knows nothing of the site."""

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from sitekit.errors import Problem, excerpt
from sitekit.sources import characters

# The path of keys and list positions to a value.
KeyPath = tuple[str | int, ...]
# libyaml is some ten times faster than PyYAML's own parser; every wheel of PyYAML brings it.
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
# Longer ones are text: no number here has so many digits.
_INT = re.compile(r"[-+]?(0|[1-9][0-9]{0,17})")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_CURLY = re.compile("[“”„][^“”„{]*[“”]", re.DOTALL)
_TAGS = "tag:yaml.org,2002:"
_SWALLOWED = re.compile(r"\s+(#(?:[^\s#]| \d).*?)\s*$")
_ODD_INDENT = re.compile(r"^[ \t]*([^\S \t\n])", re.MULTILINE)
# A key or an item whose value begins with a quotation mark.
_QUOTED = re.compile(r"\s*(?:- )?(?:[\w-]+: +|- +)([\"'])")
# No file here nests a quarter as deep.
_MAX_DEPTH = 50
# How to mend what YAML's own words tell programmers alone.
_SYNTAX = (
    ("mapping values", "Put quotes around a value that holds a colon, and a space behind the colon of each key."),
    ("cannot start any token", "Indent by spaces, not tabs, and put quotes around a value that begins with no letter or digit."),
    ("expected key", "Put double quotes around a value with quotation marks or apostrophes in it, and indent keys alike."),
)
_LITERALS = {"": None, "~": None, "null": None, "true": True, "false": False}


@dataclass
class ParsedYaml:
    """The content of a YAML text: its value, the line of each key path, and the problems; `is_unreadable` where it has no value."""

    value: Any = None
    lines: dict[KeyPath, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    is_unreadable: bool = False

    def line(self, keys: KeyPath) -> int:
        """Return the line of a key path, or of its nearest parent that has one."""
        while keys and keys not in self.lines:
            keys = keys[:-1]
        return self.lines.get(keys, 1)


def parse_yaml(text: str, path: str, first_line: int = 1, for_mkdocs: bool = False) -> ParsedYaml:
    """Parse one YAML document.

    Only the plain forms of YAML 1.2 have a type: true and false, whole numbers, and dates as 2026-11-23. Every other scalar is
    text, so `no` stays the word it is. Tags are ignored; duplicate keys, anchors and aliases are problems.

    Args:
        text: the YAML source.
        path: file to name in problems.
        first_line: line of the file at which `text` begins.
        for_mkdocs: report what MkDocs, which reads YAML 1.1, would take for another type.
    """
    if indent := _ODD_INDENT.search(text):
        message = f"This line is indented by a character that is no space (U+{ord(indent[1]):04X})"
        problem = Problem(path, first_line + text.count("\n", 0, indent.start()), message, "Indent it by spaces.")
        return ParsedYaml(problems=[problem], is_unreadable=True)
    try:
        nodes = iter(_events(text))
        root = next(nodes, None)
        parsed = ParsedYaml()
        if root is not None:
            parsed.value = _Builder(nodes, parsed, path, first_line, text.split("\n"), for_mkdocs).value(root, ())
        return parsed
    except yaml.MarkedYAMLError as error:
        # A quote that is never closed ends with the text; it is to be found where it begins.
        marks = error.problem_mark, error.context_mark
        mark = next(filter(None, marks[:: -1 if error.problem == "found unexpected end of stream" else 1]), None)
        # libyaml puts the end of a text without a last newline on the line below.
        line = first_line + (min(mark.line, text.count("\n")) if mark else 0)
        if opened := _open_quote(text.split("\n"), line - first_line):
            message = "This is not valid YAML: the quotation mark that opens on this line is not closed on it"
            hint = "Close it at the end of the value."
            return ParsedYaml(problems=[Problem(path, first_line + opened - 1, message, hint)], is_unreadable=True)
        what = str(error.problem or error.context or "it cannot be read").replace("did not find expected", "expected")
        message = f"This is not valid YAML: {what}"
        hint = next((hint for part, hint in _SYNTAX if part in what), "Check the spaces, colons and quotes on this line and the one above.")
    except (yaml.YAMLError, ValueError) as error:
        line, message = first_line, f"This is not valid YAML: {str(error).splitlines()[0]}"
        hint = "Remove characters that are not ordinary text."
    return ParsedYaml(problems=[Problem(path, line, message, hint)], is_unreadable=True)


def _open_quote(lines: list[str], wrong: int) -> int:
    """Return the line, counted from 1, of a value in quotes that ends where the next one begins, on the wrong line; 0 if none does."""
    quoted = [(n, found[1]) for n, line in enumerate(lines[: wrong + 1], 1) if (found := _QUOTED.match(line))]
    (first, mark), (last, other) = [(0, ""), (0, "?"), *quoted][-2:]
    return first if mark == other and last >= wrong and "".join(lines[first - 1 : last - 1]).count(mark) == 1 else 0


def _events(text: str) -> list[yaml.Event]:
    """Return the parser's events for the nodes of the one document in `text`."""
    found: list[yaml.Event] = []
    depth = documents = 0
    for event in yaml.parse(text, Loader=_LOADER):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        documents += isinstance(event, yaml.DocumentStartEvent)
        if documents > 1 or depth > _MAX_DEPTH:
            mark: Any = event.start_mark
            raise yaml.MarkedYAMLError(problem="it is nested too deep" if depth else "expected a single document", problem_mark=mark)
        if isinstance(event, yaml.NodeEvent | yaml.CollectionEndEvent):
            found.append(event)
    return found


def is_text_for_mkdocs(scalar: str) -> bool:
    """Return whether YAML 1.1, which MkDocs reads, takes an unquoted scalar for text, and not for a number, a time, or true or false."""
    return bool(yaml.SafeLoader("").resolve(yaml.ScalarNode, scalar, (True, False)) == f"{_TAGS}str")


class _Builder:
    """Builds values from the events of a YAML parser, and adds lines and problems to `parsed`."""

    def __init__(
        self, events: Iterator[yaml.Event], parsed: ParsedYaml, path: str, first_line: int, source: list[str], for_mkdocs: bool
    ) -> None:
        self.events, self.parsed, self.path, self.first_line, self.source = events, parsed, path, first_line, source
        self.for_mkdocs = for_mkdocs

    def value(self, event: yaml.Event, keys: KeyPath) -> Any:
        """Return the value that begins with `event`, reading its other events."""
        line = self.line(event)
        self.parsed.lines.setdefault(keys, line)
        if getattr(event, "anchor", None):
            self.report(line, "YAML anchors and aliases are not used here", "Write the value out.")
            self.skip(event)
            return None
        # MkDocs reads settings from the environment by a tag.
        if (tag := getattr(event, "tag", None)) and (self.path, tag) != ("mkdocs.yml", "!ENV"):
            shown = excerpt(tag.replace(_TAGS, "!!"))
            self.report(line, f"Tags such as '{shown}' are not used here", "Remove it.")
        if isinstance(event, yaml.SequenceStartEvent):
            return [self.value(child, (*keys, n)) for n, child in enumerate(self.children())]
        if isinstance(event, yaml.MappingStartEvent):
            return self.mapping(keys)
        return self.scalar(event, line) if isinstance(event, yaml.ScalarEvent) else None

    def children(self) -> Iterator[yaml.Event]:
        """Yield the first event of each child, up to the end of the collection."""
        for event in self.events:
            if isinstance(event, yaml.CollectionEndEvent):
                return
            yield event

    def mapping(self, keys: KeyPath) -> dict[str, Any]:
        found: dict[str, Any] = {}
        restarted = False
        for event in self.children():
            line = self.line(event)
            if not isinstance(event, yaml.ScalarEvent):
                self.skip(event)
                self.report(line, "A key must be one word", "Write the key as plain text.")
                self.skip(next(self.events))
            elif event.value in found:
                first = self.parsed.lines[(*keys, event.value)]
                if not restarted:
                    self.report(line, f"The key '{event.value}' is written twice, first on line {first}", "Keep one of the two.")
                # From the first key on, an entry without its "-" repeats them all.
                restarted |= event.value == next(iter(found)) and len(found) > 1
                self.skip(next(self.events))
            else:
                self.parsed.lines[(*keys, event.value)] = line
                found[event.value] = self.value(next(self.events), (*keys, event.value))
        return found

    def scalar(self, event: yaml.ScalarEvent, line: int) -> Any:
        # A character may come by its number too, as "\u202e".
        for _, message in characters.find_invisible(event.value):
            self.report(line, message, characters.HINT)
        text = characters.remove_invisible(event.value)
        if event.style in ("'", '"', "|", ">"):
            return text
        if swallowed := self.swallowed(event):
            whole = excerpt(f"{text} {swallowed}".strip())
            hint = f'Put quotes around the whole value, as "{whole}", or begin the comment with "# " and a word.'
            self.report(line, f"'{excerpt(swallowed)}' is read as a comment, and left out", hint)
            return f"{text} {swallowed}".strip()
        if _CURLY.fullmatch(text):
            self.report(line, "This value stands in curly quotes, which would be shown", 'Use straight quotes (") around it.')
        if text in _LITERALS:
            return _LITERALS[text]
        if _INT.fullmatch(text):
            return int(text)
        if _DATE.fullmatch(text):
            try:
                return datetime.date.fromisoformat(text)
            except ValueError:
                self.report(line, f"There is no such day as {text}", "Write a real date, as 2026-11-23.")
                return datetime.date.min
        if self.for_mkdocs and not is_text_for_mkdocs(text):
            message = f"'{excerpt(text)}' is not text: it can be read as a number, a time, or true or false"
            self.report(line, message, "Put quotes around it.")
        return text

    def swallowed(self, event: yaml.ScalarEvent) -> str:
        """Return what follows an unquoted value as a comment that begins like a colour or a number."""
        mark: Any = event.end_mark
        found = _SWALLOWED.match(self.source[mark.line], mark.column) if mark.line < len(self.source) else None
        return found[1] if found else ""

    def skip(self, event: yaml.Event) -> None:
        """Read the events of a value without building it."""
        depth = int(isinstance(event, yaml.CollectionStartEvent))
        while depth:
            event = next(self.events)
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)

    def line(self, event: yaml.Event) -> int:
        mark: Any = event.start_mark
        return self.first_line + int(mark.line)

    def report(self, line: int, message: str, hint: str) -> None:
        self.parsed.problems.append(Problem(self.path, line, message, hint))
