"""The Markdown of one page to its parts: headings, links, blocks and macro calls, each with its line."""

from __future__ import annotations

import re

from jinja2 import Environment, TemplateSyntaxError, nodes
from markdown_it import MarkdownIt
from markdown_it.token import Token

from sitekit.errors import Problem
from sitekit.models.page import Block, Heading, Link, MacroCall
from sitekit.sources import characters

_HEADING_ID = re.compile(r"\s*\{\s*#([^\s}]+)\s*\}\s*$")
# The comment marks are those of mkdocs.yml: "{#" opens a heading's id here.
_JINJA = Environment(autoescape=True, comment_start_string="{##", comment_end_string="##}")
_MACRO = re.compile(r"\{\{[^{}]*\}\}")
# What the generator's attr_list extension would turn into attributes of an element.
_ATTRIBUTES = re.compile(r"(?<!\{)\{(?![{%])[^{}]*\}?")
# After so many faults in its macro calls, a page is not read on.
_ENOUGH = 20
_KINDS = {"bullet_list_open": "bullet", "ordered_list_open": "step", "blockquote_open": "quote", "table_open": "cell"}


def read_parts(body: str, path: str) -> tuple[dict[str, tuple], list[Problem]]:
    """Split a page's Markdown into its parts.

    Args:
        body: the Markdown, with front matter blanked out so that lines still count from the file's top.
        path: file to name in problems.

    Returns:
        headings, links, calls and blocks as keyword arguments for a Page; and the problems.
    """
    calls, problems = _calls(body, path)
    markdown = MarkdownIt("commonmark").enable("table")
    # The parser would drop a dangerous link silently; the checks want to see it.
    markdown.validateLink = lambda address: True
    tokens = markdown.parse(body)
    headings: list[Heading] = []
    links: list[Link] = []
    blocks: list[Block] = []
    holders: list[str] = []
    section, level, line = "", 0, 1
    for token in tokens:
        if token.type in _KINDS:
            holders.append(_KINDS[token.type])
        elif token.type.replace("_close", "_open") in _KINDS:
            holders.pop()
        if token.map:
            line = token.map[0] + 1
        if token.type == "heading_open":
            level = int(token.tag[1])
        elif token.type == "heading_close":
            level = 0
        elif token.type == "inline":
            links += _links(token, line)
            problems += _not_prose(token, line, path)
            if level:
                heading = _heading(token.content, level, line)
                headings.append(heading)
                section = heading.id or heading.text
            else:
                kind = holders[-1] if holders else "paragraph"
                blocks.append(Block(kind=kind, text=_bare(token), source=token.content, section=section, line=line))
            if any(child.type == "html_inline" for child in token.children or []):
                blocks.append(_html(token.content, section, line))
        elif token.type == "fence" and "{" in token.info:
            problems.append(_no_attributes(path, line, token.info.strip()))
        elif token.type == "html_block":
            blocks.append(_html(token.content, section, line))
    parts = {"headings": tuple(headings), "links": tuple(links), "calls": tuple(calls), "blocks": tuple(blocks)}
    return parts, problems


def _not_prose(inline: Token, line: int, path: str) -> list[Problem]:
    """Return a problem for each list of attributes in a paragraph or heading, but for a heading's id, and for unseen characters."""
    words = "".join(
        "\n" if child.type in ("softbreak", "hardbreak") else child.content
        for child in inline.children or []
        if child.type in ("text", "softbreak", "hardbreak")
    )
    words = _HEADING_ID.sub("", _MACRO.sub("", words))
    # A character may come by its number too, as "&#x202e;".
    unseen = [Problem(path, line + number, fault, characters.MEND) for number, fault in characters.faults(words)]
    return unseen + [
        _no_attributes(path, line + words.count("\n", 0, found.start()), found.group()) for found in _ATTRIBUTES.finditer(words)
    ]


def _no_attributes(path: str, line: int, written: str) -> Problem:
    return Problem(
        path,
        line,
        f"Pages hold no attributes ({' '.join(written.split())})",
        "Remove the braces; a heading alone has an id, as {#in-short}.",
    )


def _html(source: str, section: str, line: int) -> Block:
    return Block(kind="html", text=source.strip(), source=source, section=section, line=line)


def _heading(content: str, level: int, line: int) -> Heading:
    found = _HEADING_ID.search(content)
    return Heading(level=level, text=_HEADING_ID.sub("", content).strip(), id=found.group(1) if found else None, line=line)


def _links(inline: Token, line: int) -> list[Link]:
    """Return the links and images of a paragraph, each at the line it stands on."""
    found, opened = [], []
    for child in inline.children or []:
        if child.type in ("softbreak", "hardbreak"):
            line += 1
        elif child.type == "link_open":
            opened.append([str(child.attrs["href"]), "", line])
        elif child.type == "link_close":
            target, text, at = opened.pop()
            found.append(Link(target=target, text=text, line=at))
        elif child.type == "image":
            found.append(Link(target=str(child.attrs["src"]), text=child.content, line=line, image=True))
        elif opened:
            opened[-1][1] += child.content
    return found


def _bare(inline: Token) -> str:
    """Return the words a reader sees: no marks, no macro calls, links as their text."""
    words = "".join(
        " " if child.type in ("softbreak", "hardbreak") else child.content
        for child in inline.children or []
        if child.type in ("text", "softbreak", "hardbreak", "code_inline", "html_inline")
    )
    return re.sub(r"\s+", " ", _MACRO.sub("", words)).strip()


def _calls(body: str, path: str) -> tuple[list[MacroCall], list[Problem]]:
    lines = body.split("\n")
    calls: list[MacroCall] = []
    problems: list[Problem] = []
    while True:
        try:
            tree = _JINJA.parse("\n".join(lines))
            break
        except TemplateSyntaxError as error:
            what = (error.message or "it cannot be read").rstrip(".")
            problems.append(Problem(path, error.lineno, f"A macro call is broken: {what}", 'Write it as {{ name("id") }}.'))
            if not lines[error.lineno - 1] or len(problems) == _ENOUGH:
                return calls, problems
            # What the line seems to mean is kept, so that one fault is not told again as others.
            meant = re.search(r"\{\{\s*(\w+)", lines[error.lineno - 1])
            args = tuple(re.findall(r'"([^"]*)"', lines[error.lineno - 1]))
            calls += [MacroCall(name=meant.group(1), args=args, line=error.lineno, alone=True)] if meant else []
            lines[error.lineno - 1] = ""
        except (RecursionError, ValueError):
            # Brackets in brackets without end, or a number of thousands of digits.
            number = next((n for n, line in enumerate(lines) if not _readable(line)), 0)
            problems.append(Problem(path, number + 1, "This macro call cannot be read", 'Write it as {{ name("id") }}.'))
            if not lines[number] or len(problems) == _ENOUGH:
                return calls, problems
            lines[number] = ""
    # The tree keeps no trace of {% raw %}.
    logic = [line for line, kind, _ in _JINJA.lex("\n".join(lines)) if kind == "raw_begin"]
    for node in tree.body:
        if not isinstance(node, nodes.Output):
            logic.append(node.lineno)
            continue
        for part in node.nodes:
            if isinstance(part, nodes.TemplateData):
                continue
            call, problem = _call(part, lines, path)
            calls += [call] if call else []
            problems += [problem] if problem else []
    problems += [Problem(path, line, "Pages hold no logic ({% … %})", "Write prose, or one macro call.") for line in logic]
    return calls, problems


def _readable(line: str) -> bool:
    try:
        _JINJA.parse(line)
    except TemplateSyntaxError:
        return True
    except (RecursionError, ValueError):
        return False
    return True


def _call(node: nodes.Node, lines: list[str], path: str) -> tuple[MacroCall | None, Problem | None]:
    if isinstance(node, nodes.Name):
        return None, Problem(path, node.lineno, f"'{node.name}' is not defined", 'Pages use macro calls only, as {{ name("id") }}.')
    if not isinstance(node, nodes.Call) or not isinstance(node.node, nodes.Name) or node.kwargs or node.dyn_args or node.dyn_kwargs:
        return None, Problem(path, node.lineno, "Only a plain macro call may stand here", 'Write it as {{ name("id") }}.')
    # Taken as written, never computed: a sum could be made to run for days.
    args = tuple(arg.value for arg in node.args if isinstance(arg, nodes.Const) and isinstance(arg.value, str))
    if len(args) != len(node.args):
        # What it seems to mean is kept, so that one fault is not told again as others.
        meant = tuple(part.value for part in node.find_all(nodes.Const) if isinstance(part.value, str))
        return MacroCall(name=node.node.name, args=meant, line=node.lineno, alone=True), Problem(
            path, node.lineno, f"'{node.node.name}' wants ids in quotes", f'Write it as {{{{ {node.node.name}("id") }}}}.'
        )
    # Jinja counts lines by "\n" alone, as we do here.
    alone = bool(re.fullmatch(r"\{\{[^{}]*\}\}", lines[node.lineno - 1].rstrip()))
    return MacroCall(name=node.node.name, args=args, line=node.lineno, alone=alone), None
