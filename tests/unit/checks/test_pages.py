"""Unique URLs of pages, ids on a page, and slugs and names of terms."""

import pytest

from sitekit.checks import pages
from tests.unit.samples import checklist, claim, item, phrase, term
from tests.unit.smallest import at, page, reported, reported_on_page, site


def test_two_files_of_one_url_are_reported():
    found = site(page("p.md"), page("q.md"), page("p/index.md"))
    assert reported(pages.page_urls_are_unique(found)) == [
        "docs/p/index.md:1: This page has the address of docs/p.md. Keep one of the two, or give it another name."
    ]


HINT = "Show it once, or give the heading another id."
TWICE = checklist(item("x"), item("x"))


@pytest.mark.parametrize(
    "body, problems",
    [
        (
            '## A {#phrase-x}\n\n{{ phrases("x") }}\n\n{{ phrases("x") }}\n',
            [f"{line}: 'phrases' adds the id 'phrase-x', which line 1 has already. {HINT}" for line in (3, 5)],
        ),
        ('{{ phrases("x", "y") }}\n\n{{ phrases("y") }}\n', [f"3: 'phrases' adds the id 'phrase-y', which line 1 has already. {HINT}"]),
        (
            '## A {#source-k}\n\nWords. {{ cite("k") }}\n\n{{ sources() }}\n',
            [f"5: 'sources' adds the id 'source-k', which line 1 has already. {HINT}"],
        ),
        ('{{ checklist("fair", "client") }}\n\n{{ checklist("fair", "therapist") }}\n', []),
        (
            '{{ checklist("fair", "client") }}\n\n{{ checklist("fair", "both") }}\n',
            [f"3: 'checklist' adds the id 'fair.x', which line 1 has already. {HINT}"],
        ),
    ],
)
def test_repeated_id_is_reported_at_its_macro_call(body, problems):
    known = {"phrases": {id: phrase(id=id) for id in "xy"}, "checklists": {"fair": TWICE}, "claims": {"k": claim()}}
    assert reported_on_page(pages.ids_on_a_page_are_unique, body, **known) == problems


def terms(*named: tuple[str, ...]) -> list[str]:
    found = (at(99, term(term=name, also=also), "g.yml", term=n, also=n + 1) for n, (name, *also) in enumerate(named, 1))
    return reported(pages.glossary_terms_are_unique(site(terms=tuple(found))))


def test_term_with_the_slug_of_another_or_none_is_reported():
    assert terms(("trust",), ("hope",)) == []
    assert terms(("give & take",), ("give, take",), ("give-take",)) == [
        f"g.yml:{line}: The term '{name}' has the address of 'give & take'. Give it a name of its own."
        for line, name in ((2, "give, take"), (3, "give-take"))
    ]


def test_name_of_two_terms_is_reported():
    assert terms(("trust", "faith"), ("hope", "Faith"), ("faith",)) == [
        "g.yml:3: 'Faith' already names the term 'trust'. Keep it with one of the two.",
        "g.yml:3: 'faith' already names the term 'trust'. Keep it with one of the two.",
    ]
    assert terms(("trust", "Trust", "trust")) == []
