"""Joins our small ES modules into one file, makes it smaller, and tells what scripts may bring onto a page."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

import minify
import tree_sitter_javascript
from tree_sitter import Language, Node, Parser

_CLASS_CALLS = ("add", "remove", "toggle", "replace")


def joined(modules: Iterable[str], read: Callable[[str], str], only_if: Mapping[str, str] = MappingProxyType({})) -> str:
    """Return modules, and those they import, as the text of one module.

    Args:
        modules: their paths, in the order they run; one that imports "./x.js" means a file beside itself.
        read: gives the text of a path.
        only_if: for the path of one that not every page runs, the JavaScript that tells whether this page does.

    Raises:
        ValueError: a module imports or exports in a way that cannot be joined; said with its path.
    """
    order = files(modules, read)
    names = {path: f"m{number}" for number, path in enumerate(order)}
    return "\n".join(_wrapped(path, read, names, only_if.get(path)) for path in order) + "\n"


def files(modules: Iterable[str], read: Callable[[str], str]) -> list[str]:
    """Return modules and those they import, in the order they run."""
    order: list[str] = []
    for module in modules:
        _gather(module, read, order)
    return order


@dataclass(frozen=True)
class Brought:
    """What scripts may put on a page or take away.

    Attributes:
        tags: the elements they make.
        names: classes and ids they give.
        attributes: attributes they set, by themselves or as properties.
    """

    tags: frozenset[str]
    names: frozenset[str]
    attributes: frozenset[str]


def brought(text: str) -> Brought:
    """Return what a script may bring onto a page, read from where it can: calls, properties it sets, elements it makes.

    Where a class or id is not written out at such a place, every word of every string of the script counts as one.
    """
    tags: set[str] = set()
    names: set[str] = set()
    attributes: set[str] = set()
    loose = False
    for node in _walk(_parse(text)):
        method, values = _called(node), _arguments(node)
        if method == "createElement":
            tags |= _words(values[:1]) or {"*"}
        elif method in _CLASS_CALLS and _text(node.child_by_field_name("function")).endswith(f"classList.{method}"):
            names |= _words(values)
            loose |= not _literal(values[:1 if method == "toggle" else None])
        elif method in ("setAttribute", "toggleAttribute", "removeAttribute"):
            attributes |= _words(values[:1])
            loose |= not _literal(values[:1])
            if _words(values[:1]) & {"class", "id"}:
                names |= _words(values[1:])
                loose |= not _literal(values[1:])
        elif method in ("insertAdjacentHTML", "write", "parseFromString") or node.type == "assignment_expression" and _set(node) in ("innerHTML", "outerHTML"):
            loose |= method != "parseFromString"
        elif node.type in ("assignment_expression", "pair") and _set(node) in ("className", "id"):
            value = [node.child_by_field_name("right") or node.child_by_field_name("value")]
            names |= _words(value)
            loose |= not _literal(value)
        elif node.type in ("assignment_expression", "pair"):
            attributes.add(_set(node))
        elif node.type == "member_expression" and _attribute(node).startswith("data-"):
            attributes.add(_attribute(node))
    if loose:
        everything = _words(node for node in _walk(_parse(text)) if node.type in ("string", "template_string"))
        names |= everything
        attributes |= everything
    return Brought(frozenset(tags), frozenset(names), frozenset(attributes))


def _arguments(call: Node) -> list[Node]:
    found = call.child_by_field_name("arguments") if call.type == "call_expression" else None
    return list(found.named_children) if found is not None else []


def _literal(values: Iterable[Node]) -> bool:
    """Tell whether values are written out, so that their words are all there is."""
    return all(value.type == "string" or value.type == "template_string" and not any(child.type == "template_substitution" for child in value.children)
               for value in values)


def _words(values: Iterable[Node]) -> set[str]:
    return {word for value in values for node in _walk(value) if node.type in ("string_fragment", "template_string")
            for word in re.findall(r"[\w-]+", _text(node))}


def _set(node: Node) -> str:
    """Return the property, as an attribute, that an assignment or a pair in an object sets; "" for a variable."""
    left = node.child_by_field_name("left")
    if left is None:
        return _text(node.child_by_field_name("key"))
    return _attribute(left) if left.type == "member_expression" else ""


def _called(node: Node) -> str:
    """Return the name of the function or method that an expression calls, or ""."""
    callee = node.child_by_field_name("function") if node.type == "call_expression" else None
    if callee is None:
        return ""
    return _text(callee.child_by_field_name("property") if callee.type == "member_expression" else callee)


def _attribute(member: Node) -> str:
    owner, name = member.child_by_field_name("object"), _text(member.child_by_field_name("property"))
    if owner.type != "member_expression" or _text(owner.child_by_field_name("property")) != "dataset":
        return name
    return "data-" + re.sub("[A-Z]", lambda capital: "-" + capital.group().lower(), name)


def small(text: str) -> str:
    """Return a script that does the same with fewer bytes."""
    return minify.string("application/javascript", text)


@lru_cache(maxsize=128)
def _parse(text: str) -> Node:
    """Parse a module; each is asked for many times, as each page names it and others import it."""
    root = Parser(Language(tree_sitter_javascript.language())).parse(text.encode()).root_node
    if root.has_error:
        fault = next(node for node in _walk(root) if node.is_error or node.is_missing)
        raise ValueError(f"line {fault.start_point.row + 1}: this is no JavaScript")
    return root


def _walk(node: Node) -> Iterator[Node]:
    yield node
    for child in node.children:
        yield from _walk(child)


def _text(node: Node) -> str:
    return node.text.decode()


def _gather(path: str, read: Callable[[str], str], order: list[str], above: tuple[str, ...] = ()) -> None:
    """Put a module into the order it runs in: after those it imports."""
    if path in above:
        raise ValueError(f"{path}: modules that import each other in a circle cannot be joined")
    for statement in _parse(read(path)).named_children:
        source = statement.child_by_field_name("source")
        if source:
            _gather(_imported(path, source), read, order, (*above, path))
    if path not in order:
        order.append(path)


def _imported(path: str, source: Node) -> str:
    address = _text(source)[1:-1]
    if not address.startswith("."):
        raise ValueError(f"{path}: '{address}' is no file beside it")
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), address))


def _wrapped(path: str, read: Callable[[str], str], names: dict[str, str], condition: str | None) -> str:
    """Return one module with names of its own: a block, or a function that returns what it exports.

    A module that fails must not take the next ones with it, as it would not if each had a file of its own.
    """
    body, exported = [], []
    for statement in _parse(read(path)).named_children:
        if statement.type == "import_statement":
            body.append(_import(path, statement, names))
        elif statement.type == "export_statement":
            declaration = statement.child_by_field_name("declaration")
            if declaration is None or _text(statement).startswith("export default"):
                raise ValueError(f"{path}: only 'export const' and 'export function' can be joined")
            body.append(_text(declaration))
            exported += _declared(path, declaration)
        elif statement.type != "comment":
            body.append(_text(statement))
    text = "\n".join(filter(None, body))
    if exported:
        run = f"(()=>{{{text}\nreturn{{{','.join(exported)}}}}})()"
        return f"const {names[path]}={f'{condition}?{run}:{{}}' if condition else run};"
    return f"if({condition})" * bool(condition) + f"try{{{text}}}catch(e){{setTimeout(()=>{{throw e}})}}"


def _import(path: str, statement: Node, names: dict[str, str]) -> str:
    module = names[_imported(path, statement.child_by_field_name("source"))]
    clause = next((child for child in statement.named_children if child.type == "import_clause"), None)
    if clause is None:
        return ""
    if [child.type for child in clause.named_children] != ["named_imports"]:
        raise ValueError(f"{path}: only 'import {{ names }} from' can be joined")
    pairs = []
    for one in clause.named_children[0].named_children:
        name, alias = one.child_by_field_name("name"), one.child_by_field_name("alias")
        pairs.append(f"{_text(name)}:{_text(alias)}" if alias else _text(name))
    return f"const{{{','.join(pairs)}}}={module};"


def _declared(path: str, declaration: Node) -> list[str]:
    if declaration.type in ("function_declaration", "class_declaration", "generator_function_declaration"):
        return [_text(declaration.child_by_field_name("name"))]
    found = [one.child_by_field_name("name") for one in declaration.named_children if one.type == "variable_declarator"]
    if any(name.type != "identifier" for name in found):
        raise ValueError(f"{path}: export names one by one, so that they can be joined")
    return [_text(name) for name in found]
