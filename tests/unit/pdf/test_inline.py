"""Markdown as runs of text: bold stays bold, links keep their text, macro calls are left out."""

import pytest

from sitekit.pdf.inline import plain, runs
from sitekit.sources.markdown import parse_markdown


@pytest.mark.parametrize(
    "source, found",
    [
        ("Ask first.", [("Ask first.", False)]),
        ("**Check the plan.** Time and place.", [("Check the plan.", True), (" Time and place.", False)]),
        ("Read [help now](../help-now.md) today.", [("Read help now today.", False)]),
        ('It is linked. {{ cite("a-b") }} And so on.', [("It is linked. And so on.", False)]),
        ("{{ related() }}", []),
        ("One\ntwo", [("One two", False)]),
    ],
)
def test_block_becomes_runs_of_text(source, found):
    blocks = parse_markdown(source, "docs/x.md")[0]["blocks"]
    assert [(run["text"], run["bold"]) for block in blocks for run in runs(block)] == found


def test_plain_text_is_not_interpreted():
    assert plain("**not bold** #eval") == [{"text": "**not bold** #eval", "bold": False}]
