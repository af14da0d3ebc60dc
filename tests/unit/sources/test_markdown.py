import pytest

from sitekit.sources.markdown import parse_markdown


def parts(body: str, path: str = "docs/therapists/x.md") -> dict:
    found, problems = parse_markdown(body, path)
    assert not problems
    return found


def test_heading_has_text_id_and_line():
    (heading,) = parts("\n\n## In short {#in-short}\n")["headings"]
    assert (heading.level, heading.text, heading.id, heading.line) == (2, "In short", "in-short", 3)


def test_link_has_its_own_line():
    (link,) = parts("One.\n\nTwo [three](a.md#b).\n")["links"]
    assert (link.target, link.text, link.line, link.image) == ("a.md#b", "three", 3, False)


def test_block_has_kind_and_section():
    blocks = parts("Para.\n\n## A {#a}\n\n- Bullet.\n\nThen:\n\n1. Step.\n\n> Quote.\n")["blocks"]
    assert [(block.kind, block.text, block.section) for block in blocks] == [
        ("paragraph", "Para.", ""),
        ("bullet", "Bullet.", "a"),
        ("paragraph", "Then:", "a"),
        ("step", "Step.", "a"),
        ("quote", "Quote.", "a"),
    ]


def test_text_of_a_block_has_no_markup_and_no_macros():
    (block,) = parts('Some **bold** [words](a.md). {{ cite("x") }}\n')["blocks"]
    assert block.text == "Some bold words."


def test_line_break_and_macro_leave_one_space():
    found = parts('One  \ntwo {{ cite("x") }} [three](a.md).\n')
    assert ([block.text for block in found["blocks"]], [link.line for link in found["links"]]) == (["One two three."], [2])


def test_code_block_may_name_its_language():
    assert parts("```py\nx\n```\n", "docs/therapists/x.md")["links"] == ()


def test_call_has_arguments_and_line():
    (call,) = parts('\n{{ checklist("a", "client") }}\n')["calls"]
    assert (call.name, call.args, call.line, call.alone) == ("checklist", ("a", "client"), 2, True)


def test_call_before_trailing_spaces_is_alone():
    assert [call.alone for call in parts("{{ related() }}  \n")["calls"]] == [True]


def test_indented_or_inline_call_is_not_alone():
    calls = parts('- {{ related() }}\n\nWords. {{ cite("x") }}\n')["calls"]
    assert [call.alone for call in calls] == [False, False]


def test_two_broken_calls_are_both_reported():
    _, problems = parse_markdown('{{ a("x" }}\n\n{{ b(( }}\n', "docs/x.md")
    assert [problem.line for problem in problems] == [1, 3]


def test_argument_that_is_no_string_is_reported():
    _, problems = parse_markdown("{{ cite(page) }}\n", "docs/x.md")
    assert [str(problem) for problem in problems] == ["docs/x.md:1: 'cite' takes ids in quotes. Write it as {{ cite(\"id\") }}."]


def test_html_inside_a_sentence_is_a_block():
    assert [block.kind for block in parts("Some <b>bold</b> words.\n")["blocks"]] == ["paragraph", "html"]


def messages(body: str) -> list[str]:
    return [str(problem).removeprefix("docs/x.md:") for problem in parse_markdown(body, "docs/x.md")[1]]


CALL = 'Write it as {{ name("id") }}.'


@pytest.mark.parametrize(
    "body, message",
    [
        ("One.\n\n{% if x %}A.{% endif %}\n", "3: Pages hold no logic ({% … %}). Write prose, or one macro call."),
        ("One.\n\n{%- raw -%}A.{% endraw %}\n", "3: Pages hold no logic ({% … %}). Write prose, or one macro call."),
        ("One.\n\n{{ title }}\n", "3: 'title' is not defined. Pages use macro calls only, as {{ name(\"id\") }}."),
        ("One.\n\n{{ 1 + 1 }}\n", f"3: Only a plain macro call may stand here. {CALL}"),
        ("{{ a.b() }}\n", f"1: Only a plain macro call may stand here. {CALL}"),
        ('{{ a(x="y") }}\n', f"1: Only a plain macro call may stand here. {CALL}"),
        ("{{ a(*b) }}\n", f"1: Only a plain macro call may stand here. {CALL}"),
        ("{{ a(**b) }}\n", f"1: Only a plain macro call may stand here. {CALL}"),
        ("One.\n\n{{ cite(7) }}\n", "3: 'cite' takes ids in quotes. Write it as {{ cite(\"id\") }}."),
        ('{{ cite("a" ~ b) }}\n', "1: 'cite' takes ids in quotes. Write it as {{ cite(\"id\") }}."),
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
            "One\ntwo {.three}\nfour.\n",
            "2: Pages hold no attributes ({.three}). Remove the braces; a heading alone has an id, as {#in-short}.",
        ),
        (
            "One {.two\n.three} four.\n",
            "1: Pages hold no attributes ({.two .three}). Remove the braces; a heading alone has an id, as {#in-short}.",
        ),
        ("{% foo %}\n", f"1: A macro call is broken: Encountered unknown tag 'foo'. {CALL}"),
        (
            "One.\n\n```{.py}\nx\n```\n",
            "3: Pages hold no attributes ({.py}). Remove the braces; a heading alone has an id, as {#in-short}.",
        ),
        (
            "One\ntwo &#x202e;three.\n",
            "2: Here is a character that turns the text around (U+202E). Type the line again; the character may have come with copied text.",
        ),
    ],
)
def test_anything_but_prose_and_plain_calls_is_reported(body, message):
    assert messages(body) == [message]


@pytest.mark.parametrize(
    "body, calls",
    [
        ('One.\n\n{{ cite("a" }}\n', [("cite", ("a",), 3, True)]),
        ('{{ cite("a", 7) }}\n', [("cite", ("a",), 1, True)]),
        ('{{ cite(["a", "b"]) }}\n', [("cite", ("a", "b"), 1, True)]),
        ('{{ ("a" }}\n', []),
        ("{{ a }}\n", []),
        ('{{ cards(( }}\n\n{{ cite("c" }}\n', [("cards", (), 1, True), ("cite", ("c",), 3, True)]),
        ('{{ a(( }}\n\n{{ b("c") }}\n', [("b", ("c",), 3, True)]),
        ("{% if x %}{{ a() }}{% endif %}\n\n{{ b() }}\n", [("b", (), 3, True)]),
        ('Words. {{ a("b") }} {{ c("d", "e") }}\n', [("a", ("b",), 1, False), ("c", ("d", "e"), 1, False)]),
    ],
)
def test_meaning_of_a_broken_call_is_guessed(body, calls):
    assert [(call.name, call.args, call.line, call.alone) for call in parse_markdown(body, "docs/x.md")[0]["calls"]] == calls


def test_lines_below_an_unreadable_call_are_read():
    assert messages("{{ a(" + "(" * 5000 + "\n\n{{ title }}\n\n{{ 1 }}\n") == [
        f"1: This macro call cannot be read. {CALL}",
        "3: 'title' is not defined. Pages use macro calls only, as {{ name(\"id\") }}.",
        f"5: Only a plain macro call may stand here. {CALL}",
    ]


def test_unreadable_call_of_many_lines_is_reported_on_line_1():
    assert set(messages("One.\n\n{{ a(\n" + "(" * 5000)) == {f"1: This macro call cannot be read. {CALL}"}


def test_unreadable_line_is_reported():
    assert messages('{{ a(\n"x") }} {{ b(' + "(" * 5000)[0] == f"2: This macro call cannot be read. {CALL}"


def test_reading_stops_after_twenty_broken_calls():
    assert len(messages("{{ a( }}\n" * 30)) == 20


def test_headings_links_and_blocks_have_lines_and_sections():
    found = parts(
        "# One { #one }\n\n\nA [b *c*](d.md) and ![e](f.png) too.\n\n### Two\n\n| g | h |\n|---|---|\n| i | j |\n\n- k.\n\n    L.\n\nM `n` <br> o.\n"
    )
    assert [(one.level, one.text, one.id, one.line) for one in found["headings"]] == [(1, "One", "one", 1), (3, "Two", None, 6)]
    assert [(one.target, one.text, one.line, one.image) for one in found["links"]] == [("d.md", "b c", 4, False), ("f.png", "e", 4, True)]
    assert [(one.kind, one.text, one.section, one.line) for one in found["blocks"]] == [
        ("paragraph", "A b c and too.", "one", 4),
        *(("cell", letter, "Two", line) for letter, line in zip("ghij", (8, 8, 10, 10), strict=True)),
        ("bullet", "k.", "Two", 12),
        ("bullet", "L.", "Two", 14),
        ("paragraph", "M n … o.", "Two", 16),
        ("html", "<br>", "", 16),
    ]


def test_tag_keeps_its_line_and_what_it_holds_is_read():
    blocks = parts("## A {#a}\n\n<div\nid=x>\nY.\n</div>\n")["blocks"]
    assert [(block.kind, block.text, block.line) for block in blocks] == [("paragraph", "Y.", 5), ("html", "<div\nid=x>", 3)]


def test_script_link_is_kept_for_the_checks():
    assert [link.target for link in parts("[a](javascript:b)\n")["links"]] == ["javascript:b"]


def test_second_id_of_a_heading_is_one_fault_and_the_first_stays_its_address():
    parts, problems = parse_markdown("## One {#a} {#b}\n", "a.md")
    assert [heading.id for heading in parts["headings"]] == ["a"]
    assert [problem.message for problem in problems] == ["Pages hold no attributes ({#b})"]
