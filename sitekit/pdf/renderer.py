"""Typeset with Typst, and cache the results.

Values reach a template as JSON in an input of its own. They are never joined to markup, so no value can become markup.
"""

import hashlib
import io
import json
import math
import re
import sys
from dataclasses import dataclass, field
from functools import cached_property
from importlib.metadata import version
from pathlib import Path
from typing import Any, Literal

import segno
import typst

from sitekit.pdf.cache import Cache

_HERE = Path(__file__).parent
_FONTS = _HERE / "fonts"
# Sizes of letters in points: the first that is tried, the largest, and the step between two.
_MIDDLE, _LARGEST, _STEP = 11.0, 13.0, 0.5
# Languages whose letters join.
_JOINED = {"ar", "fa", "ur"}
# How Typst reports a letter without a font.
_MISSING = re.compile(r'the text `"(.+?)"` could not be displayed')
# Cached files to keep besides those of this run: enough for two copies of the site.
_RETENTION = 1000


class DoesNotFit(Exception):
    """What a job typesets needs more than its number of pages; the message is that number, in sides."""


class CannotBeShown(Exception):
    """A text holds a letter that none of the fonts has; the message is that letter."""


@dataclass(frozen=True)
class Job:
    """What to typeset: the name of a .typ file in this folder, its data, and the most pages that a PDF may fill.

    A PDF is typeset in the largest letters that fit, in points, at least the `smallest`; None for a template that sets their size itself.
    "pdf" is tagged PDF/UA-1 (ISO 14289-1); "svg" and "png" are single pictures, a "png" with `ppi` pixels per inch.
    """

    template: str
    values: dict[str, Any]
    pages: int = 1
    smallest: float | None = None
    format: Literal["pdf", "png", "svg"] = "pdf"
    ppi: float = 72


@dataclass
class Renderer:
    """A Typst compiler with our fonts and no others, and a cache of what it made, in `folder`."""

    folder: Path
    compiled: int = field(default=0, init=False)

    @cached_property
    def _compiler(self) -> typst.Compiler:
        # Fonts of the machine would make each machine's files differ.
        fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(_FONTS)])
        return typst.Compiler(input=str(_HERE / "handout.typ"), root=str(_HERE), font_paths=fonts)

    @cached_property
    def cache(self) -> Cache:
        """The cache. Files made by another version of Typst, or from other fonts, templates or code, are not used."""
        digest = hashlib.sha256(f"{sys.version} typst {version('typst')}".encode())
        for file in sorted([*_FONTS.glob("*.ttf"), *_HERE.glob("*.typ"), *_HERE.glob("*.py")]):
            digest.update(file.name.encode() + hashlib.sha256(file.read_bytes()).digest())
        return Cache(self.folder, digest.digest(), _RETENTION)

    def render(self, job: Job) -> bytes:
        """Return the finished file.

        Raises DoesNotFit where it needs more pages than it may fill, CannotBeShown where a letter is in none of the fonts.
        """
        key = json.dumps([job.template, job.values, job.pages, job.smallest, job.format, job.ppi], sort_keys=True)
        return self.cache.get(key, job.format, lambda: self._compile(job) if job.smallest is None else self._fitted(job, job.smallest))

    def qr(self, url: str) -> str:
        """Return the QR code of a URL as SVG, with its quiet zone (ISO/IEC 18004, error correction M: 15 % may be damaged).

        It is cached with the typeset files, since finding the best mask pattern takes time.
        """

        def make() -> bytes:
            svg = io.BytesIO()
            # Browsers show an SVG as an image only if it names its namespace.
            segno.make(url, error="m", micro=False).save(
                svg, kind="svg", xmldecl=False, svgns=True, nl=False, border=4, dark="#000", light="#fff", omitsize=True
            )
            return svg.getvalue()

        return self.cache.get(f"QR code, segno {segno.__version__}: {url}", "svg", make).decode()

    def displayable(self, text: str) -> str:
        """Return a text without the letters that none of our fonts has."""
        return "".join(letter for letter in text if letter.isascii() or self.can_show(letter=letter)).strip()

    def can_show(self, **value: str | list[int]) -> bool:
        """Return whether a `letter`, or a `picture` given as its bytes, can be typeset."""
        try:
            self._compile(Job("letter.typ", value))
        except (CannotBeShown, typst.TypstError):
            return False
        return True

    def _fitted(self, job: Job, smallest: float) -> bytes:
        """Return a PDF on the fewest sides that hold it in letters that are large enough, in the largest ones that fit on these.

        As the largest are tried first, the last side is never nearly empty.
        """
        content, used = self._measured(job, _MIDDLE)
        for sides in range(1, job.pages + 1):
            # Where a second side may follow, one side must not be cramped.
            least = smallest + 0.5 if sides == 1 < job.pages else smallest
            # The room that words take grows with the square of their size.
            size = min(_LARGEST, _STEP * math.ceil(_MIDDLE * math.sqrt(sides / used) / _STEP))
            while size >= least:
                content, needed = self._measured(job, size)
                if needed <= sides:
                    return content
                size -= _STEP
        raise DoesNotFit("one side" if job.pages == 1 else f"{job.pages} sides")

    def _measured(self, job: Job, size: float) -> tuple[bytes, float]:
        """Return a PDF in letters of a size in points, and how many pages it fills, the last one counted as far as it is filled."""
        content = self._compile(job, size)
        return content, float(self._compiler.query("<used>", field="value", one=True))

    def _compile(self, job: Job, size: float = _MIDDLE) -> bytes:
        self.compiled += 1
        # Typst finds no text behind some joined letters of Arabic in drawings, which PDF/UA asks for.
        standards = ["1.7"] if job.values.get("language") in _JOINED else ["1.7", "ua-1"]
        by_format: dict[str, dict[str, Any]] = {"pdf": {"pdf_standards": standards}, "png": {"ppi": job.ppi}, "svg": {}}
        try:
            output = self._compiler.compile(
                input=str(_HERE / job.template),
                format=job.format,
                timestamp=0,
                sys_inputs={"data": json.dumps(job.values), "size": str(size)},
                **by_format[job.format],
            )
        except typst.TypstError as error:
            missing = _MISSING.search(error.message)
            if missing:
                raise CannotBeShown(missing[1]) from error
            raise
        # With several pages there are several pictures, and our pictures have one page.
        return output[0] if isinstance(output, list) else output or b""
