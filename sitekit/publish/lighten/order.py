"""One order for lists that agree on it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping


def merged(lists: Mapping[str, Iterable[str]]) -> list[str]:
    """Return all that the lists hold, each thing once, in the order that every list keeps.

    Args:
        lists: by the name of the page each belongs to.

    Raises:
        ValueError: two lists disagree; said with a page's name.
    """
    found: list[str] = []
    for page, names in lists.items():
        names = list(names)
        if [name for name in found if name in names] != [name for name in names if name in found]:
            raise ValueError(f"{page} has these in another order than other pages: {', '.join(names)}")
        for place, name in enumerate(names):
            if name not in found:
                found.insert(found.index(names[place - 1]) + 1 if place else 0, name)
    return found
