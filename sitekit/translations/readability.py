"""How easy a Spanish text is to read: the Szigriszt-Pazos index, on the INFLESZ scale. Pure functions.

Index: Szigriszt Pazos (1993), 206.835 − 62.3 × syllables/words − words/sentences. Scale: Barrio-Cantalejo and others (2008),
https://doi.org/10.4321/S1137-66272008000300004: 55 to 65 is normal, 65 to 80 fairly easy, above 80 very easy.
"""

import re
from collections.abc import Iterable

from sitekit.readability import sentences, with_full_stop

# "Fairly easy", for people without secondary school.
LEAST = 65
_WORD = re.compile(r"[^\W\d_]+")
# One nucleus a syllable: a strong vowel with the weak ones beside it, a weak one with an accent, or weak ones among themselves.
_NUCLEUS = re.compile(r"[iuüy]*[aeoáéó][iuüy]?(?![aeoáéóíú])|[iuüy]*[aeoáéó]|[uü]?[íú]|[iuüy]+")
_MARKUP = re.compile(r"\{\{.*?\}\}|\{[#:][^}]*\}|\]\([^)]*\)|[*\[\]#`]")


def syllables(word: str) -> int:
    """Return the number of syllables of a Spanish word, at least one; vowels that an h parts are not joined."""
    return max(1, len(_NUCLEUS.findall(word.lower())))


def inflesz(texts: Iterable[str]) -> float:
    """Return the Szigriszt-Pazos index of some paragraphs, headings or list items of a page; 100 where they hold no word."""
    whole = " ".join(with_full_stop(_MARKUP.sub("", text)) for text in texts if text.strip())
    words = _WORD.findall(whole)
    if not words:
        return 100.0
    return 206.835 - 62.3 * sum(map(syllables, words)) / len(words) - len(words) / len(sentences(whole))
