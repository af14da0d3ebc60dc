"""A checklist for a portal, word for word, and the page it leads back to."""

import datetime

from sitekit.models.data import Checklist, Item
from sitekit.models.page import MacroCall, Page, PageMeta
from sitekit.models.practice import Contact, Practice, Reviewer
from sitekit.render.embed import embed_page, embed_text, home_of
from sitekit.sources.loader import load

ADDRESS = "https://a.example/b&c/"
FORM = (
    '<form autocomplete="off"><fieldset class="checklist checklist-{side}"><legend>Fair &amp; kind: {legend}</legend><ul>'
    '<li{id}><label><input type="checkbox" name="{name}"> <span>{words}</span></label></li></ul></fieldset>'
    '<button type="submit" hidden disabled></button></form>'
)


def showing(path: str, *calls: tuple[str, ...]) -> Page:
    meta = PageMeta(title="T", description="d" * 50, kind="about", reviewed=datetime.date(2026, 11, 23))
    return Page(
        path=path, meta=meta, calls=tuple(MacroCall(name="checklist", args=args, line=n, alone=True) for n, args in enumerate(calls, 9))
    )


def portal(good, practice: Practice, *pages: Page):
    found = Checklist(title="Fair & kind", items=(Item(id="x", client="C & c.", therapist="T & t."),))
    found.set_source("data/checklists/fair.yml", {})
    site = load(good)[0].model_copy(
        update={"pages": {page.path: page for page in pages}, "checklists": {"fair": found}, "practice": practice}
    )
    return site, found


def test_the_page_for_a_portal_is_whole_and_leads_out_of_its_frame(good):
    site, found = portal(good, Practice(name="A & B", contact=Contact(phone="12")), showing("d/e.md", ("fair", "client")))
    client = FORM.format(side="client", legend="what you may notice", id=' id="fair.x"', name="fair.x", words="C &amp; c.")
    therapist = FORM.format(side="therapist", legend="what your therapist works on", id="", name="fair.x.therapist", words="T &amp; t.")
    assert (
        embed_page(site, found, ADDRESS)
        == f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex">
<title>Fair &amp; kind</title>
<link rel="canonical" href="https://a.example/b&amp;c/d/e/">
<link rel="stylesheet" href="../embed.css">
</head>
<body>
<main>
<h1>Fair &amp; kind</h1>
{client}
{therapist}
<p><a href="https://a.example/b&amp;c/d/e/" target="_top">Read the whole page</a></p>
<p class="help"><a href="https://a.example/b&amp;c/help-now/" target="_top">Help now</a>. In danger now: call your local emergency number.</p>
<p>Written from published sources. Not yet reviewed by a clinician.<br><bdi>A &amp; B</bdi><br><bdi>12</bdi></p>
</main>
</body>
</html>
"""
    )


def test_plain_text_has_both_sides_with_boxes_and_ends_with_where_to_go(good):
    site, found = portal(good, Practice(), showing("d/e.md", ("fair", "client")))
    assert embed_text(site, found, ADDRESS) == (
        "Fair & kind: what you may notice\n[ ] C & c.\n\nFair & kind: what your therapist works on\n[ ] T & t.\n\n"
        "The whole page: https://a.example/b&c/d/e/\nHelp now: https://a.example/b&c/help-now/\n"
        "Written from published sources. Not yet reviewed by a clinician.\n"
    )


def test_every_item_is_listed_and_who_reviewed_the_page_is_told(good):
    reviewer = Reviewer(name="Dr Ann", credentials="Psychologist", date=datetime.date(2026, 11, 23))
    site, found = portal(good, Practice(reviewer=reviewer), showing("d/e.md", ("fair", "client")))
    two = found.model_copy(update={"items": (*found.items, Item(id="y", client="D.", therapist="U."))})
    assert embed_text(site, two, ADDRESS).startswith("Fair & kind: what you may notice\n[ ] C & c.\n[ ] D.\n\n")
    assert embed_text(site, two, ADDRESS).endswith("\nReviewed by Dr Ann, Psychologist, on 23 November 2026.\n")
    assert "<p>Reviewed by Dr Ann, Psychologist, on 23 November 2026.</p>" in embed_page(site, two, ADDRESS)


def test_a_checklist_belongs_to_the_first_page_that_shows_the_clients_side_alone(good):
    both, other = showing("a.md", ("fair", "both")), showing("b.md", ("other", "client"))
    own, later = showing("c.md", ("other", "therapist"), ("fair", "client")), showing("d.md", ("fair", "client"))
    site, found = portal(good, Practice(), other, both, own, later)
    assert home_of(site, found).path == "c.md"


def test_a_checklist_no_page_shows_so_belongs_to_any_that_shows_it(good):
    site, found = portal(
        good, Practice(), showing("a.md", ("other", "both")), showing("b.md", ("fair", "both")), showing("c.md", ("fair", "both"))
    )
    assert home_of(site, found).path == "b.md"
