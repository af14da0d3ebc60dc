"""Rules for URLs: each that was ever published still resolves, redirects lead to live URLs, and copies set a URL of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from pydantic import TypeAdapter, ValidationError

from sitekit import urls
from sitekit.checks.duplicates import repeats
from sitekit.checks.reporting import problem_at
from sitekit.errors import Problem, nearest
from sitekit.models.record import Address
from sitekit.models.site import Site
from sitekit.urls import PUBLISHED

_LOCAL = re.compile(r"https?://(127\.0\.0\.1|localhost)(:\d+)?/")
_ADDRESS = TypeAdapter(Address)


def published_urls_resolve(site: Site) -> Iterator[Problem]:
    """Require that every URL that was ever published is live or redirected, as therapists paste URLs into messages."""
    live, redirects = urls.live_urls(site), urls.redirects(site)
    for entry in site.published_urls:
        url, page = entry.address, urls.page_of(entry.address)
        if urls.resolve(url, live, redirects) or _may_be_unreadable(site, url):
            continue
        # A redirect that does not resolve is reported by redirects_resolve.
        if url in redirects or (page in redirects and not urls.resolve(page, live, redirects)):
            continue
        if not _is_address(url):
            hint = "Write it as /page/ or /page/#anchor, from the site's root."
            yield Problem(PUBLISHED, entry.line, f"'{url}' is not an address of this site", hint)
            continue
        new = _nearest_url(url, live) or (page if page in live else "/…")
        yield Problem(
            PUBLISHED,
            entry.line,
            f"The address '{url}' was published and leads nowhere now",
            f"Add a redirect to data/redirects.yml: '- old: {url}' and below it '  new: {new}'.",
        )


def _is_address(url: str) -> bool:
    try:
        _ADDRESS.validate_python(url)
    except ValidationError:
        return False
    return True


def _nearest_url(url: str, live: Mapping[str, frozenset[str]]) -> str | None:
    """Return the live URL most like another one: of the same page's anchors where that page is live."""
    page = urls.page_of(url)
    return nearest(url, {f"{page}#{anchor}" for anchor in live[page]} if page in live else live)


def _may_be_unreadable(site: Site, url: str) -> bool:
    """Return whether a URL may be missing only because its page, its redirect or its macro's data could not be read."""
    page = urls.page_of(url)
    path = page.removeprefix("/")
    files = {f"{path.rstrip('/')}.md", f"{path}index.md"} if path else {"index.md"}
    sources = {("redirect", name) for name in ("*", url, page)} | {("page", file) for file in files}
    return bool(sources & site.unreadable or ("#" in url and site.unreadable))


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
        if urls.is_live(end, live) or _may_be_unreadable(site, end):
            continue
        if urls.next_url(end, live, redirects):
            yield problem_at(redirect, "new", f"The redirect of '{redirect.old}' leads in a circle", "Let it lead to a page that exists.")
        # Where redirects follow each other, the last is reported.
        elif redirect.new not in redirects:
            close = _nearest_url(redirect.new, live)
            hint = f"Did you mean '{close}'?" if close else "Write the address of a page, as /why-trust/, or of an anchor on it."
            yield problem_at(redirect, "new", f"The redirect leads to '{redirect.new}', which does not exist", hint)


def file_redirects_keep_their_type(site: Site) -> Iterator[Problem]:
    """Require that a file is redirected to a file of its type, as the new file is served at the old URL too."""
    for redirect in site.redirects.values():
        extension = redirect.old.rsplit(".", 1)[-1]
        if not urls.is_page(redirect.old) and not redirect.new.endswith(f".{extension}"):
            message = f"'{redirect.old}' is a file, and '{redirect.new}' is not a .{extension}"
            yield problem_at(redirect, "new", message, f"Let it lead to a .{extension} file of this site.")


def redirects_do_not_shadow_live_urls(site: Site) -> Iterator[Problem]:
    """Require that no redirect replaces a page or an anchor that exists."""
    live = urls.live_urls(site)
    for redirect in site.redirects.values():
        if urls.is_live(redirect.old, live):
            what = "anchor" if "#" in redirect.old else "page"
            message = f"The {what} '{redirect.old}' exists, so it can't be redirected"
            yield problem_at(redirect, "old", message, f"Remove this redirect, or take the {what} away first.")


def anchor_redirects_have_a_page(site: Site) -> Iterator[Problem]:
    """Require that the page of a redirected anchor is live or redirected too, as a browser asks the server for the page alone."""
    live, redirects = urls.live_urls(site), urls.redirects(site)
    for redirect in site.redirects.values():
        page = urls.page_of(redirect.old)
        if page != redirect.old and page not in live and page not in redirects and not _may_be_unreadable(site, page):
            message = f"The page '{page}' does not exist, so its anchor can't be redirected"
            yield problem_at(redirect, "old", message, f"Add a redirect for '{page}' too.")


def site_url_is_not_hard_coded(site: Site) -> Iterator[Problem]:
    """Require that mkdocs.yml takes site_url from the environment, as a copy's pages would name the original's URL otherwise."""
    setting = site.site_url
    hint = 'Write it as site_url: !ENV [SITE_URL, "http://127.0.0.1:8000/"], and set SITE_URL where the site is published.'
    if setting is None:
        yield Problem("mkdocs.yml", 1, "The key 'site_url' is missing", hint)
    elif setting.variable != "SITE_URL" or not _LOCAL.fullmatch(setting.default or ""):
        message = f"The address '{setting.default}' is written into site_url, and copies of this site would keep it"
        yield Problem("mkdocs.yml", setting.line, message, hint)


RULES = (
    published_urls_resolve,
    published_urls_are_listed_once,
    redirects_resolve,
    file_redirects_keep_their_type,
    redirects_do_not_shadow_live_urls,
    anchor_redirects_have_a_page,
    site_url_is_not_hard_coded,
)
