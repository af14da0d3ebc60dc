"""Read the `promise` markers in the project's tests: which tests verify which promise. No test is imported or run."""

import ast
import re
from collections.abc import Iterable, Iterator

from sitekit.models.promises import TestMarker

_MARKER = "promise"
# What keeps a test from running or lets it fail: https://docs.pytest.org/en/stable/how-to/skipping.html
# `make test` leaves out what is slow.
_SKIP_MARKERS = frozenset({"skip", "skipif", "xfail", "slow"})
_SKIP_CALLS = frozenset({"pytest.skip", "pytest.xfail", "pytest.importorskip"})
_MARK = re.compile(r"(?:\w+\.)*mark\.(\w+)")
_Function = ast.FunctionDef | ast.AsyncFunctionDef


def parse_test_markers(text: str, path: str) -> list[TestMarker]:
    """Return the promise markers of a test file, in order.

    A marker may decorate a test or its class, or stand in `pytestmark` of a class or the file, as in pytest:
    https://docs.pytest.org/en/stable/example/markers.html

    Raises:
        SyntaxError: the source is not Python.
        RecursionError: it is nested deeper than Python parses.
    """
    # Most files have none, and parsing takes time.
    if _MARKER not in text:
        return []
    tree = ast.parse(text)
    assignments = [(target, node.value) for node in tree.body if isinstance(node, ast.Assign) for target in node.targets]
    names = {target.id: value for target, value in assignments if isinstance(target, ast.Name)}
    return list(_markers_in(tree.body, [], "", names, path))


def _markers_in(body: list[ast.stmt], outer: list[ast.expr], cls: str, names: dict[str, ast.expr], path: str) -> Iterator[TestMarker]:
    """Yield the markers of the tests in a module (`cls` is "") or class: its own, those of variables, and the outer that apply to all."""
    inherited = [*outer, *_pytestmark(body)]
    for node in body:
        if isinstance(node, ast.ClassDef):
            yield from _markers_in(node.body, [*inherited, *node.decorator_list], node.name, names, path)
        elif isinstance(node, _Function):
            applied = (*inherited, *node.decorator_list)
            markers = [names.get(marker.id, marker) if isinstance(marker, ast.Name) else marker for marker in applied]
            is_test = node.name.startswith("test") and (not cls or cls.startswith("Test"))
            counts = is_test and not _may_be_skipped(node, markers)
            for marker in markers:
                for promise, line, says in _promises_of(marker):
                    # The test's name in words, as a sentence.
                    words = node.name.removeprefix("test_").replace("_", " ")
                    yield TestMarker(promise, path, line, f"{words[:1].upper()}{words[1:]}.", counts, says)


def _pytestmark(body: list[ast.stmt]) -> Iterator[ast.expr]:
    for node in body:
        if isinstance(node, ast.Assign) and any(isinstance(target, ast.Name) and target.id == "pytestmark" for target in node.targets):
            yield from node.value.elts if isinstance(node.value, ast.List | ast.Tuple) else [node.value]


def _marker_name(node: ast.expr) -> str | None:
    """Return the name of a marker as in pytest.mark.name or mark.name, called or not."""
    found = _MARK.fullmatch(ast.unparse(node.func if isinstance(node, ast.Call) else node))
    return found and found[1]


def _promises_of(marker: ast.expr) -> Iterator[tuple[str | None, int, str | None]]:
    """Yield (promise, line, says) for each promise that a marker names."""
    if _marker_name(marker) == _MARKER:
        args, keywords = (marker.args, marker.keywords) if isinstance(marker, ast.Call) else ([], [])
        says = next((_string(keyword.value) for keyword in keywords if keyword.arg == "says"), None)
        for arg in args or [marker]:
            yield _string(arg), arg.lineno, says


def _string(node: ast.expr) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def _may_be_skipped(test: _Function, markers: Iterable[ast.expr]) -> bool:
    calls = (ast.unparse(node.func) for node in ast.walk(test) if isinstance(node, ast.Call))
    return any(_marker_name(marker) in _SKIP_MARKERS for marker in markers) or not _SKIP_CALLS.isdisjoint(calls)
