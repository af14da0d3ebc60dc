"""What a rule is, and what several of them find and report: repeated entries, and names and anchors that do not exist."""

import inspect
from collections.abc import Callable, Hashable, Iterable, Iterator
from types import ModuleType
from typing import TypeVar

from sitekit.errors import Problem, suggest
from sitekit.models.record import Record
from sitekit.models.site import Site

Entry = TypeVar("Entry")
Rule = Callable[[Site], Iterator[Problem]]
_SIGNATURE = inspect.Signature(
    [inspect.Parameter("site", inspect.Parameter.POSITIONAL_OR_KEYWORD, annotation=Site)], return_annotation=Iterator[Problem]
)


def rules_of(module: ModuleType) -> list[Rule]:
    """Return the rules of a module in their order: its own public functions `(site: Site) -> Iterator[Problem]`."""
    own = [function for function in vars(module).values() if inspect.isfunction(function) and function.__module__ == module.__name__]
    return [function for function in own if "__" not in f"_{function.__name__}" and inspect.signature(function) == _SIGNATURE]


def problem_at(record: Record, key: str, message: str, hint: str) -> Problem:
    """Return a problem at the line of a record's key."""
    return Problem(record.path, record.line(key), message, hint)


def unknown(path: str, line: int, kind: str, name: str, known: Iterable[str]) -> Problem:
    """Return the problem of a name that does not exist, with the one of its kind, as "checklist", that was probably meant."""
    return Problem(path, line, f"There is no {kind} '{name}'", suggest(name, known, kind))


def undefined(site: Site, record: Record, key: str, kind: str) -> Iterator[Problem]:
    """Yield a problem where the key of a record names something of a kind that the sources do not define, alone or in a list."""
    value = getattr(record, key)
    for name in value if isinstance(value, tuple) else (value,):
        if name is not None and not site.defines(kind, name):
            yield unknown(record.path, record.line(key), kind, name, site.names(kind))


def missing_anchor(path: str, line: int, page: str, anchor: str, known: Iterable[str]) -> Problem:
    """Return the problem of a link to an anchor that its page lacks, with the anchor that was probably meant."""
    return Problem(path, line, f"The page '{page}' has no anchor '#{anchor}'", suggest(anchor, known, "anchor"))


def repeats(entries: Iterable[tuple[Hashable, Entry]]) -> Iterator[tuple[Entry, Entry]]:
    """Yield each entry whose key an earlier entry has, with the first entry of that key; entries come as (key, entry)."""
    first: dict[Hashable, Entry] = {}
    for key, entry in entries:
        if key in first:
            yield entry, first[key]
        else:
            first[key] = entry
