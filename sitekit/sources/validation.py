"""Plain values to records: the closed schemas of model.py, with faults told in everyday words."""

from __future__ import annotations

import typing
from types import UnionType

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from sitekit.errors import Problem, suggest
from sitekit.models.record import Record
from sitekit.sources.yaml import Read

# What a value should look like, by the field's name; the field's own pattern decides, this only tells.
FORMS = {
    "id": "lower-case words joined by hyphens, as door-shut",
    "key": "lower-case words joined by hyphens, as elliott-2018",
    "doi": "a DOI, as 10.1037/pst0000175",
    "email": "an e-mail address, as hello@example.org",
    "phone": "a telephone number of digits, spaces and hyphens",
    "call": "a telephone number of digits, spaces and hyphens",
    "to": "a telephone number of digits, spaces and hyphens",
    "emergency": "a list of telephone numbers in quotes",
    "forms": 'what its numbers look like, in quotes, as "#### ### ####"',
    "source": "an address that begins with https://",
    "chat": "an address that begins with https://",
    "old": "an address from the site's root, as /why-trust/ or /why-trust/#in-short",
    "new": "an address from the site's root, as /why-trust/ or /why-trust/#in-short",
    "url": "an address that begins with https://",
    "website": "an address that begins with https://",
    "booking": "an address that begins with https://",
    "accent": 'a colour in quotes, as "#1f5f5b"',
    "exit_to": "an address that begins with https://",
}


def shape(
    model: type[Record], value: object, read: Read, path: str, loc: tuple = (), nothing_is_empty: bool = False
) -> tuple[typing.Any, list[Problem]]:
    """Build a record from a plain value, or tell every fault in it.

    Args:
        model: the record wanted.
        value: the plain value, as `read` holds it at `loc`.
        read: where lines are looked up.
        path: file to name in problems.
        loc: key path of `value` in the file.
        nothing_is_empty: take an empty file for a record with no keys.

    Returns:
        The record, which knows its lines, or None; and the problems.
    """
    if value is None and nothing_is_empty:
        value = {}
    if not isinstance(value, dict):
        return None, [
            Problem(path, read.line(loc), "Keys with values are wanted here", f"Write keys such as '{next(iter(model.model_fields))}: …'.")
        ]
    try:
        record = model.model_validate(value)
    except ValidationError as error:
        faults = error.errors()
        # A list whose entries are faulty is also called too short; the entries' own faults say it better.
        deeper = {fault["loc"][:n] for fault in faults for n in range(len(fault["loc"]))}
        faults = [fault for fault in faults if not (fault["type"] == "too_short" and fault["loc"] in deeper)]
        return None, [_problem(model, fault, read, path, loc) for fault in faults]
    _place(record, read, path, loc)
    return record, []


def _place(value: object, read: Read, path: str, loc: tuple) -> None:
    if isinstance(value, Record):
        keys = {key: read.line((*loc, key)) for key in type(value).model_fields}
        value.written_at(path, {"": read.line(loc), **keys})
        for key in type(value).model_fields:
            _place(getattr(value, key), read, path, (*loc, key))
    elif isinstance(value, tuple):
        for n, child in enumerate(value):
            _place(child, read, path, (*loc, n))
    elif isinstance(value, dict):
        for key, child in value.items():
            _place(child, read, path, (*loc, key))


def _problem(model: type[Record], fault: ErrorDetails, read: Read, path: str, loc: tuple) -> Problem:
    where = fault["loc"]
    key = next((part for part in reversed(where) if isinstance(part, str)), "")
    line = read.line((*loc, *where))
    kind, context = fault["type"], fault.get("ctx", {})
    if where[-1:] == ("[key]",):
        shown = _short(where[-2])
        return Problem(
            path,
            read.line((*loc, *where[:-1])),
            f"'{shown}' is not a key for '{where[-3]}'",
            _KEYS.get(where[-3], "Write it in the usual form."),
        )
    shown = _short(fault["input"])
    if kind == "extra_forbidden":
        return Problem(path, line, f"Unknown key '{key}'", suggest(key, _keys(model, where[:-1]), "key"))
    if kind == "missing":
        return Problem(path, read.line((*loc, *where[:-1])), f"The key '{key}' is missing", f"Add '{key}: …' here.")
    if kind == "literal_error":
        allowed = context["expected"].replace("'", "").replace(" or ", ", ").split(", ")
        return Problem(path, line, f"'{shown}' is not a value for '{key}'", suggest(str(fault["input"]), allowed, "value"))
    if kind == "string_pattern_mismatch":
        return Problem(path, line, f"'{shown}' does not fit '{key}'", f"Write {FORMS.get(key, 'it in the usual form')}.")
    if kind in ("string_too_long", "string_too_short"):
        limit = context.get("max_length") or context.get("min_length")
        if limit == 1:
            return Problem(path, line, f"'{key}' is empty", "Write some words after the colon.")
        length = len(str(fault["input"]))
        edge = "at most" if kind == "string_too_long" else "at least"
        return Problem(path, line, f"'{key}' has {length} characters", f"Write {edge} {limit}.")
    if kind in ("too_long", "too_short"):
        limit = context.get("max_length") or context.get("min_length")
        edge = "at most" if kind == "too_long" else "at least"
        return Problem(path, line, f"'{key}' has {context['actual_length']} entries", f"Write {edge} {limit}.")
    if kind in ("greater_than_equal", "less_than_equal", "greater_than"):
        edge, limit = ("at most", context["le"]) if "le" in context else ("at least", context.get("ge", 1))
        return Problem(path, line, f"'{key}' is {shown}", f"Write {edge} {limit}.")
    wanted = _WANTED.get(kind, "another kind of value")
    if fault["input"] is None:
        return Problem(path, line, f"'{key}' is empty", f"Write {wanted} after the colon, or remove the key.")
    return Problem(path, line, f"'{key}' wants {wanted}, and '{shown}' is not", _HOW.get(kind, "Write it in that form."))


_WANTED = {
    "string_type": "words",
    "tuple_type": "a list",
    "list_type": "a list",
    "bool_type": "true or false",
    "bool_parsing": "true or false",
    "date_type": "a date",
    "date_from_datetime_parsing": "a date",
    "date_parsing": "a date",
    "int_type": "a whole number",
    "int_parsing": "a whole number",
    "int_from_float": "a whole number",
    "model_type": "keys with values",
    "dict_type": "keys with values",
}
_HOW = {
    "string_type": "Put quotes around it.",
    "tuple_type": "Write one line a value, each after '- '.",
    "bool_type": "Write true or false.",
    "bool_parsing": "Write true or false.",
    "date_type": "Write it as 2026-11-23.",
    "date_parsing": "Write it as 2026-11-23.",
    "date_from_datetime_parsing": "Write it as 2026-11-23.",
}


# What the keys of a table look like, by the table's name.
_KEYS = {"countries": "Write two small letters, as us.", "pemat": "Write the item's number.", "cci": "Write the item's number."}


def _short(value: object) -> str:
    text = str(value).replace("\n", " ")
    return text if len(text) <= 40 else text[:39] + "…"


def _keys(model: type[Record], where: tuple) -> list[str]:
    """Return the keys allowed at a place inside `model`."""
    for part in where:
        if isinstance(part, str) and part in model.model_fields:
            inner = record_in(model.model_fields[part].annotation)
            if inner:
                model = inner
    return [name for name in model.model_fields]


def record_in(annotation: object) -> type[Record] | None:
    """Return the record a field holds, alone or in a list or table, or None."""
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return annotation
    if typing.get_origin(annotation) in (tuple, list, dict, typing.Union, UnionType, typing.Annotated):
        return next(filter(None, map(record_in, typing.get_args(annotation))), None)
    return None
