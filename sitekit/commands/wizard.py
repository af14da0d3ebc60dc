"""Ask for the most needed keys of practice.yml in the terminal, one at a time, and write the file. Each answer is checked at once."""

import copy
from collections.abc import Callable
from pathlib import Path
from typing import Any, get_args, get_origin

import yaml
from pydantic.fields import FieldInfo

from sitekit.checks import check
from sitekit.errors import Problem
from sitekit.files import write_text
from sitekit.models.practice import Practice
from sitekit.models.record import Record
from sitekit.sources.loader import load
from sitekit.sources.reader import Reader
from sitekit.sources.validation import nested_record

FILE = "practice.yml"
# What a first copy cannot do well without. All else is written into the file by hand, as lists of therapists and services are.
_ASKED = ("name", "address", "contact", "country", "sessions")
_HEADER = """# yaml-language-server: $schema=sitekit/schema/practice.schema.json
# The one file a practice edits. Every key is optional.
# Never write anything about a client here: this file is published.
"""


def ask(root: Path, read: Callable[[str], str], log: Callable[[str], None]) -> list[Problem]:
    """Ask for the most needed keys of practice.yml below `root`, write the file, and return the problems that are left in it.

    `read` shows a prompt and returns one line: an empty one keeps the former value, "-" removes the key. An invalid answer is reported and
    asked for again. The end of input, or Ctrl+C, leaves the file as it was. An unreadable file is reported, and nothing is asked.
    Raises OSError where it cannot be written.
    """
    file = root / FILE
    before = file.read_bytes() if file.is_file() else b""
    reader = Reader(root)
    former = reader.yaml(FILE, default="", any_editor=True).value
    if problems := reader.problems or _problems(root):
        return problems
    answers = copy.deepcopy(former) if isinstance(former, dict) else {}
    log("Press Enter to keep what is shown in [ ], or type - to leave it out. Nothing is required.")
    try:
        for keys, field in _questions(Practice):
            _ask_until_valid(root, answers, keys, field, read, log)
    except (EOFError, KeyboardInterrupt):
        file.write_bytes(before)
        log("\nStopped. The file is as it was.")
        return []
    problems = _problems(root)
    log("Written, with problems left to fix:" if problems else f"Written: {FILE}. See it with: make serve")
    log(f"The file can say more: {', '.join(key for key in Practice.model_fields if key not in _ASKED)}.")
    return problems


def _ask_until_valid(
    root: Path, whole: dict[str, Any], keys: tuple[str, ...], field: FieldInfo, read: Callable[[str], str], log: Callable[[str], None]
) -> None:
    *parents, key = keys
    answers = whole
    for parent in parents:
        answers = answers.setdefault(parent, {})
    former = answers.get(key)
    shown = ", ".join(map(str, former)) if isinstance(former, list) else "" if former is None else str(former)
    while True:
        answer = read(f"{field.description} [{shown}]: ").strip()
        answers[key] = former if not answer else None if answer == "-" else _parse(field, answer)
        write_text(root / FILE, _HEADER + _dump(whole))
        # The name of a reviewer alone is no problem yet: the other keys are asked next.
        problems = [problem for problem in _problems(root) if not (len(keys) > 1 and "is missing" in problem.message)]
        if not problems:
            return
        for problem in problems:
            log(f"{problem.message}. {problem.hint}")
        answers[key] = former


def _problems(root: Path) -> list[Problem]:
    return [problem for problem in check(*load(root)) if problem.path == FILE]


def _questions(model: type[Record], parents: tuple[str, ...] = ()) -> list[tuple[tuple[str, ...], FieldInfo]]:
    """Return the key path and the field of each value in `model` that is asked for, in order."""
    found = []
    for name, field in model.model_fields.items():
        inner = nested_record(field.annotation)
        if (parents or (name,))[0] in _ASKED:
            found += _questions(inner, (*parents, name)) if inner else [((*parents, name), field)]
    return found


def _parse(field: FieldInfo, answer: str) -> object:
    if get_origin(field.annotation) is tuple:
        return [part.strip() for part in answer.split(",") if part.strip()]
    return int(answer) if int in get_args(field.annotation) and answer.isdigit() else answer


def _dump(whole: dict[str, Any]) -> str:
    written = _answered(whole)
    return yaml.safe_dump(written, sort_keys=False, allow_unicode=True, width=4096) if written else ""


def _answered(value: Any) -> Any:
    """Return answers without the keys that have none."""
    found = {key: _answered(child) for key, child in value.items()} if isinstance(value, dict) else {}
    return {key: child for key, child in found.items() if child not in (None, {})} if isinstance(value, dict) else value
