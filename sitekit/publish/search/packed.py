"""Puts the search's index into few bytes, of which a host's gzip makes still fewer. search-index.js unpacks it."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from sitekit.publish.search.entries import Entry
from sitekit.publish.search.weights import SILENT

DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_"
# A weight is kept as the power of STEP that comes nearest, from LEAST on; what tells less is left out. Half as much again
# is a difference that the order of answers shows.
LEAST, STEP = 0.5, 1.5
_HALF = len(DIGITS) // 2


def packed(entries: Sequence[Entry], weights: Mapping[str, Mapping[int, float]]) -> dict[str, object]:
    """Return the index as JSON can say it.

    Args:
        entries: all that can be found; a page stands before its parts.
        weights: for each word, how much it tells of an entry, by the entry's number.

    Returns:
        pages: for each page its address, title, and parts with anchor and title. Numbers of entries run through these.
        words: every word in alphabetical order, with a space between two. What a word begins with like the one before it
            is not written again: its first digit tells how many letters those are. Words that say nothing stand here too.
        places: for each word, the entries that hold it: how many numbers lie between an entry and the one before. A number
            is written from its lowest five bits on, with a digit from 32 on where more follow. Nothing for silent words.
        weights: for each word and place, a digit: LEAST times STEP to the power of it.
        least, step: those two.
    """
    told = {word: {number: level for number, weight in held.items() if (level := _level(weight)) >= 0} for word, held in weights.items()}
    known = {word: held for word, held in told.items() if held} | dict.fromkeys(SILENT, {})
    order = sorted(known)
    return {
        "pages": _pages(entries),
        "words": " ".join(_shorter(word, before) for word, before in zip(order, ["", *order], strict=False)),
        "places": " ".join(_gaps(sorted(known[word])) for word in order),
        "weights": " ".join("".join(DIGITS[known[word][number]] for number in sorted(known[word])) for word in order),
        "least": LEAST,
        "step": STEP,
    }


def _pages(entries: Sequence[Entry]) -> list[list]:
    pages: list[list] = []
    for entry in entries:
        if pages and pages[-1][0] == entry.url:
            pages[-1][2].append([entry.anchor, entry.title])
        else:
            pages.append([entry.url, entry.title, []])
    return pages


def _level(weight: float) -> int:
    """Return the power of STEP nearest to a weight, or a number below 0 for what tells less than LEAST."""
    return min(round(math.log(weight / LEAST, STEP)), len(DIGITS) - 1)


def _shorter(word: str, before: str) -> str:
    same = next((place for place, (one, other) in enumerate(zip(word, before, strict=False)) if one != other), min(len(word), len(before)))
    same = min(same, len(DIGITS) - 1)
    return DIGITS[same] + word[same:]


def _gaps(numbers: Sequence[int]) -> str:
    return "".join(_digits(number - before - 1) for number, before in zip(numbers, [-1, *numbers], strict=False))


def _digits(number: int) -> str:
    if number < _HALF:
        return DIGITS[number]
    return DIGITS[_HALF + number % _HALF] + _digits(number // _HALF)
