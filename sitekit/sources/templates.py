"""Find what templates and settings refer to: URLs and names, each with its file and line."""

from __future__ import annotations

from html.parser import HTMLParser

from jinja2 import Environment, TemplateSyntaxError, nodes
from jinja2.lexer import TOKEN_DATA

from sitekit.errors import Problem
from sitekit.models.site import Reference
from sitekit.sources.yaml import KeyPath, ParsedYaml

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


def read_settings(parsed: ParsedYaml) -> list[Reference]:
    """Return what mkdocs.yml makes every page fetch, and the names in `extra:`, which macros see as variables."""
    config = parsed.value if isinstance(parsed.value, dict) else {}
    theme, extra = (config[key] if isinstance(config.get(key), dict) else {} for key in ("theme", "extra"))
    fetched: list[tuple[KeyPath, object]] = []
    for key in ("extra_css", "extra_javascript"):
        entries = config[key] if isinstance(config.get(key), list) else []
        fetched += [((key, n), entry.get("path") if isinstance(entry, dict) else entry) for n, entry in enumerate(entries)]
    fetched += [(("theme", key), theme[key]) for key in ("logo", "favicon") if key in theme]
    if theme.get("name") == "material" and theme.get("font") is not False:
        fetched.append((("theme", "font"), "https://fonts.googleapis.com"))
    if "repo_url" in config:
        # On every page, the theme asks the repository's host for its stars.
        fetched.append((("repo_url",), config["repo_url"]))
    named = [Reference(path="mkdocs.yml", line=parsed.line(("extra", key)), text=key, what="named") for key in extra]
    return [Reference(path="mkdocs.yml", line=parsed.line(keys), text=str(url), what="fetched") for keys, url in fetched] + named
