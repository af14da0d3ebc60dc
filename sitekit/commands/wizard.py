"""Asks for practice.yml in the terminal, one key at a time, and writes the file. An answer is checked as it is given."""

from __future__ import annotations

import copy
import io
from collections.abc import Callable
from pathlib import Path
from typing import get_args, get_origin

from pydantic.fields import FieldInfo
from ruamel.yaml import YAML

from sitekit.checks import check
from sitekit.errors import Problem
from sitekit.models.practice import Practice
from sitekit.models.record import Record
from sitekit.sources.loader import load
from sitekit.sources.reader import Reader
from sitekit.sources.validation import record_in

PLACE = "practice.yml"
HEAD = """# yaml-language-server: $schema=sitekit/schema/practice.schema.json
# The one file a practice edits. Every key is optional.
# Never write anything about a client here: this file is published.
"""


def ask(root: Path, read: Callable[[str], str], log: Callable[[str], None]) -> list[Problem]:
    """Walk through practice.yml below `root` and write it.

    Args:
        root: the project's folder.
        read: shows a prompt and returns one line of answer; an empty one keeps what is there, "-" leaves the key out.
        say: shows a line.

    Returns:
        What keeps the file from being read, with nothing asked. Otherwise no problems: an answer with a fault is told and
        asked for again. An answer that can't be had (end of input) leaves the file as it was.

    Raises:
        OSError: the file can't be written.
    """
    file = root / PLACE
    before = file.read_bytes() if file.exists() else b""
    reader = Reader(root)
    answers = copy.deepcopy(_plain(reader.yaml(PLACE, missing=str, any_editor=True).value))
    if reader.problems:
        return reader.problems
    log("Renderer Enter to keep what is shown in [ ], or type - to leave it out. Nothing is required.")
    try:
        for path, field in _questions(Practice):
            while True:
                shown = _get(answers, path)
                given = read(f"{field.description} [{_line(shown)}]: ").strip()
                _put(answers, path, shown if not given else None if given == "-" else _value(field, given))
                file.write_text(HEAD + _dump(answers), encoding="utf-8")
                faults = [problem for problem in check(*load(root)) if problem.path == PLACE]
                # A reviewer's name alone is no fault yet: the rest of it is asked next.
                faults = [problem for problem in faults if not (len(path) > 1 and "is missing" in problem.message)]
                if not faults:
                    break
                for problem in faults:
                    log(f"{problem.message}. {problem.hint}")
                _put(answers, path, shown)
    except (EOFError, KeyboardInterrupt):
        file.write_bytes(before)
        log("\nStopped. The file is as it was.")
        return []
    left = [problem for problem in check(*load(root)) if problem.path == PLACE]
    log(f"Written: {PLACE}. See it with: make serve" if not left else "Written, with something left to mend:")
    return left


def _questions(model: type[Record], before: tuple[str, ...] = ()) -> list[tuple[tuple[str, ...], FieldInfo]]:
    found = []
    for name, field in model.model_fields.items():
        inner = record_in(field.annotation)
        found += _questions(inner, (*before, name)) if inner else [((*before, name), field)]
    return found


def _value(field: FieldInfo, given: str) -> object:
    if get_origin(field.annotation) is tuple:
        return [part.strip() for part in given.split(",") if part.strip()]
    return int(given) if int in get_args(field.annotation) and given.isdigit() else given


def _get(answers: dict, path: tuple[str, ...]) -> object:
    for key in path:
        answers = answers.get(key) if isinstance(answers, dict) else None
    return answers


def _put(answers: dict, path: tuple[str, ...], value: object) -> None:
    *outer, last = path
    for key in outer:
        answers = answers.setdefault(key, {})
    if value is None:
        answers.pop(last, None)
    else:
        answers[last] = value


def _line(value: object) -> str:
    return "" if value is None else ", ".join(map(str, value)) if isinstance(value, list) else str(value)


def _plain(value: object) -> dict:
    return value if isinstance(value, dict) else {}


def _dump(answers: dict) -> str:
    yaml = YAML()
    yaml.allow_unicode = True
    yaml.width = 4096
    out = io.StringIO()
    yaml.dump({key: value for key, value in answers.items() if value != {}}, out)
    return out.getvalue() if answers else ""
