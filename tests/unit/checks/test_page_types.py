"""The structure of a page: its message, its headings in order, what is under them."""

import pytest

from sitekit.checks import page_types
from sitekit.models.page import Page
from sitekit.schema.page_types import PageType, Section
from tests.unit.smallest import page, reported, reported_on_page, site

PAGE_TYPE = PageType((Section("One", "one", ("sources",)), Section("Two", "two", ("related", "sources"))), closed=True)


def mismatches(body: str) -> list[str]:
    return reported_on_page(lambda site: page_types.heading_problems(site.pages["a.md"], PAGE_TYPE), body)


def test_page_that_matches_its_type_is_accepted():
    assert (
        mismatches("## One {#one}\n\n{{ sources() }}\n\n## Two {#two}\n\n{{ related() }}\n\n### Three {#three}\n\n{{ sources() }}\n") == []
    )


@pytest.mark.parametrize(
    "body, problems",
    [
        ("## Two {#two}\n{{ related() }}\n\n{{ sources() }}\n", ["1: The heading 'One' is missing. Add '## One {#one}'."]),
        ("", ["1: The heading 'One' is missing. Add '## One {#one}'.", "1: The heading 'Two' is missing. Add '## Two {#two}'."]),
        ("x\n\n" * 50 + "## One {#one}\n{{ sources() }}\n\n## Two {#two}\n{{ related() }}\n\n{{ sources() }}\n", []),
        (
            "## One {#eins}\n{{ sources() }}\n\n## Two {#two}\n{{ related() }}\n\n{{ sources() }}\n",
            ["1: The heading 'One' has the wrong id. Write '## One {#one}'."],
        ),
        (
            "## Two {#two}\n{{ related() }}\n\n{{ sources() }}\n\n## One {#one}\n{{ sources() }}\n",
            ["1: The heading 'Two' comes too early. Put it after 'One'."],
        ),
        (
            "## One {#one}\n{{ sources() }}\n\n## Tow {#tow}\n\n## Two {#two}\n{{ related() }}\n\n{{ sources() }}\n",
            ["4: The heading 'Tow' does not belong on a about page. Did you mean 'Two'?"],
        ),
    ],
)
def test_missing_misplaced_or_foreign_heading_is_reported(body, problems):
    assert mismatches(body) == problems


OWN_WORDS = PageType((Section("If it isn't like this", "if-not", own_words=True),), closed=True)


@pytest.mark.parametrize(
    "body, problems",
    [
        ("## If it isn't like this {#if-not}\n", []),
        ("## If they miss the point {#if-not}\n", []),
        (
            "## If they miss the point {#if-they-miss}\n",
            [
                "1: The heading 'If it isn't like this' is missing. Add '## If it isn't like this {#if-not}'.",
                "1: The heading 'If they miss the point' does not belong on a about page. Use one of: If it isn't like this.",
            ],
        ),
    ],
)
def test_heading_may_be_worded_by_the_page_where_its_id_stays(body, problems):
    assert reported_on_page(lambda site: page_types.heading_problems(site.pages["a.md"], OWN_WORDS), body) == problems


@pytest.mark.parametrize(
    "body, problems",
    [
        (
            "{{ sources() }}\n\n## One {#one}\n\n## Two {#two}\n\n{{ sources() }}\n",
            [
                "3: 'One' does not call 'sources'. Add {{ sources(…) }} under it, on a line of its own.",
                "5: 'Two' does not call 'related'. Add {{ related(…) }} under it, on a line of its own.",
            ],
        ),
        (
            "## One {#one}\n\n### In it {#in-it}\n\n{{ sources() }}\n\n"
            "## Two {#two}\n\n{{ related() }}\n\n# Title {#title}\n\n{{ sources() }}\n",
            ["7: 'Two' does not call 'sources'. Add {{ sources(…) }} under it, on a line of its own."],
        ),
    ],
)
def test_macro_missing_from_its_section_is_reported(body, problems):
    assert mismatches(body) == problems


@pytest.mark.parametrize(
    "body, problems",
    [
        ("**Trust grows.**\n", []),
        ("\n\n**Trust\ngrows.**\n", []),
        ("", ["1: This page is empty. Begin it with its one message, **in bold**."]),
        *(
            (body, ["1: This page does not open with its message. Begin it with one paragraph, all **in bold**."])
            for body in ("Trust grows.\n", "**Trust** grows.\n", "**Trust** **grows.**\n", "- **Trust grows.**\n")
        ),
        ("## A {#a}\n\n**Trust grows.**\n", ["3: This page does not open with its message. Begin it with one paragraph, all **in bold**."]),
    ],
)
def test_page_without_bold_opening_paragraph_is_reported(body, problems):
    assert reported_on_page(page_types.pages_open_with_key_message, body) == problems


@pytest.mark.parametrize(
    "body, problems",
    [
        ("## A {#a}\n\n### B {#b-2}\n\n#### C {#c}\n\n## D {#d}\n", []),
        ("# A {#a}\n\n## B {#b}\n", ["1: A page has one title, and front matter holds it. Begin headings at '##'."]),
        ("### A {#a}\n", ["1: The heading 'A' skips a level. Use ##."]),
        ("## A {#a}\n\n#### B {#b}\n", ["3: The heading 'B' skips a level. Use ###."]),
        (
            "## Isn't it, now?\n",
            ["1: The heading 'Isn't it, now?' has no id of lower-case words. Add one that will never change, as {#isnt-it-now}."],
        ),
        ("## ?\n", ["1: This heading has no words. Write some before its id."]),
        ("## A {#A}\n", ["1: The heading 'A' has no id of lower-case words. Add one that will never change, as {#a}."]),
        (
            "## A {#a}\n\n## B {#a}\n\n## C {#a}\n",
            [f"{line}: The id 'a' is used twice, first on line 1. Give this heading another." for line in (3, 5)],
        ),
    ],
)
def test_invalid_heading_level_or_id_is_reported(body, problems):
    rules = (page_types.heading_levels_are_nested, page_types.heading_ids_are_valid)
    assert [line for rule in rules for line in reported_on_page(rule, body)] == problems


@pytest.mark.parametrize("bullets", [0, 2, 3, 4])
def test_summary_without_exactly_three_bullets_is_reported(bullets):
    found = page(body="One.\n\n## In short {#in-short}\n\n" + "- x\n" * bullets + "\nA paragraph.\n\n## B {#b}\n\n- y\n")
    assert reported(page_types.summary_has_three_bullets(site(found))) == (
        [] if bullets == 3 else [f"docs/a.md:3: 'In short' has {bullets} bullets. Write exactly three."]
    )
    assert reported(page_types.summary_has_three_bullets(site(page(body="- x\n")))) == []


@pytest.mark.parametrize("steps", [3, 4, 7, 8])
def test_step_count_outside_the_limits_is_reported(steps):
    body = "## What you can do {#what-you-can-do}\n\n" + "1. x\n" * steps + "\nAnd:\n\n- y\n\n## B {#b}\n\n1. z\n"
    assert reported(page_types.step_count_is_within_limits(site(page(body=body, kind="strategy")))) == (
        [] if 4 <= steps <= 7 else [f"docs/a.md:1: 'What you can do' has {steps} steps. Write 4 to 7, as a numbered list."]
    )
    assert reported(page_types.step_count_is_within_limits(site(page(body=body)))) == []
    assert reported(page_types.step_count_is_within_limits(site(page(body="1. x\n", kind="strategy")))) == []


@pytest.mark.parametrize("kind, words, count", [("home", 300, 0), ("home", 301, 1), ("about", 301, 0)])
def test_page_with_more_words_than_its_kind_allows_is_reported(kind, words, count):
    found = page(body=f"## Heading {{#h}}\n\n{'x ' * (words - 2)}\n\n- y z\n\n{{{{ related() }}}}\n", kind=kind)
    assert (
        reported(page_types.word_count_is_within_limit(site(found)))
        == [f"docs/a.md:1: This page has {words} words. A home page holds at most 300."] * count
    )


def next_of(see_also: tuple[str, ...], kind: str = "article", title: str = "T", **parts) -> list[str]:
    pages: list[Page] = [page("a.md", kind=kind, title=title, see_also=see_also), *(page(f"{name}.md") for name in "bcdef")]
    return reported(page_types.see_also_names_other_pages(site(*pages, **parts)))


@pytest.mark.parametrize("count", [0, 1, 2, 4, 5])
def test_article_without_two_to_four_pages_to_read_next_is_reported(count):
    assert next_of(("b.md", "c.md", "d.md", "e.md", "f.md")[:count]) == (
        [] if 2 <= count <= 4 else [f"docs/a.md:5: 'see_also' names {count} pages. Name two to four."]
    )
    assert next_of((), kind="about") == []


def test_see_also_of_itself_or_a_missing_page_is_reported():
    assert next_of(("a.md", "b.md")) == ["docs/a.md:5: 'see_also' names the page itself. Name other pages."]
    assert next_of(("b.md", "stangely.md")) == [
        "docs/a.md:5: 'see_also' names 'stangely.md', and there is no such page. Use one of: a.md, b.md, c.md, d.md, e.md, f.md."
    ]
    assert next_of(("b.md", "unread.md"), unreadable=frozenset({("page", "unread.md")})) == []
