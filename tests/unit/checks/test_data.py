"""Facts are told once, shown somewhere and complete."""

import pytest

from sitekit.checks import data
from sitekit.models.data import (
    CallToAction,
    Checklist,
    Claim,
    Country,
    Directory,
    Helpline,
    Helplines,
    Item,
    Phrase,
    Picture,
    SearchTerms,
    Term,
)
from tests.unit.smallest import DAY, at, page, site, told

SAME = "Say what this page alone is for."


@pytest.mark.parametrize(
    "key, line, words, other",
    [
        ("title", 1, "Trust", "TRUST"),
        ("description", 2, "What it is like when someone listens to you closely.", "What it is like when someone LISTENS to you closely."),
    ],
)
def test_no_two_pages_share_a_title_or_a_description(key, line, words, other):
    found = site(page("a.md", **{key: words}), page("b.md"), page("c.md", **{key: other}), page("d.md", **{key: words}))
    assert told(data.every_title_and_description_is_its_own(found)) == [
        f"docs/{path}:{line}: This {key} is also that of docs/a.md. {SAME}" for path in ("c.md", "d.md")
    ]


def test_pages_whose_front_matter_could_not_be_read_share_nothing():
    unread = [one.model_copy(update={"meta": one.meta.stand_in(None)}) for one in (page("a.md"), page("b.md"))]
    assert told(data.every_title_and_description_is_its_own(site(*unread, page("c.md", title="Trust"), page("d.md", title="Trust")))) == [
        f"docs/d.md:1: This title is also that of docs/c.md. {SAME}"
    ]


def item(id: str, line: int) -> Item:
    return at(99, Item(id=id, client="C.", therapist="T."), "data/checklists/l.yml", id=line)


def test_each_item_of_a_checklist_has_its_own_id():
    found = at(1, Checklist(title="L", items=(item("x", 3), item("y", 6), item("x", 9), item("x", 12))), "data/checklists/l.yml")
    assert told(data.every_item_of_a_checklist_has_its_own_id(site(checklists={"l": found}))) == [
        f"data/checklists/l.yml:{line}: The id 'x' is used twice, first on line 3. Give this item another id." for line in (9, 12)
    ]


CLAIM = Claim(key="k", topic="T", reference="R", shows="gap", plain="P", does_not_show="D", sureness="low", checked="seen")
DATA = {
    "checklists": {"l": at(1, Checklist(title="L", items=(item("x", 3),)), "data/checklists/l.yml")},
    "phrases": {"p": at(2, Phrase(id="p", when="W", say="S"), "data/phrases.yml")},
    "claims": {"k": at(3, CLAIM, "data/evidence.yml")},
    "pictures": {"ear": at(4, Picture(id="ear", alt="A", caption="C"), "data/pictures.yml")},
}


def test_what_no_page_shows_is_told_with_the_call_that_shows_it():
    assert told(data.every_datum_is_shown(site(page(), **DATA))) == [
        'data/checklists/l.yml:1: No page shows the checklist \'l\'. Use it with {{ checklist("l", "client") }}, or remove it.',
        "data/phrases.yml:2: No page shows the phrase 'p'. Use it with {{ phrases(\"p\") }}, or remove it.",
        "data/evidence.yml:3: No page shows the claim 'k'. Use it with {{ cite(\"k\") }}, or remove it.",
        "data/pictures.yml:4: No page shows the picture 'ear'. Use it with {{ picture(\"ear\") }}, or remove it.",
    ]


def test_what_some_page_shows_is_no_problem():
    body = '{{ checklist("l", "both") }}\n\n{{ phrases("p") }}\n\nWords. {{ cite("k") }}\n\n{{ picture("ear") }}\n'
    assert told(data.every_datum_is_shown(site(page(), page("b.md", body), **DATA))) == []
    # A page that could not be read may show it.
    assert told(data.every_datum_is_shown(site(unreadable=frozenset({("page", "x.md")}), **DATA))) == []
    assert len(told(data.every_datum_is_shown(site(unreadable=frozenset({("claim", "x")}), **DATA)))) == 4


@pytest.mark.parametrize("body, count", [('{{ picture("ear") }}\n', 0), ("Words.\n", 2)])
def test_a_claim_is_shown_by_the_picture_that_rests_on_it(body, count):
    pictures = {"ear": at(4, Picture(id="ear", alt="A", caption="C", cite="k"), "data/pictures.yml")}
    assert len(told(data.every_datum_is_shown(site(page(body=body), claims=DATA["claims"], pictures=pictures)))) == count


def test_each_drawing_has_its_words():
    files = frozenset(
        {"assets/pictures/nose.svg", "assets/pictures/eye.svg", "assets/pictures/ear.svg", "assets/logo.svg", "assets/pictures/unread.svg"}
    )
    found = site(files=files, pictures=DATA["pictures"], unreadable=frozenset({("picture", "unread")}))
    assert told(data.every_drawing_has_its_words(found)) == [
        f"docs/assets/pictures/{name}.svg:1: This picture has no words in data/pictures.yml. Add an entry '- id: {name}' with alt and caption, or remove the file."
        for name in ("eye", "nose")
    ]


def test_a_drawing_is_only_a_drawing_and_one_that_could_not_be_read_was_told():
    good, bad, unread = (Picture(id=id, alt="A", caption="C") for id in ("good", "bad", "unread"))
    good.set_svg('<svg xmlns="http://www.w3.org/2000/svg"><g/></svg>')
    bad.set_svg('<svg xmlns="http://www.w3.org/2000/svg">\n<script/></svg>')
    assert told(data.every_drawing_is_only_a_drawing(site(pictures={one.id: one for one in (good, bad, unread)}))) == [
        "docs/assets/pictures/bad.svg:2: '<script' does not belong in a drawing. Draw with shapes and text only."
    ]


def help_of(**ways) -> dict:
    line = at(
        7, Helpline(id="x", name="X", hours="H", source="https://s.example/", checked=DAY, verified=True, **ways), "data/helplines.yml"
    )
    other = Directory(name="D", url="https://d.example/", note="N", source="https://s.example/", checked=DAY, verified=True)
    return {"helplines": Helplines(countries={"je": Country(name="Jersey", emergency=("999",), lines=(line,))}, elsewhere=other)}


@pytest.mark.parametrize("ways", [{"call": "12"}, {"text": {"to": "12"}}, {"chat": "https://x.example/"}])
def test_one_way_to_reach_a_line_of_help_is_enough(ways):
    assert told(data.every_line_of_help_can_be_reached(site(**help_of(**ways)))) == []


def test_a_line_of_help_that_cannot_be_reached_is_told():
    assert told(data.every_line_of_help_can_be_reached(site(**help_of()))) == [
        "data/helplines.yml:7: The line 'x' has no way to reach it. Add call, text or chat."
    ]
    assert told(data.every_line_of_help_can_be_reached(site())) == []


@pytest.mark.parametrize(
    "count, problems", [(7, []), (9, ["data/glossary.yml:8: The group 'G' has 9 words. Keep seven at most, and begin another group."])]
)
def test_a_group_holds_seven_words(count, problems):
    terms = tuple(at(9, Term(term=f"t{n}", group="G", meaning="M"), "data/glossary.yml", group=n) for n in range(1, count + 1))
    assert told(data.every_group_of_words_can_be_held_in_mind(site(terms=terms))) == problems


@pytest.mark.parametrize("pages, mend", [([], "There is no page yet; add it first."), ([page("open.md")], "Did you mean 'open.md'?")])
def test_a_door_and_words_to_search_for_lead_to_a_page(pages, mend):
    door, sought = (
        at(1, CallToAction(page="opne.md", label="L", promise="P"), "d.yml", page=2),
        at(1, SearchTerms(page="opne.md", words=("w",)), "s.yml", page=3),
    )
    found = site(*pages, calls_to_action={"x": door}, search_terms={"x": sought})
    assert told(data.every_door_leads_to_a_page(found)) == [f"d.yml:2: There is no page 'opne.md'. {mend}"]
    assert told(data.every_word_people_search_for_leads_somewhere(found)) == [f"s.yml:3: There is no page 'opne.md'. {mend}"]
    assert told(data.every_door_leads_to_a_page(site(page("opne.md"), calls_to_action={"x": door}))) == []


@pytest.mark.parametrize(
    "anchor, body, problems",
    [
        (None, "", []),
        ("how", "## How {#how}\n", []),
        ("hwo", "## How {#how}\n", ["s.yml:4: The page 'a.md' has no heading '#hwo'. Did you mean 'how'?"]),
        ("how", "", ["s.yml:4: The page 'a.md' has no heading '#how'. There is no heading yet; add it first."]),
    ],
)
def test_words_to_search_for_may_lead_to_a_heading(anchor, body, problems):
    sought = at(1, SearchTerms(page="a.md", words=("w",), anchor=anchor), "s.yml", page=3, anchor=4)
    assert told(data.every_word_people_search_for_leads_somewhere(site(page(body=body), search_terms={"x": sought}))) == problems
    unread = site(search_terms={"x": sought}, unreadable=frozenset({("page", "a.md")}))
    assert told(data.every_word_people_search_for_leads_somewhere(unread)) == []
