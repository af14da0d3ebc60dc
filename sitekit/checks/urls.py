"""Rules for URLs: each that was ever published still resolves, and copies set a URL of their own."""

import re
from collections.abc import Iterator, Mapping, Sequence

from sitekit import queries, urls
from sitekit.checks.macro_calls import pages_with_wrong_calls
from sitekit.errors import Problem, excerpt
from sitekit.models.record import HOST
from sitekit.models.site import PublishedUrl, Site
from sitekit.schema.page_types import PAGE_TYPES_BY_KIND
from sitekit.urls import PUBLISHED

_LOCAL = re.compile(r"https?://(127\.0\.0\.1|localhost)(:\d+)?/")
_URL = re.compile(r"/(?:\S*/)?(?:[^/\s#]+\.[^/\s#]+)?(?:#\S+)?")
# What dead URLs can share, and what may have become of it.
_CHANGES = {"page": "moved", "name": "changed"}
# Anchors that pages of one kind share, and that say nothing of which page this is.
_SHARED = frozenset(section.id for page_type in PAGE_TYPES_BY_KIND.values() for section in page_type.sections)


def published_urls_resolve(site: Site) -> Iterator[Problem]:
    """Require that every URL that was ever published is live or redirected."""
    live, redirects = urls.live_urls(site), urls.redirects(site)
    owners = {file: page for entry in site.published_urls for page in [urls.page_of(entry.address)] for file in urls.files_of(page)}
    wrong = pages_with_wrong_calls(site)
    incomplete = {f"/{page.url}" for page in site.pages.values() if page.file in wrong or not queries.has_all_ids(page)}
    # A section that a page must have is reported with the page.
    required = {f"/{page.url}#{section.id}" for page in site.pages.values() for section in PAGE_TYPES_BY_KIND[page.meta.kind].sections}
    # What went with one page is reported with it, once.
    groups: dict[str, list[PublishedUrl]] = {}
    for entry in site.published_urls:
        url, page = entry.address, urls.page_of(entry.address)
        if urls.resolve(url, live, redirects) or urls.may_be_unreadable(site, url) or url in required:
            continue
        if page in incomplete or (incomplete and url.startswith(("/handouts/", "/embed/"))):
            continue
        # A redirect that does not resolve is reported by redirects_resolve.
        if url in redirects or (page in redirects and not urls.resolve(page, live, redirects)):
            continue
        if not _URL.fullmatch(url):
            hint = "Write it as /page/ or /page/#anchor, from the site's root."
            yield Problem(PUBLISHED, entry.line, f"'{url}' is not an address of this site", hint)
            continue
        owner = owners.get(url, page)
        # An id may be shown on several pages.
        groups.setdefault((url.partition("#")[2] or url) if owner in live else owner, []).append(entry)
    registered = {urls.page_of(entry.address) for entry in site.published_urls}
    for owner, entries in groups.items():
        if owner.startswith("/"):
            yield _unresolved(entries, _targets(owner, entries, live, redirects, registered), "page")
        else:
            near = {entry.address: urls.nearest_url(entry.address, live) or urls.page_of(entry.address) for entry in entries}
            yield _unresolved(entries, near, "name")


def _unresolved(entries: Sequence[PublishedUrl], targets: Mapping[str, str | None], shared: str) -> Problem:
    """Return the one problem of dead URLs that share a page or a name, with the redirects to add where it is sure where they lead."""
    first, more = entries[0], len(entries) - 1
    message = f"The address '{first.address}' was published and leads nowhere now" + (f", with {more} more of its {shared}" if more else "")
    lines = [line for old, new in targets.items() if new for line in (f"- old: {old}", f"  new: {new}")]
    if len(lines) > 2:
        hint = f"If its {shared} {_CHANGES[shared]}, add these lines to data/redirects.yml:"
        return Problem(PUBLISHED, first.line, message, hint, tuple(lines))
    new = targets.get(first.address) or "…"
    left_open = ", with the address of what took its place" if new == "…" else ""
    hint = f"Add a redirect to data/redirects.yml: '- old: {first.address}' and below it '  new: {new}'{left_open}."
    return Problem(PUBLISHED, first.line, message, hint)


def _targets(
    owner: str, entries: Sequence[PublishedUrl], live: Mapping[str, frozenset[str]], redirects: Mapping[str, str], registered: set[str]
) -> dict[str, str | None]:
    """Return where each dead URL of a page leads, if it is sure where the page is now."""
    target = urls.resolve(owner, live, redirects) or _new_url_of(owner, entries, live, registered)
    return {entry.address: _target_of(entry.address, owner, target, live) for entry in entries} if target else {}


def _new_url_of(owner: str, entries: Sequence[PublishedUrl], live: Mapping[str, frozenset[str]], registered: set[str]) -> str | None:
    """Return the new URL of a page: the only unregistered one with at least half of its anchors, else the nearest by name, or None."""
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


def published_urls_are_kept(site: Site) -> Iterator[Problem]:
    """Require that the list of published URLs was not emptied."""
    if not site.published_urls and ("published", "*") not in site.unreadable:
        yield Problem(PUBLISHED, 1, "This file lists no address", "Put its lines back; '/' is one of them.")


def built_files_are_not_replaced(site: Site) -> Iterator[Problem]:
    """Require that nothing below docs/ stands where the build writes files of its own, of which one would be lost."""
    sources = {f"docs/{file}": file for file in site.files} | {page.file: urls.file_at(f"/{page.url}") for page in site.pages.values()}
    made = {*urls.MADE_FOLDERS, *map(str.lower, site.languages)}
    for source, file in sources.items():
        folder = file.partition("/")[0].lower()
        if file.lower() in urls.BUILT or folder in made:
            what = f"/{folder}/" if folder in made else f"/{file}"
            yield Problem(source, 1, f"This would stand where the site has files of its own ({what})", "Give it another name or folder.")


def custom_domain_is_a_host(site: Site) -> Iterator[Problem]:
    """Require that docs/CNAME holds the name of one host, as GitHub Pages reads it."""
    if "CNAME" in site.files and ("custom domain", "*") not in site.unreadable and not HOST.fullmatch(site.custom_domain.lower()):
        message = f"'{excerpt(site.custom_domain)}' is not the name of a host"
        yield Problem("docs/CNAME", 1, message, "Write your domain alone, as trust.your-practice.org, or remove the file.")


def site_url_is_not_hard_coded(site: Site) -> Iterator[Problem]:
    """Require that mkdocs.yml takes site_url from the environment, as a copy's pages would name the original's URL otherwise."""
    setting = site.site_url
    hint = 'Write it as site_url: !ENV [SITE_URL, "http://127.0.0.1:8000/"], and set SITE_URL where the site is published.'
    if ("nav", "*") in site.unreadable:
        return
    if setting is None:
        yield Problem("mkdocs.yml", 1, "The key 'site_url' is missing", hint)
    elif setting.variable != "SITE_URL" or not _LOCAL.fullmatch(setting.default or ""):
        written = f"The address '{setting.default}' is written into site_url, and copies of this site would keep it"
        message = written if setting.default else "'site_url' holds no variable with an address after it"
        yield Problem("mkdocs.yml", setting.line, message, hint)
