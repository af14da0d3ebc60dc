"""Runs of plain text, some of them bold: all that a handout keeps of a block's markup."""

from __future__ import annotations

from sitekit.models.page import Block


def runs(block: Block) -> list[dict[str, object]]:
    """Return the words of a block as runs for handout.typ, `{"text": …, "bold": …}`; links keep their words, macro calls leave none."""
    return [{"text": run.text, "bold": run.bold} for run in block.runs]


def plain(text: str) -> list[dict[str, object]]:
    """Return a text as one run, its characters as they are."""
    return [{"text": text, "bold": False}]
