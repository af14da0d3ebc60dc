"""Find what templates and scripts refer to: URLs, each with its file and line."""

import re
from collections.abc import Iterable, Mapping
from html.parser import HTMLParser
from importlib.util import find_spec
from pathlib import Path
from types import MappingProxyType
from typing import Any

from jinja2 import Environment, TemplateSyntaxError, meta, nodes
from jinja2.lexer import TOKEN_DATA

from sitekit.errors import Problem, nearest
from sitekit.models.site import Reference

# What must run before the page is shown, and what no module can load; sitekit/build/csp/known_scripts.py holds their hashes.
_WITH_SCRIPTS = ("overrides/partials/javascripts/", "overrides/unreadable/")
_FETCHING_ATTRIBUTES = {"src", "srcset", "poster", "data"}
_FETCHED = re.compile(r"""\b(?:(?:fetch|import|sendBeacon|Worker|WebSocket|EventSource)\(|from|import)\s*["'`]((?:\w+:)?//[^"'`]*)""")
_JINJA = Environment(autoescape=True)
_BLOCK = re.compile(r"\{%-?\s*block\s+(\w+)")
# The folder of the theme's templates; the theme itself is not imported.
THEME = Path(getattr(find_spec("material"), "origin", None) or "/nonexistent").parent / "templates"
# What templates can call beside their own macros, and the filters of components and of the theme.
_FUNCTIONS = {"words", "href", "file_href", *_JINJA.globals}
_COMPONENTS, _THEME = _JINJA.overlay(), _JINJA.overlay()
_COMPONENTS.filters = _JINJA.filters | dict.fromkeys(("dialable", "grouped"), str)
_THEME.filters = _JINJA.filters | dict.fromkeys(("url", "script_tag"), str)


def read_template(text: str, path: str, templates: Mapping[str, str] = MappingProxyType({})) -> tuple[list[Reference], list[Problem]]:
    """Return what a template links and fetches, and its first syntax error, or unknown template, filter, test or function.

    A URL given to the filter `url` counts from the site's root. What a template computes is left to the checks of the built site.
    What it includes is one of all templates, given by their paths, or one of the theme's.
    """
    is_component = "/components/" in path
    folder = "overrides/components/" if is_component else "overrides/"
    try:
        environment = _COMPONENTS if is_component else _THEME
        tree = environment.parse(text)
        # A macro may show nothing, and say why.
        if not (text if is_component else re.sub(r"(?s)\{#.*?#\}", "", text)).strip():
            return [], [Problem(path, 1, "This template is empty", "Put back what it held, or remove it where nothing includes it.")]
        own = path.removeprefix(folder)
        if loop := next((node for node in tree.find_all(nodes.Extends) if node.template == nodes.Const(own)), None):
            return [], [Problem(path, loop.lineno, "This template extends itself", "Extend another one, as 'base.html'.")]
        # What stands in a block that no other template has is shown nowhere.
        blocks = {name for other, source in templates.items() if other != path for name in _BLOCK.findall(source)}
        if unknown := _unknown(tree, {*environment.filters}, {name.removeprefix(folder) for name in templates}, blocks):
            return [], [Problem(path, *unknown)]
    except (TemplateSyntaxError, RecursionError, ValueError) as error:
        what = str(getattr(error, "message", None) or "it cannot be read").rstrip(".")
        line = getattr(error, "lineno", 1)
        return [], [Problem(path, line, f"This template is broken: {what}", "Correct the template's syntax on this line.")]
    linked = [
        Reference(path=path, line=node.lineno, text=node.node.value, what="linked")
        for node in tree.find_all(nodes.Filter)
        if node.name == "url" and isinstance(node.node, nodes.Const) and isinstance(node.node.value, str)
    ]
    parser = _UrlCollector(path)
    parser.feed(_markup(text))
    # A tag that lacks a quotation mark may go on to the end of the file.
    cut_off = parser.cut_off or (parser.getpos()[0] if parser.rawdata.startswith("<") else 0)
    parser.close()
    if cut_off:
        return [], [Problem(path, cut_off, "A quotation mark is missing in this tag", "Put each value into two.")]
    hint = "Write it as a module in a component's folder, as overrides/components/name/name.js."
    scripts = [] if path.startswith(_WITH_SCRIPTS) else parser.scripts
    return linked + parser.found, [Problem(path, line, "A script stands in this template", hint) for line in scripts]


def read_script(text: str, path: str) -> list[Reference]:
    """Return what a script fetches from other hosts, by an address that it holds."""
    lines = enumerate(text.split("\n"), 1)
    return [Reference(path=path, line=n, text=found[1], what="fetched") for n, line in lines for found in _FETCHED.finditer(line)]


def _unknown(tree: nodes.Template, filters: set[str], templates: set[str], blocks: set[str]) -> tuple[int, str, str] | None:
    """Return the line, message and hint of the first template, filter, test, function or block that a template is not given."""
    known = {"template": templates, "block": blocks, "function": _FUNCTIONS, "filter": filters, "test": {*_JINJA.tests}}
    included: Iterable[Any] = tree.find_all((nodes.Include, nodes.Extends, nodes.Import, nodes.FromImport))
    named: list[Any] = [node for node in included if isinstance(node.template, nodes.Const) and not getattr(node, "ignore_missing", False)]
    names = [(node.lineno, "template", node.template.value) for node in named]
    # Where the theme is not installed, it may have any.
    missing = [found for found in names if found[2] not in templates and THEME.is_dir() and not (THEME / found[2]).is_file()]
    used = ((node, "filter" if isinstance(node, nodes.Filter) else "test") for node in tree.find_all((nodes.Filter, nodes.Test)))
    # The theme's own templates have blocks that are not looked up.
    is_extending = any(isinstance(node, nodes.Extends) and name in templates for node, (_, _, name) in zip(named, names, strict=True))
    own: list[tuple[Any, str]] = [(node, "block") for node in tree.body if isinstance(node, nodes.Block) and is_extending]
    unknown = missing or [(node.lineno, what, node.name) for node, what in (*used, *own) if node.name not in known[what]]
    if not unknown:
        given = meta.find_undeclared_variables(tree)
        called = [call.node for call in tree.find_all(nodes.Call) if isinstance(call.node, nodes.Name)]
        unknown = [(name.lineno, "function", name.name) for name in called if name.name in given - _FUNCTIONS]
    if not unknown:
        return None
    line, what, name = min(unknown)
    close = nearest(name, known[what])
    hint = f"Did you mean '{close}'?" if close else "Use one that the other templates use."
    return line, f"This template is broken: there is no {what} '{name}'", hint


def _markup(template: str) -> str:
    """Return the markup of a template without its logic, each part still on its line."""
    parts, line = [], 1
    for number, token, value in _JINJA.lex(template):
        parts.append("\n" * (number - line))
        line = max(line, number)
        if token == TOKEN_DATA:
            parts.append(value)
            line += value.count("\n")
    return "".join(parts)


class _UrlCollector(HTMLParser):
    def __init__(self, path: str) -> None:
        super().__init__()
        self.path = path
        self.found: list[Reference] = []
        self.scripts: list[int] = []
        self.cut_off = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "script" and "src" not in dict(attrs):
            self.scripts.append(self.getpos()[0])
        if (self.get_starttag_text() or "").count('"') % 2:
            self.cut_off = self.cut_off or self.getpos()[0]
        # Browsers read a canonical URL and do not fetch it.
        is_canonical = ("rel", "canonical") in attrs
        for key, value in attrs:
            is_fetched = key in _FETCHING_ATTRIBUTES or (key == "href" and tag not in ("a", "area", "base"))
            if value and is_fetched and not is_canonical:
                self.found.append(Reference(path=self.path, line=self.getpos()[0], text=value.strip(), what="fetched"))
            elif value and key in ("href", "action", "formaction"):
                self.found.append(Reference(path=self.path, line=self.getpos()[0], text=value.strip(), what="led to"))
