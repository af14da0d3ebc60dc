"""Rules for links and images in pages: they lead somewhere, stay here, and say what they are."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator

from sitekit import queries
from sitekit.errors import Problem, nearest, suggest
from sitekit.models.page import Link, Page
from sitekit.models.site import Site

_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:")
_OUTWARD = ("https:", "tel:", "sms:", "mailto:")


def every_link_leads_somewhere(site: Site) -> Iterator[Problem]:
    """Pages and anchors that are linked exist."""
    for page in site.pages.values():
        for link in page.links:
            if not _SCHEME.match(link.target) and not link.image:
                yield from _dead(site, page, link)


def _dead(site: Site, page: Page, link: Link) -> Iterator[Problem]:
    target, anchor = queries.link_target(page, link.target)
    if target not in site.pages:
        if target in site.files or site.defines("page", target):
            return
        close = nearest(target, site.pages)
        mend = (
            f"Did you mean '{posixpath.relpath(close, posixpath.dirname(page.path) or '.')}'?"
            if close
            else "Link to a .md file of docs/, written from this page's folder."
        )
        yield Problem(page.file, link.line, f"The link '{link.target}' leads to no page", mend)
    elif anchor and anchor not in queries.anchors_on(site, site.pages[target]):
        known = queries.anchors_on(site, site.pages[target])
        yield Problem(page.file, link.line, f"The page '{target}' has no anchor '#{anchor}'", suggest(anchor, known, "anchor"))


def every_outward_link_is_safe(site: Site) -> Iterator[Problem]:
    """Only plain schemes may leave the site; nothing runs, nothing goes unencrypted."""
    for page in site.pages.values():
        for link in page.links:
            scheme = _SCHEME.match(link.target)
            if scheme and scheme.group().lower() not in _OUTWARD:
                yield Problem(page.file, link.line, f"The link '{link.target}' may not stand here", "Use https:, tel:, sms: or mailto:.")


def every_image_is_ours(site: Site) -> Iterator[Problem]:
    """Pictures come through the picture macro, so that each has its words and none comes from elsewhere."""
    for page in site.pages.values():
        for link in page.links:
            if link.image:
                yield Problem(
                    page.file,
                    link.line,
                    f"The image '{link.target}' is put in by hand",
                    'Add it to docs/assets/pictures and data/pictures.yml, and show it with {{ picture("id") }}.',
                )


def pages_hold_no_html(site: Site) -> Iterator[Problem]:
    """Pages stay prose that anyone can edit; markup belongs to the macros."""
    for page in site.pages.values():
        for block in page.blocks:
            if block.kind == "html":
                shown = re.search(r"<[^>]*>?", block.text)
                yield Problem(
                    page.file,
                    block.line,
                    f"Pages hold no HTML ({shown.group() if shown else block.text})",
                    "Write it in Markdown, or add a macro.",
                )


RULES = (every_link_leads_somewhere, every_outward_link_is_safe, every_image_is_ours, pages_hold_no_html)
