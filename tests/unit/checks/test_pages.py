"""What pages have of their own: an address, ids; and each term its address and names."""

import pytest

from sitekit.checks import pages
from sitekit.models.data import Checklist, Claim, Item, Phrase, Term
from tests.unit.smallest import at, page, site, told


def test_each_page_has_its_own_address():
    found = site(page("p.md"), page("q.md"), page("p/index.md"))
    assert told(pages.every_page_has_its_own_address(found)) == [
        "docs/p/index.md:1: This page has the address of docs/p.md. Keep one of the two, or give it another name."
    ]


MEND = "Show it once, or give the heading another id."
CLAIM = Claim(key="k", topic="T", reference="R", shows="gap", plain="P", does_not_show="D", sureness="low", checked="seen")
TWICE = at(
    1,
    Checklist(title="L", items=(Item(id="x", client="C.", therapist="T."), Item(id="x", client="C.", therapist="T."))),
    "data/checklists/fair.yml",
)


@pytest.mark.parametrize(
    "body, problems",
    [
        (
            '## A {#phrase-x}\n\n{{ phrases("x") }}\n\n{{ phrases("x") }}\n',
            [f"{line}: 'phrases' brings the id 'phrase-x', which stands on line 1 already. {MEND}" for line in (3, 5)],
        ),
        ('One.\n\n{{ phrases("x", "y", "x") }}\n', [f"3: 'phrases' brings the id 'phrase-x', which stands on line 3 already. {MEND}"]),
        (
            '## A {#source-k}\n\nWords. {{ cite("k") }}\n\n{{ sources() }}\n',
            [f"5: 'sources' brings the id 'source-k', which stands on line 1 already. {MEND}"],
        ),
        ('{{ checklist("fair", "client") }}\n\n{{ checklist("fair", "therapist") }}\n', []),
        (
            '{{ checklist("fair", "client") }}\n\n{{ checklist("fair", "both") }}\n',
            [f"3: 'checklist' brings the id 'fair.x', which stands on line 1 already. {MEND}"],
        ),
    ],
)
def test_each_id_on_a_page_is_its_own(body, problems):
    found = site(
        page(body=body), phrases={id: Phrase(id=id, when="W", say="S") for id in "xy"}, checklists={"fair": TWICE}, claims={"k": CLAIM}
    )
    assert [line.removeprefix("docs/a.md:") for line in told(pages.every_id_on_a_page_is_its_own(found))] == problems


def terms(*named: tuple[str, ...]) -> list[str]:
    found = (
        at(99, Term(term=name, group="G", meaning="M", also=also), "g.yml", term=n, also=n + 1) for n, (name, *also) in enumerate(named, 1)
    )
    return told(pages.every_term_has_its_own_address(site(terms=tuple(found))))


def test_each_term_has_its_own_address():
    assert terms(("trust",), ("hope",)) == []
    assert terms(("give & take",), ("give, take",), ("give-take",)) == [
        f"g.yml:{line}: The term '{name}' has the address of 'give & take'. Give it a name of its own."
        for line, name in ((2, "give, take"), (3, "give-take"))
    ]
    assert terms(("?",), ("!",)) == [
        f"g.yml:{line}: The term '{name}' has no letters. Give it a name of its own." for line, name in ((1, "?"), (2, "!"))
    ]


def test_each_name_is_of_one_term():
    assert terms(("trust", "faith"), ("hope", "Faith"), ("faith",)) == [
        "g.yml:3: 'Faith' already names the term 'trust'. Keep it with one of the two.",
        "g.yml:3: 'faith' already names the term 'trust'. Keep it with one of the two.",
    ]
    assert terms(("trust", "Trust", "trust")) == []
