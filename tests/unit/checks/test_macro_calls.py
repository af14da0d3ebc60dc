"""Macro calls: known names, as many ids as they take, each of something that is there."""

import pytest

from sitekit.checks import macro_calls
from sitekit.models.data import Checklist, Item, Phrase
from sitekit.schema.macros import MACROS
from tests.unit.smallest import at, page, site, told

LIST = at(1, Checklist(title="L", items=(Item(id="x", client="C.", therapist="T."),)), "data/checklists/fair.yml")


def problems(rule, body: str, **parts) -> list[str]:
    return [line.removeprefix("docs/a.md:") for line in told(rule(site(page(body=body), **parts)))]


def test_a_macro_is_known():
    assert problems(macro_calls.every_macro_is_known, 'One.\n\n{{ reltaed() }}\n\n{{ related() }}\n\n{{ zzzzzzzz("x") }}\n') == [
        "3: There is no macro 'reltaed'. Did you mean 'related'?",
        f"7: There is no macro 'zzzzzzzz'. Look up the right macro; there are {len(MACROS)}.",
    ]


@pytest.mark.parametrize(
    "call, fault",
    [
        ("checklist()", '\'checklist\' takes 2 ids, not 0. Write it as {{ checklist("checklist", "side") }}.'),
        ('checklist("fair")', '\'checklist\' takes 2 ids, not 1. Write it as {{ checklist("checklist", "side") }}.'),
        ('related("x")', "'related' takes 0 ids, not 1. Write it as {{ related() }}."),
        ("phrases()", "'phrases' takes 1 ids, not 0. Write it as {{ phrases(\"phrase\") }}."),
    ],
)
def test_a_macro_takes_its_number_of_ids(call, fault):
    assert problems(macro_calls.every_argument_names_something, f"{{{{ {call} }}}}\n", checklists={"fair": LIST}) == [f"1: {fault}"]


@pytest.mark.parametrize(
    "call",
    [
        'checklist("fair", "client")',
        'checklist("fair", "both")',
        'phrases("x")',
        'phrases("x", "y", "x")',
        'cards("about")',
        'page_cards("a.md", "b.md")',
        'practice_says("privacy")',
        'moments("begun")',
        'cite("unread")',
        "related()",
    ],
)
def test_ids_of_what_is_there_are_no_problem(call):
    known = {"checklists": {"fair": LIST}, "phrases": {id: Phrase(id=id, when="W", say="S") for id in "xy"}}
    unread = frozenset({("claim", "unread"), ("page", "b.md")})
    assert problems(macro_calls.every_argument_names_something, f"{{{{ {call} }}}}\n", unreadable=unread, **known) == []


@pytest.mark.parametrize(
    "call, fault",
    [
        ('checklist("fare", "client")', "There is no checklist 'fare'. Did you mean 'fair'?"),
        ('checklist("fair", "clinet")', "There is no side 'clinet'. Did you mean 'client'?"),
        ('phrases("x")', "There is no phrase 'x'. There is no phrase yet; add it first."),
        ('cite("x")', "There is no claim 'x'. There is no claim yet; add it first."),
        ('picture("x")', "There is no picture 'x'. There is no picture yet; add it first."),
        ('page_cards("a.md", "x.md")', "There is no page 'x.md'. Did you mean 'a.md'?"),
        ('cards("zzzzzz")', "There is no kind 'zzzzzz'. Look up the right kind; there are 13."),
        ('practice_says("zzzzzz")', "There is no topic 'zzzzzz'. Use one of: between, money, notes, privacy, sessions."),
        ('moments("zzzzzz")', "There is no phase 'zzzzzz'. Use one of: before, begun."),
    ],
)
def test_an_id_of_nothing_is_told_as_what_it_should_name(call, fault):
    assert problems(macro_calls.every_argument_names_something, f"One.\n\n{{{{ {call} }}}}\n", checklists={"fair": LIST}) == [f"3: {fault}"]


def test_an_unknown_macro_is_told_once():
    assert problems(macro_calls.every_argument_names_something, '{{ zzzzzzzz("x") }}\n\n{{ related("x") }}\n') == [
        "3: 'related' takes 0 ids, not 1. Write it as {{ related() }}."
    ]


@pytest.mark.parametrize(
    "body, fault",
    [
        ("- {{ related() }}\n", ["1: 'related' does not stand alone. Put the call on a line of its own, at the left margin."]),
        ("See {{ related() }}\n", ["1: 'related' does not stand alone. Put the call on a line of its own, at the left margin."]),
        ("{{ related() }}\n", []),
        ('Words. {{ cite("x") }}\n', []),
        ("See {{ zzzzzzzz() }}\n", []),
    ],
)
def test_a_block_stands_alone(body, fault):
    assert problems(macro_calls.every_block_macro_stands_alone, body) == fault
