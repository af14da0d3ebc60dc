"""Fragments, word for word, and hostile words that stay words."""

import datetime

import pytest

from sitekit import render
from sitekit.models.data import Checklist, Claim, Item, Phrase
from sitekit.models.practice import Contact, Practice
from sitekit.models.site import Page, PageMeta
from sitekit.queries import Scores
from sitekit.sources.loader import load

HOSTILE = '<script>x()</script>" onload="x'
SHOWN = "&lt;script&gt;x()&lt;/script&gt;&quot; onload=&quot;x"


def page(path: str) -> Page:
    meta = PageMeta(title="T", description="d" * 50, kind="section", reviewed=datetime.date(2026, 11, 23))
    return Page(path=path, meta=meta)


def listening(client: str = "They look up.") -> Checklist:
    found = Checklist(title="Listening", items=(Item(id="looks-up", client=client, therapist="Look up."),))
    found.written_at("data/checklists/listening.yml", {})
    return found


@pytest.mark.parametrize(
    "here, there, href",
    [
        ("index.md", "strategies/empathy.md", "strategies/empathy/"),
        ("strategies/empathy.md", "strategies/index.md", "../"),
        ("strategies/index.md", "strategies/empathy.md", "empathy/"),
        ("strategies/empathy.md", "index.md", "../../"),
        ("why-trust.md", "index.md", "../"),
        ("why-trust.md", "why-trust.md", "./"),
    ],
)
def test_an_address_is_relative_so_that_any_prefix_works(here, there, href):
    assert render.href(page(here), page(there)) == href


def test_a_checklist_item_is_a_labelled_checkbox():
    assert render.checklist(listening(), "client") == (
        '<form autocomplete="off"><fieldset class="checklist checklist-client"><legend>Listening: what you may notice</legend><ul>'
        '<li id="listening.looks-up"><label><input type="checkbox" name="listening.looks-up"> '
        '<span>They look up.</span></label></li></ul></fieldset><button type="submit" hidden disabled></button></form>'
    )


def test_the_therapists_side_has_no_anchor_of_its_own():
    assert '<li><label><input type="checkbox" name="listening.looks-up.therapist"' in render.checklist(listening(), "therapist")


def test_both_sides_stand_beside_each_other():
    both = render.checklist(listening(), "both")
    assert "They look up." in both and "Look up.</span>" in both


def test_hostile_words_in_a_checklist_are_shown_as_words():
    assert f"<span>{SHOWN}</span>" in render.checklist(listening(HOSTILE), "client")


def test_hostile_words_in_a_phrase_are_shown_as_words():
    shown = render.phrases([Phrase(id="x", when=HOSTILE, log=HOSTILE)], {})
    assert shown.count(SHOWN) == 2 and "<script" not in shown


def test_a_phrase_the_note_offers_names_its_tick():
    shown = render.phrases([Phrase(id="x", when="W", say="S"), Phrase(id="y", when="W", say="S")], {"x": "words.x"})
    assert '<li class="phrase" id="phrase-x" data-note="words.x">' in shown and '<li class="phrase" id="phrase-y"><p' in shown


def test_hostile_words_in_the_practice_are_shown_as_words():
    contact = Contact(phone="020 7946 0000")
    shown = render.practice_contact(Practice(name=HOSTILE, contact=contact))
    assert (
        shown
        == f'<p class="practice"><strong><bdi>{SHOWN}</bdi></strong> <a class="call" href="tel:02079460000">Call 020 7946 0000</a></p>'
    )


def test_a_practice_that_says_nothing_shows_nothing():
    assert render.practice_contact(Practice()) == ""
    assert render.practice_lines(Practice()) == []


CLAIM = Claim(
    key="elliott-2018",
    topic="Empathy",
    reference="Elliott and others (2018).",
    shows="correlational",
    plain="The two are linked.",
    does_not_show="Which comes first.",
    sureness="fair",
    checked="partly",
    unverified="the pages",
    doi="10.1037/pst0000175",
)


@pytest.mark.promise("limits-are-told", says="We look at how a source is shown. It must say how sure we are, and what it does not show.")
def test_a_source_tells_its_limits_and_that_something_is_unchecked():
    assert render.sources([CLAIM]) == (
        '<ol class="sources" data-search-exclude><li id="source-elliott-2018"><span class="reference">Elliott and others (2018).</span> '
        '<a href="https://doi.org/10.1037/pst0000175" rel="noreferrer">doi.org/10.1037/pst0000175</a>. '
        '<span class="sureness">We are somewhat sure.</span> Which comes first. '
        '<span class="unverified">We have not yet checked every detail of this with the source.</span></li></ol>'
    )


def test_the_ledger_names_what_is_unchecked(good):
    site = load(good)[0].model_copy(update={"claims": {CLAIM.key: CLAIM}})
    assert "<dt data-search-exclude>Not yet checked with the source</dt><dd data-search-exclude>the pages</dd>" in render.ledger(site)


def test_the_practices_own_country_comes_first(good):
    data = good / "data/helplines.yml"
    data.write_text(
        data.read_text().replace("countries:\n", ('countries:\n  au:\n    name: Australia\n    emergency: ["000"]\n    lines: []\n'))
    )
    shown = render.helplines(load(good)[0])
    assert shown.index('id="help-us"') < shown.index('id="help-au"') < shown.index('id="help-elsewhere"')


def test_countries_are_listed_and_each_leads_to_its_lines(good):
    assert render.helplines(load(good)[0]).startswith(
        '<div class="jumps"><ul><li><a href="#help-us">United States</a></li><li><a href="#help-elsewhere">Somewhere else</a></li></ul></div>'
    )


def test_words_stand_in_their_group_in_alphabetical_order(good):
    (good / "data/glossary.yml").write_text(
        "- term: notes\n  group: On paper\n  meaning: What is written down.\n"
        "- term: trust\n  group: In the room\n  meaning: Feeling safe.\n"
        "- term: empathy\n  group: In the room\n  also: [fellow feeling]\n  meaning: Feeling with someone.\n"
    )
    assert render.glossary(load(good)[0]) == (
        '<section class="glossary"><h3 id="on-paper">On paper</h3><dl><dt id="notes">Notes</dt><dd>What is written down.</dd></dl></section>'
        '<section class="glossary"><h3 id="in-the-room">In the room</h3><dl><dt id="empathy">Empathy <span class="also">also: fellow feeling</span></dt>'
        '<dd>Feeling with someone.</dd><dt id="trust">Trust</dt><dd>Feeling safe.</dd></dl></section>'
    )


def test_a_number_is_dialled_and_its_check_is_dated(good):
    shown = render.helplines(load(good)[0])
    assert '<a class="call" href="tel:988"><span class="visually-hidden">Crisis line, United States: </span>Call 988</a>' in shown
    assert '<span class="checked">Seen on its own page on 23 November 2026.</span>' in shown


def test_an_unchecked_line_says_so(good):
    data = good / "data/helplines.yml"
    data.write_text(data.read_text().replace("verified: true", "verified: false"))
    assert "Not yet seen on its own page." in render.helplines(load(good)[0])


def test_the_line_for_print_is_the_countrys_own(good):
    assert render.help_line(load(good)[0]) == "In danger now: call 911. Crisis line: call 988."


def test_without_a_country_no_countrys_numbers_are_printed(good):
    (good / "practice.yml").write_text("")
    assert render.help_line(load(good)[0]) == "In danger now: call your local emergency number."


def test_a_rated_page_shows_its_scores_and_when_they_were_given():
    row = Scores(page("why-trust.md"), 2, datetime.date(2026, 11, 23), 94.1, 83.3, 100.0)
    assert render.scorecard(page("about/scorecard.md"), [row]) == (
        '<div class="scorecard"><table><thead><tr><th scope="col">Page</th><th scope="col">Understand</th><th scope="col">Act</th>'
        '<th scope="col">Clear</th></tr></thead><tbody><tr><th scope="row"><a href="../../why-trust/">T</a> '
        '<span class="rated">Twice, 23 Nov 2026</span></th><td>94</td><td>83</td><td>100</td></tr></tbody></table></div>'
    )


def test_a_page_without_a_rating_says_not_yet():
    shown = render.scorecard(page("about/scorecard.md"), [Scores(page("why-trust.md"), 0)])
    assert '<th scope="row"><a href="../../why-trust/">T</a></th><td colspan="3">Not yet</td>' in shown
