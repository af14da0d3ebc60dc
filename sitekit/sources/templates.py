"""Find what templates refer to: URLs, each with its file and line."""

from html.parser import HTMLParser

from jinja2 import Environment, TemplateSyntaxError, nodes
from jinja2.lexer import TOKEN_DATA

from sitekit.errors import Problem
from sitekit.models.site import Reference

_FETCHING_ATTRIBUTES = {"src", "srcset", "poster", "data"}
_JINJA = Environment(autoescape=True)


def read_template(text: str, path: str) -> tuple[list[Reference], list[Problem]]:
    """Return what a template links and fetches, and its syntax errors.

    A URL given to the filter `url` counts from the site's root. What a template computes is left to the checks of the built site.

    Args:
        text: the template's source.
        path: file to name in references and problems.
    """
    try:
        tree = _JINJA.parse(text)
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
