"""A checklist on its own, for a portal: a plain page to put into a frame, and plain text. All words are escaped."""

from __future__ import annotations

from html import escape

from sitekit.models.data import Checklist
from sitekit.models.page import Page
from sitekit.models.site import Site
from sitekit.render.help import help_line
from sitekit.render.lists import THERAPIST_LEGEND, checklist
from sitekit.render.practice import practice_lines, review_line


def home_of(site: Site, found: Checklist) -> Page:
    """Return the page a checklist belongs to: the first, by path, that shows its client's side alone, or else any that shows it."""
    id = found.id
    showing = [page for page in site.pages.values() if any(call.name == "checklist" and id in call.args for call in page.calls)]
    own = [page for page in showing if any(call.args == (id, "client") for call in page.calls)]
    return (own or showing)[0]


def embed_page(site: Site, found: Checklist, site_url: str) -> str:
    """Render a checklist as a page of its own: no menu, no script, nothing stored.

    Args:
        site_url: where the site lives, ending in a slash; links lead out of the frame to full addresses there.
    """
    home = home_of(site, found)
    address = escape(site_url + home.url)
    lines = "".join(f"<br><bdi>{escape(line)}</bdi>" for line in practice_lines(site.practice))
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width,initial-scale=1">\n<meta name="robots" content="noindex">\n'
        f"<title>{escape(found.title)}</title>\n"
        f'<link rel="canonical" href="{address}">\n<link rel="stylesheet" href="../embed.css">\n</head>\n'
        f"<body>\n<main>\n<h1>{escape(found.title)}</h1>\n{checklist(found, 'client')}\n{checklist(found, 'therapist')}\n"
        f'<p><a href="{address}" target="_top">Read the whole page</a></p>\n'
        f'<p class="help"><a href="{escape(site_url)}help-now/" target="_top">Help now</a>. {help_line(site)}</p>\n'
        f"<p>{escape(review_line(site.practice, home))}{lines}</p>\n</main>\n</body>\n</html>\n"
    )


def embed_text(site: Site, found: Checklist, site_url: str) -> str:
    """Render a checklist as plain text, with boxes to fill in by hand."""
    home = home_of(site, found)
    sides = [(found.client_legend, "client"), (THERAPIST_LEGEND, "therapist")]
    parts = [f"{found.title}: {legend}\n" + "".join(f"[ ] {getattr(item, side)}\n" for item in found.items) for legend, side in sides]
    return "\n".join(
        [*parts, f"The whole page: {site_url}{home.url}", f"Help now: {site_url}help-now/", review_line(site.practice, home), ""]
    )
