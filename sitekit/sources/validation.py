"""Validate plain values against the models, and report every problem in everyday words."""

import datetime
import typing
from types import UnionType

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from sitekit.errors import Problem, excerpt, nearest, suggest
from sitekit.models.record import Record
from sitekit.sources.yaml import KeyPath, ParsedYaml

R = typing.TypeVar("R", bound=Record)

# What a value should look like, by its key. The pattern in the model decides; this is the hint.
_URL = "an address that begins with https://"
_URL_PATH = "an address from the site's root, as /why-trust/ or /why-trust/#in-short"
_NUMBER = "a telephone number of digits, spaces and hyphens"
_FORMS = {
    "anchor": "the id of a heading, as in-short",
    "id": "lower-case words joined by hyphens, as door-shut",
    "key": "lower-case words joined by hyphens, as elliott-2018",
    "doi": "a DOI, as 10.1037/pst0000175",
    "description": "one or two sentences, without an address",
    "email": "an e-mail address, as hello@example.org",
    "emergency": "a list of telephone numbers in quotes",
    "forms": 'what its numbers look like, in quotes, as "#### ### ####"',
    "in_english": "words in brackets, as (en inglés)",
    "accent": 'a colour in quotes, as "#1f5f5b"',
    **dict.fromkeys(("source", "chat", "url", "website", "booking", "exit_to", "address", "privacy_notice"), _URL),
    **dict.fromkeys(("old", "new"), _URL_PATH),
    **dict.fromkeys(("pemat", "cci"), 'an answer with its reason, as "yes. The title says it."'),
    **dict.fromkeys(("phone", "call", "to"), _NUMBER),
}
# What the keys of a table look like, by the table's name.
_TABLE_KEYS = {
    "countries": "Write the two small letters of its code, as us, or gb for the United Kingdom.",
    **dict.fromkeys(("pemat", "cci"), "Write the item's number."),
}
# What kind of value is expected, and how to write it, by pydantic's error type.
_TRUE_OR_FALSE = ("true or false", "Write true or false.")
_DATE = ("a date", "Write it as 2026-11-23, without quotes.")
_FORM = "Write it in that form."
_TYPES = {
    "string_type": ("text", "Put quotes around it."),
    "tuple_type": ("a list", "Write one line a value, each after '- '."),
    **dict.fromkeys(("bool_type", "bool_parsing"), _TRUE_OR_FALSE),
    **dict.fromkeys(("date_type", "date_parsing", "date_from_datetime_parsing"), _DATE),
    **dict.fromkeys(("int_type", "int_parsing", "int_from_float"), ("a whole number", "Write the number alone, as 50.")),
    **dict.fromkeys(("model_type", "dict_type"), ("keys with values", _FORM)),
}


def validate(
    model: type[R], value: object, parsed: ParsedYaml, path: str, keys: KeyPath = (), may_be_empty: bool = False
) -> tuple[R | None, list[Problem]]:
    """Build a record from a plain value, or report every problem in it.

    Args:
        model: the model of the record.
        value: the plain value, which `parsed` holds at `keys`.
        parsed: the YAML, to look lines up in.
        path: file to name in problems.
        keys: key path of `value` in the file.
        may_be_empty: accept an empty file as a record without keys.

    Returns:
        The record, which knows its lines, or None; and the problems.
    """
    if value is None and may_be_empty:
        value = {}
    if not isinstance(value, dict):
        hint = f"Write keys such as '{next(iter(model.model_fields))}: …'."
        return None, [Problem(path, parsed.line(keys), "Keys with values are expected here", hint)]
    reported = {problem.line for problem in parsed.problems}
    empty = {
        at: Problem(path, line, f"'{at[-1]}' is empty", "Write a value after the colon, or remove the key.")
        for at in _empty_keys(value)
        if (line := parsed.line((*keys, *at))) not in reported
    }
    try:
        record = model.model_validate(value)
    except ValidationError as invalid:
        errors = invalid.errors()
        # A value that YAML could not give is reported already.
        errors = [
            error
            for error in errors
            if error["input"] not in (None, datetime.date.min) or parsed.line((*keys, *error["loc"])) not in reported
        ]
        # A list with invalid entries is also called too short; the errors of its entries say it better.
        parents = {error["loc"][:n] for error in errors for n in range(len(error["loc"]))}
        errors = [error for error in errors if not (error["type"] == "too_short" and error["loc"] in parents)]
        # A misspelt key is also missing under its right name.
        unknown = [error["loc"] for error in errors if error["type"] == "extra_forbidden"]
        meant = {(*where[:-1], nearest(str(where[-1]), _keys_at(model, where[:-1]))) for where in unknown}
        errors = [error for error in errors if not (error["type"] == "missing" and error["loc"] in meant)]
        # Where no key is known, all that are there say so.
        errors = [error for error in errors if not (error["type"] == "missing" and _is_strange(error["input"], model, error["loc"]))]
        explained = {error["loc"] for error in errors}
        problems = [Problem(path, *_explain(model, error, parsed, keys)) for error in errors]
        return None, problems + [problem for at, problem in empty.items() if at not in explained]
    if empty:
        return None, list(empty.values())
    _set_sources(record, parsed, path, keys)
    return record, []


def _is_strange(value: object, model: type[Record], where: KeyPath) -> bool:
    """Tell whether none of the keys of a table, which lacks the key at a place in `model`, is known there."""
    return isinstance(value, dict) and bool(value) and not {*map(str, value)} & {*_keys_at(model, where[:-1])}


def _empty_keys(value: object, keys: KeyPath = ()) -> typing.Iterator[KeyPath]:
    """Yield the path of each key without a value: what was meant may be missing, or be a comment."""
    for key, child in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        if child is None and isinstance(value, dict):
            yield (*keys, key)
        yield from _empty_keys(child, (*keys, key))


def nested_record(annotation: object) -> type[Record] | None:
    """Return the model of the records that a field holds, alone or in a list or table, or None."""
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return annotation
    if typing.get_origin(annotation) in (tuple, list, dict, typing.Union, UnionType, typing.Annotated):
        return next(filter(None, map(nested_record, typing.get_args(annotation))), None)
    return None


def _set_sources(value: object, parsed: ParsedYaml, path: str, keys: KeyPath) -> None:
    """Let every record in `value` know its file and lines."""
    children: typing.Iterable[tuple[typing.Any, object]] = ()
    if isinstance(value, Record):
        names = type(value).model_fields
        value.set_source(path, {"": parsed.line(keys), **{name: parsed.line((*keys, name)) for name in names}})
        children = ((name, getattr(value, name)) for name in names)
    elif isinstance(value, tuple):
        children = enumerate(value)
    elif isinstance(value, dict):
        children = value.items()
    for key, child in children:
        _set_sources(child, parsed, path, (*keys, key))


def _explain(model: type[Record], error: ErrorDetails, parsed: ParsedYaml, keys: KeyPath) -> tuple[int, str, str]:
    """Return the line, the message and the hint for one of pydantic's errors."""
    where, kind, limits, value = error["loc"], error["type"], error.get("ctx", {}), error["input"]
    line, parent_line = parsed.line((*keys, *where)), parsed.line((*keys, *where[:-1]))
    if where[-1:] == ("[key]",):
        table = str(where[-3])
        return parent_line, f"'{excerpt(where[-2])}' is not a key for '{table}'", _TABLE_KEYS.get(table, "Write it in the usual form.")
    key = next((part for part in reversed(where) if isinstance(part, str)), "")
    shown = excerpt(value)
    if kind == "extra_forbidden":
        known = _keys_at(model, where[:-1])
        parent = next((name for name in known if key in _keys_at(model, (*where[:-1], name)) and name != key and key not in known), None)
        return line, f"Unknown key '{key}'", f"Put it below '{parent}:', indented." if parent else suggest(key, known, "key")
    if kind == "missing":
        return parent_line, f"The key '{key}' is missing", f"Add '{key}: …' here."
    if kind == "literal_error":
        allowed = limits["expected"].replace("'", "").replace(" or ", ", ").split(", ")
        return line, f"'{shown}' is not a value for '{key}'", suggest(str(value), allowed, "value")
    if kind == "string_pattern_mismatch":
        table = str(where[-2]) if len(where) > 1 and where[-1] == key else ""
        return line, f"'{shown}' does not fit '{key}'", f"Write {_FORMS.get(key) or _FORMS.get(table, 'it in the usual form')}."
    if kind == "value_error":
        # The second argument of an error is its hint, if it has one.
        reason, hint = (*limits["error"].args, f"Write {_FORMS.get(key, 'it in plain words')}.")[:2]
        return line, f"'{shown}' does not fit '{key}': {reason}", hint
    if kind in ("string_too_long", "string_too_short", "too_long", "too_short"):
        limit = limits.get("max_length") or limits.get("min_length")
        if isinstance(value, str) and limit == 1:
            return line, f"'{key}' is empty", "Write some words after the colon."
        size = f"{len(value)} characters" if isinstance(value, str) else f"{limits['actual_length']} entries"
        return line, f"'{key}' has {size}", f"Write at {'most' if kind.endswith('long') else 'least'} {limit}."
    if kind in ("greater_than_equal", "less_than_equal", "greater_than"):
        bound = f"at most {limits['le']}" if "le" in limits else f"at least {limits.get('ge', 1)}"
        return line, f"'{key}' is {shown}", f"Write {bound}."
    expected, hint = _TYPES.get(kind, ("another kind of value", _FORM))
    if isinstance(value, list) and kind == "string_type":
        hint = "Write it as one line of text."
    if isinstance(value, dict) and kind == "tuple_type":
        shown, hint = f"{next(iter(value), '')}: …", "Put '- ' before its first key."
    if kind == "model_type":
        hint = f"Write its keys below it, indented, as '{_keys_at(model, where)[0]}: …'."
    if value is None:
        return line, f"'{key}' is empty", f"Write {expected} after the colon, or remove the key."
    return line, f"'{key}' must be {expected}, and '{shown}' is not", hint


def _keys_at(model: type[Record], where: KeyPath) -> list[str]:
    """Return the keys allowed at a place inside `model`."""
    for part in where:
        field = model.model_fields.get(str(part))
        model = (field and nested_record(field.annotation)) or model
    return list(model.model_fields)
