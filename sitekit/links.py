"""What a therapist sends, as values and plain text: every address, its files, and the e-mails. Pure; no HTML."""

from __future__ import annotations

import csv
import io
import json
import re
from typing import NamedTuple

from sitekit import queries
from sitekit.models.emails import Email, placeholders
from sitekit.models.page import Page
from sitekit.models.site import Site
from sitekit.pdf.handout_list import PAPERS, file_of, handout_of
from sitekit.render.help import help_words
from sitekit.render.practice import practice_lines
from sitekit.schema.page_types import PAGE_TYPES_BY_KIND

# The form of links.json and links.csv. Keys are added at the end and never renamed or taken away; a change that
# breaks a reader of them raises the number.
VERSION = 1
COLUMNS = (
    "path",
    "address",
    "title",
    "description",
    "audience",
    "section",
    "reviewed",
    "when",
    "qr_svg",
    "qr_png",
    "handout_a4",
    "handout_letter",
)


class Entry(NamedTuple):
    """One page that can be sent: its part of the menu, its address, when it helps, and its files' addresses."""

    page: Page
    section: str
    address: str
    when: tuple[str, ...]
    qr_svg: str
    qr_png: str
    handout_a4: str
    handout_letter: str


def entries(site: Site, site_url: str) -> list[Entry]:
    """Return every page of the menu in its order.

    Args:
        site_url: the address the site lives at, ending in a slash.
    """
    sections = {entry.path: entry.section for entry in site.nav}
    found = []
    for page in queries.pages_in_nav_order(site):
        handout = handout_of(page)
        sheets = [site_url + file_of(handout, paper) if handout else "" for paper in PAPERS]
        when = tuple(moment.when for moment in site.moments.values() if moment.page == page.path)
        codes = [site_url + qr_file(page, kind) for kind in ("svg", "png")]
        found.append(Entry(page, sections[page.path], site_url + page.url, when, *codes, *sheets))
    return found


def qr_file(page: Page, kind: str) -> str:
    """Return where a page's QR code lives below the site's root; `kind` is "svg" or "png"."""
    return f"qr/{page.url.rstrip('/') or 'index'}.{kind}"


def letter(site: Site, email: Email, length: str, site_url: str) -> str:
    """Return an e-mail's plain text with all that is known filled in; a line for what is not known goes.

    Args:
        length: one of sitekit.models.emails.LENGTHS.
        site_url: the address the site lives at, ending in a slash.
    """
    practice = site.practice
    known = {
        "practice": practice.name or "",
        "contact": "\n".join(line for line in practice_lines(practice) if line != practice.name),
        "help": help_words(site),
    }
    lines: list[str] = []
    for line in email.text(length).splitlines():
        for place in placeholders(line):
            if place.name == "page":
                line = site_url + site.pages[place.page or email.page].url
            else:
                line = known[place.name]
            if not line:
                break
        else:
            lines.append(line.rstrip())
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def as_json(site: Site, site_url: str) -> str:
    """Return links.json: every page with its address, when to send it, and its files."""
    pages = [
        {
            "path": entry.page.url,
            "address": entry.address,
            "title": entry.page.meta.title,
            "description": entry.page.meta.description,
            "audience": _audience(entry.page),
            "section": entry.section or None,
            "reviewed": entry.page.meta.reviewed.isoformat(),
            "when": list(entry.when),
            "qr": {"svg": entry.qr_svg, "png": entry.qr_png},
            "handout": {"a4": entry.handout_a4, "letter": entry.handout_letter} if entry.handout_a4 else None,
        }
        for entry in entries(site, site_url)
    ]
    whole = {"version": VERSION, "site": site_url, "practice": site.practice.name, "pages": pages}
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def as_csv(site: Site, site_url: str) -> str:
    """Return links.csv (RFC 4180, with a line of names): the same as links.json, moments joined by "; "."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    for entry in entries(site, site_url):
        meta = entry.page.meta
        writer.writerow(
            (
                entry.page.url,
                entry.address,
                meta.title,
                meta.description,
                _audience(entry.page),
                entry.section,
                meta.reviewed.isoformat(),
                "; ".join(entry.when),
                *entry[4:],
            )
        )
    return out.getvalue()


def _audience(page: Page) -> str:
    return "clients" if PAGE_TYPES_BY_KIND[page.meta.kind].client else "therapists"
