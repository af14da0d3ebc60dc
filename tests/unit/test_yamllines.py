import datetime

import pytest

from sitekit.yamllines import read_yaml


def told(text: str) -> list[str]:
    return [str(problem) for problem in read_yaml(text, "x.yml").problems]


def test_values_come_with_their_lines():
    read = read_yaml("a: 1\nb:\n  - x: two\n", "x.yml")
    assert read.value == {"a": 1, "b": [{"x": "two"}]}
    assert (read.line(("a",)), read.line(("b", 0, "x"))) == (1, 3)


def test_lines_count_from_where_the_text_begins():
    assert read_yaml("a: 1\n", "x.md", first_line=2).line(("a",)) == 2


def test_the_line_of_a_missing_key_is_its_parents():
    assert read_yaml("a:\n  b: 1\n", "x.yml").line(("a", "c", "d")) == 1


def test_no_stays_a_word_and_true_is_a_truth():
    assert read_yaml("a: no\nb: on\nc: true\n", "x.yml").value == {"a": "no", "b": "on", "c": True}


def test_quotes_make_text():
    assert read_yaml("a: '1'\nb: \"true\"\nc: '2026-11-23'\n", "x.yml").value == {"a": "1", "b": "true", "c": "2026-11-23"}


def test_a_date_is_a_date():
    assert read_yaml("a: 2026-11-23", "x.yml").value == {"a": datetime.date(2026, 11, 23)}


def test_a_number_with_a_leading_nought_is_text():
    assert read_yaml("a: 0123", "x.yml").value == {"a": "0123"}


def test_every_duplicate_is_told():
    assert told("a: 1\na: 2\nb: 1\nb: 2\n") == [
        "x.yml:2: The key 'a' is written twice, first on line 1. Keep one of the two.",
        "x.yml:4: The key 'b' is written twice, first on line 3. Keep one of the two.",
    ]


def test_anchors_are_not_used():
    assert told("a: &x [*x]\n") == ["x.yml:1: YAML anchors and aliases are not used here. Write the value out."]


def test_a_tag_of_another_program_is_read_as_its_value():
    assert read_yaml('a: !ENV [X, "y"]\n', "x.yml").value == {"a": ["X", "y"]}


def test_broken_yaml_is_told_at_its_line():
    read = read_yaml("a: 1\nb: [1\n", "x.yml")
    assert read.broken
    assert [problem.line for problem in read.problems] == [3]


def test_a_control_character_is_told():
    assert told("a: \x00b") == [
        "x.yml:1: This is not valid YAML: unacceptable character #x0000: special characters are not allowed. "
        "Remove characters that are not ordinary text."
    ]


def test_nothing_is_nothing():
    assert read_yaml("", "x.yml").value is None


@pytest.mark.parametrize("text", ["a: b", "- a\n- b: [1, two]\n", "a: |\n  b\n  c\n", "|#", "| # a\n##b", "a: &b c", "a: !c d", "a: {b: no}", "a:\n\tb", "é: “x”", "a: b\u2028c", "? a", "'a", "%a"])
def test_both_readers_read_the_same(text, monkeypatch):
    quick = read_yaml(text, "a.yml")
    monkeypatch.setattr("yaml.__with_libyaml__", False)
    assert read_yaml(text, "a.yml") == quick
