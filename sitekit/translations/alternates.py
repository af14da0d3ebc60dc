"""Where each page stands in the other languages: what the language switch and the head of a page show."""

import posixpath
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from babel import Locale

from sitekit.models.page import Page
from sitekit.models.site import Site
from sitekit.render.words import Words
from sitekit.translations.languages import Translation
from sitekit.translations.parity import stale_pages


def translation_context(root: Path, site: Site, translations: Sequence[Translation], here: Translation | None = None) -> dict[str, Any]:
    """Return what templates know about languages, as plain values: config.extra.translation. English pages have no language `here`."""
    stale = stale_pages(root, site, here) if here else set()
    language = here.language if here else None
    return {
        "tag": here.tag if here else "",
        "honesty": language.honesty if language else "",
        "stale": language.stale if language else "",
        "stale_urls": [page.url for page in site.pages.values() if page.file in stale],
        "alternates_of": alternates(site, translations, here) if translations else {},
        "lost": [] if here else [_lost(site, other) for other in translations],
        "side_by_side_of": {page.url: found for page in here.pages if (found := _side_by_side(page))} if here else {},
    }


def alternates(site: Site, translations: Iterable[Translation], here: Translation | None = None) -> dict[str, list[dict[str, Any]]]:
    """Return the other languages of each page, by the page's URL; the URL "" is also for a page without sources.

    Each has its `tag`, `name`, `direction`, the relative `href` of the page, or of the home page where the page is not translated,
    whether it `is_there`, its `path` from the English site's root, and how it `offer`s itself to a reader.
    """
    known: list[tuple[str, str, str, str, str, tuple[Page, ...]]] = [
        (other.tag, other.language.name, other.language.direction, _offer(other.interface(site)), f"{other.tag}/", other.pages)
        for other in translations
        if other is not here
    ]
    if here:
        words = site.interface
        name = Locale.parse(words["locale"], sep="-").languages[words["language"]]
        known.insert(0, (words["language"], name, words["direction"], _offer(words), "", tuple(site.pages.values())))
    found: dict[str, list[dict[str, Any]]] = {page.url: [] for page in site.pages.values()}
    for tag, name, direction, offer, root, pages in known:
        there = {page.url for page in pages}
        for url, others in found.items():
            path = root + (url if url in there else "")
            href = posixpath.relpath(f"/{path}", f"/{here.tag}/{url}" if here else f"/{url}") + "/"
            others.append(
                {"tag": tag, "name": name, "direction": direction, "offer": offer, "href": href, "path": path, "is_there": url in there}
            )
    return found


def _lost(site: Site, other: Translation) -> dict[str, str]:
    """Return what the one page for lost addresses says in a language; a host sends it for addresses below the language, too."""
    words = other.interface(site)
    said = {name: words[key] for name, key in (("message", "not_found_message"), ("home", "home"), ("help", "help_now"))}
    return {"tag": other.tag, "direction": other.language.direction} | said


def _side_by_side(page: Page) -> list[str]:
    """Return the addresses, from the language's root, of the sheets in two languages of what a page lets its readers tick."""
    note = ["note"] if any(call.name == "note_form" for call in page.calls) else []
    own = [call.args[0] for call in page.calls if call.name == "checklist" and call.args[-1] != "therapist"]
    return [f"side-by-side/{id}/" for id in dict.fromkeys((*note, *own))]


def _offer(interface: Mapping[str, str]) -> str:
    words = Words(interface)
    return words("read_here")
