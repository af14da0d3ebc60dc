"""The parts of making a site light, by the words that leave them out."""

from __future__ import annotations

from enum import StrEnum


class Part(StrEnum):
    """A part of the step, by the word that leaves it out: `--without search`."""

    SEARCH = "search"
    """Nothing of the search is fetched before the reader reaches for it. Needs SCRIPTS."""
    STYLES = "styles"
    """One stylesheet with only the rules that some page or state can match."""
    FIRST = "first"
    """The first view's rules in the page, the others after it. Needs STYLES."""
    SCRIPTS = "scripts"
    """Our modules joined into few files."""
    ACT = "act"
    """What no first sight needs comes with the first sign of a reader. Needs SCRIPTS."""
    NAMES = "names"
    """File names that tell their content."""
    MARKUP = "markup"
    """Less space in the HTML, and tiny pictures within it."""
