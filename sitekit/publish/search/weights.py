"""How much each word tells of each page and part: what a search that holds it is likely after."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence

from sitekit.publish.search.entries import Entry

# A word in a heading tells more than one in the text, and one that people type when they look for just that still more.
# A word of danger outweighs everything.
TITLE, TEXT, TYPED, URGENT = 6.0, 1.0, 16.0, 10_000.0
# Who looks for a page is better off at its top than at a part that happens to hold the same word. One answer among many is
# what people ask for, where words lead to it. And a part that answers another reader's question counts next to nothing.
PAGE, ANSWER, LAST = 1.4, 1.5, 0.05
# Words that say nothing about what is sought. "How" and "i" would otherwise find all that begins with them.
SILENT = frozenset("""
    a about again all also am an and another any anybody anyone are as at be because been before being but by can cannot
    could d did didn didnt do does doesn doesnt doing don done dont else even ever every everything for from get gets
    getting give gives go goes going gonna got had has hasn hasnt have haven havent having he hed her hers herself hes hi
    him himself his how i id if ill im in into is isn isnt it its itself ive just let lets like ll m make makes
    makes may me might mine more most much must my need needs no nor not of off often oh ok okay on only or other our out
    over own please put quite rather re really s said saying seem seems she shes should shouldn shouldnt so some something
    somehow still such t than that thats the their them themselves then there theres these they theyll theyre theyve thing
    things this those to today too u until up upon ur us use used ve very want wanted wants wanna was wasn wasnt way we well
    went were werent what whatever whats when where whether which while who whom whos why will with won wont would wouldn
    wouldnt yes yet you youll your youre yours yourself cant couldn couldnt shall able almost either however
""".split())
_WORD = re.compile(r"[^\W_]+")


def words(text: str) -> list[str]:
    """Return the words of a text as the search knows them: small letters and digits, "don't" as "dont". search-words.js does the same."""
    return _WORD.findall(text.lower().replace("'", "").replace("’", ""))


def weights(entries: Sequence[Entry]) -> dict[str, dict[int, float]]:
    """Return, for each word that says something, how much it tells of each entry that holds it, by the entry's number.

    The more often an entry holds a word, the more it tells, but ever less with each time (n / (n + 1)); and the fewer
    entries hold it, the more. This is BM25 (Robertson and Zaragoza 2009, The Probabilistic Relevance Framework) with
    k1 = 1 and b = 0: parts of our pages are of like length, and a longer one says no less of its matter.
    """
    found: dict[str, dict[int, float]] = {}
    for number, entry in enumerate(entries):
        for word, weight in _within(entry).items():
            found.setdefault(word, {})[number] = weight
    for held in found.values():
        rare = math.log(1 + (len(entries) - len(held) + 0.5) / (len(held) + 0.5))
        for number in held:
            held[number] *= rare
    return found


def _within(entry: Entry) -> Mapping[str, float]:
    """Return how much each word tells of one entry, whatever others hold."""
    share = LAST if entry.is_last else PAGE if not entry.anchor else ANSWER if entry.typed else 1.0
    total: dict[str, float] = {}
    for text, weight in ((entry.title, TITLE), (entry.text, TEXT), (entry.typed, TYPED), (entry.urgent, URGENT)):
        for word, times in Counter(words(text)).items() if text else ():
            total[word] = total.get(word, 0) + share * weight * 2 * times / (times + 1)
    return {word: weight for word, weight in total.items() if word not in SILENT}
