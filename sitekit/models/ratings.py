"""Ratings of pages by people who did not write them, and their scores. No I/O.

Two instruments, both self-applied here:

- PEMAT-P, the Patient Education Materials Assessment Tool for print (AHRQ): items 1-12 and 15-19 for
  understandability, 20-26 for actionability.
- The CDC Clear Communication Index: items 1-20.

A score is points over applicable items, in per cent. Source of both rules: the instruments' user guides.
"""

import hashlib
import re
from collections.abc import Iterable
from typing import Annotated, Literal

from pydantic import StringConstraints

from sitekit.models.record import Day, Record, Short, TrueOrFalse, Words

UNDERSTANDABILITY = (*range(1, 13), *range(15, 20))
ACTIONABILITY = tuple(range(20, 27))
CLEAR_COMMUNICATION = tuple(range(1, 21))
# Once this share of a page's texts has changed, its rating is stale.
SUBSTANTIAL = 0.25

Answer = Annotated[str, StringConstraints(pattern=r"^(yes|no|na)\. \S", max_length=600)]


class Rating(Record):
    """One rater's answers about one page, each "yes", "no" or "na" with its reason."""

    page: Short
    rater: Literal["a", "b"]
    date: Day
    audience: Words
    objective: Words
    message: Words
    pemat: dict[int, Answer]
    cci: dict[int, Answer]
    fingerprint: Annotated[Words, StringConstraints(max_length=10_000)]
    stale: TrueOrFalse = False

    def score(self, answers: dict[int, str], items: Iterable[int]) -> float:
        """Return points over applicable items, in per cent; 0 where no item applies."""
        given = [answers[item].split(".")[0] for item in items]
        applicable = [answer for answer in given if answer != "na"]
        return 100 * applicable.count("yes") / len(applicable) if applicable else 0.0

    @property
    def scores(self) -> tuple[float, float, float]:
        """PEMAT-P understandability and actionability, and the CDC Clear Communication Index, each in per cent."""
        items = ((self.pemat, UNDERSTANDABILITY), (self.pemat, ACTIONABILITY), (self.cci, CLEAR_COMMUNICATION))
        understandability, actionability, clear_communication = (self.score(*each) for each in items)
        return understandability, actionability, clear_communication


def agreement(pairs: Iterable[tuple[Rating, Rating]]) -> float:
    """Return which share of their answers the two raters of some pages gave alike, in per cent; 0 without pages."""
    alike = [
        one[item].split(".")[0] == other[item].split(".")[0]
        for first, second in pairs
        for one, other in ((first.pemat, second.pemat), (first.cci, second.cci))
        for item in one
    ]
    return 100 * sum(alike) / len(alike) if alike else 0.0


def plain(text: str) -> str:
    """Return the words of a text in lower case, without punctuation."""
    return re.sub(r"\W+", " ", text).strip().lower()


def fingerprint(texts: Iterable[str]) -> str:
    """Return short hashes of the texts of a page, sorted, so that later changes can be measured without the former texts."""
    return " ".join(sorted(hashlib.sha256(text.encode()).hexdigest()[:6] for text in {plain(text) for text in texts} if text))


def changed(before: str, after: str) -> float:
    """Return the share of texts that differ between two fingerprints, from 0 (none) to 1 (all)."""
    old, new = set(before.split()), set(after.split())
    return 1 - len(old & new) / len(old | new) if old | new else 0.0
