"""What the theme's templates know about the site, as plain values: config.extra.site. Nothing here is escaped."""

from typing import Any

from sitekit import queries
from sitekit.colour import DARK_BACKGROUNDS, nearest_readable
from sitekit.models.site import Site
from sitekit.pdf.handout_list import handout_of
from sitekit.pdf.print_files import card_of
from sitekit.render.plain_text import help_line, practice_lines, review_line
from sitekit.render.words import Words
from sitekit.schema.page_types import LAST_FOR_SEARCH

# Where the quick exit leads unless the practice names a place: an empty tab, which asks nobody for anything.
NOWHERE = "about:blank"


def site_context(site: Site) -> dict[str, object]:
    """Return what templates show on every page; a name that ends in `_of` is a mapping from pages' URLs,
    which MkDocs and its successor give alike.

    The picture of the URL "" is also for a page without sources, as the 404 page. Only `accent_css` may be printed unescaped.
    """
    practice, words, pages = site.practice, Words(site.interface), site.pages.values()
    return {
        "words": site.interface,
        "practice_name": practice.name or "",
        "practice_tagline": practice.tagline or "",
        "practice_logo": practice.logo or "",
        "practice_lines": practice_lines(practice),
        "accent_css": _accent_css(practice.accent),
        "help_line": help_line(site),
        "exit_to": practice.exit_to or NOWHERE,
        "reviewed_of": {page.url: words.date(page.meta.reviewed) for page in pages},
        "review_of": {page.url: review_line(site, page) for page in pages},
        "note_part_of": {page.url: part for page in pages if (part := queries.note_part_from(site, page))},
        "card_of": {"": card_of(site, "")._asdict()} | {page.url: card_of(site, page.path)._asdict() for page in pages},
        "handouts_of": {page.url: list(handout.files.items()) for page in pages if (handout := handout_of(site, page))},
    }


def search_words(site: Site) -> dict[str, Any]:
    """Return what the search reads beside the texts (overrides/components/search/engine.js has its form): synonyms by the location
    of a page or part, words of danger, and what comes last.
    """
    help_url = next((page.url for page in site.pages.values() if page.meta.kind == "help"), "")
    words = {"#".join(filter(None, (site.pages[terms.page].url, terms.anchor))): terms.words for terms in site.search_terms.values()}
    crisis = words.pop(help_url, ())
    return {
        "synonyms": {location: " ".join(found) for location, found in words.items()},
        "crisis": list(crisis),
        "help": help_url,
        "last": sorted(LAST_FOR_SEARCH),
    }


def terms_by_name(site: Site) -> dict[str, tuple[str, str]]:
    """Return the id and meaning of each term by every name it goes by, as `sitekit.render.terms` takes them."""
    return {name: (term.slug, term.meaning) for term in site.terms for name in (term.term, *term.also)}


def _accent_css(accent: str | None) -> str:
    """Return the colours that follow from an accent, for both schemes. The schema lets only "#rrggbb" through."""
    if accent is None:
        return ""
    dark = nearest_readable(accent, DARK_BACKGROUNDS)
    return (
        f"@media screen{{:root{{--leaf:{accent};--leaf-strong:{accent}}}[data-colours=dark]{{--leaf:{dark};--leaf-strong:{dark}}}}}"
        f"@media screen and (prefers-color-scheme:dark){{:root:not([data-colours]){{--leaf:{dark};--leaf-strong:{dark}}}}}"
    )
