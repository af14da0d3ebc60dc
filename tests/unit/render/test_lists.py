"""Cards, doors, phrases and terms, word for word."""

import datetime

from sitekit import render
from sitekit.models.data import CallToAction, Checklist, Item, Phrase, Term
from sitekit.models.page import Page, PageMeta
from sitekit.sources.loader import load

ABOUT = "What it is like, & what it is not, in one short line of words."


def page(path: str, title: str = "A & B") -> Page:
    return Page(path=path, meta=PageMeta(title=title, description=ABOUT, kind="about", reviewed=datetime.date(2026, 11, 23)))


def test_cards_are_links_with_a_description_each():
    told = "<p>What it is like, &amp; what it is not, in one short line of words.</p></li>"
    assert render.cards(page("index.md"), [page("a.md"), page("b/c.md", "C")]) == (
        f'<div class="cards"><ul><li><a href="a/">A &amp; B</a>{told}<li><a href="b/c/">C</a>{told}</ul></div>'
    )


def test_pages_to_read_next_are_listed_likewise():
    told = "<p>What it is like, &amp; what it is not, in one short line of words.</p></li>"
    assert render.related(page("a.md"), [page("index.md")]) == f'<div class="related"><ul><li><a href="../">A &amp; B</a>{told}</ul></div>'


def test_a_door_leads_to_its_page_with_its_promise(good):
    site = load(good)[0].model_copy(update={"doors": {"help.md": CallToAction(page="help.md", label="In & out", promise="Warm & dry.")}})
    assert (
        render.doors(site.pages["index.md"], site)
        == '<div class="doors"><ul><li><a href="help/">In &amp; out</a><p>Warm &amp; dry.</p></li></ul></div>'
    )


def test_both_sides_of_a_checklist_word_for_word():
    found = Checklist(
        title="Fair & kind",
        client_legend="what's said",
        items=(Item(id="a", client="C.", therapist="T & t."), Item(id="b", client="D.", therapist="U.")),
    )
    found.set_source("data/checklists/fair.yml", {})
    assert render.checklist(found, "both") == (
        '<div class="checklist-pair" data-search-exclude><form autocomplete="off"><fieldset class="checklist checklist-client"><legend>Fair &amp; kind: what&#x27;s said</legend><ul>'
        '<li id="fair.a"><label><input type="checkbox" name="fair.a"> <span>C.</span></label></li>'
        '<li id="fair.b"><label><input type="checkbox" name="fair.b"> <span>D.</span></label></li></ul></fieldset><button type="submit" hidden disabled></button></form>'
        '<form autocomplete="off"><fieldset class="checklist checklist-therapist"><legend>Fair &amp; kind: what your therapist works on</legend><ul>'
        '<li><label><input type="checkbox" name="fair.a.therapist"> <span>T &amp; t.</span></label></li>'
        '<li><label><input type="checkbox" name="fair.b.therapist"> <span>U.</span></label></li></ul></fieldset><button type="submit" hidden disabled></button></form></div>'
    )


def test_phrases_stand_under_their_moments():
    assert render.phrases([Phrase(id="x", when="Too fast", say="Stop?"), Phrase(id="y", when="Too slow", say="Go?")], {"y": "own.y"}) == (
        '<ul class="phrases"><li class="phrase" id="phrase-x"><p class="phrase-when">Too fast</p><blockquote><p>“Stop?”</p></blockquote></li>'
        '<li class="phrase" id="phrase-y" data-note="own.y"><p class="phrase-when">Too slow</p><blockquote><p>“Go?”</p></blockquote></li></ul>'
    )


def test_a_term_goes_by_all_its_names_and_no_other(good):
    terms = (
        Term(term="give & take", group="R & D", meaning="Both < one.", also=("a & b", "both")),
        Term(term="Ask", group="R & D", meaning="Speak."),
    )
    site = load(good)[0].model_copy(update={"terms": terms})
    assert render.glossary(site) == (
        '<section class="glossary"><h3 id="r-d">R &amp; D</h3><dl><dt id="ask">Ask</dt><dd>Speak.</dd>'
        '<dt id="give-take">Give &amp; take <span class="also">also: a &amp; b, both</span></dt><dd>Both &lt; one.</dd></dl></section>'
    )
    told = ("give-take", "Both < one.")
    assert render.terms_by_name(site) == {"give & take": told, "a & b": told, "both": told, "Ask": ("ask", "Speak.")}
