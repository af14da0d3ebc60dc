"""Typeset with Typst, and cache the results.

Values reach a template as JSON in an input of its own. They are never joined to markup, so no value can become markup.
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from importlib.metadata import version
from pathlib import Path
from typing import Any, Literal

import typst

from sitekit.pdf.cache import Cache

_HERE = Path(__file__).parent
# How Typst reports a letter without a font.
_MISSING = re.compile(r'the text `"(.+?)"` could not be displayed')
# Cached files to keep besides those of this run: enough for two copies of the site.
_RETENTION = 1000


class DoesNotFit(Exception):
    """No draft of a job fits on its number of pages."""


class CannotBeShown(Exception):
    """A text holds a letter that none of the fonts has; the message is that letter."""


@dataclass(frozen=True)
class Job:
    """What to typeset.

    Args:
        template: the name of a .typ file in this folder.
        values: the template's data, as JSON.
        drafts: further values for a template that can be shortened, the best first; the first draft that fits is used.
        pages: the most pages a PDF may fill.
        format: "pdf" is tagged PDF/UA-1 (ISO 14289-1); "svg" and "png" are single pictures.
        ppi: pixels per inch of a "png".
    """

    template: str
    values: dict[str, Any]
    drafts: tuple[dict[str, Any], ...] = ({},)
    pages: int = 1
    format: Literal["pdf", "png", "svg"] = "pdf"
    ppi: float = 72


@dataclass
class Renderer:
    """A Typst compiler with our fonts and no others, and a cache of what it made.

    Args:
        folder: the cache's.
        fonts: the folder of the fonts to use.
    """

    folder: Path
    fonts: Path = _HERE / "fonts"
    compiled: int = field(default=0, init=False)

    @cached_property
    def _compiler(self) -> typst.Compiler:
        # Fonts of the machine would make each machine's files differ.
        fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(self.fonts)])
        return typst.Compiler(input=str(_HERE / "handout.typ"), root=str(_HERE), font_paths=fonts)

    @cached_property
    def _cache(self) -> Cache:
        # Files made by another version of Typst, or from other fonts, templates or code, are not used.
        digest = hashlib.sha256(f"{sys.version} typst {version('typst')}".encode())
        for file in sorted([*self.fonts.glob("*.ttf"), *_HERE.glob("*.typ"), *_HERE.glob("*.py")]):
            digest.update(file.name.encode() + hashlib.sha256(file.read_bytes()).digest())
        return Cache(self.folder, digest.digest(), _RETENTION)

    def render(self, job: Job) -> bytes:
        """Return the finished file.

        Raises:
            DoesNotFit: every draft needs more pages than the job may fill.
            CannotBeShown: a letter is in none of the fonts.
        """
        key = json.dumps([job.template, job.values, job.drafts, job.pages, job.format, job.ppi], sort_keys=True)
        return self.cached(key, job.format, lambda: self._first_that_fits(job))

    def cached(self, key: str, suffix: str, make: Callable[[], bytes]) -> bytes:
        """Return the cached content for a key, or make it: see `Cache.get`."""
        return self._cache.get(key, suffix, make)

    def prune_cache(self) -> None:
        """Delete what has not been used for long: see `Cache.prune`."""
        self._cache.prune()

    def displayable(self, text: str) -> str:
        """Return a text without the letters that none of our fonts has."""
        return "".join(letter for letter in text if letter.isascii() or self._has_glyph(letter)).strip()

    def _first_that_fits(self, job: Job) -> bytes:
        for draft in job.drafts:
            content = self._compile(job, draft)
            if job.format != "pdf" or self._page_count() <= job.pages:
                return content
        raise DoesNotFit(f"more than {job.pages} pages")

    def _compile(self, job: Job, draft: dict[str, Any]) -> bytes:
        self.compiled += 1
        by_format: dict[str, dict[str, Any]] = {"pdf": {"pdf_standards": ["1.7", "ua-1"]}, "png": {"ppi": job.ppi}, "svg": {}}
        try:
            output = self._compiler.compile(
                input=str(_HERE / job.template),
                format=job.format,
                timestamp=0,
                sys_inputs={"data": json.dumps(job.values), "draft": json.dumps(draft)},
                **by_format[job.format],
            )
        except typst.TypstError as error:
            missing = _MISSING.search(error.message)
            if missing:
                raise CannotBeShown(missing[1]) from error
            raise
        # With several pages there are several pictures, and our pictures have one page.
        return output[0] if isinstance(output, list) else output or b""

    def _page_count(self) -> int:
        """Return the number of pages of what was compiled last."""
        return int(json.loads(self._compiler.query("<pages>", field="value", one=True)))

    def _has_glyph(self, letter: str) -> bool:
        try:
            self._compile(Job("letter.typ", {"letter": letter}), {})
        except CannotBeShown:
            return False
        return True
