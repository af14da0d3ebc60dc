"""Minify and bundle scripts and styles with esbuild, which set-up installs from npm."""

from __future__ import annotations

import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

_MODULES = Path(__file__).resolve().parents[2] / "node_modules"
# npm installs the one program that fits this system.
_PROGRAMS = ("@esbuild/*/bin/esbuild", "@esbuild/*/esbuild.exe")
# The oldest syntax that browsers of the last five years read; newer syntax is rewritten to it.
_SCRIPT_TARGET = "es2021"
_COMMON = ("--charset=utf8", "--log-level=warning", "--color=false", "--legal-comments=none")


class EsbuildError(Exception):
    """Report that esbuild is missing, or what it found wrong in a source."""


def minify(text: str, loader: Literal["css", "js"]) -> str:
    """Minify one stylesheet or module without resolving what it imports.

    Args:
        text: its source.
        loader: the language of it.

    Raises:
        EsbuildError: esbuild is not installed, or the source has an error or a warning.
    """
    target = [f"--target={_SCRIPT_TARGET}"] if loader == "js" else []
    return run([f"--loader={loader}", "--minify", *target], text).strip()


def bundle(entries: Sequence[str], target: str, folder: Path) -> str:
    """Bundle and minify modules, with what several of them import in files of its own.

    Hashes in names depend on the content and on paths below `folder`, so that the same modules have the same names anywhere.

    Args:
        entries: paths, below `folder`, of the modules that pages ask for.
        target: the folder to write into, below `folder`; a name is that of the entry with a hash.
        folder: the folder that holds all modules.

    Returns:
        esbuild's JSON report on inputs and outputs (https://esbuild.github.io/api/#metafile).

    Raises:
        EsbuildError: esbuild is not installed, or a source has an error or a warning.
    """
    report = folder / target / "esbuild.json"
    run(
        [
            *entries,
            "--bundle",
            "--minify",
            "--splitting",
            "--format=esm",
            f"--target={_SCRIPT_TARGET}",
            f"--outdir={target}",
            "--entry-names=[name].[hash]",
            "--chunk-names=[name].[hash]",
            f"--metafile={target}/esbuild.json",
        ],
        folder=folder,
    )
    text = report.read_text(encoding="utf-8")
    report.unlink()
    return text


def run(arguments: Sequence[str], text: str | None = None, folder: Path | None = None) -> str:
    """Run esbuild.

    Args:
        arguments: its options and entry points.
        text: what it reads from standard input, if anything.
        folder: the folder to run it in; paths among the arguments may count from there.

    Returns:
        what it wrote to standard output.

    Raises:
        EsbuildError: esbuild is not installed, or reported an error or a warning.
    """
    program = next((found for pattern in _PROGRAMS for found in _MODULES.glob(pattern)), None)
    if program is None:
        raise EsbuildError("esbuild is not installed below node_modules/. Run `make site` or `make serve`, which install it.")
    done = subprocess.run([program, *_COMMON, *arguments], input=text, cwd=folder, capture_output=True, encoding="utf-8", check=False)
    # esbuild exits with 0 after warnings, and each of those is a mistake in a source.
    if done.returncode or done.stderr.strip():
        raise EsbuildError(done.stderr.strip() or f"esbuild stopped with exit code {done.returncode}.")
    return done.stdout
