"""Gives the built site its search: an index of every word in one small file, and each page's text for excerpts.

The generator finds the parts of pages and writes their text to `FOUND`; from that come the files that scripts/search.js reads.
"""

from __future__ import annotations

import json
from pathlib import Path

from sitekit.model import Site
from sitekit.publish.search.entries import Entry, entries
from sitekit.publish.search.packed import packed
from sitekit.publish.search.weights import weights

FOUND = "search/search_index.json"
"""What the generator found."""
INDEX = "search/index.json"
"""What a reader's search is answered from; `packed` tells its form."""
TEXTS = "search/texts"
"""The folder of texts: for a page, what each of its parts says, by anchor ("" for what stands before the first)."""


def teach(folder: Path, site: Site) -> None:
    """Write the search's files into the built site below `folder`, in place of what the generator found."""
    found = folder / FOUND
    known = entries(json.loads(found.read_text(encoding="utf-8"))["docs"], site)
    (folder / INDEX).write_text(_json(packed(known, weights(known))), encoding="utf-8")
    for url, texts in _texts(known).items():
        file = folder / TEXTS / f"{url.strip('/') or 'index'}.json"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(_json(texts), encoding="utf-8")
    found.unlink()


def _texts(known: list[Entry]) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for entry, following in zip(known, [*known[1:], known[0]], strict=True):
        # Where a heading has nothing but others below it, the first of these tells what it is about.
        text = entry.text or (f"{following.title}: {following.text}" if following.url == entry.url else "")
        found.setdefault(entry.url, {})[entry.anchor] = text
    return found


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


__all__ = ["FOUND", "INDEX", "TEXTS", "teach"]
