"""Read the interface words, and where templates and Python use them."""

import ast
import re
from collections.abc import Iterator, Mapping

from jinja2 import Environment, TemplateSyntaxError, nodes

from sitekit.errors import excerpt
from sitekit.models.record import TEMPLATE_MARKS
from sitekit.models.site import INTERFACE as PATH
from sitekit.models.site import PLACE, WordUse
from sitekit.sources.reader import Reader

_KEY = re.compile(r"[a-z][a-z0-9_]*")
# A brace without its partner, what Python would look up or format, and HTML.
_ODD = re.compile(r"\{[^{}]*\}?|\}|</?[a-z][^<>]*>", re.IGNORECASE)
_LONGEST = 400
_JINJA = Environment(autoescape=True)
# The name by which templates and Python know the words.
_NAME = "words"
# What the words can do beside being looked up: see sitekit.render.words.
_METHODS = {"date", "either"}


def read_interface(reader: Reader) -> tuple[dict[str, str], dict[str, int]]:
    """Return the words of the interface by key, and the line of each key: data/interface.yml is one mapping of keys to words."""
    parsed = reader.yaml(PATH)
    if not parsed.is_unreadable and not isinstance(parsed.value, dict):
        reader.report(PATH, 1, "Keys with values are expected here", "Write keys such as 'menu: Menu'.")
    found, lines = {}, {}
    for key, words in parsed.value.items() if isinstance(parsed.value, dict) else ():
        line = lines[key] = parsed.line((key,))
        # The theme's templates are given a dictionary, and would find its own methods before such keys.
        if not _KEY.fullmatch(key) or hasattr(dict, key):
            reader.report(PATH, line, f"'{key}' is not a valid key", "Write lower-case words joined by underscores, as help_now.")
        elif words is None or not str(words).strip():
            reader.report(PATH, line, f"'{key}' is empty", "Write some words after the colon.")
        elif not isinstance(words, str):
            reader.report(PATH, line, f"'{key}' must be text, and '{words}' is not", "Put quotes around it.")
        elif len(words) > _LONGEST or any(mark in words for mark in TEMPLATE_MARKS):
            reader.report(PATH, line, f"'{key}' is longer than {_LONGEST} characters, or holds a macro", "Write it in a few plain words.")
        elif odd := _ODD.search(PLACE.sub("", words)):
            message = f"'{key}' holds '{excerpt(odd[0])}', which is no place to fill in and would be shown, or stop the build"
            reader.report(PATH, line, message, "Write plain words, and places as {name}.")
        else:
            found[key] = words.strip()
    return found, lines


def read_word_uses(reader: Reader, templates: Mapping[str, str]) -> tuple[WordUse, ...] | None:
    """Return where templates, given by their paths, and Python use interface words; None for a project without either of its own."""
    modules = reader.below("sitekit", "*.py")
    if not templates or not modules:
        return None
    uses = [use for path, text in templates.items() for use in uses_in_template(text, path)]
    return (*uses, *(use for path in modules for use in uses_in_python(reader.text(path) or "", path)))


def uses_in_template(text: str, path: str) -> Iterator[WordUse]:
    """Find `words.key` and `words("key", …)` in a template; one that cannot be parsed is reported elsewhere."""
    if _NAME not in text:
        return
    try:
        tree = _JINJA.parse(text)
    except (TemplateSyntaxError, RecursionError, ValueError):
        return
    for looked_up in tree.find_all(nodes.Getattr):
        if _is_words(looked_up.node) and looked_up.attr not in _METHODS:
            yield WordUse(key=looked_up.attr, path=path, line=looked_up.lineno)
    for call in tree.find_all(nodes.Call):
        if _is_words(call.node) and call.args:
            key = call.args[0]
            places = [word.key for word in call.kwargs]
            first = key.nodes[0] if isinstance(key, nodes.Concat) else key
            if isinstance(first, nodes.Const):
                yield WordUse(key=str(first.value), path=path, line=call.lineno, is_prefix=first is not key, places=frozenset(places))


def _is_words(node: nodes.Expr) -> bool:
    return isinstance(node, nodes.Name) and node.name == _NAME


def uses_in_python(text: str, path: str) -> Iterator[WordUse]:
    """Find `words("key", …)` in a module.

    Raises:
        SyntaxError: the text is not Python.
    """
    if f"{_NAME}(" not in text:
        return
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Call) and node.args and isinstance(node.func, ast.Name) and node.func.id == _NAME:
            key = node.args[0]
            places = [word.arg for word in node.keywords if word.arg]
            first = key.values[0] if isinstance(key, ast.JoinedStr) else key
            if isinstance(first, ast.Constant) and isinstance(first.value, str):
                yield WordUse(key=first.value, path=path, line=node.lineno, is_prefix=first is not key, places=frozenset(places))
