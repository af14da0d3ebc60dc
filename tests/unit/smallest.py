"""The smallest sites a rule or a relation can look at: nothing in them but what a test puts there."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable

from sitekit.errors import Problem
from sitekit.models.page import Page, PageMeta
from sitekit.models.practice import Practice
from sitekit.models.record import Record
from sitekit.models.site import Site
from sitekit.sources.markdown import parse_markdown

Rule = Callable[[Site], Iterable[Problem]]
DAY = datetime.date(2026, 11, 23)


def page(path: str = "a.md", body: str = "", **meta) -> Page:
    """Return a page of kind "about", its body beginning on line 1, its front matter on lines 1 (title) to 5 (see_also)."""
    front = PageMeta(
        **{"title": f"T {path}", "description": f"What stands on {path}: ".ljust(50, "d") + ".", "kind": "about", "reviewed": DAY} | meta
    )
    front.set_source(f"docs/{path}", {"": 99, "title": 1, "description": 2, "kind": 3, "reviewed": 4, "see_also": 5})
    return Page(path=path, meta=front, **parse_markdown(body, f"docs/{path}")[0])


def site(*pages: Page, **parts) -> Site:
    """Return a site of these pages and these parts, all else empty."""
    empty = {
        "nav": (),
        "checklists": {},
        "phrases": {},
        "claims": {},
        "helplines": None,
        "terms": (),
        "pictures": {},
        "calls_to_action": {},
        "note_parts": {},
        "wording_rules": {},
        "search_terms": {},
        "moments": {},
        "emails": {},
        "interface": {},
        "interface_lines": {},
        "practice": Practice(),
        "redirects": {},
        "promises": {},
    }
    return Site(**empty | {"pages": {one.path: one for one in pages}} | parts)


def at(line: int, record: Record, path: str = "data/x.yml", **lines: int) -> Record:
    """Return the record as if read from a file, its keys on the lines named."""
    record.set_source(path, {"": line, **lines})
    return record


def reported(problems: Iterable[Problem]) -> list[str]:
    """Return problems as the lines that a writer reads."""
    return [str(problem) for problem in problems]


def reported_on_page(rule: Rule, body: str, **parts) -> list[str]:
    """Return the lines that a rule reports for a site of one page with this body, without the path of that page."""
    return [line.removeprefix("docs/a.md:") for line in reported(rule(site(page(body=body), **parts)))]
