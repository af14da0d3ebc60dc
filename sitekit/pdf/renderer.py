"""Sets one piece of job with Typst, and remembers it, so that what has not changed is not set again.

Values reach a template as JSON in an input of its own. They are never joined to markup, so no value can become markup.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Literal

import typst

from sitekit.pdf.cache import Cache, digest

_HERE = Path(__file__).parent
# How Typst tells of a letter without a font.
_MISSING = re.compile(r'the text `"(.+?)"` could not be displayed')
# How many pieces are remembered besides those of this run. Two copies of the site fit well.
_SPARE = 1000


class DoesNotFit(Exception):
    """No draft of a piece of job stays within its number of pages."""


class CannotBeShown(Exception):
    """A text holds a letter that none of the fonts has; the message is that letter."""


@dataclass(frozen=True)
class Job:
    """What to set.

    Args:
        template: a file of this folder.
        values: what the template asks for.
        drafts: more values, for a template that can be shortened, the best first; the first draft that stays
            within `pages` is set.
        pages: the most pages a PDF may fill.
        format: "pdf" is tagged PDF/UA-1 (ISO 14289-1); "svg" and "png" are single pictures.
        ppi: pixels per inch of a "png".
    """

    template: str
    values: dict
    drafts: tuple[dict, ...] = ({},)
    pages: int = 1
    format: Literal["pdf", "png", "svg"] = "pdf"
    ppi: float = 72


@dataclass
class Renderer:
    """A Typst compiler with our fonts and no others, and a folder that remembers its job.

    Args:
        memory: the folder; made when the first piece is set.
        fonts: a folder with the fonts to use.
    """

    memory: Path
    fonts: Path = _HERE / "fonts"
    made: int = field(default=0, init=False)

    @cached_property
    def _compiler(self) -> typst.Compiler:
        # Fonts of the machine would make each machine's sheets differ.
        fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(self.fonts)])
        return typst.Compiler(input=str(_HERE / "handout.typ"), root=str(_HERE), font_paths=fonts)

    @cached_property
    def _memory(self) -> Cache:
        shapes = (*self.fonts.glob("*.ttf"), *_HERE.glob("*.typ"), Path(__file__))
        return Cache(self.memory, digest(["typst"], shapes), _SPARE)

    def render(self, job: Job) -> bytes:
        """Return the finished file.

        Raises:
            DoesNotFit: every draft needs more pages than the job may fill.
            CannotBeShown: a letter is in none of the fonts.
        """

        def make() -> bytes:
            self.made += 1
            return self._first_that_fits(job)

        wanted = json.dumps([job.template, job.values, job.drafts, job.pages, job.format, job.ppi], sort_keys=True)
        return self.keep(wanted, job.format, make)

    def keep(self, key: str, suffix: str, make: Callable[[], bytes]) -> bytes:
        """Return what was kept under a key, or make it and keep it: as `Cache.keep`; this folder's files and the version of Typst count too."""
        return self._memory.keep(key, suffix, make)

    def forget(self) -> None:
        """Forget what has long not been asked for: as `Cache.forget`."""
        self._memory.forget()

    def _first_that_fits(self, job: Job) -> bytes:
        for draft in job.drafts:
            found = self._compiled(job, draft)
            if job.format != "pdf" or self._pages() <= job.pages:
                return found
        raise DoesNotFit(f"more than {job.pages} pages")

    def _compiled(self, job: Job, draft: dict) -> bytes:
        standards = {"pdf_standards": ["1.7", "ua-1"]} if job.format == "pdf" else {"ppi": job.ppi} if job.format == "png" else {}
        try:
            found = self._compiler.compile(
                input=str(_HERE / job.template),
                format=job.format,
                timestamp=0,
                **standards,
                sys_inputs={"data": json.dumps(job.values), "draft": json.dumps(draft)},
            )
        except typst.TypstError as error:
            missing = _MISSING.search(error.message)
            if missing:
                raise CannotBeShown(missing.group(1)) from error
            raise
        return found if isinstance(found, bytes) else found[0]

    def _pages(self) -> int:
        """Count the pages of what was compiled last."""
        return int(json.loads(self._compiler.query("<pages>", field="value", one=True)))

    def showable(self, text: str) -> str:
        """Return a text without the letters that no font of ours has."""
        return "".join(letter for letter in text if letter.isascii() or self._shows(letter)).strip()

    def _shows(self, letter: str) -> bool:
        try:
            self._compiled(Job("letter.typ", {"letter": letter}), {})
        except CannotBeShown:
            return False
        return True
