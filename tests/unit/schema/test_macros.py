"""Each macro is declared once, with all that a call brings to its page."""

import pytest

from sitekit.models.data import Checklist, Claim, Item, Phrase, Picture, Term
from sitekit.models.emails import Email, Moment
from sitekit.models.note import NoteLine, NotePart
from sitekit.models.page import PageMeta
from sitekit.schema.macros import MACROS, cited_keys
from tests.unit.smallest import at, page, site

CLAIMS = {
    key: Claim(key=key, topic=f"T {key}", reference="R", shows="trial", plain="P", does_not_show="D", sureness="fair", checked="seen")
    for key in ("one", "two")
}
PARTS = {
    "checklists": {"fair": at(1, Checklist(title="L", items=(Item(id="x", client="C.", therapist="T."),)), "data/checklists/fair.yml")},
    "claims": CLAIMS,
    "phrases": {"x": Phrase(id="x", when="W", say="S")},
    "pictures": {"ear": Picture(id="ear", alt="Alt", caption="Cap", cite="two")},
    "moments": {"m": Moment(id="m", phase="begun", when="W", page="a.md", why="Y")},
    "emails": {"e": Email(id="e", moment="m", page="a.md", day="D", subject="Sub", text="S", short="M", full="L")},
    "note_parts": {
        "own": NotePart(id="own", title="T", ask="A?", lines=(NoteLine(id="l", say="I may cry."),)),
        "taken": NotePart(id="taken", title="U", ask="B?", page="b.md"),
        "gone": NotePart(id="gone", title="V", ask="C?", page="gone.md"),
    },
    "terms": (Term(term="Give & take", group="R & D", meaning="M"),),
}


def collected(call: str) -> dict[str, list[str]]:
    """Return what a call brings to its page, but nothing empty."""
    found = site(page("a.md", f"{{{{ {call} }}}}\n"), page("b.md", "## One {#one}\n\n### Two {#two}\n"), **PARTS)
    (macro_call,) = found.pages["a.md"].calls
    macro = MACROS[macro_call.name]
    brought = {name: list(getattr(macro, name)(found, found.pages["a.md"], macro_call)) for name in ("ids", "texts", "quoted", "cites")}
    return {name: values for name, values in brought.items() if values}


@pytest.mark.parametrize(
    "call, expected",
    [
        ('checklist("fair", "client")', {"ids": ["fair.x"], "texts": ["C."]}),
        ('checklist("fair", "therapist")', {"texts": ["T."]}),
        ('checklist("fair", "both")', {"ids": ["fair.x"], "texts": ["C.", "T."]}),
        ('cite("one")', {"cites": ["one"]}),
        ("emails()", {"ids": ["email-e"], "quoted": ["Sub", "S", "M", "L"]}),
        ("glossary()", {"ids": ["give-take", "r-d"], "quoted": ["Give & take", "M"]}),
        ("ledger()", {"ids": ["claim-one", "claim-two"], "quoted": ["T one", "P", "D", "T two", "P", "D"]}),
        ('moments("begun")', {"texts": ["W", "Y"]}),
        ('moments("before")', {}),
        ("note_form()", {"texts": ["A?", "T", "I may cry.", "B?", "U", "C?", "V"], "quoted": ["Two"]}),
        ('phrases("x", "gone")', {"ids": ["phrase-x", "phrase-gone"], "texts": ["S"], "quoted": ["W"]}),
        ('picture("ear")', {"ids": ["picture-ear"], "quoted": ["Alt", "Cap"], "cites": ["two"]}),
        ("sources()", {}),
    ],
)
def test_call_brings_ids_texts_and_citations(call, expected):
    assert collected(call) == expected


@pytest.mark.parametrize("call", ["checklist()", 'checklist("gone", "both")', "phrases()", 'picture("gone")', "moments()"])
def test_call_with_wrong_arguments_brings_no_texts(call):
    assert not collected(call).keys() & {"texts", "quoted", "cites"}


def test_only_cited_claims_are_sources():
    found = site(page("a.md", '{{ cite("gone") }} {{ cite("two") }}\n\n{{ picture("ear") }}\n\n{{ sources() }}\n'), **PARTS)
    sources = MACROS["sources"]
    a, call = found.pages["a.md"], found.pages["a.md"].calls[-1]
    assert cited_keys(found, a) == ["gone", "two"]
    assert (list(sources.ids(found, a, call)), list(sources.quoted(found, a, call))) == (["source-two"], ["T two", "P", "D"])


# Names with a meaning of their own in the macro engine:
# https://mkdocs-macros-plugin.readthedocs.io/en/latest/pages/
TAKEN = frozenset("page config files navigation extra macros filters context plugin environment git macros_info now fix_url".split())


def test_no_macro_has_a_name_of_the_macro_engine():
    assert TAKEN.isdisjoint(MACROS)


def test_no_front_matter_key_is_a_macro_or_a_name_of_the_engine():
    assert set(PageMeta.model_fields).isdisjoint({*MACROS, *TAKEN})
