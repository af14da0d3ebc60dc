"""Rules for ratings: complete, about pages that exist, and not older than the page they speak of."""

from __future__ import annotations

from collections.abc import Iterator

from sitekit import queries
from sitekit.errors import Problem, suggest
from sitekit.models.ratings import ACTIONABILITY, CLEAR_COMMUNICATION, SUBSTANTIAL, UNDERSTANDABILITY, changed, fingerprint
from sitekit.models.site import Site


def every_rating_is_of_a_page(site: Site) -> Iterator[Problem]:
    """A rating of nothing misleads."""
    for rating in site.ratings:
        if not site.defines("page", rating.page):
            yield Problem(rating.path, rating.line("page"), f"There is no page '{rating.page}'", suggest(rating.page, site.pages, "page"))


def every_item_is_answered(site: Site) -> Iterator[Problem]:
    """A score is only fair when no item was skipped."""
    for rating in site.ratings:
        for key, wanted in (("pemat", {*UNDERSTANDABILITY, *ACTIONABILITY}), ("cci", {*CLEAR_COMMUNICATION})):
            answered = set(getattr(rating, key))
            if answered != wanted:
                items = ", ".join(map(str, sorted(answered ^ wanted)))
                yield Problem(
                    rating.path,
                    rating.line(key),
                    f"'{key}' lacks items, or has too many: {items}",
                    "Answer each item of the instrument once.",
                )


def a_rating_speaks_of_the_page_as_it_is(site: Site) -> Iterator[Problem]:
    """A page that was rewritten has to be rated again, or its rating marked as old."""
    for rating in site.ratings:
        page = site.pages.get(rating.page)
        if page is None or rating.stale:
            continue
        share = changed(rating.fingerprint, fingerprint(text for _, text in queries.texts_on(site, page)))
        if share > SUBSTANTIAL:
            yield Problem(
                rating.path,
                rating.line("date"),
                f"'{rating.page}' has changed by {share:.0%} since it was rated",
                "Have it rated again, or add 'stale: true'.",
            )


RULES = (every_rating_is_of_a_page, every_item_is_answered, a_rating_speaks_of_the_page_as_it_is)
