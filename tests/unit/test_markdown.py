from sitekit.markdown import read_parts


def parts(body: str) -> dict:
    found, problems = read_parts(body, "docs/x.md")
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
        ("paragraph", "Para.", ""), ("bullet", "Bullet.", "a"), ("step", "Step.", "a"), ("quote", "Quote.", "a"),
    ]


def test_the_bare_words_of_a_block_hold_no_marks_and_no_macros():
    (block,) = parts('Some **bold** [words](a.md). {{ cite("x") }}\n')["blocks"]
    assert block.text == "Some bold words."


def test_a_call_has_its_arguments_and_its_line():
    (call,) = parts('\n{{ checklist("a", "client") }}\n')["calls"]
    assert (call.name, call.args, call.line, call.alone) == ("checklist", ("a", "client"), 2, True)


def test_an_indented_or_inline_call_does_not_stand_alone():
    calls = parts('- {{ related() }}\n\nWords. {{ cite("x") }}\n')["calls"]
    assert [call.alone for call in calls] == [False, False]


def test_two_broken_calls_are_both_told():
    _, problems = read_parts('{{ a("x" }}\n\n{{ b(( }}\n', "docs/x.md")
    assert [problem.line for problem in problems] == [1, 3]


def test_arguments_are_plain_ids():
    _, problems = read_parts("{{ cite(page) }}\n", "docs/x.md")
    assert [str(problem) for problem in problems] == [
        "docs/x.md:1: 'cite' wants ids in quotes. Write it as {{ cite(\"id\") }}."
    ]


def test_html_is_seen_inside_a_sentence_too():
    assert [block.kind for block in parts("Some <b>bold</b> words.\n")["blocks"]] == ["paragraph", "html"]
