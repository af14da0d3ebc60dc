"""Assemble the styles of the built site from the components' sheets, each by the end of its name.

name.css           what a page shows at first: inline in every page
name.deferred.css  what is further down, or opens later: in one file for all pages, linked at the end of the body
name.print.css     what is for paper: in the same file, after all else, within @media print
"""

from __future__ import annotations

import filecmp
import hashlib
import re
from collections.abc import Callable, Sequence
from pathlib import Path

from sitekit.build.esbuild import minify as esbuild_minify
from sitekit.build.folders import remove_empty

Minify = Callable[[str], str]

# The links that overrides/main.html writes, one a sheet, with nothing but space between them.
_LINK = r'<link rel="stylesheet" href="[^"]*?components/[^"]+\.css"(?: media="print")?>'
_LINKS = re.compile(rf"{_LINK}(?:\s*{_LINK})*")
_SHEET = re.compile(r'href="([^"]*?)(components/[^"]+\.css)"')
_DEFERRED, _PRINT = ".deferred.css", ".print.css"
_NAME = "assets/deferred"


class StylesError(Exception):
    """Report pages and sheets that do not fit together."""


def assemble_styles(folder: Path, minify: Minify = esbuild_minify) -> None:
    """Replace the links of every page by the assembled styles, and delete the single sheets.

    Sheets keep the order in which pages link them. No page is looked at for what it holds.

    Args:
        folder: the staging directory that MkDocs built into.
        minify: shortens a sheet.

    Raises:
        StylesError: pages link different sheets, or one that was not built.
    """
    pages = {path: path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*.html"))}
    lists = {path: sheets for path, text in pages.items() if (sheets := _linked(text))}
    if not lists:
        raise StylesError("No page links a sheet of overrides/components.")
    sheets = next(iter(lists.values()))
    for path, others in lists.items():
        if others != sheets:
            raise StylesError(f"{path.relative_to(folder)} links other sheets than the pages before it.")
    missing = [sheet for sheet in sheets if not (folder / sheet).is_file()]
    if missing:
        raise StylesError(f"Pages link {', '.join(missing)}, which is not in overrides/. Correct extra_css in mkdocs.yml.")
    deferred, paper = (_joined(folder, [sheet for sheet in sheets if sheet.endswith(kind)]) for kind in (_DEFERRED, _PRINT))
    inline = minify(_joined(folder, [sheet for sheet in sheets if not sheet.endswith((_DEFERRED, _PRINT))]))
    file = _write(folder, minify(f"{deferred}\n@media print {{\n{paper}\n}}"))
    for path in lists:
        path.write_text(_LINKS.sub(lambda links: _tag(links[0], inline, file), pages[path]), encoding="utf-8", newline="\n")
    for sheet in (folder / "components").rglob("*.css"):
        sheet.unlink()
    remove_empty(folder / "components")


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
    remove_empty(folder / "assets")


def _linked(text: str) -> tuple[str, ...]:
    return tuple(sheet for links in _LINKS.finditer(text) for _, sheet in _SHEET.findall(links[0]))


def _tag(links: str, inline: str, file: str) -> str:
    """Return what stands in the place of a run of links: the inline styles in the head, the file at the end of the body."""
    prefix, sheet = _SHEET.findall(links)[0]
    return f'<link rel="stylesheet" href="{prefix}{file}">' if sheet.endswith((_DEFERRED, _PRINT)) else f"<style>{inline}</style>"


def _joined(folder: Path, sheets: Sequence[str]) -> str:
    return "\n".join((folder / sheet).read_text(encoding="utf-8") for sheet in sheets)


def _write(folder: Path, text: str) -> str:
    """Write the file of deferred styles under a name that changes with its content, and return that name."""
    named = f"{_NAME}.{hashlib.sha256(text.encode()).hexdigest()[:8]}.css"
    (folder / named).parent.mkdir(exist_ok=True)
    (folder / named).write_text(text, encoding="utf-8", newline="\n")
    return named
