"""Rules for URLs: each that was ever published still resolves, redirects lead to live URLs, and copies set a URL of their own."""

import re
from collections.abc import Iterator, Mapping, Sequence

from sitekit import urls
from sitekit.checks import macro_calls
from sitekit.checks.reporting import problem_at, repeats, rules_of
from sitekit.errors import Problem, excerpt
from sitekit.models.record import HOST
from sitekit.models.site import PublishedUrl, Site
from sitekit.schema.page_types import PAGE_TYPES_BY_KIND
from sitekit.urls import PUBLISHED

_LOCAL = re.compile(r"https?://(127\.0\.0\.1|localhost)(:\d+)?/")
_URL = re.compile(r"/(?:\S*/)?(?:[^/\s#]+\.[^/\s#]+)?(?:#\S+)?")
# A redirect is a file in a folder of its own. No file system takes a longer name, and no one types a longer address.
_LONGEST = 250
# Anchors that pages of one kind share, and that say nothing of which page this is.
_SHARED = frozenset(section.id for page_type in PAGE_TYPES_BY_KIND.values() for section in page_type.sections)


def published_urls_resolve(site: Site) -> Iterator[Problem]:
    """Require that every URL that was ever published is live or redirected."""
    live, redirects = urls.live_urls(site), urls.redirects(site)
    owners = {file: page for entry in site.published_urls for page in [urls.page_of(entry.address)] for file in urls.files_of(page)}
    # A macro call that is reported renders no anchors, and shows no checklist that would have a handout.
    wrong = {problem.path for rule in rules_of(macro_calls) for problem in rule(site)}
    incomplete = {f"/{page.url}" for page in site.pages.values() if page.file in wrong}
    # A section that a page must have is reported with the page.
    required = {f"/{page.url}#{section.id}" for page in site.pages.values() for section in PAGE_TYPES_BY_KIND[page.meta.kind].sections}
    # What went with one page is reported with it, once.
    groups: dict[str, list[PublishedUrl]] = {}
    for entry in site.published_urls:
        url, page = entry.address, urls.page_of(entry.address)
        if urls.resolve(url, live, redirects) or urls.may_be_unreadable(site, url) or url in required:
            continue
        if page in incomplete or (incomplete and url.startswith("/handouts/")):
            continue
        # A redirect that does not resolve is reported by redirects_resolve.
        if url in redirects or (page in redirects and not urls.resolve(page, live, redirects)):
            continue
        if not _URL.fullmatch(url):
            hint = "Write it as /page/ or /page/#anchor, from the site's root."
            yield Problem(PUBLISHED, entry.line, f"'{url}' is not an address of this site", hint)
            continue
        owner = owners.get(url, page)
        groups.setdefault(url if owner in live else owner, []).append(entry)
    registered = {urls.page_of(entry.address) for entry in site.published_urls}
    for owner, entries in groups.items():
        yield _unresolved(owner, entries, live, redirects, registered)


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


def published_urls_are_listed_once(site: Site) -> Iterator[Problem]:
    """Require that the list of published URLs names none twice."""
    for entry, first in repeats((entry.address, entry) for entry in site.published_urls):
        message = f"'{entry.address}' is listed twice, first on line {first.line}"
        yield Problem(PUBLISHED, entry.line, message, "Remove this line.")


def redirects_resolve(site: Site) -> Iterator[Problem]:
    """Require that every redirect ends at a live page, anchor or file, and none in a circle."""
    live, redirects = urls.live_urls(site), urls.redirects(site)
    for redirect in site.redirects.values():
        end = urls.redirect_chain(redirect.old, live, redirects)[-1]
        if urls.is_live(end, live) or urls.may_be_unreadable(site, end):
            continue
        if urls.next_url(end, live, redirects):
            yield problem_at(redirect, "new", f"The redirect of '{redirect.old}' leads in a circle", "Let it lead to a page that exists.")
        # Where redirects follow each other, the last is reported.
        elif redirect.new not in redirects:
            made = urls.page_of(redirect.new) not in live and urls.file_in_the_way(redirect.new, urls.written_files(site))
            close = urls.nearest_url(redirect.new, live)
            hint = f"Did you mean '{close}'?" if close else "Write the address of a page, as /why-trust/, or of an anchor on it."
            which = "is no English page, nor a file made for one" if made else "does not exist"
            yield problem_at(redirect, "new", f"The redirect leads to '{redirect.new}', which {which}", hint)


def redirects_do_not_shadow_live_urls(site: Site) -> Iterator[Problem]:
    """Require that no redirect replaces a page, an anchor or a file that the site has, or is longer than file systems allow.

    A file is redirected to a file of its type, as the new file is served at the old URL too.
    """
    live, files = urls.live_urls(site), urls.written_files(site)
    for redirect in site.redirects.values():
        shadowed = _shadowed(redirect.old, live, files)
        if len(redirect.old.encode()) > _LONGEST:
            message = f"The address '{excerpt(redirect.old)}' has {len(redirect.old.encode())} bytes"
            yield problem_at(redirect, "old", message, f"A redirect can have {_LONGEST} at most; remove this one.")
        elif shadowed and shadowed.strip("/") in (*urls.BUILT_FOLDERS, *site.languages):
            message = f"'{redirect.old}' is in {shadowed}, where the site keeps files of its own"
            yield problem_at(redirect, "old", message, "Remove this redirect.")
        elif shadowed:
            what = "anchor" if "#" in shadowed else "page" if shadowed.endswith("/") else "file"
            same = "" if shadowed == redirect.old else f", and '{redirect.old}' would take its place"
            hint = "Remove this redirect." if what == "file" else f"Remove this redirect, or take the {what} away first."
            yield problem_at(redirect, "old", f"The {what} '{shadowed}' exists{same}, so it can't be redirected", hint)
        elif not urls.is_page(redirect.old) and not redirect.new.endswith(extension := "." + redirect.old.rsplit(".", 1)[-1]):
            message = f"'{redirect.old}' is a file, and '{redirect.new}' is not a {extension}"
            yield problem_at(redirect, "new", message, f"Let it lead to a {extension} file of this site.")


def _shadowed(old: str, live: Mapping[str, frozenset[str]], files: Mapping[str, str]) -> str | None:
    """Return what a redirect of a URL would replace: a live URL, or one of the folders that the build fills; or None."""
    page, _, anchor = old.partition("#")
    if anchor and page in live:
        return old if anchor in live[page] else None
    return urls.file_in_the_way(old, files)


def redirects_are_apart(site: Site) -> Iterator[Problem]:
    """Require that no two redirects need one file, or the one a folder where the other has a file."""
    written = urls.written_files(site)
    pages = {old: redirect for old, redirect in site.redirects.items() if "#" not in old and not urls.file_in_the_way(old, written)}
    files = {urls.file_at(old).lower(): old for old in reversed(pages)}
    for old, redirect in pages.items():
        other = urls.file_in_the_way(old, files)
        if other in pages and other != old:
            message = f"The redirect of '{old}' needs the file of the redirect of '{other}', on line {pages[other].line('old')}"
            yield problem_at(redirect, "old", message, "Keep one of the two.")


def anchor_redirects_have_a_page(site: Site) -> Iterator[Problem]:
    """Require that the page of a redirected anchor is live or redirected too, as a browser asks the server for the page alone."""
    live, redirects, files = urls.live_urls(site), urls.redirects(site), urls.written_files(site)
    for redirect in site.redirects.values():
        page = urls.page_of(redirect.old)
        is_known = page in live or page in redirects or urls.file_in_the_way(page, files)
        if page != redirect.old and not is_known and not urls.may_be_unreadable(site, page):
            message = f"The page '{page}' does not exist, so its anchor can't be redirected"
            yield problem_at(redirect, "old", message, f"Add a redirect for '{page}' too.")


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
