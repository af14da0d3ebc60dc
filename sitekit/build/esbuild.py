"""Minify and bundle scripts and styles with esbuild, which set-up installs from npm."""

import json
import re
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from sitekit.errors import Problem

_MODULES = Path(__file__).resolve().parents[2] / "node_modules"
# npm installs the one program that fits this system.
_PROGRAMS = ("@esbuild/*/bin/esbuild", "@esbuild/*/esbuild.exe")
# The oldest syntax that browsers of the last five years read; newer syntax is rewritten to it.
_SCRIPT_TARGET = "es2021"
_COMMON = ("--charset=utf8", "--log-level=warning", "--color=false", "--legal-comments=none", "--log-limit=1")


class EsbuildError(Exception):
    """Report that esbuild is missing, or what it found wrong in a source."""


def problem_in_source(error: Exception) -> Problem:
    """Return the problem of a module or stylesheet that an error names, at the last line it names: there it begins."""
    text = str(error)
    found, places = re.search(r"\[(?:WARNING|ERROR)\] (.*?)(?: \[[\w-]+\])?$", text, re.M), re.findall(r"(components/\S+):(\d+):\d", text)
    path, line = places[-1] if places else ("components", 1)
    message = found[1] if found else text
    return Problem(f"overrides/{path}", int(line), message.rstrip("."), "Correct the module or stylesheet that is named.")


def minify(text: str, name: str = "<stdin>") -> str:
    """Return a stylesheet minified; errors call it `name`. Raises EsbuildError as `run` does."""
    return run(["--loader=css", "--minify", f"--sourcefile={name}"], text).strip()


def bundle(entry: str, target: str, folder: Path) -> str:
    """Bundle and minify a module with all that it imports into `target`, and return the bundle's path; paths count from `folder`.

    Only what is imported later is a file of its own. Hashes in names depend on the content and on paths below `folder`, so that the same
    modules have the same names anywhere. Raises EsbuildError.
    """
    report = folder / target / "esbuild.json"
    names = ("--entry-names=[name].[hash]", "--chunk-names=[name].[hash]")
    form = ("--bundle", "--minify", "--splitting", "--format=esm", f"--target={_SCRIPT_TARGET}")
    run([entry, *form, *names, f"--outdir={target}", f"--metafile={target}/{report.name}"], folder=folder)
    outputs: dict[str, dict[str, Any]] = json.loads(report.read_text(encoding="utf-8"))["outputs"]
    report.unlink()
    return next(path for path, output in outputs.items() if output.get("entryPoint") == entry)


def run(arguments: Sequence[str], text: str | None = None, folder: Path | None = None) -> str:
    """Run esbuild in `folder`, with `text` as its standard input, and return its standard output.

    Raises EsbuildError where it is not installed, or reported an error or a warning.
    """
    program = next((found for pattern in _PROGRAMS for found in _MODULES.glob(pattern)), None)
    if program is None:
        raise EsbuildError("esbuild is not installed below node_modules/. Run `make site` or `make serve`, which install it.")
    done = subprocess.run([program, *_COMMON, *arguments], input=text, cwd=folder, capture_output=True, encoding="utf-8", check=False)
    # esbuild exits with 0 after warnings, and each of those is a mistake in a source.
    if done.returncode or done.stderr.strip():
        raise EsbuildError(done.stderr.strip() or f"esbuild stopped with exit code {done.returncode}.")
    return done.stdout
