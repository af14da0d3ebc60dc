"""Write the one file that the search of a published site reads.

While pages are written, search.js reads what the generator wrote, and the synonyms, as two files. This step turns both into one
slim file without markup, and names it in the pages.
"""

import html
import json
import re
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

from sitekit.files import change_pages, write_text

FILE = "search/texts.json"
"""What a reader's search reads. One file for all pages, so that a host cannot see which of them answered a query."""
SYNONYMS = "search/synonyms.json"
# What the generator wrote, or its successor, and the key of the parts of pages in it.
_GENERATED = {"search/search_index.json": "docs", "search.json": "items"}
# Characters of a part that are searched and shown: what a part is about stands at its beginning.
_LONGEST = 680
_BRIEF = 200
_TAG = re.compile(r"<[^>]+>")
_NAMED = re.compile(r'data-files="(\S*?)search/search_index\.json [^"]*"')


def write_search_index(folder: Path, words: Mapping[str, Any], left_out: Collection[str] = (), brief: Collection[str] = ()) -> None:
    """Replace what the generator wrote for the search by one slim file, and name it in every page.

    `words` holds synonyms and the like, as templates hand them to search/synonyms.json. Anchors that answer nothing are `left_out`; of the
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
        write_text(folder / FILE, json.dumps({"docs": parts, "isPlain": True, **words}, ensure_ascii=False, separators=(",", ":")))
    (folder / SYNONYMS).unlink(missing_ok=True)
    change_pages(folder, lambda text: _NAMED.sub(rf'data-files="\1{FILE}"', text))


def plain(markup: str) -> str:
    """Return the text of some HTML, with a space between blocks."""
    return " ".join(html.unescape(_TAG.sub(" ", markup)).split())
