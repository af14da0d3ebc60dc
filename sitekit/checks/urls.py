"""Rules for addresses: what was ever published still leads somewhere, and nobody keeps another's."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pydantic import TypeAdapter, ValidationError

from sitekit import urls
from sitekit.errors import Problem, nearest
from sitekit.models.data import Redirect
from sitekit.models.record import Address
from sitekit.models.site import Site
from sitekit.urls import PUBLISHED

_HERE = re.compile(r"https?://(127\.0\.0\.1|localhost)(:\d+)?/")
_ADDRESS = TypeAdapter(Address)


def every_published_address_still_leads_somewhere(site: Site) -> Iterator[Problem]:
    """Therapists paste addresses into messages; each one is a promise."""
    live, moved = urls.live(site), urls.moved(site)
    for entry in site.published_urls:
        page, _, anchor = entry.address.partition("#")
        its_redirect_is_told = entry.address in moved or (page in moved and not urls.resolve(page, live, moved))
        if urls.resolve(entry.address, live, moved) or its_redirect_is_told or _may_come_of_a_fault(site, entry.address):
            continue
        try:
            _ADDRESS.validate_python(entry.address)
        except ValidationError:
            yield Problem(
                PUBLISHED, entry.line, f"'{entry.address}' is no address", "Write it as /page/ or /page/#anchor, from the site's root."
            )
            continue
        known = {f"{page}#{one}" for one in live[page]} if anchor and page in live else live
        new = nearest(entry.address, known) or (page if page in live else "/…")
        yield Problem(
            PUBLISHED,
            entry.line,
            f"The address '{entry.address}' was published and leads nowhere now",
            f"Add a redirect to data/redirects.yml: '- old: {entry.address}' and below it '  new: {new}'.",
        )


def _may_come_of_a_fault(site: Site, address: str) -> bool:
    """Tell whether an address may be missing only because what brings it could not be read."""
    page, _, anchor = address.partition("#")
    path = page.removeprefix("/")
    files = {"index.md"} if not path else {f"{path.rstrip('/')}.md", f"{path}index.md"}
    unread = any(("redirect", name) in site.unreadable for name in ("*", address, page))
    return unread or any(("page", file) in site.unreadable for file in files) or bool(anchor and site.unreadable)


def no_address_is_published_twice(site: Site) -> Iterator[Problem]:
    """The list is added to, never rearranged."""
    first: dict[str, int] = {}
    for entry in site.published_urls:
        if entry.address in first:
            yield Problem(
                PUBLISHED, entry.line, f"'{entry.address}' is listed twice, first on line {first[entry.address]}", "Remove this line."
            )
        first.setdefault(entry.address, entry.line)


def every_redirect_arrives(site: Site) -> Iterator[Problem]:
    """A redirect ends on a page that lives, at an anchor that is there, and never runs in a circle."""
    live, moved = urls.live(site), urls.moved(site)
    for redirect in site.redirects.values():
        end = urls.way(redirect.old, live, moved)[-1]
        if urls.lives(end, live) or _may_come_of_a_fault(site, end):
            continue
        if urls.step(end, live, moved):
            yield _at(redirect, "new", f"The redirect of '{redirect.old}' leads in a circle", "Let it lead to a live page.")
        elif redirect.new not in moved:
            page = redirect.new.partition("#")[0]
            known = {f"{page}#{one}" for one in live[page]} if page in live else live
            close = nearest(redirect.new, known)
            yield _at(
                redirect,
                "new",
                f"The redirect leads to '{redirect.new}', and that is not there",
                f"Did you mean '{close}'?" if close else "Write the address of a page, as /why-trust/, or of an anchor on it.",
            )


def every_redirect_leads_to_its_like(site: Site) -> Iterator[Problem]:
    """A file that moved is served under both names, so only a file of its kind can stand in for it."""
    for redirect in site.redirects.values():
        kind = redirect.old.rsplit(".", 1)[-1]
        if not urls.is_page(redirect.old) and not redirect.new.endswith(f".{kind}"):
            yield _at(
                redirect,
                "new",
                f"'{redirect.old}' is a file, and '{redirect.new}' is not a .{kind}",
                f"Let it lead to a .{kind} file of this site.",
            )


def no_redirect_hides_what_lives(site: Site) -> Iterator[Problem]:
    """A redirect in the place of a live page would take the page away from its readers."""
    live = urls.live(site)
    for redirect in site.redirects.values():
        if urls.lives(redirect.old, live):
            what = "anchor" if "#" in redirect.old else "page"
            yield _at(
                redirect,
                "old",
                f"The {what} '{redirect.old}' lives, so it can't lead on",
                f"Remove this redirect, or take the {what} away first.",
            )


def every_moved_anchor_has_its_page(site: Site) -> Iterator[Problem]:
    """An anchor leads on from its page, so that page lives or leads on itself."""
    live, moved = urls.live(site), urls.moved(site)
    for redirect in site.redirects.values():
        page, _, anchor = redirect.old.partition("#")
        if anchor and page not in live and page not in moved and not _may_come_of_a_fault(site, page):
            yield _at(
                redirect, "old", f"The page '{page}' is gone, so nothing can lead on from its anchor", f"Add a redirect for '{page}' too."
            )


def _at(redirect: Redirect, key: str, fault: str, mend: str) -> Problem:
    return Problem(redirect.path, redirect.line(key), fault, mend)


def the_address_of_the_site_is_nobodys(site: Site) -> Iterator[Problem]:
    """An address written into mkdocs.yml would go along into every copy, and point the copy's readers to the original."""
    setting = site.site_url
    mend = 'Write it as site_url: !ENV [SITE_URL, "http://127.0.0.1:8000/"], and set SITE_URL where the site is published.'
    if setting is None:
        yield Problem("mkdocs.yml", 1, "The key 'site_url' is missing", mend)
    elif setting.variable != "SITE_URL" or not _HERE.fullmatch(setting.default or ""):
        yield Problem(
            "mkdocs.yml",
            setting.line,
            f"The address '{setting.default}' is written into site_url, and copies of this site would keep it",
            mend,
        )


RULES = (
    every_published_address_still_leads_somewhere,
    no_address_is_published_twice,
    every_redirect_arrives,
    every_redirect_leads_to_its_like,
    no_redirect_hides_what_lives,
    every_moved_anchor_has_its_page,
    the_address_of_the_site_is_nobodys,
)
