"""Rules for published URLs: each that was ever live still resolves, as therapists paste them into messages and print them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from pydantic import TypeAdapter, ValidationError

from sitekit import urls
from sitekit.checks import macro_calls
from sitekit.checks.duplicates import repeats
from sitekit.errors import Problem
from sitekit.models.record import Address
from sitekit.models.site import PublishedUrl, Site
from sitekit.schema.page_types import PAGE_TYPES_BY_KIND
from sitekit.urls import PUBLISHED

_ADDRESS = TypeAdapter(Address)
# Anchors that pages of one kind share, and that say nothing of which page this is.
_SHARED = frozenset(section.id for page_type in PAGE_TYPES_BY_KIND.values() for section in page_type.sections)


def published_urls_resolve(site: Site) -> Iterator[Problem]:
    """Require that every URL that was ever published is live or redirected."""
    live, redirects = urls.live_urls(site), urls.redirects(site)
    owners = {file: page for entry in site.published_urls for page in [urls.page_of(entry.address)] for file in urls.files_of(page)}
    # A macro call that is reported renders no anchors, and shows no checklist that would have a handout.
    wrong = {problem.path for rule in macro_calls.RULES for problem in rule(site)}
    incomplete = {f"/{page.url}" for page in site.pages.values() if page.file in wrong}
    # What went with one page is reported with it, once.
    groups: dict[str, list[PublishedUrl]] = {}
    for entry in site.published_urls:
        url, page = entry.address, urls.page_of(entry.address)
        if urls.resolve(url, live, redirects) or urls.may_be_unreadable(site, url):
            continue
        if page in incomplete or (incomplete and url.startswith("/handouts/")):
            continue
        # A redirect that does not resolve is reported by redirects_resolve.
        if url in redirects or (page in redirects and not urls.resolve(page, live, redirects)):
            continue
        if not _is_address(url):
            hint = "Write it as /page/ or /page/#anchor, from the site's root."
            yield Problem(PUBLISHED, entry.line, f"'{url}' is not an address of this site", hint)
            continue
        owner = owners.get(url, page)
        groups.setdefault(url if owner in live else owner, []).append(entry)
    for owner, entries in groups.items():
        yield _unresolved(owner, entries, live, redirects, {urls.page_of(entry.address) for entry in site.published_urls})


def _unresolved(
    owner: str, entries: Sequence[PublishedUrl], live: Mapping[str, frozenset[str]], redirects: Mapping[str, str], registered: set[str]
) -> Problem:
    """Return the one problem of all dead URLs of a page, with the redirects to add where it is sure where the page is now."""
    first, more = entries[0], len(entries) - 1
    target = urls.resolve(owner, live, redirects) or _new_url_of(owner, entries, live, registered)
    targets = {entry.address: _target_of(entry.address, owner, target, live) for entry in entries} if target else {}
    message = f"The address '{first.address}' was published and leads nowhere now" + (f", with {more} more of its page" if more else "")
    lines = [line for old, new in targets.items() if new for line in (f"- old: {old}", f"  new: {new}")]
    if len(lines) > 2:
        return Problem(PUBLISHED, first.line, message, "If its page moved, add these lines to data/redirects.yml:", tuple(lines))
    new = targets.get(first.address) or "…"
    left_open = ", with the address of what took its place" if new == "…" else ""
    hint = f"Add a redirect to data/redirects.yml: '- old: {first.address}' and below it '  new: {new}'{left_open}."
    return Problem(PUBLISHED, first.line, message, hint)


def _new_url_of(owner: str, entries: Sequence[PublishedUrl], live: Mapping[str, frozenset[str]], registered: set[str]) -> str | None:
    """Return the new URL of a page: the only unregistered one with at least half of its anchors, else the nearest by name, or None."""
    page = urls.page_of(owner)
    if page != owner:
        return urls.nearest_url(owner, live) or page
    old = {entry.address.partition("#")[2] for entry in entries} - {""} - _SHARED
    fresh = {new: anchors - _SHARED for new, anchors in live.items() if new not in registered}
    alike = [new for new, anchors in fresh.items() if old & anchors and 2 * len(old & anchors) >= len(old | anchors)]
    return alike[0] if len(alike) == 1 else urls.nearest_url(owner, live)


def _target_of(url: str, owner: str, target: str, live: Mapping[str, frozenset[str]]) -> str | None:
    """Return where a URL of a moved page, of an anchor on it or of a file of it leads, or None where it needs no redirect or has none."""
    if url == owner:
        return target
    page, _, anchor = url.partition("#")
    if page == owner:
        # An anchor goes along with its page, if the new page has it or what took its place.
        return None if "#" not in target and urls.resolve(f"{target}#{anchor}", live, {}) else target
    new = dict(zip(urls.files_of(owner), urls.files_of(urls.page_of(target)), strict=False)).get(url, "")
    return new if new in live else None


def _is_address(url: str) -> bool:
    try:
        _ADDRESS.validate_python(url)
    except ValidationError:
        return False
    return True


def published_urls_are_listed_once(site: Site) -> Iterator[Problem]:
    """Require that the list of published URLs names none twice."""
    for entry, first in repeats((entry.address, entry) for entry in site.published_urls):
        message = f"'{entry.address}' is listed twice, first on line {first.line}"
        yield Problem(PUBLISHED, entry.line, message, "Remove this line.")


RULES = (published_urls_resolve, published_urls_are_listed_once)
