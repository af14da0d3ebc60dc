"""What is said about research: keyed where it is said, listed below, flagged where nobody looked."""

import pytest

from sitekit.checks import evidence
from sitekit.models.data import Claim, Picture
from tests.unit.smallest import at, page, site, told

MEND = 'Add {{ cite("key") }} right after its full stop, with a key of data/evidence.yml.'


def unkeyed(body: str, kind: str = "guide") -> list[str]:
    return [line.removeprefix("docs/a.md:") for line in told(evidence.every_research_sentence_is_keyed(site(page(body=body, kind=kind))))]


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
def test_a_sentence_about_research_carries_its_key(body, line, opening):
    assert unkeyed(body) == [f"{line}: The sentence '{opening} …' speaks of research without a key. {MEND}"]


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
def test_a_sentence_that_is_keyed_or_says_nothing_of_research_is_no_problem(body):
    assert unkeyed(body) == []


def test_pages_that_do_not_lean_on_research_need_no_key():
    assert unkeyed("Research links the two.\n", kind="about") == []


CITES = {"ear": Picture(id="ear", alt="A", caption="C", cite="k"), "eye": Picture(id="eye", alt="A", caption="C")}
LISTS_NONE = "This page cites a source and lists none. Put {{ sources() }} on a line of its own under 'How sure are we'."
CITES_NONE = 'This page lists sources and cites none. Cite one with {{ cite("key") }}, or remove the call.'


@pytest.mark.parametrize(
    "body, problems",
    [
        ('One.\n\nTwo. {{ cite("k") }}\n', [f"3: {LISTS_NONE}"]),
        ('One.\n\n{{ picture("ear") }}\n', [f"3: {LISTS_NONE}"]),
        ('{{ picture("ear") }}\n\nTwo. {{ cite("k") }}\n', [f"3: {LISTS_NONE}"]),
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
def test_a_page_lists_its_sources_where_it_cites_any(body, problems):
    assert [
        line.removeprefix("docs/a.md:")
        for line in told(evidence.every_citing_page_lists_its_sources(site(page(body=body), pictures=CITES)))
    ] == problems


@pytest.mark.parametrize("heading, count", [("\n## How sure are we {#how-sure-are-we}\n", 0), ("", 1)])
def test_where_the_shape_of_a_page_wants_sources_it_is_told_once(heading, count):
    found = site(page(body=f'Two. {{{{ cite("k") }}}}\n{heading}', kind="guide"))
    assert len(told(evidence.every_citing_page_lists_its_sources(found))) == count


@pytest.mark.parametrize(
    "checked, unverified, count", [("seen", None, 0), ("partly", "the pages", 0), ("partly", None, 1), ("unverified", None, 1)]
)
def test_what_nobody_fully_saw_says_so(checked, unverified, count):
    claim = at(
        1,
        Claim(
            key="k",
            topic="T",
            reference="R",
            shows="gap",
            plain="P",
            does_not_show="D",
            sureness="low",
            checked=checked,
            unverified=unverified,
        ),
        checked=8,
    )
    assert (
        told(evidence.every_unseen_claim_is_flagged(site(claims={"k": claim})))
        == ["data/x.yml:8: 'k' was not fully seen, and no reader is told. Add 'unverified: …', naming what was not checked."] * count
    )


def test_a_picture_rests_on_a_claim_that_is_there():
    pictures = {id: at(1, picture, cite=4) for id, picture in CITES.items()}
    assert told(evidence.every_picture_cites_a_known_claim(site(pictures=pictures))) == [
        "data/x.yml:4: There is no claim 'k'. There is no claim yet; add it first."
    ]
    assert told(evidence.every_picture_cites_a_known_claim(site(pictures=pictures, unreadable=frozenset({("claim", "k")})))) == []
