"""Macro calls: names, number of arguments, arguments that exist, calls on a line of their own."""

import pytest

from sitekit.checks import macro_calls
from sitekit.schema.macros import MACROS
from tests.unit.samples import checklist, phrase
from tests.unit.smallest import reported_on_page

CHECKLISTS = {"fair": checklist()}


def test_unknown_macro_is_reported():
    assert reported_on_page(macro_calls.macros_exist, 'One.\n\n{{ reltaed() }}\n\n{{ related() }}\n\n{{ zzzzzzzz("x") }}\n') == [
        "3: There is no macro 'reltaed'. Did you mean 'related'?",
        f"7: There is no macro 'zzzzzzzz'. Look up the right macro; there are {len(MACROS)}.",
    ]


@pytest.mark.parametrize(
    "call, problem",
    [
        ("checklist()", '\'checklist\' takes 2 ids, not 0. Write it as {{ checklist("checklist", "side") }}.'),
        ('checklist("fair")', '\'checklist\' takes 2 ids, not 1. Write it as {{ checklist("checklist", "side") }}.'),
        ('related("x")', "'related' takes 0 ids, not 1. Write it as {{ related() }}."),
        ("phrases()", "'phrases' takes 1 ids, not 0. Write it as {{ phrases(\"phrase\") }}."),
    ],
)
def test_wrong_number_of_arguments_is_reported(call, problem):
    assert reported_on_page(macro_calls.macro_arguments_exist, f"{{{{ {call} }}}}\n", checklists=CHECKLISTS) == [f"1: {problem}"]


@pytest.mark.parametrize(
    "call",
    [
        'checklist("fair", "client")',
        'checklist("fair", "both")',
        'phrases("x")',
        'phrases("x", "y")',
        'cards("about")',
        'practice_says("privacy")',
        'moments("begun")',
        'cite("unread")',
        "related()",
    ],
)
def test_arguments_that_exist_are_accepted(call):
    known = {"checklists": CHECKLISTS, "phrases": {id: phrase(id=id) for id in "xy"}}
    unread = frozenset({("claim", "unread"), ("page", "b.md")})
    assert reported_on_page(macro_calls.macro_arguments_exist, f"{{{{ {call} }}}}\n", unreadable=unread, **known) == []


@pytest.mark.parametrize(
    "call, problem",
    [
        ('checklist("fare", "client")', "There is no checklist 'fare'. Did you mean 'fair'?"),
        ('checklist("fair", "clinet")', "There is no side 'clinet'. Did you mean 'client'?"),
        ('phrases("x")', "There is no phrase 'x'. There is no phrase yet; add it first."),
        ('cite("x")', "There is no claim 'x'. There is no claim yet; add it first."),
        ('picture("x")', "There is no picture 'x'. There is no picture yet; add it first."),
        ('cards("zzzzzz")', "There is no kind 'zzzzzz'. Look up the right kind; there are 13."),
        ('practice_says("zzzzzz")', "There is no topic 'zzzzzz'. Use one of: between, money, notes, privacy, sessions."),
        ('moments("zzzzzz")', "There is no phase 'zzzzzz'. Use one of: before, begun."),
    ],
)
def test_unknown_argument_is_reported_by_its_kind(call, problem):
    assert reported_on_page(macro_calls.macro_arguments_exist, f"One.\n\n{{{{ {call} }}}}\n", checklists=CHECKLISTS) == [f"3: {problem}"]


def test_arguments_of_an_unknown_macro_are_not_reported():
    assert reported_on_page(macro_calls.macro_arguments_exist, '{{ zzzzzzzz("x") }}\n\n{{ related("x") }}\n') == [
        "3: 'related' takes 0 ids, not 1. Write it as {{ related() }}."
    ]


@pytest.mark.parametrize(
    "body, problems",
    [
        ("- {{ related() }}\n", ["1: 'related' does not stand alone. Put the call on a line of its own, at the left margin."]),
        ("See {{ related() }}\n", ["1: 'related' does not stand alone. Put the call on a line of its own, at the left margin."]),
        ("{{ related() }}\n", []),
        ('Words. {{ cite("x") }}\n', []),
        ("See {{ zzzzzzzz() }}\n", []),
    ],
)
def test_block_macro_inside_a_sentence_or_list_is_reported(body, problems):
    assert reported_on_page(macro_calls.block_macros_stand_alone, body) == problems
