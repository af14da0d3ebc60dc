"""Find what templates refer to: URLs, each with its file and line."""

from html.parser import HTMLParser

from jinja2 import Environment, TemplateSyntaxError, meta, nodes
from jinja2.lexer import TOKEN_DATA

from sitekit.errors import Problem, nearest
from sitekit.models.site import Reference

_FETCHING_ATTRIBUTES = {"src", "srcset", "poster", "data"}
_JINJA = Environment(autoescape=True)
# What templates can call beside their own macros, and the filters of components and of the theme.
_FUNCTIONS = {"words", "href", "file_href", *_JINJA.globals}
_COMPONENTS, _THEME = _JINJA.overlay(), _JINJA.overlay()
_COMPONENTS.filters = _JINJA.filters | dict.fromkeys(("dialable", "grouped"), str)
_THEME.filters = _JINJA.filters | dict.fromkeys(("url", "script_tag"), str)


def read_template(text: str, path: str) -> tuple[list[Reference], list[Problem]]:
    """Return what a template links and fetches, and its first syntax error or unknown filter, test or function.

    A URL given to the filter `url` counts from the site's root. What a template computes is left to the checks of the built site.

    Args:
        text: the template's source.
        path: file to name in references and problems.
    """
    try:
        environment = _COMPONENTS if "/components/" in path else _THEME
        tree = environment.parse(text)
        if unknown := _unknown(tree, {*environment.filters}):
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
    parser.close()
    return linked + parser.found, []


def _unknown(tree: nodes.Template, filters: set[str]) -> tuple[int, str, str] | None:
    """Return the line, message and hint of the first filter, test or function that a template is not given."""
    known = {"function": _FUNCTIONS, "filter": filters, "test": {*_JINJA.tests}}
    used = ((node, "filter" if isinstance(node, nodes.Filter) else "test") for node in tree.find_all((nodes.Filter, nodes.Test)))
    unknown = [(node.lineno, what, node.name) for node, what in used if node.name not in known[what]]
    if not unknown:
        given = meta.find_undeclared_variables(tree)
        called = [call.node for call in tree.find_all(nodes.Call) if isinstance(call.node, nodes.Name)]
        unknown = [(name.lineno, "function", name.name) for name in called if name.name in given - _FUNCTIONS]
    if not unknown:
        return None
    line, what, name = min(unknown)
    close = nearest(name, known[what])
    hint = f"Did you mean '{close}'?" if close else f"Use a {what} of Jinja, or one that the other templates use."
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

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        # Browsers read a canonical URL and do not fetch it.
        is_canonical = ("rel", "canonical") in attrs
        for key, value in attrs:
            is_fetched = key in _FETCHING_ATTRIBUTES or (key == "href" and tag not in ("a", "area", "base"))
            if value and is_fetched and not is_canonical:
                self.found.append(Reference(path=self.path, line=self.getpos()[0], text=value.strip(), what="fetched"))
            elif value and key in ("href", "action", "formaction"):
                self.found.append(Reference(path=self.path, line=self.getpos()[0], text=value.strip(), what="led to"))
