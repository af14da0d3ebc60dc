"""How hard a text is to read, by formulae that need nothing but the text. Pure; no page is known here.

Two formulae give a school grade each, and their mean is the consensus:

- Flesch-Kincaid grade: Kincaid, Fishburne, Rogers, Chissom (1975), 0.39 × words/sentences + 11.8 × syllables/words − 15.59.
- Automated Readability Index: Senter, Smith (1967), 4.71 × characters/words + 0.5 × words/sentences − 21.43.

Syllables are estimated from spelling, as no dictionary is shipped: groups of vowels count one each, a
silent ending counts none. Before counting, each heading, list item and paragraph is closed with a full
stop, as the NHS content guide asks; otherwise a list would be taken for one long sentence.
"""

from __future__ import annotations

import re

_WORD = re.compile(r"[A-Za-z0-9][A-Za-z0-9'’-]*")
_END = re.compile(r"(?<=[.!?])[\"'”’)]*\s+")
_SILENT = re.compile(r"(?:[^aeiouylt]e|[^aeiouy]le?s|[^aeioudt]ed|[aeiouy][^aeiouy]es)$")
_VOWELS = re.compile(r"[aeiouy]+")
# Two sounds that spelling joins into one group of vowels.
_APART = re.compile(r"ia(?!l$)|io(?!n)|eo(?![up])|ua|ui(?=n)|ying|oing")


def closed(text: str) -> str:
    """Return a block of text, ended with a full stop unless it ends a sentence already."""
    text = text.strip()
    return text if not text or text[-1] in ".!?" or re.search(r"[.!?][\"'”’)]$", text) else text + "."


def sentences(text: str) -> list[str]:
    """Split a text into sentences that hold a word."""
    return [part.strip() for part in _END.split(text) if _WORD.search(part)]


def words(text: str) -> list[str]:
    """Return the words of a text; hyphens and apostrophes stay inside one."""
    return _WORD.findall(text)


def syllables(word: str) -> int:
    """Estimate the syllables of one English word, at least one."""
    plain = re.sub(r"[^a-z]", "", word.lower())
    if len(plain) <= 3:
        return 1
    silent = 1 if _SILENT.search(plain) and not plain.endswith(("ses", "zes", "ces", "ges", "ches", "shes")) else 0
    return max(1, len(_VOWELS.findall(plain)) + len(_APART.findall(plain)) - silent)


def flesch_kincaid(text: str) -> float:
    """Return the Flesch-Kincaid grade of a text in closed sentences, in years of school."""
    count = words(text)
    return 0.39 * len(count) / len(sentences(text)) + 11.8 * sum(map(syllables, count)) / len(count) - 15.59


def readability_index(text: str) -> float:
    """Return the Automated Readability Index of a text in closed sentences, in years of school."""
    count = words(text)
    letters = sum(len(re.sub(r"\W", "", word)) for word in count)
    return 4.71 * letters / len(count) + 0.5 * len(count) / len(sentences(text)) - 21.43


def grade(blocks: list[str]) -> float:
    """Return the consensus grade of a list of blocks (paragraphs, items, headings), in years of school; 0 for no words."""
    text = " ".join(map(closed, blocks))
    return (flesch_kincaid(text) + readability_index(text)) / 2 if sentences(text) else 0.0
