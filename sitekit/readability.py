"""How hard a text is to read, by formulae over its sentences, words and syllables. Pure functions.

For English, two formulae give a grade each, in years of school; their mean is the grade that the site goes by:

- Flesch-Kincaid grade: Kincaid, Fishburne, Rogers, Chissom (1975), 0.39 × words/sentences + 11.8 × syllables/words − 15.59.
- Automated Readability Index: Senter, Smith (1967), 4.71 × characters/words + 0.5 × words/sentences − 21.43.

Syllables are estimated from spelling: each group of vowels counts one, a silent ending none. Each heading, list item
and paragraph gets a full stop before counting, as the NHS content guide asks, so that a list is not one long sentence.

For Spanish, the Szigriszt-Pazos index on the INFLESZ scale: Szigriszt Pazos (1993), 206.835 − 62.3 × syllables/words −
words/sentences. Scale: Barrio-Cantalejo and others (2008), https://doi.org/10.4321/S1137-66272008000300004: 55 to 65 is normal, 65 to
80 fairly easy, above 80 very easy.
"""

import re
from collections.abc import Iterable

_WORD = re.compile(r"[A-Za-z0-9][A-Za-z0-9'’-]*")
_SENTENCE_END = re.compile(r"(?<=[.!?])[\"'”’)]*\s+")
_SILENT_ENDING = re.compile(r"(?:[^aeiouylt]e|[^aeiouy]le?s|[^aeioudt]ed|[aeiouy][^aeiouy]es)$")
_VOWELS = re.compile(r"[aeiouy]+")
# Vowels that are written together and spoken as two syllables.
_TWO_SYLLABLES = re.compile(r"ia(?!l$)|io(?!n)|eo(?![up])|ua|ui(?=n)|ying|oing")

# "Fairly easy", for people without secondary school.
LEAST_INFLESZ = 65
_SPANISH_WORD = re.compile(r"[^\W\d_]+")
# One nucleus a syllable: a strong vowel with the weak ones beside it, a weak one with an accent, or weak ones among themselves.
_NUCLEUS = re.compile(r"[iuüy]*[aeoáéó][iuüy]?(?![aeoáéóíú])|[iuüy]*[aeoáéó]|[uü]?[íú]|[iuüy]+")
_MARKUP = re.compile(r"\{\{.*?\}\}|\{[#:][^}]*\}|\]\([^)]*\)|[*\[\]#`]")


def with_full_stop(text: str) -> str:
    """Return a block of text with a full stop at its end, unless a sentence ends there already."""
    text = text.strip()
    return text if not text or text[-1] in ".!?" or re.search(r"[.!?][\"'”’)]$", text) else text + "."


def sentences(text: str) -> list[str]:
    """Return the sentences of a text that hold a word."""
    return [part.strip() for part in _SENTENCE_END.split(text) if _WORD.search(part)]


def words(text: str) -> list[str]:
    """Return the words of a text; hyphens and apostrophes stay inside one."""
    return _WORD.findall(text)


def syllables(word: str) -> int:
    """Estimate the syllables of one English word, at least one."""
    plain = re.sub(r"[^a-z]", "", word.lower())
    if len(plain) <= 3:
        return 1
    silent = 1 if _SILENT_ENDING.search(plain) and not plain.endswith(("ses", "zes", "ces", "ges", "ches", "shes")) else 0
    return max(1, len(_VOWELS.findall(plain)) + len(_TWO_SYLLABLES.findall(plain)) - silent)


def flesch_kincaid(text: str) -> float:
    """Return the Flesch-Kincaid grade of a text, in years of school; the text holds a word."""
    count = words(text)
    return 0.39 * len(count) / len(sentences(text)) + 11.8 * sum(map(syllables, count)) / len(count) - 15.59


def automated_readability_index(text: str) -> float:
    """Return the Automated Readability Index of a text, in years of school; the text holds a word."""
    count = words(text)
    letters = sum(len(re.sub(r"\W", "", word)) for word in count)
    return 4.71 * letters / len(count) + 0.5 * len(count) / len(sentences(text)) - 21.43


def grade(blocks: list[str]) -> float:
    """Return the grade of a list of blocks (paragraphs, items, headings), in years of school; 0 without words."""
    text = " ".join(map(with_full_stop, blocks))
    return (flesch_kincaid(text) + automated_readability_index(text)) / 2 if sentences(text) else 0.0


def spanish_syllables(word: str) -> int:
    """Return the number of syllables of a Spanish word, at least one; vowels that an h parts are not joined."""
    return max(1, len(_NUCLEUS.findall(word.lower())))


def inflesz(texts: Iterable[str]) -> float:
    """Return the Szigriszt-Pazos index of some paragraphs, headings or list items of a Spanish page; 100 where they hold no word."""
    whole = " ".join(with_full_stop(_MARKUP.sub("", text)) for text in texts if text.strip())
    found = _SPANISH_WORD.findall(whole)
    if not found:
        return 100.0
    return 206.835 - 62.3 * sum(map(spanish_syllables, found)) / len(found) - len(found) / len(sentences(whole))
