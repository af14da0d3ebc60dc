import datetime

import pytest
import yaml

from sitekit.sources.yaml import parse_yaml


def messages(text: str) -> list[str]:
    return [str(problem) for problem in parse_yaml(text, "x.yml").problems]


def test_values_have_lines():
    parsed = parse_yaml("a: 1\nb:\n  - x: two\n", "x.yml")
    assert parsed.value == {"a": 1, "b": [{"x": "two"}]}
    assert (parsed.line(("a",)), parsed.line(("b", 0, "x"))) == (1, 3)


def test_lines_count_from_first_line():
    assert parse_yaml("a: 1\n", "x.md", first_line=2).line(("a",)) == 2


def test_line_of_missing_key_is_that_of_its_parent():
    parsed = parse_yaml("a:\n  b:\n    c: 1\n", "x.yml")
    assert (parsed.line(("a", "x", "y")), parsed.line(("a", "b", "x"))) == (1, 2)


def test_no_is_text_and_true_is_a_boolean():
    assert parse_yaml("a: no\nb: on\nc: true\n", "x.yml").value == {"a": "no", "b": "on", "c": True}


def test_quoted_value_is_text():
    assert parse_yaml("a: '1'\nb: \"true\"\nc: '2026-11-23'\n", "x.yml").value == {"a": "1", "b": "true", "c": "2026-11-23"}


def test_date_is_a_date():
    assert parse_yaml("a: 2026-11-23", "x.yml").value == {"a": datetime.date(2026, 11, 23)}


def test_number_with_leading_zero_is_text():
    assert parse_yaml("a: 0123", "x.yml").value == {"a": "0123"}


def test_every_duplicate_key_is_reported():
    assert messages("a: 1\na: 2\nb: 1\nb: 2\n") == [
        "x.yml:2: The key 'a' is written twice, first on line 1. Keep one of the two.",
        "x.yml:4: The key 'b' is written twice, first on line 3. Keep one of the two.",
    ]


def test_anchor_is_reported_once():
    assert messages("a: &x [*x]\n") == ["x.yml:1: YAML anchors and aliases are not used here. Write the value out."]


def test_tag_is_ignored():
    assert parse_yaml('a: !ENV [X, "y"]\n', "x.yml").value == {"a": ["X", "y"]}


def test_syntax_error_is_reported_at_its_line():
    parsed = parse_yaml("a: 1\nb: [1\n", "x.yml")
    assert parsed.is_unreadable
    assert [problem.line for problem in parsed.problems] == [3]


def test_control_character_is_reported():
    assert messages("a: \x00b") == [
        "x.yml:1: This is not valid YAML: unacceptable character #x0000: control characters are not allowed. "
        "Remove characters that are not ordinary text."
    ]


def test_empty_text_has_no_value():
    assert parse_yaml("", "x.yml").value is None


@pytest.mark.parametrize(
    "text", ["a: b", "- a\n- b: [1, two]\n", "a: |\n  b\n  c\n", "a: &b c", "a: !c d", "a: {b: no}", "é: “x”", "? a", "a: 1\na: 2\n"]
)
def test_without_libyaml_values_lines_and_problems_are_the_same(text, monkeypatch):
    with_libyaml = parse_yaml(text, "a.yml")
    monkeypatch.setattr("sitekit.sources.yaml._LOADER", yaml.BaseLoader)
    assert parse_yaml(text, "a.yml") == with_libyaml


@pytest.mark.parametrize("text", ["[" * 10_000, "{a: " * 10_000, "- " * 10_000 + "a", "[" * 2000 + "]" * 2000])
@pytest.mark.parametrize("loader", [yaml.CBaseLoader, yaml.BaseLoader])
def test_deep_nesting_is_reported(text, loader, monkeypatch):
    monkeypatch.setattr("sitekit.sources.yaml._LOADER", loader)
    assert messages(text) == [
        "x.yml:1: This is not valid YAML: it is nested too deep. Check the spaces, colons and quotes on this line and the one above."
    ]


def test_second_document_is_reported():
    assert messages("a: 1\n---\nb: 2\n") == [
        "x.yml:2: This is not valid YAML: expected a single document. Check the spaces, colons and quotes on this line and the one above."
    ]


@pytest.mark.parametrize(
    "text, lines",
    [
        ("a: &x [*x]\nb: *x\n", [1, 2]),
        ("a: &x {b: 2026-02-30}\nc: *y\n", [1, 2]),
        ("&x a: 1\n*x : 2\n<<: *x\n", [2, 3]),
        ("? [a, b]\n: [c, &d e]\nf: *d\n", [1, 3]),
    ],
)
def test_anchors_and_aliases_are_reported_once_each(text, lines):
    assert [problem.line for problem in parse_yaml(text, "x.yml").problems] == lines


def test_every_key_path_has_a_line():
    parsed = parse_yaml("a:\n  b: [c, {d: e}]\n  f:\n    - g\n", "x.md", first_line=5)
    assert parsed.lines == {
        (): 5,
        ("a",): 5,
        ("a", "b"): 6,
        ("a", "b", 0): 6,
        ("a", "b", 1): 6,
        ("a", "b", 1, "d"): 6,
        ("a", "f"): 7,
        ("a", "f", 0): 8,
    }
    assert (parsed.line(("a", "f", 0)), parsed.line(("x",)), parse_yaml("", "x.md", first_line=5).line(("x",))) == (8, 5, 1)


@pytest.mark.parametrize(
    "text, message",
    [
        (
            "a: 1\nb: [1\n",
            "7: This is not valid YAML: expected ',' or ']'. Check the spaces, colons and quotes on this line and the one above.",
        ),
        (
            "[" * 1000,
            "5: This is not valid YAML: it is nested too deep. Check the spaces, colons and quotes on this line and the one above.",
        ),
        (
            "a: \x00b",
            "5: This is not valid YAML: unacceptable character #x0000: control characters are not allowed. Remove characters that are not ordinary text.",
        ),
    ],
)
def test_unreadable_text_is_reported_in_lines_of_the_file(text, message):
    parsed = parse_yaml(text, "x.md", first_line=5)
    assert ([str(problem) for problem in parsed.problems], parsed.is_unreadable, parsed.value) == ([f"x.md:{message}"], True, None)


@pytest.mark.parametrize(
    "text, message, value",
    [
        ("a: 1\na: 2\nb: 3\n", "6: The key 'a' is written twice, first on line 5. Keep one of the two.", {"a": 1, "b": 3}),
        ("a: 1\n[b]: 2\nc: 3\n", "6: A key must be one word. Write the key as plain text.", {"a": 1, "c": 3}),
        ("a: 1\nb: &x c\n", "6: YAML anchors and aliases are not used here. Write the value out.", {"a": 1, "b": None}),
        (
            "a: 1\nb: 2026-02-30\n",
            "6: There is no such day as 2026-02-30. Write a real date, as 2026-11-23.",
            {"a": 1, "b": datetime.date.min},
        ),
        ("- 1\n- 2026-02-30\n", "6: There is no such day as 2026-02-30. Write a real date, as 2026-11-23.", [1, datetime.date.min]),
        (
            'a: 1\nb: "x\\u200by"\n',
            "6: Here is a character that nobody can see (U+200B). Type the line again; the character may have come with copied text.",
            {"a": 1, "b": "xy"},
        ),
    ],
)
def test_problem_of_one_value_leaves_the_others(text, message, value):
    parsed = parse_yaml(text, "x.md", first_line=5)
    assert ([str(problem) for problem in parsed.problems], parsed.is_unreadable, parsed.value) == ([f"x.md:{message}"], False, value)


@pytest.mark.parametrize(
    "written, value",
    [
        ("~", None),
        ("null", None),
        ("", None),
        ("false", False),
        ("-7", -7),
        ("+7", 7),
        ("0", 0),
        ("123456789012345678", 123456789012345678),
        ("1234567890123456789", "1234567890123456789"),
        ("1.5", "1.5"),
        ("'null'", "null"),
        ('""', ""),
        ("|\n  1\n", "1\n"),
        (">\n  2\n", "2\n"),
        ("'7'", "7"),
        ("|-\n  7\n", "7"),
        (">-\n  7\n", "7"),
    ],
)
def test_type_of_a_scalar_depends_on_its_form_and_quotes(written, value):
    assert parse_yaml(f"a: {written}", "x.yml").value == {"a": value}


@pytest.mark.parametrize("written", "Yes Off on 12:30 1_000 .inf 1.5 012 0x1f = << 2026-11-23T10:00:00Z".split())
def test_text_that_mkdocs_reads_as_another_type_is_reported(written):
    parsed = parse_yaml(f"title: {written}\nlist: ['{written}']\n", "a.md", first_line=2, for_mkdocs=True)
    message = f"a.md:2: '{written}' is not text: it can be read as a number, a time, or true or false. Put quotes around it."
    assert [str(problem) for problem in parsed.problems] == [message]
    assert parse_yaml(f"title: {written}\n", "a.yml").problems == []


@pytest.mark.parametrize("written, whole", [("#1f5f5b", "#1f5f5b"), ("Room #4", "Room #4"), ("50 #min", "50 #min")])
def test_value_that_is_read_as_a_comment_is_reported_and_kept(written, whole):
    parsed = parse_yaml(f"a: {written}\n", "a.yml")
    comment = written[written.index("#") :]
    hint = f'Put quotes around the whole value, as "{whole}", or begin the comment with "# " and a word.'
    assert [str(problem) for problem in parsed.problems] == [f"a.yml:1: '{comment}' is read as a comment, and left out. {hint}"]
    assert parsed.value == {"a": whole}


@pytest.mark.parametrize("text", ["a: x # note\n", "#b: y\na: x\n", "a: 'x' #note\n", "a: x#y\n", "a: |\n  x #y\n"])
def test_comments_are_no_values(text):
    assert parse_yaml(text, "a.yml").problems == []


@pytest.mark.parametrize(
    "text, lines",
    [('name: A\nfees: "You pay.\nnotes: B\nphone: "020"\n', [2]), ("- 'x\n- 'y'\n", [1]), ('name: "A\n  b"\nfees: "B" c\n', [3])],
)
def test_quotation_mark_that_is_not_closed_is_reported_where_it_opens(text, lines):
    problems = parse_yaml(text, "a.yml").problems
    assert [problem.line for problem in problems if "that opens on this line" in problem.message or "expected" in problem.message] == lines


def test_indentation_by_no_break_spaces_is_reported():
    assert [str(problem) for problem in parse_yaml("contact:\n\u00a0\u00a0email: x\n", "a.yml").problems] == [
        "a.yml:2: This line is indented by a character that is no space (U+00A0). Indent it by spaces."
    ]
