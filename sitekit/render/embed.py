"""A checklist on its own, for a portal: a plain page to put into a frame, and plain text."""

from __future__ import annotations

from sitekit.models.data import Checklist
from sitekit.models.page import Page
from sitekit.models.site import Site
from sitekit.render.environment import Components
from sitekit.render.plain_text import help_line, practice_lines, review_line
from sitekit.render.words import Words


def home_of(site: Site, checklist: Checklist) -> Page:
    """Return the page a checklist belongs to: the first, by path, that shows its client's side alone, or else any that shows it."""
    id = checklist.id
    showing = [page for page in site.pages.values() if id in page.arguments("checklist")]
    own = [page for page in showing if any(call.args == (id, "client") for call in page.calls)]
    return (own or showing)[0]


def embed_page(components: Components, site: Site, checklist: Checklist, site_url: str) -> str:
    """Return a checklist as a page of its own: no menu, no script, nothing stored.

    Args:
        site_url: the URL that the site lives at, ending in a slash; links lead out of the frame to full URLs there.
    """
    home = home_of(site, checklist)
    return components.render(
        "embed",
        checklist=checklist,
        url=site_url + home.url,
        help_url=f"{site_url}help-now/",
        help_line=help_line(site),
        review_line=review_line(site, home),
        practice_lines=practice_lines(site.practice),
    )


def embed_text(site: Site, checklist: Checklist, site_url: str) -> str:
    """Return a checklist as plain text, with boxes to fill in by hand."""
    words, home = Words(site.interface), home_of(site, checklist)
    sides = {"client": checklist.client_legend or words("checklist_client"), "therapist": words("checklist_therapist")}
    lists = []
    for side, legend in sides.items():
        rows = [f"[ ] {getattr(item, side)}" for item in checklist.items]
        lists.append("\n".join([words("checklist_legend", title=checklist.title, side=legend), *rows, ""]))
    ends = [words("text_whole_page", url=site_url + home.url), words("text_help", url=f"{site_url}help-now/"), review_line(site, home)]
    return "\n".join([*lists, *ends, ""])
