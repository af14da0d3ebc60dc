"""Find Markdown syntax that the site does not use, which would be published as typed or as something else than it seems."""

import re
import unicodedata
from collections.abc import Iterator

from sitekit.errors import excerpt

# What a line looks like, the message and the hint; the whole match is quoted in place of {0}.
_LINES = tuple(
    (re.compile(pattern), message, hint)
    for pattern, message, hint in (
        (r"^\s*(?:!!!|\?\?\?)\+?(?: \S+)?", "Pages hold no boxes ({0})", "Write it as a paragraph, or as a quotation with '> '."),
        (r"\w\*\w(?:[^*]*\w)?\*\w", "Stars inside words would set them in italics ({0})", "Write '×' to multiply, or '\\*' for a star."),
        (r"\w+\*\*\w+", "Bold marks stand inside a word ({0})", "Put them around whole words."),
        (r"~~.+?~~", "Pages strike nothing out ({0})", "Remove the tildes, or the words."),
        (r"^\s*\[TOC\]\s*$", "Pages hold no table of contents ({0})", "Remove it; wide screens show one."),
        (r"(?<![\w:]):[a-z][a-z0-9_+-]*:(?![\w:])", "Pages hold no emoji codes ({0})", "Type the character itself, or say it in words."),
        (r"\[\^[^\]]+\]", "Pages hold no footnotes ({0})", 'Cite a source with {{ cite("key") }}.'),
        (
            r"^\s*\d+\)(?= )",
            "A step is numbered '{0}', which is printed as running text",
            "Write the number with a full stop, as in '1. '.",
        ),
        (r"\\$", "The line ends in a backslash, which is printed as it is", "Remove it; begin a new paragraph for a new line."),
        (r"^\s*\[[ xX]\](?= )", "Pages hold no task lists ({0})", 'Show a checklist with {{ checklist("id", "client") }}.'),
        (r"\[[^\[\]]+\]\([^)]*$|\[[^\[\]]+\]\[[^\]]*\]", "This link is broken ({0})", "Write it as [words](page.md), on one line."),
    )
)
_CLOSE = "Close what it opens, or remove it; see what Markdown this site uses on other pages."
# The same for what a reader would see of a block, once its Markdown is read: what is left of marks was not understood.
_BULLETS = "•◦▪▫■□●○·‣⁃➢➔➤►▶→⇒✔✅☐☑☒‐–—"
_PRINTED = tuple(
    (re.compile(pattern, re.MULTILINE), message, hint)
    for pattern, message, hint in (
        (r"^\s*[–—-]{2,}\s*$", "Pages hold no lines between texts ({0})", "Begin a section with a heading, or remove it."),
        (
            rf"^\s*(?:[{_BULLETS}]\s*|[-*+](?=[^\W\d]|\xa0|$)|\d+\.(?=[^\W\d]|\xa0)|[a-zA-Z][.)] |\([a-z\d]\) )",
            "A list item begins with '{0}', which is printed as running text",
            "Begin it with '- ' or '1. ', and put an empty line above the list.",
        ),
        (
            r"^\s*\|.*",
            "A line of a table is printed as it is ({0})",
            "Put an empty line above the table, and '|---|---|' below its first line.",
        ),
        (r"\]\s?[(\[]|\)\[", "A link is printed as it is ({0})", "Write it as [words](page.md), on one line."),
        (r"(?:https?://|\bwww\.)\S+", "An address is printed as it is ({0})", "Write it as a link, [words](https://example.org/page)."),
        (r"^:\s+\S+", "Pages hold no lists of definitions ({0})", "Write '- **Word:** meaning'."),
        (r"^\*\[[^\]]*\]:", "Pages hold no abbreviations ({0})", "Explain the word where it stands, or in data/glossary.yml."),
        (r"\S*(?:\.\./|\.md\b)\S*", "The name of a file is printed ({0})", "Write it as a link, [words](page.md)."),
        (r"<!--|\+\+|/{2,}|:{2,}|'{2,}|\.{4,}|--+", "'{0}' is printed as it is", _CLOSE),
        (r"(?<=[.?!] )(?:\d+\.|[-*+–]) (?=\w)", "A list item begins inside a line ({0})", "Begin each item on a line of its own."),
        (r"\S+ {3,}\S+", "A wide gap is printed as one space ({0})", "Write a table with '|', or a list."),
    )
)
# What stands in sentences beside letters and digits, and where a mark of other systems does: "$5", "you & me".
_IN_SENTENCES = frozenset(".,:;?!'\"()/+-…–—‘’“”✓⚑×€£°¿¡«»،؛؟")
_IN_PLACE = re.compile(r"(?<=\d)\s?%|\$(?=\d)|(?<= )&(?= )")
# How a paragraph begins that was meant as one.
_OPENING = re.compile(r"[\"'(‘“¿¡«✓⚑\s]*(?:…|[^\W_a-z])")
# How a sentence ends; what editors, mail programs and sheets leave behind does not.
_END = re.compile(r"[.?!:…؟][\"')’”»]*\s*$")
_SPACE_LACKS = re.compile(r"\w+[.!?][A-Z]\w+")
# The same for a sentence of our own language: others put a space before a mark, or two marks.
_TYPING_ERRORS = tuple(
    (re.compile(pattern, re.IGNORECASE), message, hint)
    for pattern, message, hint in (
        (r"\s[,.;:?!](?!\w)", "A space stands before a mark ({0})", "Remove the space."),
        (r"[,.;:]{2,}|[?!]{2,}", "Marks stand in a row ({0})", "Write one of them, or '…'."),
        (r"\b(\w+) \1\b", "A word stands there twice ({0})", "Remove one."),
        (r"\b[a-z]+- (?!and\b|or\b|to\b)[a-z]+", "A word is cut in two ({0})", "Join its parts."),
    )
)
# Lines that Markdown joins: a break is two spaces at a line's end.
_JOINED = re.compile(r"(?<!  )\n(?=.*\w)")
TWO_LISTS = "Two lists follow each other, and are joined into one", "Put a sentence between a list of bullets and a list of steps."
_LIST_ITEM = re.compile(r"^\s*(?:[-*+]|\d+\.) +\S")
# How an item of each kind begins.
_ITEMS = {"bullet": r"[\s>]*[-*+] ", "step": r"[\s>]*\d+\. "}
# A list inside a list is indented by this many spaces.
_INDENT = 4


def find_unused_syntax(text: str, first_line: str, kind: str) -> Iterator[tuple[int, str, str]]:
    """Yield the line within a block, counted from 0, the message and the hint for each thing that is wrong in it.

    The text comes without code and macro calls, the first line with its indentation; the kind is that of a Block, or "heading".
    """
    indent = len(first_line) - len(first_line.lstrip(" "))
    if indent % _INDENT and kind in ("paragraph", *_ITEMS):
        message = f"This line is indented by {indent} space{'s' * (indent > 1)}, which ends or flattens a list"
        yield 0, message, f"Begin it at the left margin; indent what belongs to a list item by {_INDENT} spaces."
    elif kind in _ITEMS and _LIST_ITEM.match(first_line) and not re.match(_ITEMS[kind], first_line):
        yield 0, *TWO_LISTS
    for number, line in enumerate(text.split("\n")):
        for pattern, message, hint in _LINES:
            match = pattern.search(line)
            if match:
                yield number, message.format(match[0].strip()), hint
        if number and _LIST_ITEM.match(line):
            message = "This list has no empty line above it, so it would be printed as running text"
            yield number, message, "Add an empty line above its first item."
            return


def find_printed_syntax(text: str, shown: str) -> Iterator[tuple[int, str, str]]:
    """Yield the same for the first mark in a block that readers would see; what is shown comes without code, links and macro calls."""
    for pattern, message, hint in _PRINTED:
        match = pattern.search(shown)
        if match:
            yield text.count("\n", 0, max(0, text.find(match[0].strip()))), message.format(excerpt(match[0])), hint
            return


def find_odd_prose(text: str, shown: str, kind: str) -> list[tuple[int, str, str]]:
    """Return the same for the first thing that no sentence of a page holds, in a block where nothing else is wrong."""
    return [
        (text.count("\n", 0, max(0, text.find(words))), message, hint) for words, message, hint in _odd_prose(text.strip(), shown, kind)
    ][:1]


def _odd_prose(text: str, shown: str, kind: str) -> Iterator[tuple[str, str, str]]:
    """Yield where it is, the message and the hint for each."""
    if marks := odd_marks(shown):
        yield marks[0], f"'{excerpt(marks[0])}' is printed as it is", _CLOSE
    if shown.count("(") != shown.count(")"):
        yield "(" if "(" in shown else ")", "A bracket has no partner", "Close it, or remove it."
    if lacking := _SPACE_LACKS.search(shown):
        yield lacking[0], f"There is no space in '{excerpt(lacking[0])}'", "Put one after the sentence."
    if kind == "cell" and shown.startswith("- "):
        yield shown, "A cell of a table begins with '-', which is printed as it is", "Write a sentence, or a list below the table."
    if kind == "paragraph" and shown.strip() and not _OPENING.match(shown):
        first = shown.split()[0]
        yield (
            first,
            f"This paragraph begins with '{excerpt(first)}'",
            "Begin it with a capital letter, or put it behind the sentence above.",
        )
    if not any(map(str.isalnum, text)):
        yield text, f"This text has no words ({excerpt(text)})", "Write some, or remove it."
    for pattern, message, hint in _TYPING_ERRORS if kind else ():
        if match := pattern.search(shown):
            yield match[0].strip(), message.format(match[0].strip()), hint
    if shown.count("“") != shown.count("”") or shown.count('"') % 2:
        yield "“" if "“" in shown else '"', "A quotation mark has no partner", "Close it, or remove it."
    if kind in ("paragraph", "quote", *_ITEMS) and shown.strip() and not _END.search(shown):
        last = shown.split()[-1]
        yield (last, f"This text ends with '{excerpt(last)}'", "End it with a full stop, make a heading of it, or remove it.")
    if joined := _JOINED.search(text):
        yield text[joined.end() :], "This line is joined to the one above it", "Put an empty line between them, or write both as one line."


def odd_marks(text: str) -> list[str]:
    """Return the marks of a text that no sentence of the site holds, in their order."""
    rest = _IN_PLACE.sub("", text)
    odd = "".join(filter(_is_odd, set(rest)))
    return re.findall(f"[{re.escape(odd)}]+", rest) if odd else []


def _is_odd(mark: str) -> bool:
    if mark.isspace() or mark in _IN_SENTENCES:
        return False
    # Letters of many scripts are spelt with marks of their own; some strike others out, and U+FE0F makes an emoji of what stands before.
    if unicodedata.category(mark) in ("Mn", "Mc"):
        return mark == "\ufe0f" or "\u0334" <= mark <= "\u0338"
    # Bold and wide copies of letters, which search and screen readers do not take for them.
    return not mark.isalnum() or (mark.isalpha() and unicodedata.normalize("NFKC", mark) != mark)
