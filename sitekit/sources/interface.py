"""Read the interface words, and where templates and Python use them."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from jinja2 import Environment, TemplateSyntaxError, nodes

from sitekit.models.interface import WordUse

_JINJA = Environment(autoescape=True)
# The name by which templates and Python know the words.
_NAME = "words"
# What the words can do beside being looked up: see sitekit.render.words.
_METHODS = {"date", "either"}


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
            first = key.nodes[0] if isinstance(key, nodes.Concat) else key
            if isinstance(first, nodes.Const):
                yield WordUse(key=str(first.value), path=path, line=call.lineno, is_prefix=first is not key)


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
            first = key.values[0] if isinstance(key, ast.JoinedStr) else key
            if isinstance(first, ast.Constant) and isinstance(first.value, str):
                yield WordUse(key=first.value, path=path, line=node.lineno, is_prefix=first is not key)
