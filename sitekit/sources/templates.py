"""What the frame around pages names: addresses in templates, stylesheets and settings, each with its file and line."""

from __future__ import annotations

import posixpath
import re
from html.parser import HTMLParser

from jinja2 import Environment, TemplateSyntaxError, nodes
from jinja2.lexer import TOKEN_DATA

from sitekit.errors import Problem
from sitekit.models.site import Reference
from sitekit.sources.yaml import Read

_FETCHING = {"src", "srcset", "poster", "data"}
_STYLE_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
# Publishing allows stylesheets url(data:…) alone (sitekit/build/csp/styles.py); this finds what anyone would write instead.
_STYLE_URL = re.compile(r"""(?:\burl|\bsrc|image-set)\(\s*["']?([^"')\s]+)|@import\s+["']([^"']+)""", re.IGNORECASE)
_JINJA = Environment(autoescape=True)


def read_template(text: str, path: str) -> tuple[list[Reference], list[Problem]]:
    """Return what a template links and fetches, and its syntax errors.

    An address given to the filter `url` counts from the site's root. What a template computes is left to the built site.
    """
    try:
        tree = _JINJA.parse(text)
    except (TemplateSyntaxError, RecursionError, ValueError) as error:
        what = str(getattr(error, "message", None) or "it cannot be read").rstrip(".")
        return [], [
            Problem(path, getattr(error, "lineno", 1), f"This template is broken: {what}", "Mend the template's syntax on this line.")
        ]
    found = [
        Reference(path=path, line=node.lineno, text=node.node.value, what="linked")
        for node in tree.find_all(nodes.Filter)
        if node.name == "url" and isinstance(node.node, nodes.Const) and isinstance(node.node.value, str)
    ]
    parser = _Addresses(path)
    parser.feed(_markup(text))
    parser.close()
    return found + parser.found, []


def _markup(template: str) -> str:
    """Return a template's markup alone, each part still on its line."""
    parts, line = [], 1
    for at, token, value in _JINJA.lex(template):
        parts.append("\n" * (at - line))
        line = max(line, at)
        if token == TOKEN_DATA:
            parts.append(value)
            line += value.count("\n")
    return "".join(parts)


class _Addresses(HTMLParser):
    def __init__(self, path: str) -> None:
        super().__init__()
        self.path = path
        self.found: list[Reference] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for key, value in attrs:
            fetched = key in _FETCHING or (key == "href" and tag not in ("a", "area", "base"))
            # Where the page lives is told to search engines, not fetched.
            if value and fetched and ("rel", "canonical") not in attrs:
                self.found.append(Reference(path=self.path, line=self.getpos()[0], text=value.strip(), what="fetched"))
            elif value and key in ("href", "action", "formaction"):
                self.found.append(Reference(path=self.path, line=self.getpos()[0], text=value.strip(), what="led to"))


def read_style(text: str, path: str) -> tuple[Reference, ...]:
    """Return what a stylesheet fetches; URLs of this site count from docs/ on."""
    # Blank comments out; their line ends stay, so that lines are counted right.
    text = _STYLE_COMMENT.sub(lambda comment: "\n" * comment[0].count("\n"), text)
    return tuple(
        Reference(path=path, line=text.count("\n", 0, found.start()) + 1, text=_from_docs(found[1] or found[2], path), what="fetched")
        for found in _STYLE_URL.finditer(text)
    )


def _from_docs(address: str, path: str) -> str:
    if re.match(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//|#", address):
        return address
    return posixpath.normpath(posixpath.join(posixpath.dirname(path.removeprefix("docs/")), address))


def read_settings(read: Read) -> list[Reference]:
    """Return what mkdocs.yml makes every page fetch, and the names it gives to macros."""
    config = read.value if isinstance(read.value, dict) else {}
    found = []

    def mention(loc: tuple, text: object, what: str) -> None:
        found.append(Reference(path="mkdocs.yml", line=read.line(loc), text=str(text), what=what))

    for key in ("extra_css", "extra_javascript"):
        for n, entry in enumerate(config[key] if isinstance(config.get(key), list) else []):
            mention((key, n), entry.get("path") if isinstance(entry, dict) else entry, "fetched")
    theme = config["theme"] if isinstance(config.get("theme"), dict) else {}
    for key in ("logo", "favicon"):
        if key in theme:
            mention(("theme", key), theme[key], "fetched")
    if theme.get("name") == "material" and theme.get("font") is not False:
        mention(("theme", "font"), "https://fonts.googleapis.com", "fetched")
    if "repo_url" in config:
        # The theme asks the repository's host for its stars on every page.
        mention(("repo_url",), config["repo_url"], "fetched")
    extra = config["extra"] if isinstance(config.get("extra"), dict) else {}
    for key in extra:
        mention(("extra", key), key, "named")
    return found
