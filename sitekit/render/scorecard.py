"""The scores of pages as an HTML table."""

from __future__ import annotations

from html import escape

from sitekit.models.page import Page
from sitekit.queries import Scores
from sitekit.render.lists import href


def scorecard(page: Page, scores: list[Scores]) -> str:
    """Render each page with its scores in per cent and, below its name, how often and when it was rated; or that it was not yet."""
    # Four columns fit the narrowest phone, and so nothing hides behind a sideways scroll.
    head = "".join(f'<th scope="col">{name}</th>' for name in ("Page", "Understand", "Act", "Clear"))
    rows = "".join(map(lambda row: _row(page, row), scores))
    return f'<div class="scorecard"><table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>'


def _row(page: Page, row: Scores) -> str:
    link = f'<a href="{href(page, row.page)}">{escape(row.page.meta.title)}</a>'
    if not row.raters:
        return f'<tr><th scope="row">{link}</th><td colspan="3">Not yet</td></tr>'
    figures = "".join(f"<td>{value:.0f}</td>" for value in (row.understandability, row.actionability, row.clear_communication))
    times = {1: "Once", 2: "Twice"}.get(row.raters, f"{row.raters} times")
    return f'<tr><th scope="row">{link} <span class="rated">{times}, {row.date.day} {row.date:%b %Y}</span></th>{figures}</tr>'
