"""Read the `promise` markers in the project's tests: which tests verify which promise. No test is imported or run."""

import ast
import re

from sitekit.models.promises import TestMarker

_MARKER = re.compile(r"(?:\w+\.)*mark\.promise\b")
# What keeps a test from running or lets it fail: https://docs.pytest.org/en/stable/how-to/skipping.html
# `make test` leaves out what is slow.
_SKIPPED = re.compile(r"(?:\w+\.)*mark\.(?:skip|skipif|xfail|slow)|pytest\.(?:skip|xfail|importorskip)")


def parse_test_markers(text: str, path: str) -> list[TestMarker]:
    """Return the promise markers that decorate functions and classes of a test file, in order; only those of tests count.

    What a file or class may skip counts for none of its tests.

    Raises:
        SyntaxError: the source is not Python.
        RecursionError: it is nested deeper than Python parses.
    """
    # Most files have none, and most that have some skip nothing; looking closer takes time.
    if "promise" not in text:
        return []
    found, nodes = list[TestMarker](), list(ast.walk(ast.parse(text)))
    looks_skipped = bool(_SKIPPED.search(text))
    around = [node.value for node in nodes if isinstance(node, ast.Assign)]
    around += [decorator for node in nodes if isinstance(node, ast.ClassDef) for decorator in node.decorator_list]
    may_skip = looks_skipped and any(map(_skips, around))
    for node in nodes:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            is_test = not isinstance(node, ast.ClassDef) and node.name.startswith("test")
            counts = is_test and not may_skip and not (looks_skipped and _skips(node))
            # The test's name in words, as a sentence.
            words = node.name.removeprefix("test_").replace("_", " ")
            for marker in node.decorator_list:
                called = marker.func if isinstance(marker, ast.Call) else marker
                if _MARKER.fullmatch(ast.unparse(called)):
                    args, keywords = (marker.args, marker.keywords) if isinstance(marker, ast.Call) else ([], [])
                    says = next((_string(keyword.value) for keyword in keywords if keyword.arg == "says"), None)
                    sentence = f"{words[:1].upper()}{words[1:]}."
                    found += (TestMarker(_string(arg), path, arg.lineno, sentence, counts, says) for arg in args or [marker])
    return found


def _skips(node: ast.AST) -> bool:
    return any(_SKIPPED.fullmatch(ast.unparse(part)) for part in ast.walk(node) if isinstance(part, ast.Attribute))


def _string(node: ast.expr) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None
