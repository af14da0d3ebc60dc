"""YAML text to plain values, with the line of every key. Knows nothing of the site."""

from __future__ import annotations

import datetime
import re
import warnings
from dataclasses import dataclass, field

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, ReusedAnchorWarning, YAMLError
from ruamel.yaml.nodes import Node

from sitekit.errors import Problem
from sitekit.sources import characters

try:  # It comes with the site generator, and is missed nowhere else.
    import yaml
except ImportError:
    yaml = None

# Longer ones are text: no number here has so many digits.
_INT = re.compile(r"[-+]?(0|[1-9][0-9]{0,17})")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
# What libyaml, the quick reader, may take in another way than YAML 1.2 has it: anchors and tags, notes beside | and >, odd ends of lines,
# directives, letters that are none. Such a text goes to the careful reader.
_UNSURE = re.compile(r"""[|>][-+0-9]*[ ]*#|(?:^|[\s\[{,:?-])[&*!]|^(?:%|---|\.\.\.)|[^\n\x20-\x7e\xa0-\u2027\u2030-\ud7ff]""", re.MULTILINE)


@dataclass
class Read:
    """What a YAML text holds: its value, the line of each key path, the problems met; `broken` where nothing could be read."""

    value: object = None
    lines: dict[tuple, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    broken: bool = False

    def line(self, loc: tuple) -> int:
        """Return the line of a key path, or of its nearest parent that has one."""
        while loc and loc not in self.lines:
            loc = loc[:-1]
        return self.lines.get(loc, 1)


def read_yaml(text: str, path: str, first_line: int = 1) -> Read:
    """Read one YAML document.

    Only the plain forms of YAML 1.2 are taken: true and false, whole numbers, dates as
    2026-11-23; every other scalar is text, so `no` stays the word it is. Duplicate keys,
    anchors and tags are problems.

    Args:
        text: the YAML source.
        path: file to name in problems.
        first_line: line of the file at which `text` begins.
    """
    read = Read()
    try:
        with warnings.catch_warnings():
            # Anchors are refused below, each once.
            warnings.simplefilter("ignore", ReusedAnchorWarning)
            node = _composed(text)
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + first_line if mark else first_line
        what = (error.problem or error.context or "it cannot be read").strip()
        read.problems.append(
            Problem(path, line, f"This is not valid YAML: {what}", "Check the spaces, colons and quotes on this line and the one above.")
        )
        read.broken = True
        return read
    except RecursionError:
        read.problems.append(Problem(path, first_line, "This YAML is nested too deep to be read", "Write it flatter."))
        read.broken = True
        return read
    except (YAMLError, ValueError) as error:
        what = str(error).strip().splitlines()[0]
        read.problems.append(Problem(path, first_line, f"This is not valid YAML: {what}", "Remove characters that are not ordinary text."))
        read.broken = True
        return read
    if node is not None:
        read.value = _value(node, (), read, path, first_line, frozenset())
    return read


def _composed(text: str) -> Node | None:
    """Return a text's tree: from libyaml where that surely reads it the same, as it is some twenty times quicker."""
    if yaml is not None and yaml.__with_libyaml__ and not _UNSURE.search(text):
        try:
            return yaml.compose(text, Loader=yaml.CBaseLoader)
        except yaml.YAMLError:
            # The careful reader says what is wrong, always in the same words.
            pass
    return YAML(typ="safe", pure=True).compose(text)


def _value(node: Node, loc: tuple, read: Read, path: str, first: int, above: frozenset[int]) -> object:
    line = node.start_mark.line + first
    read.lines.setdefault(loc, line)
    if getattr(node, "anchor", None) or id(node) in above:
        read.problems.append(Problem(path, line, "YAML anchors and aliases are not used here", "Write the value out."))
        return None
    above = above | {id(node)}
    if node.id == "sequence":
        return [_value(child, (*loc, n), read, path, first, above) for n, child in enumerate(node.value)]
    if node.id == "mapping":
        return _mapping(node, loc, read, path, first, above)
    return _scalar(node, line, read, path)


def _mapping(node: Node, loc: tuple, read: Read, path: str, first: int, above: frozenset[int]) -> dict:
    found: dict[str, object] = {}
    for key_node, value_node in node.value:
        line = key_node.start_mark.line + first
        key = key_node.value if key_node.id == "scalar" else None
        if key is None:
            read.problems.append(Problem(path, line, "A key must be one word", "Write the key as plain text."))
            continue
        if key in found:
            earlier = read.lines[(*loc, key)]
            read.problems.append(Problem(path, line, f"The key '{key}' is written twice, first on line {earlier}", "Keep one of the two."))
            continue
        read.lines[(*loc, key)] = line
        found[key] = _value(value_node, (*loc, key), read, path, first, above)
    return found


def _scalar(node: Node, line: int, read: Read, path: str) -> object:
    text = node.value
    # A character may come by its number too, as "\u202e".
    for _, fault in characters.faults(text):
        read.problems.append(Problem(path, line, fault, characters.MEND))
    text = characters.without(text)
    if node.style in ("'", '"', "|", ">"):
        return text
    if text in ("", "~", "null"):
        return None
    if text in ("true", "false"):
        return text == "true"
    if _INT.fullmatch(text):
        return int(text)
    if _DATE.fullmatch(text):
        try:
            return datetime.date.fromisoformat(text)
        except ValueError:
            read.problems.append(Problem(path, line, f"There is no such day as {text}", "Write a real date, as 2026-11-23."))
            return datetime.date.min
    return text
