"""Detection of entries that repeat an earlier one."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from typing import TypeVar

Entry = TypeVar("Entry")


def repeats(entries: Iterable[tuple[Hashable, Entry]]) -> Iterator[tuple[Entry, Entry]]:
    """Yield each entry whose key an earlier entry has, with the first entry of that key.

    Args:
        entries: pairs of a key and what it belongs to.
    """
    first: dict[Hashable, Entry] = {}
    for key, entry in entries:
        if key in first:
            yield entry, first[key]
        else:
            first[key] = entry
