"""Research is cited where it is said, its sources are listed, and unverified claims are flagged."""

import pytest

from sitekit.checks import data, evidence
from tests.unit.samples import claim, picture
from tests.unit.smallest import at, page, reported, reported_on_page, site

HINT = 'Add {{ cite("key") }} right after its full stop, with a key of data/evidence.yml.'


def uncited(body: str, kind: str = "guide") -> list[str]:
    return [line.removeprefix("docs/a.md:") for line in reported(evidence.research_sentences_are_cited(site(page(body=body, kind=kind))))]


@pytest.mark.parametrize(
    "body, line, opening",
    [
        ("Research links the two.\n", 1, "Research links the two."),
        (
            "One.\n\nMany words here. Then studies\nlink the two closely and well, one to the other.\n",
            3,
            "Then studies link the two closely",
        ),
        ('Research says so. {{ cite("x") }} Evidence says no.\n', 1, "Evidence says no."),
        ("Words. More\nwords.\nTrials say no!\n", 3, "Trials say no!"),
        ('"Research says so." {{ cite("x") }} And 40% do?\n', 1, "And 40% do?"),
        ("Words.\nMore words here.\nTrials say no.\nAnd so on and on and on.\n", 3, "Trials say no."),
        ("See [this page](../a/long/way/off.md).\nTrials of [trust](b.md) say no.\n", 2, "Trials of [trust] say no."),
        ("- Four out of ten do.\n", 1, "Four out of ten do."),
        ("**Research says so.**\n", 1, "Research says so."),
    ],
)
def test_research_sentence_without_citation_is_reported_at_its_line(body, line, opening):
    assert uncited(body) == [f"{line}: The sentence '{opening} …' speaks of research without a citation. {HINT}"]


@pytest.mark.parametrize(
    "body",
    [
        'Research links the two. {{ cite("x") }}\n',
        'Research links the two.{{ cite("x") }}\n',
        'The figure is 3.5 per cent of them. {{ cite("x") }}\n',
        '"Research links the two." {{ cite("x") }}\n',
        "Words of trust.\n",
        "See [this page](../research/studies.md).\n",
        "A research\n",
    ],
)
def test_cited_sentence_or_one_without_research_is_accepted(body):
    assert uncited(body) == []


def test_page_type_without_research_needs_no_citation():
    assert uncited("Research links the two.\n", kind="about") == []


PICTURES = {"ear": picture(cite="k"), "eye": picture(id="eye")}
LISTS_NONE = "This page cites a source and lists none. Put {{ sources() }} on a line of its own under 'How sure are we'."
CITES_NONE = 'This page lists sources and cites none. Cite one with {{ cite("key") }}, or remove the call.'


@pytest.mark.parametrize(
    "body, problems",
    [
        ('One.\n\nTwo. {{ cite("k") }}\n', [f"3: {LISTS_NONE}"]),
        ('One.\n\n{{ picture("ear") }}\n', [f"3: {LISTS_NONE}"]),
        ('{{ picture("ear") }}\n\nTwo. {{ cite("k") }}\n', [f"1: {LISTS_NONE}"]),
        ("One.\n\n{{ sources() }}\n", [f"3: {CITES_NONE}"]),
        ('One.\n\n{{ picture("eye") }}\n\n{{ sources() }}\n', [f"5: {CITES_NONE}"]),
        ('Two. {{ cite("k") }}\n\n{{ sources() }}\n', []),
        ('{{ picture("ear") }}\n\n{{ sources() }}\n', []),
        ('{{ picture("eye") }}\n', []),
        ('{{ picture("unknown") }}\n', []),
        ('{{ phrases("ear") }}\n', []),
        ('Two. {{ cite("k") }}\n\n## How sure are we {#how-sure-are-we}\n', [f"1: {LISTS_NONE}"]),
    ],
)
def test_list_of_sources_is_required_on_pages_that_cite_and_only_there(body, problems):
    assert reported_on_page(evidence.citing_pages_list_sources, body, pictures=PICTURES) == problems


@pytest.mark.parametrize("heading, count", [("\n## How sure are we {#how-sure-are-we}\n", 0), ("", 1)])
def test_missing_sources_are_left_to_the_page_type_that_demands_them(heading, count):
    found = site(page(body=f'Two. {{{{ cite("k") }}}}\n{heading}', kind="guide"))
    assert len(reported(evidence.citing_pages_list_sources(found))) == count


@pytest.mark.parametrize(
    "checked, unverified, count", [("seen", None, 0), ("partly", "the pages", 0), ("partly", None, 1), ("unverified", None, 1)]
)
def test_unverified_claim_without_flag_is_reported(checked, unverified, count):
    found = at(1, claim(checked=checked, unverified=unverified), checked=8)
    problem = (
        "data/x.yml:8: The source of 'k' was not fully seen, and readers are not told. Add 'unverified: …', naming what was not checked."
    )
    assert reported(evidence.unverified_claims_are_flagged(site(claims={"k": found}))) == [problem] * count


def test_picture_that_cites_a_missing_claim_is_reported():
    pictures = {id: at(1, picture, cite=4) for id, picture in PICTURES.items()}
    assert reported(data.records_name_what_exists(site(pictures=pictures))) == [
        "data/x.yml:4: There is no claim 'k'. There is no claim yet; add it first."
    ]
    assert reported(data.records_name_what_exists(site(pictures=pictures, unreadable=frozenset({("claim", "k")})))) == []
