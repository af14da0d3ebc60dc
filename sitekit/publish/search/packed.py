"""Puts the search's index into few bytes, of which a host's gzip makes still fewer. search-index.js unpacks it."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from functools import cache

from sitekit.publish.search.entries import Entry
from sitekit.publish.search.weights import SILENT

DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_"
# A weight is kept as the power of STEP that comes nearest, from LEAST on; what tells less is left out. Half as much again
# is a difference that the order of answers shows.
LEAST, STEP = 0.5, 1.5
_HALF = len(DIGITS) // 2
_LOG_LEAST, _LOG_STEP = math.log(LEAST), math.log(STEP)


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
    told = {word: _told(held) for word, held in weights.items()}
    known = {word: held for word, held in told.items() if held[0]} | dict.fromkeys(SILENT, ("", ""))
    order = sorted(known)
    return {
        "pages": _pages(entries),
        "words": " ".join(_shorter(word, before) for word, before in zip(order, ["", *order], strict=False)),
        "places": " ".join(known[word][0] for word in order),
        "weights": " ".join(known[word][1] for word in order),
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


def _told(held: Mapping[int, float]) -> tuple[str, str]:
    """Return the places of one word and its weights there, as they are written."""
    places, weights, before = [], [], -1
    for number in sorted(held):
        # The power of STEP that is nearest; below 0 it tells less than LEAST.
        level = round((math.log(held[number]) - _LOG_LEAST) / _LOG_STEP)
        if level >= 0:
            places.append(_digits(number - before - 1))
            weights.append(DIGITS[min(level, len(DIGITS) - 1)])
            before = number
    return "".join(places), "".join(weights)


def _shorter(word: str, before: str) -> str:
    same = next((place for place, (one, other) in enumerate(zip(word, before, strict=False)) if one != other), min(len(word), len(before)))
    same = min(same, len(DIGITS) - 1)
    return DIGITS[same] + word[same:]


@cache
def _digits(number: int) -> str:
    if number < _HALF:
        return DIGITS[number]
    return DIGITS[_HALF + number % _HALF] + _digits(number // _HALF)
