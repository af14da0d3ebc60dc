"""A checklist for a portal, and the page it leads back to."""

import datetime

from sitekit.models.data import Checklist, Item
from sitekit.models.page import MacroCall, Page
from sitekit.models.practice import Contact, Practice, Reviewer
from sitekit.render.embed import embed_page, embed_text, home_of
from tests.rendering import COMPONENTS, INTERFACE
from tests.unit.render.test_checklist import CLIENT, FAIR
from tests.unit.smallest import at, page, site

URL = "https://a.example/b&c/"
# No note takes what is ticked in a frame.
UNNAMED = CLIENT.replace(' name="fair.a"', "")
NOT_REVIEWED = "Written from published sources. Not yet reviewed by a clinician."


def showing(path: str, *calls: tuple[str, ...]) -> Page:
    return page(path).model_copy(
        update={"calls": tuple(MacroCall(name="checklist", args=args, line=n, alone=True) for n, args in enumerate(calls, 9))}
    )


def portal(*pages: Page, **parts):
    return site(*pages, checklists={"fair": FAIR}, interface=INTERFACE, url=URL, **parts)


OWN = showing("d/e.md", ("fair", "client"))


def test_page_for_a_portal_is_whole_and_leads_out_of_its_frame():
    practice = Practice(name="A & B", contact=Contact(phone="123"))
    assert embed_page(COMPONENTS, portal(OWN, practice=practice), FAIR) == (
        '<!doctype html><html lang="en" dir="ltr"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        '<meta name="robots" content="noindex"><title>Fair &amp; kind</title><link rel="canonical" href="https://a.example/b&amp;c/d/e/">'
        '<link rel="stylesheet" href="../embed.css"></head><body><main>'
        '<p class="help"><a href="https://a.example/b&amp;c/help-now/" target="_top">Help now</a>. '
        "In danger now: call your local emergency number.</p><h1>Fair &amp; kind</h1>"
        '<form id="boxes" autocomplete="off" hidden><button type="submit" disabled></button></form>'
        f'{UNNAMED}<p><a href="https://a.example/b&amp;c/d/e/" target="_top">Read the whole page</a></p>'
        f"<p>{NOT_REVIEWED}<br><bdi>A &amp; B</bdi><br><bdi>123</bdi></p></main></body></html>"
    )


def test_plain_text_has_the_clients_side_with_boxes_between_help_and_where_to_go():
    two = at(1, Checklist(title=FAIR.title, items=(*FAIR.items, Item(id="b", client="D.", therapist="U."))), "data/checklists/fair.yml")
    assert embed_text(portal(OWN), two) == (
        "Help now: https://a.example/b&c/help-now/\n\nFair & kind: what you may notice\n[ ] C & c.\n[ ] D.\n\n"
        f"The whole page: https://a.example/b&c/d/e/\n{NOT_REVIEWED}\n"
    )


def test_reviewer_of_the_page_is_named():
    reviewer = Reviewer(name="Dr Ann", credentials="Psychologist", date=datetime.date(2026, 11, 23))
    found = portal(OWN, practice=Practice(reviewer=reviewer))
    assert embed_text(found, FAIR).endswith("\nReviewed by Dr Ann, Psychologist, on 23 November 2026.\n")
    assert "<p>Reviewed by Dr Ann, Psychologist, on 23 November 2026.</p>" in embed_page(COMPONENTS, found, FAIR)


def test_checklist_belongs_to_the_first_page_that_shows_the_clients_side_alone():
    both, other = showing("a.md", ("fair", "both")), showing("b.md", ("other", "client"))
    own, later = showing("c.md", ("other", "therapist"), ("fair", "client")), showing("d.md", ("fair", "client"))
    assert home_of(portal(other, both, own, later), FAIR).path == "c.md"


def test_checklist_without_such_a_page_belongs_to_any_that_shows_it():
    pages = showing("a.md", ("other", "both")), showing("b.md", ("fair", "both")), showing("c.md", ("fair", "both"))
    assert home_of(portal(*pages), FAIR).path == "b.md"
