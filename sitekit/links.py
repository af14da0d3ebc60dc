"""What a therapist sends, as values: every address with its files, and the frames of checklists. Pure; no HTML."""

import csv
import io
import json
from typing import NamedTuple

from sitekit import queries
from sitekit.models.page import Page
from sitekit.models.site import Site
from sitekit.pdf.handout_list import handout_of
from sitekit.render.embed import frame_heights
from sitekit.schema.page_types import PAGE_TYPES_BY_KIND

# The form of links.json and links.csv. Keys are added at the end and never renamed or taken away; a change that
# breaks a reader of them raises the number.
VERSION = 1
FILES = ("qr_svg", "qr_png", "handout_a4", "handout_letter")
COLUMNS = ("path", "address", "title", "description", "audience", "section", "reviewed", "when", *FILES)


class Entry(NamedTuple):
    """One page that can be sent: its part of the menu, its URL, when it helps, and its files below the site's root by key of FILES."""

    page: Page
    section: str
    address: str
    when: tuple[str, ...]
    files: dict[str, str]


def entries(site: Site) -> list[Entry]:
    """Return every page of the menu, in its order."""
    found = []
    for page in queries.pages_in_nav_order(site):
        when = tuple(moment.when for moment in site.moments.values() if moment.page == page.path)
        files = [qr_file(page.url, kind) for kind in ("svg", "png")]
        if handout := handout_of(site, page):
            files += handout.files.values()
        found.append(Entry(page, queries.section_of(site, page.path), site.url + page.url, when, dict(zip(FILES, files, strict=False))))
    return found


def qr_file(url: str, kind: str) -> str:
    """Return where the QR code of a page's URL, without its first slash, lives below the site's root; `kind` is "svg" or "png"."""
    return f"qr/{url.rstrip('/') or 'index'}.{kind}"


class Frame(NamedTuple):
    """A checklist that a portal can show in a frame: `heights` are in CSS pixels by the width of the frame, for letters of the usual size;
    a frame between two widths takes the height of the narrower.
    """

    id: str
    title: str
    frame: str
    text: str
    heights: dict[str, int]


def frames(site: Site) -> list[Frame]:
    """Return the frame of every checklist."""
    return [
        Frame(id, checklist.title, f"{site.url}embed/{id}/", f"{site.url}embed/{id}.txt", frame_heights(site, checklist))
        for id, checklist in site.checklists.items()
    ]


def as_json(site: Site) -> str:
    """Return links.json: every page with its URL, when to send it, and its files."""
    pages = [_page(site, entry) for entry in entries(site)]
    checklists = [frame._asdict() for frame in frames(site)]
    whole = {"version": VERSION, "site": site.url, "practice": site.practice.name, "pages": pages, "checklists": checklists}
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def as_csv(site: Site) -> str:
    """Return links.csv (RFC 4180, with a header line): the same as links.json, moments joined by "; "."""
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, extrasaction="ignore")
    writer.writeheader()
    for entry in entries(site):
        files = {key: site.url + file for key, file in entry.files.items()}
        writer.writerow(_page(site, entry) | {"when": "; ".join(entry.when)} | files)
    return out.getvalue()


def _page(site: Site, entry: Entry) -> dict[str, object]:
    page, files = entry.page, {key: site.url + file for key, file in entry.files.items()}
    return {
        "path": page.url,
        "address": entry.address,
        "title": page.meta.title,
        "description": page.meta.description,
        "audience": "clients" if PAGE_TYPES_BY_KIND[page.meta.kind].client else "therapists",
        "section": entry.section or None,
        "reviewed": page.meta.reviewed.isoformat(),
        "when": list(entry.when),
        "qr": {"svg": files["qr_svg"], "png": files["qr_png"]},
        "handout": {"a4": files["handout_a4"], "letter": files["handout_letter"]} if "handout_a4" in files else None,
    }
