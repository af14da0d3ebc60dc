"""Pages as they come out of a printer, and what can be read on them."""

from __future__ import annotations

import io
import unicodedata
from functools import cached_property

import pypdfium2
from playwright.sync_api import Page
from pypdf import PdfReader


class Paper:
    """A printed page."""

    def __init__(self, pdf: bytes) -> None:
        self.pdf = pdf
        self.sheets = list(pypdfium2.PdfDocument(pdf))

    @cached_property
    def text(self) -> str:
        """What can be read on all sheets except their numbers, without any spaces."""
        texts = [packed(sheet.get_textpage().get_text_range()) for sheet in self.sheets]
        numbers = [f"{number}/{len(texts)}" for number in range(1, len(texts) + 1)]
        return "".join(text.removeprefix(number).removesuffix(number) for text, number in zip(texts, numbers, strict=True))

    @cached_property
    def pictures(self) -> list[bytes]:
        """Each sheet as pixels."""
        return [sheet.render(scale=0.4).to_pil().convert("RGB").tobytes() for sheet in self.sheets]

    def text_of_at_least(self, points: float) -> str:
        """Return the text that is no smaller than a size in points, without any spaces."""
        large: list[str] = []

        def collect(text, outer, inner, font, size) -> None:
            if size * abs(inner[3]) * abs(outer[3]) >= points:
                large.append(text)

        for sheet in PdfReader(io.BytesIO(self.pdf)).pages:
            sheet.extract_text(visitor_text=collect)
        return packed("".join(large))


def print_page(page: Page, paper_size: str = "A4") -> Paper:
    """Print a page as it is now on "A4" or "Letter"."""
    return Paper(page.pdf(format=paper_size))


def packed(text: str) -> str:
    """Return a text without spaces and ligatures: lines may break anywhere on paper."""
    # The reader of PDFs takes a hyphen at the end of a line for one that the line break made.
    return "".join(unicodedata.normalize("NFKC", text.replace("\ufffe", "-")).split())


def stands_in(text: str, words: str) -> bool:
    """Whether a text is among words in one piece, or in two where a column or a sheet ends."""
    return any(text[:end] in words and text[end:] in words for end in range(len(text)))
