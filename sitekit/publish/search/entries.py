"""What can be found: pages and their parts, with the words that people type for them."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sitekit.model import Site
from sitekit.shapes import LAST_FOR_SEARCH, LEFT_OUT_OF_SEARCH

_TAG = re.compile(r"<[^>]+>")


@dataclass(frozen=True)
class Entry:
    """A page, or one of its parts.

    Attributes:
        url: the page's address below the site's root.
        anchor: the part's, or "" for the page itself.
        title: what its heading says.
        text: what it says, without markup.
        typed: words that people type when they look for it; shown nowhere.
        urgent: the same, where someone who types one may be in danger.
        is_last: tells whether it is for other readers, or for none, so that it comes after all else.
    """

    url: str
    anchor: str
    title: str
    text: str
    typed: str = ""
    urgent: str = ""
    is_last: bool = False


def entries(found: Iterable[Mapping[str, str]], site: Site) -> list[Entry]:
    """Return what can be found, in the order of pages and of their parts.

    Args:
        found: what the generator found, each with `location`, and `title` and `text` as HTML.
        site: knows the words that people type.
    """
    typed = {(site.pages[sought.page].url, sought.anchor or ""): " ".join(sought.words) for sought in site.sought.values()}
    helping = {page.url for page in site.pages.values() if page.meta.kind == "help"}
    known = []
    for one in found:
        url, _, anchor = one["location"].partition("#")
        if anchor not in LEFT_OUT_OF_SEARCH:
            words = typed.get((url, anchor), "")
            is_urgent = url in helping and not anchor
            known.append(Entry(url, anchor, plain(one["title"]), plain(one["text"]), "" if is_urgent else words, words if is_urgent else "",
                               anchor in LAST_FOR_SEARCH))
    # A page stands before its parts, whatever order they were found in.
    places = {url: place for place, url in enumerate(dict.fromkeys(entry.url for entry in known))}
    return sorted(known, key=lambda entry: (places[entry.url], bool(entry.anchor)))


def plain(markup: str) -> str:
    """Return the words of some HTML."""
    return " ".join(html.unescape(_TAG.sub(" ", markup)).split())
