"""Phrases, cards and the glossary."""

import re

from sitekit.models.data import CallToAction, Phrase, Term
from sitekit.models.note import NotePart
from sitekit.models.site import NavEntry
from tests.rendering import show
from tests.unit.smallest import page, site

ABOUT = "What it is like, & what it is not, in one short line of words."
HOME = page("index.md", title="Home", description=ABOUT, kind="home", see_also=["b/c.md"])
OTHER = page("b/c.md", title="A & B", description=ABOUT, kind="article")
TEXT = "<p>What it is like, &amp; what it is not, in one short line of words.</p>"


def test_phrases_stand_under_their_moments():
    phrases = {"x": Phrase(id="x", when="Too <fast>", say="Stop & go?"), "y": Phrase(id="y", when="Too slow", say="Go?")}
    assert show(site(page(), phrases=phrases), "phrases", "x", "y") == (
        '<div class="phrases-block"><ul class="phrases" role="list">'
        '<li class="phrase" id="phrase-x"><p class="phrase-when">Too &lt;fast&gt;</p><blockquote><p>“Stop &amp; go?”</p></blockquote></li>'
        '<li class="phrase" id="phrase-y"><p class="phrase-when">Too slow</p><blockquote><p>“Go?”</p></blockquote></li></ul></div>'
    )


def test_phrase_that_the_note_takes_names_its_tick():
    here = page("a.md", '## One {#one}\n\n{{ phrases("x") }}\n')
    part = NotePart(id="mine", title="T", ask="A?", page="a.md", take="phrases")
    phrases = {id: Phrase(id=id, when="W", say="S") for id in "xy"}
    shown = show(site(here, phrases=phrases, note_parts={"mine": part}), "phrases", "x", "y")
    assert '<li class="phrase" id="phrase-x" data-note="mine.x">' in shown and '<li class="phrase" id="phrase-y">' in shown


def test_cards_of_a_kind_are_links_with_a_description_each_in_the_order_of_the_menu():
    pages = [page(f"{name}.md", title=f"{name.upper()} & C", description=ABOUT, kind="section") for name in "ab"]
    nav = [{"path": "b.md", "line": 1}, {"path": "a.md", "line": 2}]
    assert show(site(*pages, nav=nav), "cards", "section") == (
        f'<div class="cards"><ul role="list"><li><a href="../b/">B &amp; C</a>{TEXT}</li><li><a href="./">A &amp; C</a>{TEXT}</li></ul></div>'
    )


def test_cards_on_the_home_page_are_tiles_with_a_drawing():
    empathy = page("strategies/empathy.md", title="Feeling understood", description=ABOUT, kind="strategy")
    other = page("strategies/other.md", title="Another", description=ABOUT, kind="strategy")
    nav = [{"path": each.path, "line": line} for line, each in enumerate((HOME, empathy, other), 1)]
    shown = show(site(HOME, empathy, other, nav=nav), "cards", "strategy")
    assert shown.startswith('<div class="tiles"><ul role="list"><li><a href="strategies/empathy/">Feeling understood</a>')
    assert shown.count('<svg viewBox="0 0 48 48" aria-hidden="true"><path class=') == 2 and ABOUT not in shown


def test_pages_to_read_next_are_listed():
    assert (
        show(site(HOME, OTHER), "related") == f'<div class="related"><ul role="list"><li><a href="b/c/">A &amp; B</a>{TEXT}</li></ul></div>'
    )


def test_missing_pages_are_left_out_of_kinds_and_related_pages():
    pages = [
        page("a.md", see_also=("c.md", "gone.md", "b.md")),
        page("b.md", kind="help"),
        page("c.md", kind="help"),
        page("d.md", kind="help"),
    ]
    found = site(*pages, nav=tuple(NavEntry(path=path, line=n) for n, path in enumerate(("c.md", "gone.md", "a.md", "b.md"))))
    for shown in (show(found, "cards", "help"), show(found, "related")):
        assert re.findall('href="([^"]+)"', shown) == ["../c/", "../b/"]


def test_call_to_action_leads_to_its_page():
    doors = {"b/c.md": CallToAction(page="b/c.md", label="In & out", promise="Warm & dry.")}
    assert show(site(HOME, OTHER, calls_to_action=doors), "doors") == (
        '<div class="doors"><ul role="list"><li><a href="b/c/">In &amp; out</a><p>Warm &amp; dry.</p></li></ul></div>'
    )


def test_terms_stand_in_their_group_in_alphabetical_order():
    terms = (
        Term(term="notes", group="On paper", meaning="What is written down."),
        Term(term="give & take", group="R & D", meaning="Both < one.", also=("a & b", "both")),
        Term(term="Ask", group="R & D", meaning="Speak."),
    )
    assert show(site(page(), terms=terms), "glossary") == (
        '<section class="glossary"><h3 id="on-paper">On paper</h3><dl>'
        '<dt id="notes">Notes</dt><dd>What is written down.</dd></dl></section>'
        '<section class="glossary"><h3 id="r-d">R &amp; D</h3><dl><dt id="ask">Ask</dt><dd>Speak.</dd>'
        '<dt id="give-take">Give &amp; take <span class="also">also: a &amp; b, both</span></dt><dd>Both &lt; one.</dd></dl></section>'
    )
