"""Records of data/: unique, complete, and shown by some page."""

import pytest

from sitekit.checks import data
from sitekit.models.data import CallToAction, SearchTerms
from tests.unit.samples import checklist, claim, country, helpline, helplines, item, phrase, picture, term
from tests.unit.smallest import at, page, reported, site

SAME = "Say what this page alone is for."


@pytest.mark.parametrize(
    "key, line, words, other",
    [
        ("title", 1, "Trust", "TRUST"),
        ("description", 2, "What it is like when someone listens to you closely.", "What it is like when someone LISTENS to you closely."),
    ],
)
def test_repeated_title_or_description_is_reported(key, line, words, other):
    found = site(page("a.md", **{key: words}), page("b.md"), page("c.md", **{key: other}), page("d.md", **{key: words}))
    assert reported(data.titles_and_descriptions_are_unique(found)) == [
        f"docs/{path}:{line}: This {key} is also that of docs/a.md. {SAME}" for path in ("c.md", "d.md")
    ]


def test_pages_with_unreadable_front_matter_share_no_title():
    unread = [one.model_copy(update={"meta": one.meta.from_invalid(None)}) for one in (page("a.md"), page("b.md"))]
    assert reported(data.titles_and_descriptions_are_unique(site(*unread, page("c.md", title="Trust"), page("d.md", title="Trust")))) == [
        f"docs/d.md:1: This title is also that of docs/c.md. {SAME}"
    ]


def test_repeated_checklist_item_id_is_reported():
    found = checklist(item("x", 3), item("y", 6), item("x", 9), item("x", 12))
    assert reported(data.checklist_item_ids_are_unique(site(checklists={"fair": found}))) == [
        f"data/checklists/fair.yml:{line}: The id 'x' is used twice, first on line 3. Give this item another id." for line in (9, 12)
    ]


DATA = {
    "checklists": {"fair": checklist()},
    "phrases": {"p": at(2, phrase(id="p"), "data/phrases.yml")},
    "claims": {"k": at(3, claim(), "data/evidence.yml")},
    "pictures": {"ear": at(4, picture(), "data/pictures.yml")},
}


def test_orphan_data_is_reported_with_the_call_that_shows_it():
    assert reported(data.data_is_not_orphaned(site(page(), **DATA))) == [
        'data/checklists/fair.yml:1: No page shows the checklist \'fair\'. Use it with {{ checklist("fair", "client") }}, or remove it.',
        "data/phrases.yml:2: No page shows the phrase 'p'. Use it with {{ phrases(\"p\") }}, or remove it.",
        "data/evidence.yml:3: No page shows the claim 'k'. Use it with {{ cite(\"k\") }}, or remove it.",
        "data/pictures.yml:4: No page shows the picture 'ear'. Use it with {{ picture(\"ear\") }}, or remove it.",
    ]


def test_data_that_a_page_shows_is_accepted():
    body = '{{ checklist("fair", "both") }}\n\n{{ phrases("p") }}\n\nWords. {{ cite("k") }}\n\n{{ picture("ear") }}\n'
    assert reported(data.data_is_not_orphaned(site(page(), page("b.md", body), **DATA))) == []
    # A page that could not be read may show it.
    assert reported(data.data_is_not_orphaned(site(unreadable=frozenset({("page", "x.md")}), **DATA))) == []
    assert len(reported(data.data_is_not_orphaned(site(unreadable=frozenset({("claim", "x")}), **DATA)))) == 4


@pytest.mark.parametrize("body, count", [('{{ picture("ear") }}\n', 0), ("Words.\n", 2)])
def test_claim_that_a_shown_picture_cites_is_no_orphan(body, count):
    pictures = {"ear": at(4, picture(cite="k"), "data/pictures.yml")}
    assert len(reported(data.data_is_not_orphaned(site(page(body=body), claims=DATA["claims"], pictures=pictures)))) == count


def test_picture_file_without_an_entry_is_reported():
    files = frozenset(
        {"assets/pictures/nose.svg", "assets/pictures/eye.svg", "assets/pictures/ear.svg", "assets/logo.svg", "assets/pictures/unread.svg"}
    )
    found = site(files=files, pictures=DATA["pictures"], unreadable=frozenset({("picture", "unread")}))
    assert reported(data.pictures_have_text_alternatives(found)) == [
        f"docs/assets/pictures/{name}.svg:1: This picture has no words in data/pictures.yml. "
        f"Add an entry '- id: {name}' with alt and caption, or remove the file."
        for name in ("eye", "nose")
    ]


def help_of(**contact) -> dict:
    return {"helplines": helplines(je=country(lines=(at(7, helpline(**contact), "data/helplines.yml"),)))}


@pytest.mark.parametrize("contact", [{"call": "12"}, {"text": {"to": "12"}}, {"chat": "https://x.example/"}])
def test_helpline_with_one_contact_is_accepted(contact):
    assert reported(data.helplines_have_contact(site(**help_of(**contact)))) == []


def test_helpline_without_contact_is_reported():
    assert reported(data.helplines_have_contact(site(**help_of()))) == [
        "data/helplines.yml:7: The line 'x' has no way to reach it. Add call, text or chat."
    ]
    assert reported(data.helplines_have_contact(site())) == []


@pytest.mark.parametrize(
    "count, problems", [(7, []), (9, ["data/glossary.yml:8: The group 'G' has 9 words. Keep seven at most, and begin another group."])]
)
def test_glossary_group_of_more_than_seven_terms_is_reported(count, problems):
    terms = tuple(at(9, term(term=f"t{n}"), "data/glossary.yml", group=n) for n in range(1, count + 1))
    assert reported(data.glossary_groups_are_short(site(terms=terms))) == problems


@pytest.mark.parametrize("pages, hint", [([], "There is no page yet; add it first."), ([page("open.md")], "Did you mean 'open.md'?")])
def test_call_to_action_and_search_terms_for_a_missing_page_are_reported(pages, hint):
    call_to_action, terms = (
        at(1, CallToAction(page="opne.md", label="L", promise="P"), "d.yml", page=2),
        at(1, SearchTerms(page="opne.md", words=("w",)), "s.yml", page=3),
    )
    found = site(*pages, calls_to_action={"x": call_to_action}, search_terms={"x": terms})
    assert reported(data.records_name_what_exists(found)) == [f"d.yml:2: There is no page 'opne.md'. {hint}"]
    assert reported(data.search_terms_name_pages(found)) == [f"s.yml:3: There is no page 'opne.md'. {hint}"]
    assert reported(data.records_name_what_exists(site(page("opne.md"), calls_to_action={"x": call_to_action}))) == []


@pytest.mark.parametrize(
    "anchor, body, problems",
    [
        (None, "", []),
        ("how", "## How {#how}\n", []),
        ("hwo", "## How {#how}\n", ["s.yml:4: The page 'a.md' has no heading '#hwo'. Did you mean 'how'?"]),
        ("how", "", ["s.yml:4: The page 'a.md' has no heading '#how'. There is no heading yet; add it first."]),
    ],
)
def test_search_terms_for_a_missing_heading_are_reported(anchor, body, problems):
    terms = at(1, SearchTerms(page="a.md", words=("w",), anchor=anchor), "s.yml", page=3, anchor=4)
    assert reported(data.search_terms_name_pages(site(page(body=body), search_terms={"x": terms}))) == problems
    unread = site(search_terms={"x": terms}, unreadable=frozenset({("page", "a.md")}))
    assert reported(data.search_terms_name_pages(unread)) == []
