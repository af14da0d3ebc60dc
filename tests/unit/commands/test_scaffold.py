import datetime

from sitekit.checks import check
from sitekit.commands.scaffold import scaffold
from sitekit.sources.loader import load

DAY = datetime.date(2026, 11, 23)


def test_new_page_has_the_sections_of_its_kind(good):
    output = []

    assert scaffold(good, "strategy", "kindness", DAY, output.append) == []

    assert output[-1] == "Next: add '- strategies/kindness.md' to nav: in mkdocs.yml, fill both files in, and run 'make check'."
    messages = [str(problem) for problem in check(*load(good)) if problem.path == "docs/strategies/kindness.md"]
    assert messages == [
        "docs/strategies/kindness.md:1: This page is not in the menu. Add '- strategies/kindness.md' to nav: in mkdocs.yml.",
        "docs/strategies/kindness.md:5: 'see_also' names 'help-now.md', and there is no such page. Did you mean 'help.md'?",
        "docs/strategies/kindness.md:5: 'see_also' names 'why-trust.md', and there is no such page. Use one of: help.md, index.md, strategies/kindness.md, strategies/listening.md.",
        "docs/strategies/kindness.md:31: There is no phrase 'another-phrase-id'. Use one of: slow-down.",
        "docs/strategies/kindness.md:31: There is no phrase 'phrase-id'. Use one of: slow-down.",
        "docs/strategies/kindness.md:45: There is no claim 'claim-key'. Use one of: elliott-2018.",
    ]


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
