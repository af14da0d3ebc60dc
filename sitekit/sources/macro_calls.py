"""Parse the macro calls in the Markdown of a page. Only plain calls with quoted ids are allowed."""

import re
from typing import NamedTuple

from jinja2 import Environment, TemplateSyntaxError, nodes

from sitekit.errors import Problem
from sitekit.models.page import MACRO, MacroCall
from sitekit.schema.macros import MACROS

# The comment marks are those of mkdocs.yml: "{#" opens a heading's id here.
_JINJA = Environment(autoescape=True, comment_start_string="{##", comment_end_string="##}")
_HINT = 'Write it as {{ name("id") }}.'
# After so many syntax errors, the rest of a page is not parsed.
_MAX_ERRORS = 20
# What stands for a call while Markdown is parsed, by two characters that no text may hold: an element of its own, or no element.
BLOCK_MARK = re.compile("<div>\ue000(\\d+)\ue001</div>")
INLINE_MARK = re.compile("\ue000(\\d+)\ue001")
# Where a link leads to, by a call as it is written, or by its mark.
IN_ADDRESS = re.compile("\\]\\([^()]*(?:\\{\\{|\ue000)")
# Jinja would take the line breaks around a call away, and join it to what stands there.
_TRIMMING = re.compile(r"(?<=\{\{)[-+]|[-+](?=\}\})")
_TWICE = re.compile(r"(\{\{[^{}]*\}\})\s*\1")
_AS_TEXT = re.compile(r"\{\{.*?\}\}|\{%.*?%\}")
_NOT_CLOSED = re.compile(r"\{\{(?!.*\}\})|\{%(?!.*%\})")


class MacroCalls(NamedTuple):
    """The calls of a page, the problems, and the Markdown that the generator will see, with a mark for each call as it was `written`."""

    calls: list[MacroCall]
    problems: list[Problem]
    marked: str
    written: list[str]


def parse_macro_calls(body: str, path: str) -> MacroCalls:
    """Parse the macro calls of a page, whose lines count from the file's top.

    A call that is broken is reported and still returned as far as it can be guessed, so that it is not reported again as missing.
    """
    lines = body.split("\n")
    calls: list[MacroCall] = []
    problems = [
        Problem(path, number, "A sign stands beside the braces of a macro call", _HINT)
        for number, line in enumerate(lines, 1)
        if _TRIMMING.search(line)
    ]
    problems += [
        Problem(path, n, "A macro call stands there twice", "Remove one.") for n, line in enumerate(lines, 1) if _TWICE.search(line)
    ]
    lines = [_TRIMMING.sub("", line) for line in lines]
    while True:
        try:
            tree = _JINJA.parse("\n".join(lines))
            break
        except TemplateSyntaxError as error:
            # What Jinja stumbles over is the text after a call that was not closed.
            opened = next((n for n in range(error.lineno, 0, -1) if _NOT_CLOSED.search(lines[n - 1])), 0)
            number = opened or error.lineno
            name = re.search(r"\{\{\s*(\w+)", lines[number - 1])
            what = "it has no end" if opened else re.sub(r" at \d+$", "", (error.message or "it cannot be read").rstrip("."))
            problems.append(Problem(path, number, f"A macro call is broken: {what}", _HINT))
        except (RecursionError, ValueError):
            # Brackets in brackets without end, or a number of thousands of digits.
            number = next((n for n, line in enumerate(lines, 1) if not _is_readable(line)), 1)
            name = None
            problems.append(Problem(path, number, "This macro call cannot be read", _HINT))
        line = lines[number - 1]
        if not line or len(problems) == _MAX_ERRORS:
            return MacroCalls(calls, problems, "", [])
        if name and name[1] in MACROS:
            calls.append(MacroCall(name=name.group(1), args=tuple(re.findall('["“”]([^"“”]*)["“”]', line)), line=number, alone=True))
        lines[number - 1] = ""
    # The tree keeps no trace of {% raw %}.
    logic = [number for number, kind, _ in _JINJA.lex("\n".join(lines)) if kind == "raw_begin"]
    for node in tree.body:
        if not isinstance(node, nodes.Output):
            logic.append(node.lineno)
            continue
        for expression in node.nodes:
            if not isinstance(expression, nodes.TemplateData):
                call, problem = _parse_call(expression, lines, path)
                calls += [call] if call else []
                problems += [problem] if problem else []
    problems += [Problem(path, number, "Pages hold no logic ({% … %})", "Write prose, or one macro call.") for number in logic]
    return MacroCalls(calls, problems, *_mark("\n".join(lines)))


def _mark(body: str) -> tuple[str, list[str]]:
    """Return a body as Jinja leaves it, with a mark for each expression, each part on its line; and the expressions as written."""
    written: list[str] = []
    marked = expression = ""
    for _, kind, value in _JINJA.lex(body):
        if kind == "variable_end":
            alone = not marked.rpartition("\n")[2]
            marked += f"<div>\ue000{len(written)}\ue001</div>" if alone else f"\ue000{len(written)}\ue001"
            marked += "\n" * expression.count("\n")
            written.append(expression + value)
            expression = ""
        elif kind == "variable_begin" or expression:
            expression += value
        else:
            # What is no text, as a comment, leaves nothing but its lines.
            # Only a raw block, which is reported, holds calls as text.
            marked += _AS_TEXT.sub("…", value) if kind == "data" else "\n" * value.count("\n")
    # A call that begins a paragraph stands in its first sentence.
    return re.sub(f"(?m)^{BLOCK_MARK.pattern}(?=.)", "\ue000\\1\ue001", marked), written


def _is_readable(line: str) -> bool:
    """Tell whether Jinja can parse a line, if only to find a syntax error."""
    try:
        _JINJA.parse(line)
    except TemplateSyntaxError:
        pass
    except (RecursionError, ValueError):
        return False
    return True


def _parse_call(node: nodes.Node, lines: list[str], path: str) -> tuple[MacroCall | None, Problem | None]:
    line = node.lineno
    if isinstance(node, nodes.Name) and node.name in MACROS:
        problem = Problem(path, line, f"'{node.name}' lacks its brackets", f"Write it as {{{{ {node.name}() }}}}.")
        return MacroCall(name=node.name, args=(), line=line, alone=True), problem
    if isinstance(node, nodes.Name):
        return None, Problem(path, line, f"'{node.name}' is not defined", 'Pages use macro calls only, as {{ name("id") }}.')
    not_plain = Problem(path, line, "Only a plain macro call may stand here", _HINT)
    call = node if isinstance(node, nodes.Call) else node.find(nodes.Call)
    if not call or not isinstance(call.node, nodes.Name):
        return None, not_plain
    name = call.node.name
    # Arguments are taken as written and never evaluated: an expression could run for days.
    args = tuple(arg.value for arg in call.args if isinstance(arg, nodes.Const) and isinstance(arg.value, str))
    is_plain = call is node and not (call.kwargs or call.dyn_args or call.dyn_kwargs)
    if not is_plain or len(args) != len(call.args):
        guess = tuple(const.value for const in node.find_all(nodes.Const) if isinstance(const.value, str))
        problem = Problem(path, line, f"'{name}' takes ids in quotes", f'Write it as {{{{ {name}("id") }}}}.') if is_plain else not_plain
        return MacroCall(name=name, args=guess, line=line, alone=True) if guess else None, problem
    # Jinja counts lines by "\n" alone, as here.
    written = lines[line - 1].rstrip()
    # One in an address is reported as that.
    return MacroCall(name=name, args=args, line=line, alone=bool(MACRO.fullmatch(written) or IN_ADDRESS.search(written))), None
