"""What templates hand to scripts: the search's words."""

from __future__ import annotations

from typing import Any

from sitekit.models.site import Site
from sitekit.schema.page_types import LAST_FOR_SEARCH


def for_scripts(site: Site) -> dict[str, Any]:
    """Return values for templates, by name.

    Returns:
        search: what the search reads beside the texts, as JSON can say it (overrides/components/search/engine.js has its form).
    """
    return {"search": search_words(site)}


def search_words(site: Site) -> dict[str, Any]:
    """Return synonyms by the location of a page or part, words of danger, and what comes last."""
    help_url = next((page.url for page in site.pages.values() if page.meta.kind == "help"), "")
    words = {"#".join(filter(None, (site.pages[terms.page].url, terms.anchor))): terms.words for terms in site.search_terms.values()}
    crisis = words.pop(help_url, ())
    return {
        "synonyms": {location: " ".join(found) for location, found in words.items()},
        "crisis": list(crisis),
        "help": help_url,
        "last": sorted(LAST_FOR_SEARCH),
    }
