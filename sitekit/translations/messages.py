"""Find the messages of a source file, and put translations in their place.

Each function walks one kind of source and gives every text to `translate`, with its context; it returns the source with what
came back. A function that records its arguments and returns them lists the messages.
"""

import itertools
import re
import sys
from collections import Counter
from collections.abc import Callable
from typing import Any
from xml.sax.saxutils import escape, unescape

import yaml

from sitekit.models.emails import FIELDS
from sitekit.schema.page_types import LEFT
from sitekit.schema.translations import NAMES
from sitekit.sources.pages import FRONT_MATTER
from sitekit.sources.yaml import parse_yaml

Translate = Callable[[str, str], str]
# What must be the same in a text and its translation, and how a problem names it.
STRUCTURE = {
    "macro": re.compile(r"\{\{.*?\}\}"),
    "link": re.compile(r"\]\(([^)\s]*)\)"),
    "placeholder": re.compile(r"(?<!\{)\{(?:page: )?[^{}#:|]*\}(?!\})"),
    # What a discreet message says otherwise: {plain|discreet}.
    "pair of words": re.compile(r"(?<!\{)\{[^{}#:|]*(\|)[^{}]*\}(?!\})"),
    # What the sender of a message fills in, as the composer knows it.
    "field": re.compile(rf"\[(?:{'|'.join(FIELDS)})\](?!\()"),
    "bold mark": re.compile(r"\*\*"),
    "line break": re.compile(r"[\n\r\t]"),
    # What begins a heading, list, quotation or block of code, or parts the cells of a table.
    "mark": re.compile(r"^(?:#+|>|(?:[-+*]|\d+[.)]) | {4})|\|(?![^{}]*\})"),
    # The English has none: what a translation has would be live on its page, and no check of pages sees it.
    "image": re.compile(r"!(?=\[)"),
    "code mark": re.compile("`"),
    "mark of work left": LEFT,
    "link without words": re.compile(r"\[\s*\]\("),
    "markup": re.compile(r"<[!/?a-zA-Z][^<>]*>?|\{[#:][^{}]*\}"),
}

# The mark of a heading, list item or quotation, the text, and the id or attributes behind it.
_LINE = re.compile(r"(?P<mark>\s*(?:[-*] |\d+\. |#{1,6} |> )?)(?P<text>.*?)(?P<end>(?:\s*\{[#:][^{}]*\})?)$")
_HEADING_ID = re.compile(r"\{#([^}\s]+)\}")
_MACRO_ALONE = re.compile(r"\s*\{\{[^{}]*\}\}\s*")
_RULE = re.compile(r"[\s|:-]*")
_SVG_TEXT = re.compile(r"(<text\b[^>]*>)([^<]+)(?=</text>)")


def structure(text: str) -> Counter[tuple[str, str]]:
    """Return how often a text holds each macro, link, placeholder and bold mark, as (kind, what it is)."""
    return Counter((kind, found) for kind, pattern in STRUCTURE.items() for found in pattern.findall(text))


def translate_page(text: str, translate: Translate) -> str:
    """Return the Markdown of a page with every paragraph, list item, heading, cell, title and description translated.

    The context of a message is its section and its number there, as "in-short 2"; macros alone on a line, and code, stay.
    """
    front = FRONT_MATTER.match(text)
    fields = parse_yaml(front[1], "").value if front else {}
    fields |= {key: translate(key, fields[key]) for key in ("title", "description") if key in fields}
    body = text[front.end() :] if front else text
    section, number, is_code, lines = "top", 0, False, []
    for line in body.split("\n"):
        is_fence = line.lstrip().startswith("```")
        is_code ^= is_fence
        if is_code or is_fence or not line.strip() or _MACRO_ALONE.fullmatch(line) or _RULE.fullmatch(line):
            lines.append(line)
            continue
        if line.startswith("#") and (found := _HEADING_ID.search(line)):
            section, number = found[1], 0
        cells = line.split("|") if line.startswith("|") else [line]
        for n, cell in enumerate(cells):
            # Every text fits the expression, as nothing in it must be there.
            if cell.strip() and (parts := _LINE.fullmatch(cell)):
                number += 1
                cells[n] = parts["mark"] + translate(f"{section} {number}", parts["text"].strip()) + parts["end"]
        lines.append("|".join(f" {cell.strip()} " if len(cells) > 1 and cell else cell for cell in cells))
    return f"---\n{write_yaml(fields)}---\n" + "\n".join(lines)


def write_yaml(value: Any) -> str:
    """Return plain values as YAML, in their order."""
    return yaml.safe_dump(value, allow_unicode=True, sort_keys=False, width=sys.maxsize)


def translate_data(value: Any, texts: frozenset[str], translate: Translate, context: str = "") -> Any:
    """Return a parsed YAML value with the texts at some keys translated; a context names the entries on the way, as "us.us-988.note".

    Args:
        value: mappings, lists and plain values.
        texts: keys whose values, or lists of values, are texts.
        translate: takes the context and the text.
        context: that of `value`.
    """
    if isinstance(value, dict):
        return {
            key: _texts(child, translate, _joined(context, key))
            if key in texts and not isinstance(child, dict)
            else translate_data(child, texts, translate, _joined(context, key))
            for key, child in value.items()
        }
    if isinstance(value, list):
        return [translate_data(child, texts, translate, _joined(context, _name(child, n))) for n, child in enumerate(value)]
    return value


def _texts(value: Any, translate: Translate, context: str) -> Any:
    if isinstance(value, list):
        return [translate(f"{context}.{n}", text) for n, text in enumerate(value)]
    return translate(context, " ".join(value.split()) if "\n" not in value.strip() else value) if isinstance(value, str) else value


def _name(entry: Any, number: int) -> str:
    return next((str(entry[key]) for key in NAMES if isinstance(entry, dict) and key in entry), str(number))


def _joined(context: str, part: object) -> str:
    return f"{context}.{part}" if context else str(part)


def translate_svg(text: str, translate: Translate) -> str:
    """Return a drawing with the words in it translated; the context of a message is its number."""
    numbers = itertools.count(1)
    return _SVG_TEXT.sub(lambda found: found[1] + escape(translate(str(next(numbers)), unescape(found[2].strip()))), text)
