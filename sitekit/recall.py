"""Keeps what was read of a text, within a process and from one command to the next, so that what is unchanged is read once."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Hashable
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from sitekit.memory import Memory, digest

# What reads the sources: where one changes, what it read before is worth nothing.
# The quick reader of YAML comes with the generator, and need not be there.
_PACKAGES = ("jinja2", "markdown-it-py", "pydantic", "ruamel.yaml", "tinycss2", *(["PyYAML"] if find_spec("yaml") else []))
# How many readings are kept besides this run's: a few editions of the whole project.
_SPARE = 1000


# The live server reads all sources again after each edit, and all but one are as they were.
@lru_cache(maxsize=2048)
def recalled(folder: Path | None, read: Callable, *args: Hashable) -> Any:
    """Return `read(*args)`, from what was kept where it was read before. Nobody may change it.

    Args:
        folder: where it is kept from one command to the next; None keeps it within this process only.
        read: a function of this package whose result depends on nothing but its arguments, and can be pickled.
        args: texts and other plain values.

    Raises:
        Exception: whatever `read` raises; that is never kept.
    """
    if folder is None:
        return read(*args)
    return _memory(folder).recall(repr((read.__module__, read.__qualname__, args)), pickle, lambda: read(*args))


def forget(folder: Path) -> None:
    """Forget what was long not asked for."""
    _memory(folder).forget()


@lru_cache(maxsize=8)
def _memory(folder: Path) -> Memory:
    return Memory(folder, digest(_PACKAGES, Path(__file__).parent.glob("*.py")), _SPARE)
