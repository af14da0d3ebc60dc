"""What readers are promised, and which tests hold it, as the tests' own markers say. No test is imported or run."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from sitekit.models.record import Id, Record, Words

MARKER = "promise"
# What keeps a test from running or lets it fail: https://docs.pytest.org/en/stable/how-to/skipping.html
# `slow` tests are left out of `make test`.
_MARKED_OFF = frozenset({"skip", "skipif", "xfail", "slow"})
_LEAVING = frozenset({"skip", "xfail", "importorskip"})
_Function = ast.FunctionDef | ast.AsyncFunctionDef


class Promise(Record):
    """Something readers can hold us to, in their words; `limit` is what it does not cover.

    A long `group` is told in parts, each under a small head. What only those who build or run a copy need is folded away.
    """

    id: Id
    group: Words
    part: Words | None = None
    for_builders: bool = False
    say: Words
    limit: Words | None = None

    @property
    def group_slug(self) -> str:
        """Its group as the last part of an address: lower-case words joined by hyphens."""
        return _slug(self.group)

    @property
    def part_slug(self) -> str | None:
        """Its part likewise."""
        return _slug(self.part) if self.part else None


def _slug(words: str) -> str:
    return "-".join("".join(c if c.isalnum() else " " for c in words.lower()).split())


class TestMarker(NamedTuple):
    """One promise named by one test: where the marker stands, the test's name in words, and whether it always counts.

    `promise` is None where the marker names it in another way than as words in quotes. A test that may be skipped or is
    expected to fail does not count, nor does a marker on what is no test. `says` tells readers what the test looks for.
    """

    promise: str | None
    path: str
    line: int
    test: str
    counts: bool
    says: str | None = None


def marks(text: str, path: str) -> list[TestMarker]:
    """Return the marks of a file of tests, in its order.

    A marker may stand over a test, over its class, or in `pytestmark` for a class or the file, as pytest reads them:
    https://docs.pytest.org/en/stable/example/markers.html

    Args:
        text: the file's source.
        path: the file, from the project's folder.

    Raises:
        SyntaxError: the source is not Python.
        RecursionError: it is nested deeper than Python reads.
    """
    # Most files have none, and reading a tree takes time.
    if MARKER not in text:
        return []
    tree = ast.parse(text)
    names = {
        target.id: node.value
        for node in tree.body
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    return list(_within(tree.body, [], "", names, path))


def _within(body: list[ast.stmt], outer: list[ast.expr], cls: str, names: dict[str, ast.expr], path: str) -> Iterator[TestMarker]:
    own = [
        mark
        for node in body
        if isinstance(node, ast.Assign) and any(isinstance(target, ast.Name) and target.id == "pytestmark" for target in node.targets)
        for mark in _listed(node.value)
    ]
    for node in body:
        if isinstance(node, ast.ClassDef):
            yield from _within(node.body, [*outer, *own, *node.decorator_list], node.name, names, path)
        elif isinstance(node, _Function):
            markers = [names.get(mark.id, mark) if isinstance(mark, ast.Name) else mark for mark in (*outer, *own, *node.decorator_list)]
            counts = node.name.startswith("test") and (not cls or cls.startswith("Test")) and not _may_be_left_out(node, markers)
            for marker in markers:
                for promise, line, says in _named(marker):
                    yield TestMarker(promise, path, line, _in_words(node), counts, says)


def _listed(value: ast.expr) -> list[ast.expr]:
    return value.elts if isinstance(value, ast.List | ast.Tuple) else [value]


def _marker(node: ast.expr) -> str | None:
    """Return the name of a marker as in pytest.mark.name or mark.name, called or not."""
    node = node.func if isinstance(node, ast.Call) else node
    if not isinstance(node, ast.Attribute):
        return None
    owner = node.value
    is_mark = owner.attr == "mark" if isinstance(owner, ast.Attribute) else isinstance(owner, ast.Name) and owner.id == "mark"
    return node.attr if is_mark else None


def _named(marker: ast.expr) -> Iterator[tuple[str | None, int, str | None]]:
    if _marker(marker) == MARKER:
        args, keywords = (marker.args, marker.keywords) if isinstance(marker, ast.Call) else ([], [])
        says = next((_quoted(keyword.value) for keyword in keywords if keyword.arg == "says"), None)
        for arg in args or [marker]:
            yield _quoted(arg), arg.lineno, says


def _quoted(node: ast.expr) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def _may_be_left_out(test: _Function, markers: Iterable[ast.expr]) -> bool:
    if any(_marker(marker) in _MARKED_OFF for marker in markers):
        return True
    called = (node.func for node in ast.walk(test) if isinstance(node, ast.Call))
    return any(
        isinstance(func, ast.Attribute) and func.attr in _LEAVING and isinstance(func.value, ast.Name) and func.value.id == "pytest"
        for func in called
    )


def _in_words(test: _Function) -> str:
    said = test.name.removeprefix("test_").replace("_", " ")
    return f"{said[:1].upper()}{said[1:]}."


def held(promises: dict[str, Promise], found: Iterable[TestMarker]) -> dict[str, list[TestMarker]]:
    """Return the marks that count for each promise, in the order of their files: for each test what it says, once."""
    tests: dict[str, list[TestMarker]] = {id: [] for id in promises}
    for mark in found:
        if (
            mark.counts
            and mark.promise in tests
            and (mark.path, mark.test, mark.says) not in {(other.path, other.test, other.says) for other in tests[mark.promise]}
        ):
            tests[mark.promise].append(mark)
    return tests


def told(tests: Iterable[TestMarker]) -> list[str]:
    """Return what tests look for, in the words for readers, each line once: tests that look for the same say the same."""
    return list(dict.fromkeys(mark.says for mark in tests if mark.says))
