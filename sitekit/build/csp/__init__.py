"""Locks every page down: a content security policy first in its head, no referrer, and nothing that neither would allow.

Works on built HTML, after everything that writes pages. What a page holds is never allowed because it is there:
scripts in a page must be on the list in known.py, and whatever acts or fetches otherwise stops the publish.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from pathlib import Path

from lxml import html

from sitekit.build.csp import stylesheets
from sitekit.build.csp.headers import write_headers
from sitekit.build.csp.known_scripts import KNOWN
from sitekit.build.csp.policy import policy_of
from sitekit.build.csp.violations import Found, faults
from sitekit.errors import Problem


def apply_csp(folder: Path, templates: Path, site_url: str) -> list[Problem]:
    """Write its policy into each page of the site below `folder`, and the files that tell hosts the same.

    Args:
        folder: the built site.
        templates: the folder of the site's own templates, to tell where a fault is written.
        site_url: where the site will live, ending in a slash.

    Returns:
        What may not stand in a page or a stylesheet, once each however many pages have it; pages are then unchanged.
    """
    known = tuple(KNOWN.values())
    pages = {file: _parsed(file) for file in sorted(folder.rglob("*.html"))}
    found: dict[tuple[str, str], list[tuple[str, Found]]] = {}
    for file, page in pages.items():
        for each in faults(page, frozenset(known)):
            found.setdefault((each.words, each.message), []).append((file.relative_to(folder).as_posix(), each))
    problems = [_problem(standing, templates) for standing in found.values()] + list(_sheets(folder))
    if problems:
        return problems
    for file, page in pages.items():
        file.write_text(_sealed(file.read_text(encoding="utf-8"), page, policy_of(page, known)), encoding="utf-8")
    write_headers(folder, site_url, known)
    return []


def _parsed(file: Path) -> html.HtmlElement:
    return html.document_fromstring(file.read_bytes(), parser=html.HTMLParser(encoding="utf-8"))


def _problem(standing: list[tuple[str, Found]], templates: Path) -> Problem:
    """Tell a fault where it is written, or else where it stands first, and on how many pages."""
    path, found = standing[0]
    others = len({name for name, _ in standing}) - 1
    fault = found.message + (f" (and on {others} more page{'s' * (others > 1)})" if others else "")
    for file in sorted(templates.rglob("*.html")):
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
            if found.words and found.words in line:
                return Problem(f"{templates.name}/{file.relative_to(templates).as_posix()}", number, fault, found.hint)
    return Problem(f"site/{path}", found.line, fault, found.hint)


def _sheets(folder: Path) -> Iterator[Problem]:
    for file in sorted(folder.rglob("*.css")):
        for address in stylesheets.foreign(file.read_text(encoding="utf-8")):
            yield Problem(
                f"site/{file.relative_to(folder).as_posix()}",
                1,
                f"'{address}' would be fetched from elsewhere",
                "Keep the file in docs/assets, or do without it.",
            )


def _sealed(text: str, page: html.HtmlElement, policy: str) -> str:
    """Return a page's text with its policy and its referrer first in its head, and else as it was, where that can be seen to work."""
    # A policy in a page holds for what comes after it, so it comes first; it leaves the charset within the first
    # 1024 bytes, where browsers look for it.
    first = f'<meta http-equiv=Content-Security-Policy content="{escape(policy, quote=False)}"><meta name=referrer content=no-referrer>'
    before, head, after = text.partition("<head>")
    sealed = before + head + first + after
    read = html.document_fromstring(sealed)
    names = [meta.get("http-equiv") or meta.get("name") for meta in read.find("head")[:2] if meta.tag == "meta"]
    if names == ["Content-Security-Policy", "referrer"] and len(_referrers(read)) == 1:
        return sealed
    for told in _referrers(page):
        told.drop_tree()
    page.find("head").insert(0, html.Element("meta", {"name": "referrer", "content": "no-referrer"}))
    page.find("head").insert(0, html.Element("meta", {"http-equiv": "Content-Security-Policy", "content": policy}))
    return document_text(page)


def document_text(page: html.HtmlElement) -> str:
    """Return a parsed page as the text of its file."""
    return "<!doctype html>" + html.tostring(page, encoding="unicode")


def _referrers(page: html.HtmlElement) -> list[html.HtmlElement]:
    return [meta for meta in page.iter("meta") if (meta.get("name") or "").lower() == "referrer"]


__all__ = ["apply_csp"]
