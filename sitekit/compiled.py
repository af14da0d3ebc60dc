"""Keeps what the template engine compiles, within a process and from one command to the next: templates change seldom."""

from __future__ import annotations

import marshal
from collections.abc import Iterable
from functools import wraps
from pathlib import Path
from types import CodeType

from jinja2 import Environment

from sitekit.memory import Memory, digest

# Where it is kept, below the project's folder.
MEMORY = ".cache/templates"
# How many are kept besides this run's: some editions of every page and template.
_SPARE = 500
# What a compiled template depends on besides its text: https://jinja.palletsprojects.com/en/stable/api/#jinja2.Environment
_SETTINGS = ("block_start_string", "block_end_string", "variable_start_string", "variable_end_string", "comment_start_string", "comment_end_string",
             "line_statement_prefix", "line_comment_prefix", "trim_blocks", "lstrip_blocks", "newline_sequence", "keep_trailing_newline", "optimized",
             "sandboxed", "is_async", "autoescape", "undefined")


def keep_compiled(folder: Path, packages: Iterable[str]) -> Memory:
    """Have the template engine take from a folder, in all that this process does, what it compiled before.

    Args:
        folder: where it is kept from one command to the next.
        packages: the installed packages whose filters and functions templates may call: a new version compiles all anew.

    Returns:
        What is remembered; whoever ends a command has it forget the rest.
    """
    memory = Memory(folder, digest(["jinja2", *packages], [Path(__file__)]), _SPARE)
    compile_ = Environment.compile
    held: dict[str, CodeType] = {}

    @wraps(compile_)
    def compiled(env: Environment, source: str, name: str | None = None, filename: str | None = None, **options) -> CodeType:
        if options or not isinstance(source, str):
            return compile_(env, source, name, filename, **options)
        key = repr((source, name, filename, [str(getattr(env, setting)) for setting in _SETTINGS], sorted(env.extensions), sorted(env.filters), sorted(env.tests)))
        if key not in held:
            held[key] = memory.recall(key, marshal, lambda: compile_(env, source, name, filename))
        return held[key]

    Environment.compile = compiled
    return memory
