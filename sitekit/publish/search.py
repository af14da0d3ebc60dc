"""Teaches the built search the words people type. Edits the search's data; the pages stay as they are."""

from __future__ import annotations

import json
from pathlib import Path

from sitekit.model import Site
from sitekit.shapes import LAST_FOR_SEARCH, LEFT_OUT_OF_SEARCH

INDEX = "search/search_index.json"
# Fields of our own are searched like the theme's and shown nowhere. A word for help outweighs everything.
FIELDS = {
    "title": {"boost": 6.0},
    "text": {"boost": 1.0},
    "words": {"boost": 16.0},
    "urgent": {"boost": 10_000.0},
}
# The search itself prefers whole pages; one answer among many is what people ask for. And a match in a part that
# answers another reader's question, or none, counts next to nothing.
ANSWER, LAST = 1.5, 0.05
# Words that say nothing about what is sought. "How" and "i" would otherwise find all that begins with them.
SILENT = """
    a about again all also am an and another any anybody anyone are as at be because been before being but by can cannot
    could d did didn didnt do does doesn doesnt doing don done dont else even ever every everything for from get gets
    getting give gives go goes going gonna got had has hasn hasnt have haven havent having he hed her hers herself hes hi
    him himself his how i id if ill im in into is isn isnt it its itself ive just let lets like ll m make makes
    makes may me might mine more most much must my need needs no nor not of off often oh ok okay on only or other our out
    over own please put quite rather re really s said saying seem seems she shes should shouldn shouldnt so some something
    somehow still such t than that thats the their them themselves then there theres these they theyll theyre theyve thing
    things this those to today too u until up upon ur us use used ve very want wanted wants wanna was wasn wasnt way we well
    went were werent what whatever whats when where whether which while who whom whos why will with won wont would wouldn
    wouldnt yes yet you youll your youre yours yourself cant couldn couldnt shall able almost either however
""".split()


def teach(folder: Path, site: Site) -> None:
    """Add the site's search words to the built search below `folder`, and take out what only gets in the way."""
    file = folder / INDEX
    index = json.loads(file.read_text(encoding="utf-8"))
    file.write_text(json.dumps(taught(index, site), ensure_ascii=False, separators=(",", ":")), encoding="utf-8")


def taught(index: dict, site: Site) -> dict:
    """Return the search's data with the words people type, weighed so that help comes first."""
    words = _words_by_address(site)
    entries = []
    for entry in index["docs"]:
        _, _, anchor = entry["location"].partition("#")
        if anchor in LEFT_OUT_OF_SEARCH:
            continue
        known = words.get(entry["location"], {})
        boost = LAST if anchor in LAST_FOR_SEARCH else ANSWER if anchor and known else 1.0
        entries.append(entry | known | ({"boost": boost} if boost != 1 else {}))
    config = index["config"] | {"fields": FIELDS, "separator": separator(SILENT)}
    return index | {"config": config, "docs": entries}


def _words_by_address(site: Site) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for sought in site.sought.values():
        page = site.pages[sought.page]
        field = "urgent" if page.meta.kind == "help" and not sought.anchor else "words"
        address = f"{page.url}#{sought.anchor}" if sought.anchor else page.url
        found[address] = {field: " ".join(sought.words)}
    return found


def separator(silent: list[str]) -> str:
    """Return what parts words for the search, as a JavaScript expression: spaces, marks and words that say nothing.

    The search cuts pages and queries alike at the separator, so a silent word is never looked for. The expression
    takes no flags, so both cases of each letter are named.
    """
    words = "|".join("".join(f"[{c}{c.upper()}]" for c in word) for word in sorted(set(silent), key=lambda w: (-len(w), w)))
    return r"[\s\-–—.,;:!?()\[\]\"'“”‘’…/]+|&\w+;|\b(?:" + words + r")\b"
