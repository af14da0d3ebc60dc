"""Runs of plain text, some of them bold or a link: all that a handout keeps of a block's markup."""

from typing import Any

from sitekit import queries
from sitekit.models.page import Block, Page
from sitekit.models.site import Site

# As handout.typ takes them: `{"text": …, "bold": …, "link": …}`, the link a full URL or None.
Runs = list[dict[str, Any]]


def runs(block: Block, site: Site, page: Page, site_url: str) -> Runs:
    """Return the words of a block that are meant for paper as runs for handout.typ.

    Links to other pages and sites keep their full URL; links within the page keep their words, as these stand on the sheet too.
    """
    return [{"text": run.text, "bold": run.bold, "link": _url(run.target, site, page, site_url)} for run in block.runs]


def plain(text: str, bold: bool = False) -> Runs:
    """Return a text as one run, its characters as they are; none for no text."""
    return [{"text": text, "bold": bold, "link": None}] if text else []


def _url(target: str, site: Site, page: Page, site_url: str) -> str | None:
    path, anchor = queries.link_target(page, target)
    if "://" in target or not target:
        return target or None
    if path == page.path or path not in site.pages:
        return None
    return site_url + site.pages[path].url + (f"#{anchor}" if anchor else "")
