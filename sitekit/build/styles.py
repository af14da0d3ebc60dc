"""Assemble the styles of the built site from the components' sheets.

What every page links becomes one file; what only some pages link stands in those. Of both:

name.css        what is for screens, and for paper where nothing else is said
name.print.css  what is for paper: after all else, within @media print
"""

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
_PRINT = ".print.css"
_NAME = "assets/site"


class StylesError(Exception):
    """Report pages and sheets that do not fit together."""


def assemble_styles(folder: Path, minify: Minify = esbuild_minify) -> None:
    """Replace the links of every page by one to the styles that all have, and by its own styles; delete the single sheets.

    Sheets keep the order in which pages link them. No page is looked at for what it holds: its template knows.

    Args:
        folder: the staging directory that MkDocs built into.
        minify: shortens a sheet.

    Raises:
        StylesError: no page links a sheet, or one does that was not built.
    """
    pages = {path: path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*.html"))}
    lists = {path: sheets for path, text in pages.items() if (sheets := _linked(text))}
    if not lists:
        raise StylesError("No page links a sheet of overrides/components.")
    missing = sorted({sheet for sheets in lists.values() for sheet in sheets if not (folder / sheet).is_file()})
    if missing:
        raise StylesError(f"Pages link {', '.join(missing)}, which is not in overrides/. Correct extra_css in mkdocs.yml.")
    common = [sheet for sheet in next(iter(lists.values())) if all(sheet in sheets for sheets in lists.values())]
    file = _write(folder, _joined(folder, common, minify))
    own = {sheets: _joined(folder, [sheet for sheet in sheets if sheet not in common], minify) for sheets in set(lists.values())}
    for path, sheets in lists.items():
        style = f"<style>{own[sheets]}</style>" if own[sheets] else ""
        links = _linking(pages[path])
        path.write_text(pages[path].replace(links, _link(links, file) + style), encoding="utf-8", newline="\n")
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


def _linking(text: str) -> str:
    """Return the run of links to single sheets in a page, or nothing."""
    found = _LINKS.search(text)
    return found[0] if found else ""


def _linked(text: str) -> tuple[str, ...]:
    return tuple(sheet for _, sheet in _SHEET.findall(_linking(text)))


def _link(links: str, file: str) -> str:
    """Return the link that stands in the place of those of single sheets, relative as they are."""
    prefix, _ = _SHEET.findall(links)[0]
    return f'<link rel="stylesheet" href="{prefix}{file}">'


def _joined(folder: Path, sheets: Sequence[str], minify: Minify) -> str:
    """Return sheets as one: those for screens in their order, then those for paper."""
    screen, paper = (
        "\n".join((folder / sheet).read_text(encoding="utf-8") for sheet in sheets if sheet.endswith(_PRINT) == is_paper)
        for is_paper in (False, True)
    )
    return minify(f"{screen}\n@media print {{\n{paper}\n}}" if paper else screen)


def _write(folder: Path, text: str) -> str:
    """Write the styles to a file whose name changes with its content, and return that name."""
    named = f"{_NAME}.{hashlib.sha256(text.encode()).hexdigest()[:8]}.css"
    (folder / named).parent.mkdir(exist_ok=True)
    (folder / named).write_text(text, encoding="utf-8", newline="\n")
    return named
