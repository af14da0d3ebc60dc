"""Convert the Markdown of one block to runs of text, plain or bold. Handouts keep no other formatting."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt

_MACRO = re.compile(r"\s*\{\{.*?\}\}")
_SPACE = re.compile(r"\s+")
_MARKDOWN = MarkdownIt("commonmark")
_BREAKS = ("softbreak", "hardbreak")


def runs(source: str) -> list[dict[str, object]]:
    """Split a block into runs, as `{"text": …, "bold": …}`. Links keep their text; macro calls are left out."""
    found: list[dict[str, object]] = []
    bold = False
    for token in _MARKDOWN.parseInline(_MACRO.sub("", source))[0].children or []:
        if token.type in ("strong_open", "strong_close"):
            bold = token.type == "strong_open"
        elif token.type in ("text", "code_inline", *_BREAKS):
            text = " " if token.type in _BREAKS else token.content
            if found and found[-1]["bold"] == bold:
                text = str(found.pop()["text"]) + text
            found.append({"text": _SPACE.sub(" ", text), "bold": bold})
    return [run for run in found if str(run["text"]).strip()]


def plain(text: str) -> list[dict[str, object]]:
    """Return a text as one run; Markdown in it is not interpreted."""
    return [{"text": text, "bold": False}]
