"""Rules for ratings of pages."""

import re
from collections.abc import Iterator

from pydantic import BaseModel

from sitekit import queries
from sitekit.checks.macro_calls import pages_with_wrong_calls
from sitekit.checks.reporting import problem_at, repeats
from sitekit.errors import Problem
from sitekit.models.page import Page
from sitekit.models.ratings import ACTIONABILITY, CLEAR_COMMUNICATION, SUBSTANTIAL, UNDERSTANDABILITY, Rating, changed, fingerprint, plain
from sitekit.models.site import Site

# The words of a page that a reason leans on, as they stand there.
_QUOTED = re.compile("“([^“”]+)”")


def pages_are_rated_once_by_each(site: Site) -> Iterator[Problem]:
    """Require one rating a page and rater, as a second one would count twice."""
    for rating, first in repeats(((rating.page, rating.rater), rating) for rating in site.ratings):
        message = f"Rater {rating.rater} has rated '{rating.page}' already, in {first.path}"
        yield problem_at(rating, "rater", message, "Keep one of the two.")


def rating_items_are_answered(site: Site) -> Iterator[Problem]:
    """Require an answer to each item of both instruments, as a score that skips items is not comparable."""
    for rating in site.ratings:
        for key, items in (("pemat", {*UNDERSTANDABILITY, *ACTIONABILITY}), ("cci", {*CLEAR_COMMUNICATION})):
            if different := items ^ set(getattr(rating, key)):
                listed = ", ".join(map(str, sorted(different)))
                yield problem_at(rating, key, f"'{key}' lacks items, or has too many: {listed}", "Answer each item of the instrument once.")


def ratings_are_current(site: Site) -> Iterator[Problem]:
    """Require that a page whose texts changed substantially is rated again, or that its rating is marked as stale."""
    for rating, page in _current(site):
        share = changed(rating.fingerprint, fingerprint(text for _, text in queries.texts_on(site, page)))
        if share > SUBSTANTIAL:
            message = f"'{rating.page}' has changed by {share:.0%} since it was rated"
            yield problem_at(rating, "date", message, "Have it rated again, or add 'stale: true'.")


def ratings_quote_the_page(site: Site) -> Iterator[Problem]:
    """Require that words which a reason quotes in curly quotes still stand on the page: without them the answer may be another.

    Words of data count wherever they stand, as a macro may render any of them.
    """
    data = (site.pictures, site.calls_to_action, site.terms, site.helplines, site.phrases, site.checklists, site.promises, site.note_parts)
    drawings = list(site.drawings.values())
    rendered = plain(" ".join(_strings([*data, drawings, site.test_markers or (), site.interface])))
    for rating, page in _current(site):
        own = plain(" ".join((page.meta.title, page.meta.description, *(text for _, text in queries.written_texts(page)))))
        for key in ("pemat", "cci"):
            for item, answer in getattr(rating, key).items():
                for quoted in _QUOTED.findall(answer):
                    words = plain(quoted)
                    if words not in own and words not in rendered:
                        message = f"Item {item} of '{key}' quotes “{quoted}”, which is not on '{rating.page}'"
                        yield problem_at(rating, key, message, "Have the page rated again, or add 'stale: true'.")


def _current(site: Site) -> Iterator[tuple[Rating, Page]]:
    """Yield each rating that is not stale with its page; none where a macro call, data that pages show, or the page's title is wrong."""
    wrong = pages_with_wrong_calls(site)
    for rating in () if site.lacks_data else site.ratings:
        is_whole = rating.page in site.pages and site.pages[rating.page].file not in wrong
        if is_whole and not rating.stale and ("front matter", rating.page) not in site.unreadable:
            yield rating, site.pages[rating.page]


def _strings(value: object) -> Iterator[str]:
    """Yield every text of some data."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, BaseModel | dict):
        yield from _strings([*dict(value).values()])
    elif isinstance(value, list | tuple):
        for item in value:
            yield from _strings(item)
