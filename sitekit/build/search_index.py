"""Write the one file that the search reads: what the generator wrote, as texts without markup, and the synonyms."""

import html
import json
import re
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

from sitekit.files import write_text
from sitekit.schema.page_types import BRIEF_IN_SEARCH, LEFT_OUT_OF_SEARCH

FILE = "search/texts.json"
"""What a reader's search reads. One file for all pages, so that a host cannot see which of them answered a query."""
# What the generator wrote, or its successor, and the key of the parts of pages in it.
_GENERATED = {"search/search_index.json": "docs", "search.json": "items"}
# Characters of a part that are searched and shown: what a part is about stands at its beginning.
_LONGEST = 680
_BRIEF = 200
_TAG = re.compile(r"<[^>]+>")


def write_search_index(
    folder: Path, words: Mapping[str, Any], left_out: Collection[str] = LEFT_OUT_OF_SEARCH, brief: Collection[str] = BRIEF_IN_SEARCH
) -> None:
    """Replace what the generator wrote for the search by one slim file.

    `words` holds synonyms and the like, as site_context.search_words returns them. Anchors that answer nothing are `left_out`; of the
    pages in `brief`, only the beginning of each part is searched.
    """
    for name, key in _GENERATED.items():
        source = folder / name
        if not source.is_file():
            continue
        parts = [
            {"location": f"{page}{hash}{anchor}", "title": plain(title), "text": plain(text)[: _BRIEF if page in brief else _LONGEST]}
            for part in json.loads(source.read_text(encoding="utf-8"))[key]
            for title, text, (page, hash, anchor) in ((part["title"], part["text"], part["location"].partition("#")),)
            if anchor not in left_out
        ]
        source.unlink()
        write_text(folder / FILE, json.dumps({"docs": parts, **words}, ensure_ascii=False, separators=(",", ":")))


def plain(markup: str) -> str:
    """Return the text of some HTML, with a space between blocks."""
    return " ".join(html.unescape(_TAG.sub(" ", markup)).split())
