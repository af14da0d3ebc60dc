"""The site generator as a program that takes from memory what it compiled before: `python -m sitekit.publish.generator build …`."""

from __future__ import annotations

import gc
import runpy
from pathlib import Path

from sitekit.compiled import MEMORY, keep_compiled

# Whose filters and functions the templates call.
PACKAGES = ("mkdocs", "mkdocs-material", "mkdocs-macros-plugin")

if __name__ == "__main__":
    # A build keeps nearly all that it reads to its end; looking through that for what may go takes a twentieth of its time.
    gc.set_threshold(50_000)
    memory = keep_compiled(Path.cwd() / MEMORY, PACKAGES)
    try:
        runpy.run_module("mkdocs", run_name="__main__", alter_sys=True)
    finally:
        memory.forget()
        gc.freeze()
