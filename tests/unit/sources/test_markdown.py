import pytest

from sitekit.sources.markdown import parse_markdown


def parts(body: str) -> dict:
    found, problems = parse_markdown(body, "docs/x.md")
    assert not problems
    return found


def test_a_heading_has_words_id_and_line():
    (heading,) = parts("\n\n## In short {#in-short}\n")["headings"]
    assert (heading.level, heading.text, heading.id, heading.line) == (2, "In short", "in-short", 3)


def test_a_link_stands_at_its_own_line():
    (link,) = parts("One\ntwo [three](a.md#b).\n")["links"]
    assert (link.target, link.text, link.line, link.image) == ("a.md#b", "three", 2, False)


def test_a_block_knows_its_section_and_what_holds_it():
    blocks = parts("Para.\n\n## A {#a}\n\n- Bullet.\n\n1. Step.\n\n> Quote.\n")["blocks"]
    assert [(block.kind, block.text, block.section) for block in blocks] == [
        ("paragraph", "Para.", ""),
        ("bullet", "Bullet.", "a"),
        ("step", "Step.", "a"),
        ("quote", "Quote.", "a"),
    ]


def test_the_bare_words_of_a_block_hold_no_marks_and_no_macros():
    (block,) = parts('Some **bold** [words](a.md). {{ cite("x") }}\n')["blocks"]
    assert block.text == "Some bold words."


def test_a_break_and_a_call_between_words_leave_one_space():
    found = parts('One  \ntwo {{ cite("x") }} [three](a.md).\n')
    assert ([block.text for block in found["blocks"]], [link.line for link in found["links"]]) == (["One two three."], [2])


def test_a_block_of_code_may_name_its_language():
    assert parts("```py\nx\n```\n")["links"] == ()


def test_a_call_has_its_arguments_and_its_line():
    (call,) = parts('\n{{ checklist("a", "client") }}\n')["calls"]
    assert (call.name, call.args, call.line, call.alone) == ("checklist", ("a", "client"), 2, True)


def test_a_call_stands_alone_whatever_spaces_follow():
    assert [call.alone for call in parts("{{ related() }}  \n")["calls"]] == [True]


def test_an_indented_or_inline_call_does_not_stand_alone():
    calls = parts('- {{ related() }}\n\nWords. {{ cite("x") }}\n')["calls"]
    assert [call.alone for call in calls] == [False, False]


def test_two_broken_calls_are_both_told():
    _, problems = parse_markdown('{{ a("x" }}\n\n{{ b(( }}\n', "docs/x.md")
    assert [problem.line for problem in problems] == [1, 3]


def test_arguments_are_plain_ids():
    _, problems = parse_markdown("{{ cite(page) }}\n", "docs/x.md")
    assert [str(problem) for problem in problems] == ["docs/x.md:1: 'cite' wants ids in quotes. Write it as {{ cite(\"id\") }}."]


def test_html_is_seen_inside_a_sentence_too():
    assert [block.kind for block in parts("Some <b>bold</b> words.\n")["blocks"]] == ["paragraph", "html"]


def told(body: str) -> list[str]:
    return [str(problem).removeprefix("docs/x.md:") for problem in parse_markdown(body, "docs/x.md")[1]]


CALL = 'Write it as {{ name("id") }}.'


@pytest.mark.parametrize(
    "body, fault",
    [
        ("One.\n\n{% if x %}a{% endif %}\n", "3: Pages hold no logic ({% … %}). Write prose, or one macro call."),
        ("One.\n\n{%- raw -%}a{% endraw %}\n", "3: Pages hold no logic ({% … %}). Write prose, or one macro call."),
        ("One.\n\n{{ title }}\n", "3: 'title' is not defined. Pages use macro calls only, as {{ name(\"id\") }}."),
        ("One.\n\n{{ 1 + 1 }}\n", f"3: Only a plain macro call may stand here. {CALL}"),
        ("{{ a.b() }}\n", f"1: Only a plain macro call may stand here. {CALL}"),
        ('{{ a(x="y") }}\n', f"1: Only a plain macro call may stand here. {CALL}"),
        ("{{ a(*b) }}\n", f"1: Only a plain macro call may stand here. {CALL}"),
        ("{{ a(**b) }}\n", f"1: Only a plain macro call may stand here. {CALL}"),
        ("One.\n\n{{ cite(7) }}\n", "3: 'cite' wants ids in quotes. Write it as {{ cite(\"id\") }}."),
        ('{{ cite("a" ~ b) }}\n', "1: 'cite' wants ids in quotes. Write it as {{ cite(\"id\") }}."),
        ("One.\n\n{{ a( }}\n", f"3: A macro call is broken: unexpected '}}', expected ')'. {CALL}"),
        ("One.\n\n{{ a(" + "(" * 5000 + "\n", f"3: This macro call cannot be read. {CALL}"),
        (
            "One\ntwo {.three} four.\n",
            "2: Pages hold no attributes ({.three}). Remove the braces; a heading alone has an id, as {#in-short}.",
        ),
        (
            "One  \ntwo {.three} four.\n",
            "2: Pages hold no attributes ({.three}). Remove the braces; a heading alone has an id, as {#in-short}.",
        ),
        (
            "`One`\ntwo {.three}\nfour.\n",
            "2: Pages hold no attributes ({.three}). Remove the braces; a heading alone has an id, as {#in-short}.",
        ),
        (
            "One {.two\n.three} four.\n",
            "1: Pages hold no attributes ({.two .three}). Remove the braces; a heading alone has an id, as {#in-short}.",
        ),
        ("{% foo %}\n", f"1: A macro call is broken: Encountered unknown tag 'foo'. {CALL}"),
        ("## A {#a .b}\n", "1: Pages hold no attributes ({#a .b}). Remove the braces; a heading alone has an id, as {#in-short}."),
        (
            "One.\n\n```{.py}\nx\n```\n",
            "3: Pages hold no attributes ({.py}). Remove the braces; a heading alone has an id, as {#in-short}.",
        ),
        (
            "One\ntwo &#x202e;three.\n",
            "2: Here is a character that turns the text around (U+202E). Type the line anew; it may have come with a copied text.",
        ),
    ],
)
def test_a_page_is_prose_and_plain_calls_alone(body, fault):
    assert told(body) == [fault]


@pytest.mark.parametrize(
    "body, calls",
    [
        ('One.\n\n{{ cite("a" }}\n', [("cite", ("a",), 3, True)]),
        ('{{ cite("a", 7) }}\n', [("cite", ("a",), 1, True)]),
        ('{{ cite(["a", "b"]) }}\n', [("cite", ("a", "b"), 1, True)]),
        ('{{ ("a" }}\n', []),
        ("{{ a }}\n", []),
        ('{{ a(( }}\n\n{{ b("c" }}\n', [("a", (), 1, True), ("b", ("c",), 3, True)]),
        ('{{ a(( }}\n\n{{ b("c") }}\n', [("a", (), 1, True), ("b", ("c",), 3, True)]),
        ("{% if x %}{{ a() }}{% endif %}\n\n{{ b() }}\n", [("b", (), 3, True)]),
        ('Words. {{ a("b") }} {{ c("d", "e") }}\n', [("a", ("b",), 1, False), ("c", ("d", "e"), 1, False)]),
    ],
)
def test_what_a_call_seems_to_mean_is_kept(body, calls):
    assert [(call.name, call.args, call.line, call.alone) for call in parse_markdown(body, "docs/x.md")[0]["calls"]] == calls


def test_a_line_that_cannot_be_read_leaves_the_lines_below():
    assert told("{{ a(" + "(" * 5000 + "\n\n{{ title }}\n\n{{ 1 }}\n") == [
        f"1: This macro call cannot be read. {CALL}",
        "3: 'title' is not defined. Pages use macro calls only, as {{ name(\"id\") }}.",
        f"5: Only a plain macro call may stand here. {CALL}",
    ]


def test_where_no_line_alone_cannot_be_read_the_first_is_told():
    assert set(told("One.\n\n{{ a(\n" + "(" * 5000)) == {f"1: This macro call cannot be read. {CALL}"}


def test_of_calls_that_cannot_be_read_the_line_that_cannot_is_told():
    assert told('{{ a(\n"x") }} {{ b(' + "(" * 5000)[0] == f"2: This macro call cannot be read. {CALL}"


def test_after_twenty_broken_calls_a_page_is_not_read_on():
    assert len(told("{{ a( }}\n" * 30)) == 20


def test_headings_links_and_blocks_stand_at_their_lines_under_their_headings():
    found = parts(
        "# One { #one }\n\nA\n[b *c*](d.md) and ![e](f.png)\n\n### Two\n\n| g | h |\n|---|---|\n| i | j |\n\n- k\n\n  l\n\nm `n`\n<br> o\n"
    )
    assert [(one.level, one.text, one.id, one.line) for one in found["headings"]] == [(1, "One", "one", 1), (3, "Two", None, 6)]
    assert [(one.target, one.text, one.line, one.image) for one in found["links"]] == [("d.md", "b c", 4, False), ("f.png", "e", 4, True)]
    assert [(one.kind, one.text, one.section, one.line) for one in found["blocks"]] == [
        ("paragraph", "A b c and", "one", 3),
        *(("cell", letter, "Two", line) for letter, line in zip("ghij", (8, 8, 10, 10))),
        ("bullet", "k", "Two", 12),
        ("bullet", "l", "Two", 14),
        ("paragraph", "m n <br> o", "Two", 16),
        ("html", "m `n`\n<br> o", "Two", 16),
    ]


def test_html_is_kept_whole_with_its_line():
    (block,) = parts("## A {#a}\n\n<div>\nx\n</div>\n")["blocks"]
    assert (block.kind, block.text, block.source, block.section, block.line) == ("html", "<div>\nx\n</div>", "<div>\nx\n</div>\n", "a", 3)


def test_a_link_is_seen_even_where_a_browser_would_run_it():
    assert [link.target for link in parts("[a](javascript:b)\n")["links"]] == ["javascript:b"]
