"""A checklist on its own, for a portal: a plain page to put into a frame, and plain text."""

import math
import textwrap

from sitekit.models.data import Checklist
from sitekit.models.page import Page
from sitekit.models.site import Site
from sitekit.render.environment import Components
from sitekit.render.plain_text import help_line, practice_lines, review_line
from sitekit.render.words import Words

FRAME_WIDTHS = (320, 480, 640)
# CSS pixels of overrides/components/embed/embed.css: a letter and a line of text, the text's width, what stands around and between.
_LETTER, _LINE, _WIDEST, _PADDING = 8.8, 25.2, 640, 32
_BOX, _BETWEEN, _BESIDE_BOX, _FIXED = 28, 17, 84, 240


def home_of(site: Site, checklist: Checklist) -> Page:
    """Return the page a checklist belongs to: the first, by path, that shows its client's side alone, or else any that shows it."""
    id = checklist.id
    showing = [page for page in site.pages.values() if id in page.arguments("checklist")]
    own = [page for page in showing if any(call.args == (id, "client") for call in page.calls)]
    return (own or showing)[0]


def embed_page(components: Components, site: Site, checklist: Checklist) -> str:
    """Return a checklist as a page of its own: no menu, no script, nothing stored; links lead out of the frame to full URLs."""
    home = home_of(site, checklist)
    return components.render(
        "embed",
        checklist=checklist,
        url=site.url + home.url,
        help_url=f"{site.url}help-now/",
        help_line=help_line(site),
        review_line=review_line(site, home),
        practice_lines=practice_lines(site.practice),
    )


def embed_text(site: Site, checklist: Checklist) -> str:
    """Return the client's side of a checklist as plain text, with boxes to fill in by hand."""
    words, home = Words(site.interface), home_of(site, checklist)
    title = words("checklist_legend", title=checklist.title, side=checklist.client_legend or words("checklist_client"))
    rows = [f"[ ] {item.client}" for item in checklist.items]
    help_now = words("text_help", url=f"{site.url}help-now/")
    return "\n".join([help_now, "", title, *rows, "", words("text_whole_page", url=site.url + home.url), review_line(site, home), ""])


def frame_heights(site: Site, checklist: Checklist) -> dict[str, int]:
    """Return how high a frame must be so that nothing in it is cut off, in CSS pixels by the width of the frame.

    The heights are counted from the lines of text, for letters of the usual size, and are rounded up: a frame cannot say its own
    height without a script. tests/browser/test_embeds.py compares them with what a browser shows.
    """
    home, words = home_of(site, checklist), Words(site.interface)
    around = [f"{words.help_now}. {help_line(site)}", words.whole_page, review_line(site, home), *practice_lines(site.practice)]
    found = {}
    for width in FRAME_WIDTHS:
        room = min(width, _WIDEST) - _PADDING
        rows = sum(max(_BOX, _lines(item.client, room - _BESIDE_BOX) * _LINE) + _BETWEEN for item in checklist.items)
        title = _lines(checklist.title, room / 1.25) * _LINE * 1.25
        text = sum(_lines(text, room) for text in (*around, checklist.client_legend or words.checklist_client)) * _LINE
        found[str(width)] = math.ceil((_FIXED + rows + title + text) / 10) * 10
    return found


def _lines(text: str, room: float) -> int:
    return len(textwrap.wrap(text, max(1, int(room / _LETTER)))) or 1
