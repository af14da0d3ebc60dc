"""What Python-Markdown reads otherwise than it seems is reported with what to write instead."""

from __future__ import annotations

import pytest

from sitekit.sources.markdown import parse_markdown

NO_EMPTY_LINE = "This list has no empty line above it, so it would be printed as running text. Add an empty line above its first item."
INDENTED = "This line is indented by {}, which ends or flattens a list. Begin it at the left margin; indent what belongs to a list item by 4 spaces."
BOX = "Pages hold no boxes (!!! note). Write it as a paragraph, or as a quotation with '> '."
STRIKE = "Pages strike nothing out (~~this~~). Remove the tildes, or the words."
CONTENTS = "Pages hold no table of contents ([TOC]). Remove it; wide screens show one."
EMOJI = "Pages hold no emoji codes (:smile:). Type the character itself, or say it in words."
FOOTNOTE = 'Pages hold no footnotes ([^1]). Cite a source with {{ cite("key") }}.'
NUMBER = "A step is numbered '1)', which is printed as running text. Write the number with a full stop, as in '1. '."
BACKSLASH = "The line ends in a backslash, which is printed as it is. Remove it; begin a new paragraph for a new line."
TASK = 'Pages hold no task lists ([ ]). Show a checklist with {{ checklist("id", "client") }}.'
JOINED = "Two lists follow each other, and are joined into one. Put a sentence between a list of bullets and a list of steps."
ITEM = "A list item begins with '{}', which is printed as running text. Begin it with '- ' or '1. ', and put an empty line above the list."
PRINTED = "'{}' is printed as it is. Close what it opens, or remove it; see what Markdown this site uses on other pages."
TABLE = "A line of a table is printed as it is ({}). Put an empty line above the table, and '|---|---|' below its first line."
GAP = "A wide gap is printed as one space ({}). Write a table with '|', or a list."
GLUED = "This line is joined to the list item or quotation above it. Put an empty line between them, or indent it by four spaces."
END = "This text ends with '{}'. End it with a full stop, make a heading of it, or remove it."
NOTHING_BELOW = "This text ends with ':', and announces nothing. Put a list below it, or end it with a full stop."
CROSSED = "Bold or italic marks stand in marks of their own kind, or cross. Close the inner marks first, as in '**bold and *both***'."
FROM_ONE = (
    "This list is numbered from 1, and not from 1986. "
    "Begin it with '1. ', or indent what stands above it by four spaces; outside of lists, write '1986\\.'."
)
BROKEN_LINK = "This link is broken ([words](page.md). Write it as [words](page.md), on one line."


def reported(body: str) -> list[str]:
    return [str(problem).removeprefix("docs/x.md:") for problem in parse_markdown(body, "docs/x.md")[1]]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Try one of these.\n1. Notice how.\n2. Say so.\n", [f"2: {NO_EMPTY_LINE}"]),
        ("In short:\n- One.\n- Two.\n", [f"2: {NO_EMPTY_LINE}"]),
        ("1) Notice.\n2) Tell.\n", [f"1: {NUMBER}", f"2: {NUMBER.replace('1)', '2)')}"]),
        ("- One.\n  - Flat.\n", [f"2: {INDENTED.format('2 spaces')}"]),
        ("1. One.\n\n   Second paragraph.\n\n2. Two.\n", [f"3: {INDENTED.format('3 spaces')}"]),
        ("- One.\n\n1. Step.\n", [f"3: {JOINED}"]),
        ("!!! note\n    Words.\n", [f"1: {BOX}"]),
        ("Not ~~this~~ that.\n", [f"1: {STRIKE}"]),
        ("One.\n\n[TOC]\n", [f"3: {CONTENTS}"]),
        ("Smile :smile: now.\n", [f"1: {EMOJI}"]),
        ("Words.[^1]\n", [f"1: {FOOTNOTE}"]),
        ("One line\\\nand another.\n", [f"1: {BACKSLASH}"]),
        ("- [ ] Ask.\n", [f"1: {TASK}"]),
        ("-\u00a0One.\n-\u00a0Two.\n", [f"1: {ITEM.format('-')}"]),
        ("(1) Notice.\n(2) Tell.\n", [f"1: {ITEM.format('(1)')}"]),
        ("———\n", ["1: Pages hold no lines between texts (———). Begin a section with a heading, or remove it."]),
        ("You can stop , at any time.\n", ["1: A space stands before a mark (,). Remove the space."]),
        ("You can stop..\n", ["1: Marks stand in a row (..). Write one of them, or '…'."]),
        ("You can can stop.\n", ["1: A word stands there twice (can can). Remove one."]),
        ("He said: “Stop.\n", ["1: A quotation mark has no partner. Close it, or remove it."]),
        ("- Ask early.\n- …\n", ["2: This text has no words (…). Write some, or remove it."]),
        ("1. One.\n2. Two.\n4. Four.\n", ["3: Step 4 is shown as 3. Number the steps in their order, from 1."]),
        ("1. One.\n1. Two.\n", []),
        ("You can stop at any time.\n\nPage 2 of 5\n", [f"3: {END.format('5')}"]),
        ("- Ask early.\n- Formatted: Font: Bold\n", [f"2: {END.format('Bold')}"]),
        ("He said: “Stop.”\n\nThen (at last!) he said why.\n", []),
        ("1. Ask early. 2. Write it down.\n", ["1: A list item begins inside a line (2.). Begin each item on a line of its own."]),
        ("- Ask early. - Write it down.\n", ["1: A list item begins inside a line (-). Begin each item on a line of its own."]),
        ("- Ask early.\n- Ask early.\n", ["2: This text stands on line 1 already. Keep one of the two."]),
        ("Take your time.\n\n## B {#b}\n\nTake your time.\n", ["5: This text stands on line 1 already. Keep one of the two."]),
        ("Write to %NAME% first.\n", [f"1: {PRINTED.format('%')}"]),
        ("About 20% or 20 % of it.\n", []),
        ("## Before \\{#before\\}\n", [f"1: {PRINTED.format('{#')}"]),
        ("+---+---+\n| a | b |\n+---+---+\n", [f"2: {TABLE.format('| a | b |')}"]),
        ("A ^^new^^ word.\n", [f"1: {PRINTED.format('^^')}"]),
        ("Say ''stop'' once.\n", ["1: " + PRINTED.format("''")]),
        ("Say this::\n", [f"1: {PRINTED.format('::')}"]),
        ("In short ............ 2\n", [f"1: {PRINTED.format('............')}"]),
        ("Say \U0001d600 or \uff53 once.\n", ["1: " + PRINTED.format("\U0001d600")]),
        ("Say n\u0336o\u0336 once.\n", ["1: " + PRINTED.format("\u0336")]),
        ("| Name | Hours |\n|---|---|\n| Monday\tTuesday | nine |\n", [f"3: {GAP.format('Monday Tuesday')}"]),
        ("- One.\n- Two.\nMore.\n", [f"3: {GLUED}"]),
        ("> One.\nTwo.\n", [f"2: {GLUED}"]),
        ("It was long ago.\n\n1986. A great year.\n", [f"3: {FROM_ONE}"]),
        ("- \n- One.\n", ["1: This list has an item without words. Write some, or remove it."]),
        ("They ca**re** a lot.\n", ["1: Bold marks stand inside a word (ca**re). Put them around whole words."]),
        ("Find some- one else.\n", ["1: A word is cut in two (some- one). Join its parts."]),
        ("You can `leave` now.\n", ["1: Pages for clients hold no code. Write it as words."]),
        ("Ask for these:\n\nMore words.\n", [f"1: {NOTHING_BELOW}"]),
        ("Ask for these:\n\n- One.\n", []),
        ("Ask for these:\n\n{{ related() }}\n", []),
        ("Ask for these:\n", [f"1: {NOTHING_BELOW}"]),
        ("".join(f"- Item {n}.\n" for n in range(8)), ["1: This list has 8 items. Keep 7 at most, or make two lists."]),
        ("**a *b** c*\n", [f"1: {CROSSED}"]),
        ("See [words](page.md here.\n", [f"1: {BROKEN_LINK.replace('page.md)', 'page.md here.)', 1)}"]),
    ],
)
def test_syntax_that_reads_otherwise_is_reported(body, expected):
    assert reported(body) == expected


@pytest.mark.parametrize(
    "body",
    [
        "- One.\n    - Nested.\n",
        "- One, and more.\n\n> One.\n>\n> Two.\n",
        "1.\tOne.\n2.\tTwo.\n",
        "| a\t| b |\n|---|---|\n| one\t|\ttwo |\n",
        "***Both** and* more.\n",
        "1. One.\n\n    Second paragraph.\n\n2. Two.\n",
        "It is 10:30, at 1:2:3.\n",
        "A sentence - with a dash.  \nAnd more.\n",
    ],
)
def test_syntax_that_reads_as_it_seems_is_no_problem(body):
    assert reported(body) == []


def test_line_with_a_number_sign_is_the_heading_that_the_reader_gets():
    parts, _ = parse_markdown("We are number\n#1 in town.\n\n##Close {#close}\n", "docs/x.md")
    assert [(heading.level, heading.text, heading.line) for heading in parts["headings"]] == [(1, "1 in town.", 2), (2, "Close", 4)]


@pytest.mark.parametrize(
    ("body", "line"), [(" ```\n <div class=zq>\n ```\n", 2), ("- Item\n\n    <a href=https://elsewhere.example/help>Call</a>\n", 3)]
)
def test_html_that_the_generator_would_publish_is_found(body, line):
    parts, _ = parse_markdown(body, "docs/x.md")
    assert line in [block.line for block in parts["blocks"] if block.kind == "html"]


@pytest.mark.parametrize(
    "body",
    ["See [a][x].\n\n[x]: http://elsewhere.example/\n", "See [a](http://elsewhere.example/a b).\n", "At <http://elsewhere.example/a b>.\n"],
)
def test_link_that_the_generator_would_publish_is_found(body):
    parts, _ = parse_markdown(body, "docs/x.md")
    assert [link.target.split("/a")[0].rstrip("/") for link in parts["links"]] == ["http://elsewhere.example"]


def test_comment_hides_from_the_check_what_it_hides_from_readers():
    parts, _ = parse_markdown("## One {#one}\n\n`{##`\n\n## Two {#two}\n\n`##}`\n", "docs/x.md")
    assert [heading.id for heading in parts["headings"]] == ["one"]


def test_code_is_for_therapists_pages_and_is_shown_as_it_stands():
    code = "```\n1) In code\n  - In code\n```\n"
    assert parse_markdown(code, "docs/therapists/x.md")[1] == []
    assert reported(code) == ["1: Pages for clients hold no code. Write sentences, without the fence."]
