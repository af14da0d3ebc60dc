"""Report Markdown that a page would not show as it was meant: attributes, odd rows, calls in code, syntax that the site does not use."""

import html
import re
from collections.abc import Iterator, Mapping
from html.entities import html5
from xml.etree.ElementTree import Element

from markdown.util import HTML_PLACEHOLDER_RE

from sitekit.errors import Problem, excerpt
from sitekit.schema.page_types import LEFT
from sitekit.sources import characters
from sitekit.sources.element_text import inline_elements, shown_prose
from sitekit.sources.macro_calls import BLOCK_MARK, IN_ADDRESS, INLINE_MARK
from sitekit.sources.parsed_markdown import HEADINGS, ParsedMarkdown
from sitekit.sources.unused_syntax import TWO_LISTS, find_odd_prose, find_printed_syntax, find_unused_syntax

# The first of several: what follows is reported as attributes, and takes no published address away.
HEADING_ID = re.compile(r"\s*\{\s*#([^\s}\\]+)\s*\}(?=(?:\s*\{[^{}]*\})*\s*$)")
# What the attr_list extension would turn into attributes of an element.
_ATTRIBUTES = re.compile(r"(?<!\{)\{(?![{%])(?:\s+\{)?[^{}]*\}?(?:\s+\})?")
_FENCE = re.compile(r"(?:`{3,}|~{3,})[^{`]*(\{.*?\}?)?\s*$")
_CODE = re.compile(r"(`+)(?!`).+?(?<!`)\1(?!`)", re.DOTALL)
_CALL = re.compile(r"\{\s*(?:\{|\w+\s*\()")
# Macro calls, and the space before those inside a sentence.
_CALLS = re.compile(rf"{BLOCK_MARK.pattern}| *{INLINE_MARK.pattern}")
# Words that therapists fill in stand on their pages.
_FOR_THERAPISTS, _ABOUT = "docs/therapists/", "docs/about/"
_TO_FILL_IN = re.compile(r"\[[a-zA-Z][\w' ]*\]")
# A pipe that is no end of a cell.
_NO_CELL_END = re.compile(r"\\\|")
_ENTITY = re.compile(r"&([a-zA-Z]\w*;)")
# What opens a list item, or a heading, and no more.
_BARE_ITEM = re.compile(r"[\s>]*(?:[-*+]|\d+\.)\s*")
_BARE_HEADING = re.compile(r"[\s>]*#+\s*")
_NO_HEADING = "This is read as a heading", "Begin a heading with '## ' at the left margin, or put an empty line above '---' or '==='."
_GLUED = "This line is joined to the list item or quotation above it", "Put an empty line between them, or indent it by four spaces."
_CROSSED = "Bold or italic marks stand in marks of their own kind, or cross", "Close the inner marks first, as in '**bold and *both***'."
# Line, message and hint of a problem.
_Found = tuple[int, str, str]
_CALL_IN_CODE = "A macro call stands in code, and its markup would be shown", "Take it out of the code."


def find_problems(page: ParsedMarkdown, kinds: Mapping[Element, str], path: str) -> list[Problem]:
    """Return the problems of a page's Markdown, given the kind of each element with words: as of a Block, or "heading"."""
    found = [*_indented_code(page), *_definitions(page), *_odd_rows(page.lines)]
    first: dict[str, int] = {}
    for element, (source, line) in page.texts.items():
        kind = kinds[element]
        shown = _CALLS.sub("", shown_prose(element, page))
        problems = list(_problems_of_text(source, line, kind, shown, page.lines[line - 1]))
        # Each item of a second list would be reported as its beginning.
        problems = [problem for problem in problems if not found or problem[1:] != TWO_LISTS or found[-1][1:] != TWO_LISTS]
        rest = page.lines[line : line + source.strip().count("\n")] if kind in ("bullet", "step", "quote") else ()
        problems = problems or [(number, *_GLUED) for number, text in enumerate(rest, line + 1) if text[:1] not in " >-*+"][:1]
        if any(mark.find(f".//{mark.tag}") is not None for mark in inline_elements(element) if mark.tag in ("em", "strong")):
            problems.append((line, *_CROSSED))
        shown = _TO_FILL_IN.sub("…", shown) if path.startswith(_FOR_THERAPISTS) else shown
        # What is still to be written is reported as that; sentences of a translation may go on from one text to the next.
        if not problems and element.find(".//code") is not None and not path.startswith(_FOR_THERAPISTS):
            problems.append((line, "Pages for clients hold no code", "Write it as words."))
        odd = [] if LEFT.search(shown) else find_odd_prose(source, shown, "" if path.startswith("translations/") else kind)
        found += problems or [(line + number, message, hint) for number, message, hint in odd]
        # Labels of cells and tables come again.
        if kinds[element] not in ("cell", "heading") and first.setdefault(source, line) != line:
            found.append((line, f"This text stands on line {first[source]} already", "Keep one of the two."))
    if any(node.tag in HEADINGS and node not in page.texts for root in page.roots for node in root.iter()):
        bare = (n for n, row in enumerate(page.lines, 1) if _BARE_HEADING.fullmatch(row))
        found += [(n, "This heading has no words", "Write some, or remove it.") for n in bare]
    fences = [(number, fence[1]) for number, line in enumerate(page.lines, 1) if (fence := _FENCE.match(line))]
    odd_fences = [(number, *_attributes(written)) for number, written in fences if written]
    if fences and not odd_fences and not path.startswith(_FOR_THERAPISTS):
        odd_fences = [(fences[0][0], "Pages for clients hold no code", "Write sentences, without the fence.")]
    found += odd_fences
    for code in page.code:
        if INLINE_MARK.search(code):
            found.append((page.find(html.unescape(code.split("\n")[0].rpartition(">")[2]), 0) + 1, *_CALL_IN_CODE))
    # What else is wrong may be why a list begins anew.
    most = 50 if path.startswith((_FOR_THERAPISTS, _ABOUT)) else 7
    # A text of a translation stands alone.
    found = found or [*_odd_lists(page, most), *(() if path.startswith("translations/") else _announcing_nothing(page))]
    return [Problem(path, line, message, hint) for line, message, hint in found]


def _problems_of_text(source: str, line: int, kind: str, shown: str, written: str) -> Iterator[_Found]:
    """Yield the problems of a text, given its Markdown, what a reader sees, and its first line with what opens a list or a heading."""
    if kind == "heading" and not written.startswith("#"):
        yield line, *_NO_HEADING
    if written.startswith("#######"):
        yield line, "A heading begins with seven '#' or more, and there are six levels", "Begin it with '## ' or '### '."
    if kind == "heading" and INLINE_MARK.search(source):
        yield line, "A macro call stands in a heading", "Put it in the text below."
    if IN_ADDRESS.search(source):
        yield line, "A macro call stands in the address of a link", "Put it on a line of its own, or write the address itself."
    if any(INLINE_MARK.search(match[0]) for match in _CODE.finditer(source)):
        yield line, *_CALL_IN_CODE
    # Code is shown as it is.
    prose = _CODE.sub(lambda match: "\n" * match[0].count("\n"), INLINE_MARK.sub("", HTML_PLACEHOLDER_RE.sub("", source)))
    # A character may come by its number too, as "&#x202e;".
    for number, message in characters.find_invisible(html.unescape(prose)):
        yield line + number, message, characters.HINT
    for entity in _ENTITY.finditer(prose):
        if entity[1] not in html5:
            hint = "Type the character itself, or write '&amp;' for an '&'."
            yield line + prose.count("\n", 0, entity.start()), f"There is no character of this name ({entity[0]})", hint
    plain = HEADING_ID.sub("", prose, count=1) if kind == "heading" or written.lstrip().startswith("#") else prose
    if kind == "heading" and plain == prose:
        # Braces that hold no id are reported as the id that is missing.
        plain = _ATTRIBUTES.sub("", plain.replace("\\{", "{"))
    for match in _ATTRIBUTES.finditer(plain):
        yield line + plain.count("\n", 0, match.start()), *_attributes(match[0])
        if _CALL.match(match[0]):
            break
    if not _ATTRIBUTES.search(plain):
        unused = list(find_unused_syntax(plain, written, kind)) or find_printed_syntax(plain, shown)
        for number, message, hint in unused:
            yield line + number, message, hint


def _indented_code(page: ParsedMarkdown) -> Iterator[_Found]:
    for code in (code for root in page.roots for code in root.iter("pre")):
        text = "".join(code.itertext()).strip().split("\n")[0]
        line = next((number for number, row in enumerate(page.lines) if row.startswith(("    ", "\t")) and text in row), page.find(text, 0))
        hint = "Begin it at the left margin; put ``` above and below what is code."
        yield line + 1, "This line is indented by four spaces or more, and would be shown as code", hint


def _announcing_nothing(page: ParsedMarkdown) -> Iterator[_Found]:
    """Yield each paragraph that ends in a colon, with no list, quotation, table or macro call behind it."""
    for element, behind in (pair for root in page.roots for pair in zip(root, [*root[1:], None], strict=True)):
        text = page.texts.get(element)
        is_announcing = element.tag == "p" and text and text.source.rstrip(" *_").endswith(":")
        # A macro call is a paragraph of its own, with a placeholder in it.
        is_text = behind is None or (behind.tag in ("p", *HEADINGS) and not HTML_PLACEHOLDER_RE.search("".join(behind.itertext())))
        if text and is_announcing and is_text:
            yield text.line, "This text ends with ':', and announces nothing", "Put a list below it, or end it with a full stop."


def _odd_lists(page: ParsedMarkdown, most: int) -> Iterator[_Found]:
    """Yield each list of more than `most` bullets, each shown with other numbers than it was written with, and each item without words."""
    for group in (child for root in page.roots for child in root.iter() if child.tag in ("ol", "ul")):
        lines = [next((page.texts[text].line for text in item.iter() if text in page.texts), 1) for item in group]
        numbers = [(line, found[1]) for line in lines if (found := re.match(r"[\s>]*(\d+)\. ", page.lines[line - 1]))]
        if numbers and numbers[0][1] not in ("0", "1"):
            line, number = numbers[0]
            hint = f"Begin it with '1. ', or indent what stands above it by four spaces; outside of lists, write '{number}\\.'."
            yield line, f"This list is numbered from 1, and not from {number}", hint
        elif {number for _, number in numbers} != {"1"}:
            for at, (line, number) in enumerate(numbers, 1):
                if number != str(at):
                    yield line, f"Step {number} is shown as {at}", "Number the steps in their order, from 1."
                    break
        if len(lines) > most and group.tag == "ul":
            yield lines[0], f"This list has {len(lines)} items", f"Keep {most} at most, or make two lists."
        if any(not len(item) and not (item.text or "").strip() for item in group):
            bare = next((n for n, row in enumerate(page.lines, 1) if _BARE_ITEM.fullmatch(row)), lines[0] if lines else 1)
            yield bare, "This list has an item without words", "Write some, or remove it."


def _definitions(page: ParsedMarkdown) -> Iterator[_Found]:
    for id in page.references:
        line = next((n for n, line in enumerate(page.lines) if line.lstrip().lower().startswith(f"[{id}]:")), 0)
        hint = "Write a link where it stands, as [words](page.md)."
        yield line + 1, f"This line defines a link ([{id}]), and would not be shown", hint


def _odd_rows(lines: list[str]) -> Iterator[_Found]:
    """Yield each row of a table with more or fewer cells than its first one: the library leaves cells out."""
    columns = 0
    for number, line in enumerate(lines, 1):
        is_row = bool(columns) or line.lstrip().startswith("|")
        cells = _NO_CELL_END.sub("", _CODE.sub("", line).strip().strip("|")).count("|") + 1 if is_row else 0
        columns = columns or cells if line.strip() else 0
        # The border of a table of another system is reported with the lines in it.
        if columns and cells != columns and not line.lstrip().startswith("+"):
            hint = f"Write {columns}, each after a '|'; an empty line ends the table."
            yield number, f"This row has {cells} cell{'s' * (cells > 1)}, and its table {columns}", hint


def _attributes(written: str) -> tuple[str, str]:
    if _CALL.match(written):
        return f"A macro call stands in two braces on each side ({excerpt(written)})", 'Write it as {{ name("id") }}.'
    return f"Pages hold no attributes ({' '.join(written.split())})", "Remove the braces; a heading alone has an id, as {#in-short}."
