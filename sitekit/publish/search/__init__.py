"""Gives the built site its search: an index of every word in one small file, and the texts for excerpts in another.

The generator finds the parts of pages and writes their text down; from that come the files that scripts/search.js reads.
"""

from __future__ import annotations

import json
from pathlib import Path

from sitekit.model import Site
from sitekit.publish.search.entries import Entry, entries
from sitekit.publish.search.packed import packed
from sitekit.publish.search.weights import weights

# The files with what the generator found, or its successor, and the name below which that stands in them.
_FOUND = {"search/search_index.json": "docs", "search.json": "items"}
INDEX = "search/index.json"
"""What a reader's search is answered from; `packed` tells its form."""
TEXTS = "search/texts.json"
"""For each page what its parts say, by anchor ("" for what stands before the first). One file for all pages: whoever keeps
the host's records must not see which pages answered someone's words."""
# Letters of each part that are kept to be shown: an excerpt is a fifth of that.
_KEPT = 600


def is_untaught(folder: Path) -> bool:
    """Tell whether the site below `folder` still holds what the generator found."""
    return any((folder / name).is_file() for name in _FOUND)


def teach(folder: Path, site: Site) -> None:
    """Write the search's files into the built site below `folder`, in place of what the generator found."""
    for name, key in _FOUND.items():
        found = folder / name
        if found.is_file():
            _write(folder, entries(json.loads(found.read_text(encoding="utf-8"))[key], site))
            found.unlink()


def _write(folder: Path, known: list[Entry]) -> None:
    for name, content in {INDEX: packed(known, weights(known)), TEXTS: _texts(known)}.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(json.dumps(content, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")


def _texts(known: list[Entry]) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for entry, following in zip(known, [*known[1:], known[0]], strict=True):
        # Where a heading has nothing but others below it, the first of these tells what it is about.
        text = entry.text or (f"{following.title}: {following.text}" if following.url == entry.url else "")
        if text and not entry.is_last:
            found.setdefault(entry.url, {})[entry.anchor] = text if len(text) <= _KEPT else f"{text[:_KEPT].rpartition(' ')[0]} …"
    return found


__all__ = ["INDEX", "TEXTS", "is_untaught", "teach"]
