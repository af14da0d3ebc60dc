"""Markdown as runs of text: bold stays bold, links lead to full URLs, macro calls are left out, and so is what is for the screen."""

import pytest

from sitekit.pdf.handout_content import plain, runs
from tests.unit.smallest import page, site


def runs_of(source: str) -> list[tuple]:
    here, other = page("a.md", source), page("help-now.md")
    found = (run for block in here.blocks for run in runs(block, site(here, other, url="https://x.example/"), here))
    return [(run["text"], run["bold"], run["link"]) for run in found]


@pytest.mark.parametrize(
    "source, found",
    [
        ("Ask first.", [("Ask first.", False, None)]),
        ("**Check the plan.** Time and place.", [("Check the plan.", True, None), (" Time and place.", False, None)]),
        (
            "Read [help now](help-now.md#b) today.",
            [("Read ", False, None), ("help now", False, "https://x.example/help-now/#b"), (" today.", False, None)],
        ),
        ("See [this](https://y.example).", [("See ", False, None), ("this", False, "https://y.example"), (".", False, None)]),
        ("Skip to [what you can do](#do).", [("Skip to ", False, None), ("what you can do", False, None), (".", False, None)]),
        ('It is linked. {{ cite("a-b") }} And so on.', [("It is linked. And so on.", False, None)]),
        ("Stand up. {{ screen() }} Tap [this](#a).", [("Stand up.", False, None)]),
        ("{{ screen() }} Tap this.", []),
        ("**Ask. {{ screen() }} Tap.**", [("Ask.", True, None)]),
        ("{{ related() }}", []),
        ("One\ntwo", [("One two", False, None)]),
    ],
)
def test_block_becomes_runs_of_text(source, found):
    assert runs_of(source) == found


def test_what_is_for_the_screen_stays_in_the_text_of_the_page():
    assert [block.text for block in page("a.md", "Stand up. {{ screen() }} Tap this.").blocks] == ["Stand up. Tap this."]


def test_plain_text_is_not_interpreted():
    assert plain("**not bold** #eval") == [{"text": "**not bold** #eval", "bold": False, "link": None}]
    assert plain("") == []
