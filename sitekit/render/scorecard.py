"""The scores of pages as an HTML table."""

from __future__ import annotations

from html import escape

from sitekit.derive import Scores
from sitekit.model import Page
from sitekit.render.lists import href


def scorecard(page: Page, scores: list[Scores]) -> str:
    """Render every client page with its scores in per cent, or the words that it was not rated."""
    head = "".join(f'<th scope="col">{name}</th>' for name in ("Page", "Understand", "Act", "Clear", "Raters", "Rated on"))
    rows = "".join(map(lambda row: _row(page, row), scores))
    # Too wide for a phone: it scrolls in a frame of its own, which a keyboard can reach.
    return f'<div class="scorecard" role="region" aria-label="Scores" tabindex="0"><table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>'


def _row(page: Page, row: Scores) -> str:
    name = f'<th scope="row"><a href="{href(page, row.page)}">{escape(row.page.meta.title)}</a></th>'
    if not row.raters:
        return f'<tr>{name}<td colspan="5">Not rated since it last changed much.</td></tr>'
    figures = "".join(f"<td>{value:.0f}</td>" for value in (row.understandability, row.actionability, row.clear_communication))
    day = f"{row.date.day} {row.date:%B %Y}"
    return f"<tr>{name}{figures}<td>{row.raters}</td><td>{day}</td></tr>"
