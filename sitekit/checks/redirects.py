"""Rules for redirects: each leads to a live URL, and none replaces what the site has."""

from collections.abc import Iterator, Mapping

from sitekit import urls
from sitekit.checks.reporting import problem_at
from sitekit.errors import Problem, excerpt
from sitekit.models.site import Site

# A redirect is a file in a folder of its own. No file system takes a longer name, and no one types a longer address.
_LONGEST = 250


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
        elif not urls.is_page(redirect.old) and redirect.new == f"/{urls.OFFLINE}":
            yield problem_at(redirect, "new", f"'{redirect.new}' is made after files are copied to old addresses", "Remove this redirect.")


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
