"""Assemble the styles of the built site: the components' screen sheets inline in every page, their print sheets in one file."""

from __future__ import annotations

import filecmp
import hashlib
import re
from collections.abc import Callable
from pathlib import Path
from typing import Literal

from sitekit.build.esbuild import minify as esbuild_minify

Minify = Callable[[str, Literal["css", "js"]], str]

# The links that overrides/main.html writes, one a sheet, with nothing but space between them.
_LINK = r'<link rel="stylesheet" href="[^"]*?components/[^"]+\.css"(?: media="print")?>'
_LINKS = re.compile(rf"{_LINK}(?:\s*{_LINK})*")
_SHEET = re.compile(r'href="([^"]*?)(components/[^"]+\.css)"')
_PRINT = ".print.css"


class StylesError(Exception):
    """Report pages or sheets that do not fit together."""


def assemble_styles(folder: Path, minify: Minify = esbuild_minify) -> None:
    """Put the sheets that pages link together, in the order of the links, and delete the single files.

    The screen styles become one <style> in every page: they are smaller than one more round trip costs. Paper can wait,
    so its styles are one file, named by its content.

    Args:
        folder: the staging directory that MkDocs built into.
        minify: shortens a sheet.

    Raises:
        StylesError: pages link different sheets, or one that was not built.
    """
    pages = {path: path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*.html"))}
    found = {path: links for path, text in pages.items() if (links := _LINKS.search(text))}
    lists = {path: tuple(sheet for _, sheet in _SHEET.findall(links[0])) for path, links in found.items()}
    if not lists:
        raise StylesError("No page links a sheet of overrides/components.")
    sheets = next(iter(lists.values()))
    for path, others in lists.items():
        if others != sheets:
            raise StylesError(f"{path.relative_to(folder)} links other sheets than the pages before it.")
    screen = minify(_joined(folder, [sheet for sheet in sheets if not sheet.endswith(_PRINT)]), "css")
    paper = minify(_joined(folder, [sheet for sheet in sheets if sheet.endswith(_PRINT)]), "css")
    name = f"assets/print.{hashlib.sha256(paper.encode()).hexdigest()[:8]}.css"
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_text(paper, encoding="utf-8")
    for path, links in found.items():
        first = _SHEET.search(links[0])
        assert first is not None
        styles = f'<style>{screen}</style><link rel="stylesheet" href="{first[1]}{name}" media="print">'
        text = pages[path]
        path.write_text(text[: links.start()] + styles + text[links.end() :], encoding="utf-8")
    for sheet in (folder / "components").rglob("*.css"):
        sheet.unlink()
    _remove_empty(folder / "components")


def remove_theme_assets(folder: Path, theme: Path) -> None:
    """Delete what MkDocs copied from the theme's assets: no page of ours links any of it.

    Args:
        folder: the staging directory.
        theme: the theme's templates, with its `assets` in them. A file of ours with the same name differs and stays.
    """
    for file in sorted((theme / "assets").rglob("*")):
        copied = folder / file.relative_to(theme)
        if copied.is_file() and filecmp.cmp(file, copied, shallow=False):
            copied.unlink()
    _remove_empty(folder / "assets")


def _joined(folder: Path, sheets: list[str]) -> str:
    missing = [sheet for sheet in sheets if not (folder / sheet).is_file()]
    if missing:
        raise StylesError(f"Pages link {', '.join(missing)}, which is not in overrides. Correct extra_css in mkdocs.yml.")
    return "\n".join((folder / sheet).read_text(encoding="utf-8") for sheet in sheets)


def _remove_empty(folder: Path) -> None:
    """Remove the folders at and below `folder` that hold no file, deepest first."""
    for found in sorted([folder, *folder.rglob("*")], reverse=True):
        if found.is_dir() and not any(found.iterdir()):
            found.rmdir()
