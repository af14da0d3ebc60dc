"""Stylesheets go in and come out smaller, and mean the same."""

import pytest

from sitekit.publish.lighten.styles import read_ahead
from sitekit.publish.lighten.stylesheet import read_rules, write_rules


def again(css: str) -> str:
    return write_rules(read_rules({"a.css": css}))


@pytest.mark.parametrize("css, small", [
    ("a  >  b , c {\n color : red ;\n}", "a>b,c{color:red}"),
    ("/* why */ a { color: red; /* and */ }", "a{color:red}"),
    ("a { margin: 0  auto , 1px }", "a{margin:0 auto,1px}"),
    ("a { color: red !important }", "a{color:red!important}"),
    ("a { width: calc(1px + 2px) }", "a{width:calc(1px + 2px)}"),
    ('a::after { content: "  (" attr(href) ")" }', 'a::after{content:"  (" attr(href) ")"}'),
    ("a {}", ""),
    ("@charset 'utf-8'; a { color: red }", "a{color:red}"),
    ("@media  print { a { color: red } }", "@media print{a{color:red}}"),
    ("@media print { a { color: red } } @media print { b { color: red } }", "@media print{a{color:red}b{color:red}}"),
    ("@keyframes spin { to { rotate: 1turn } }", "@keyframes spin{to { rotate: 1turn }}"),
    ("@page { margin: 1cm }", "@page{margin: 1cm}"),
    ("a { color: red; & > b, i { margin: 0; &:hover { margin: 1px } } }", "a{color:red}a>b,a i{margin:0}:is(a > b,a i):hover{margin:1px}"),
    ("a b { .c & { margin: 0 } }", ".c :is(a b){margin:0}"),
], ids=["selectors", "comments", "values", "important", "calc", "strings", "empty", "charset", "media", "neighbours", "keyframes", "page", "nested", "nested behind"])
def test_a_rule_is_written_small(css, small):
    assert again(css) == small


@pytest.mark.parametrize("css, told", [("a { color: red; } }", "line 1"), ("a { @media print { color: red } }", "line 1")], ids=["a bracket too many", "nested condition"])
def test_what_cannot_be_read_is_told_with_its_line(css, told):
    with pytest.raises(ValueError, match=told):
        read_rules({"a.css": css})


def test_custom_properties_keep_their_case_and_tell_what_they_ask_for():
    (rule,) = read_rules({"a.css": "a { --Big: var(--Small, 1px); COLOR: rgb(var(--r) 0 0) }"})
    assert [(d.name, sorted(d.asks)) for d in rule.declarations] == [("--Big", ["--Small"]), ("color", ["--r"])]


def test_rules_are_numbered_through_all_sheets_in_the_order_of_the_cascade():
    rules = read_rules({"a.css": "p { top: 0 } a { top: 1px }", "b.css": "p { top: 0 } a { top: 1px }"})
    assert [(rule.order, rule.selectors[0].text) for rule in rules] == [(0, "p"), (1, "a"), (2, "p"), (3, "a")]


def test_reading_ahead_leaves_a_sheet_that_cannot_be_read_to_the_step_itself(tmp_path):
    sheets = tmp_path / "assets/stylesheets"
    sheets.mkdir(parents=True)
    (sheets / "a.css").write_text("p { a { @media print { top: 0 } } }")
    (sheets / "b.css").write_bytes(b"\xff")
    read_ahead([tmp_path, tmp_path / "none"])
    with pytest.raises(ValueError, match="^a.css: line 1: a condition within a rule, which this step does not read$"):
        read_rules({"a.css": (sheets / "a.css").read_text()})
