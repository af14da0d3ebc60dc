"""Problems that several rules report: at a record's key, and for names and anchors that do not exist."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sitekit.errors import Problem, suggest
from sitekit.models.record import Record
from sitekit.models.site import Site


def problem_at(record: Record, key: str, message: str, hint: str) -> Problem:
    """Return a problem at the line of a record's key."""
    return Problem(record.path, record.line(key), message, hint)


def unknown(path: str, line: int, kind: str, name: str, known: Iterable[str]) -> Problem:
    """Return the problem of a name that does not exist, with the name that was probably meant.

    Args:
        path: file that holds the name, relative to the project's folder.
        line: line in that file, counted from 1.
        kind: what the name should be of, in the singular, as "checklist".
        name: the name as written.
        known: every name of that kind.
    """
    return Problem(path, line, f"There is no {kind} '{name}'", suggest(name, known, kind))


def undefined(site: Site, record: Record, key: str, kind: str, name: str) -> Iterator[Problem]:
    """Yield a problem where the key of a record names something of a kind that the sources do not define."""
    if not site.defines(kind, name):
        yield unknown(record.path, record.line(key), kind, name, site.names(kind))


def missing_anchor(path: str, line: int, page: str, anchor: str, known: Iterable[str]) -> Problem:
    """Return the problem of a link to an anchor that its page lacks, with the anchor that was probably meant."""
    return Problem(path, line, f"The page '{page}' has no anchor '#{anchor}'", suggest(anchor, known, "anchor"))
