import datetime

import pytest

from sitekit.checks import check
from sitekit.checks.page_types import heading_problems
from sitekit.commands.scaffold import FOLDERS, scaffold
from sitekit.schema.page_types import KINDS, PAGE_TYPES_BY_KIND
from sitekit.sources.loader import load

DAY = datetime.date(2026, 11, 23)


def problems_of(root, path):
    return [str(problem).removeprefix(f"{path}:") for problem in check(*load(root)) if problem.path == path]


def hint(excerpt):
    return f"'{excerpt}' is still to be written. Replace 'TO DO:' and what follows by your own words."


def test_each_text_of_a_new_page_that_is_still_to_be_written_is_reported(good):
    output = []

    assert scaffold(good, "strategy", "kindness", DAY, output.append) == []

    assert output[-1] == (
        "Next: add '- strategies/kindness.md' to nav: in mkdocs.yml, replace each 'TO DO:' by words of your own, and run 'make check'."
    )
    assert problems_of(good, "docs/strategies/kindness.md") == [
        "1: This page is not in the menu. Add '- strategies/kindness.md' to nav: in mkdocs.yml.",
        "3: " + hint("TO DO: one sentence of 50 to 160 charac…"),
        "5: 'see_also' names 'help-now.md', and there is no such page. Did you mean 'help.md'?",
        "5: 'see_also' names 'why-trust.md', and there is no such page. Use one of: help.md, index.md, strategies/kindness.md, strategies/listening.md.",
        "8: " + hint("TO DO: the one main message, in one or …"),
        "12: " + hint("TO DO: the first thing to keep in mind."),
        "13: " + hint("TO DO: the second thing."),
        "14: " + hint("TO DO: the third thing."),
        "24: " + hint("TO DO: ask …"),
        "25: " + hint("TO DO: tell …"),
        "26: " + hint("TO DO: take …"),
        "27: " + hint("TO DO: leave …"),
        "31: There is no phrase 'to-do'. Use one of: slow-down.",
        "31: There is no phrase 'to-do-too'. Use one of: slow-down.",
        "35: " + hint("TO DO: what to do then. Name leaving an…"),
        "45: " + hint("TO DO: what research shows, and what it…"),
        "45: There is no claim 'to-do'. Use one of: elliott-2018.",
    ]
    assert problems_of(good, "data/checklists/kindness.yml") == [
        "4: " + hint("TO DO: what you may notice, in one sent…"),
        "5: " + hint("TO DO: what brings it about, in one sen…"),
    ]


def test_mark_that_is_left_anywhere_in_a_page_is_reported(good):
    file = good / "docs/strategies/listening.md"
    file.write_text(file.read_text().replace("## In short", "Here is more. TO DO: say how.\n\n## In short", 1))
    (line,) = (number for number, text in enumerate(file.read_text().split("\n"), 1) if "TO DO" in text)
    assert problems_of(good, "docs/strategies/listening.md") == [f"{line}: " + hint("Here is more. TO DO: say how.")]


# There is one home page, and the example site has it.
@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "home"])
def test_new_page_of_each_kind_has_the_headings_of_its_kind(good, kind):
    slug = "new-page" if kind in FOLDERS else "strategies/new-page"
    path = f"{FOLDERS.get(kind, 'strategies')}/new-page.md"
    assert scaffold(good, kind, slug, DAY, print) == []
    page = load(good)[0].pages[path]
    assert page.meta.kind == kind
    assert list(heading_problems(page, PAGE_TYPES_BY_KIND[kind])) == []
    assert (good / f"data/checklists/{slug}.yml").exists() == (kind in FOLDERS)
    assert any("is still to be written" in line for line in problems_of(good, f"docs/{path}"))


def test_existing_page_is_left_unchanged(good):
    before = (good / "docs/strategies/listening.md").read_bytes()

    problems = scaffold(good, "strategy", "listening", DAY, print)

    assert [str(problem) for problem in problems] == [
        "docs/strategies/listening.md:1: This file is there already. Choose another slug, or edit the file.",
        "data/checklists/listening.yml:1: This file is there already. Choose another slug, or edit the file.",
    ]
    assert (good / "docs/strategies/listening.md").read_bytes() == before


def test_invalid_slug_is_reported(good):
    (problem,) = scaffold(good, "strategy", "../Out", DAY, print)
    assert problem.message == "'../Out' is not a valid address"
