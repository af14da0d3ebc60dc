"""Assemble the styles of the built site from the components' sheets.

What every page links becomes one file; what only some pages link stands in those. Of both:

name.css        what is for screens, and for paper where nothing else is said
name.print.css  what is for paper: after all else, within @media print
"""

import hashlib
import re
from collections.abc import Callable, Sequence
from pathlib import Path

from sitekit.build.esbuild import EsbuildError
from sitekit.build.esbuild import minify as esbuild_minify
from sitekit.files import change_pages, remove_empty, write_text

Minify = Callable[..., str]

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
    sheets_by_links: dict[str, tuple[str, ...]] = {}
    for page in sorted(folder.rglob("*.html")):
        if links := _LINKS.search(page.read_text(encoding="utf-8")):
            sheets_by_links[links[0]] = tuple(sheet for _, sheet in _SHEET.findall(links[0]))
    lists = dict.fromkeys(sheets_by_links.values())
    if not lists:
        raise StylesError("No page links a sheet of overrides/components.")
    missing = sorted({sheet for sheets in lists for sheet in sheets if not (folder / sheet).is_file()})
    if missing:
        raise StylesError(f"Pages link {', '.join(missing)}, which is not in overrides/. Correct extra_css in mkdocs.yml.")
    common = [sheet for sheet in next(iter(lists)) if all(sheet in sheets for sheets in lists)]
    shared = _joined(folder, common, minify)
    file = f"{_NAME}.{hashlib.sha256(shared.encode()).hexdigest()[:8]}.css"
    write_text(folder / file, shared)
    own = {sheets: _joined(folder, [sheet for sheet in sheets if sheet not in common], minify) for sheets in lists}

    def assembled(links: re.Match[str]) -> str:
        style = own[sheets_by_links[links[0]]]
        # Relative as those of single sheets are.
        prefix = _SHEET.findall(links[0])[0][0]
        return f'<link rel="stylesheet" href="{prefix}{file}">' + (f"<style>{style}</style>" if style else "")

    change_pages(folder, lambda text: _LINKS.sub(assembled, text, 1))
    for sheet in (folder / "components").rglob("*.css"):
        sheet.unlink()
    remove_empty(folder / "components")


def _joined(folder: Path, sheets: Sequence[str], minify: Minify) -> str:
    """Return sheets as one: those for screens in their order, then those for paper."""
    screen, paper = (
        "\n".join((folder / sheet).read_text(encoding="utf-8") for sheet in sheets if sheet.endswith(_PRINT) == is_paper)
        for is_paper in (False, True)
    )
    try:
        return minify(f"{screen}\n@media print {{\n{paper}\n}}" if paper else screen)
    except EsbuildError:
        # The faulty one is named if it is read alone.
        for sheet in sheets:
            minify((folder / sheet).read_text(encoding="utf-8"), sheet)
        raise
