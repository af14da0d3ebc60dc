"""What mail programs, messengers, quotes and thumbs do to a URL. Each function takes a page's URL below the root ("a/b/")."""

from __future__ import annotations

import re
from collections.abc import Callable

# Letters next to each other on the usual keyboard, for slips.
_BESIDE = dict(zip("abcdefghijklmnopqrstuvwxyz", "snfcrdfguohknmjpqtadriczgx", strict=True))


def _middle(url: str) -> int:
    """Return the index of the letter nearest to the middle, whose next is another letter."""
    letters = [n for n in range(len(url) - 1) if url[n : n + 2].isalpha() and url[n] != url[n + 1]]
    return min(letters, key=lambda n: abs(n - len(url) // 2))


def _at_middle(change: Callable[[str], str]) -> Callable[[str], str]:
    """Change the two letters in the middle of a URL; one without letters stays as it is."""

    def malform(url: str) -> str:
        if not re.search("[a-z]", url):
            return url
        n = _middle(url)
        return url[:n] + change(url[n : n + 2]) + url[n + 2 :]

    return malform


def _wrapped(by: str) -> Callable[[str], str]:
    """Break a URL in the middle, as a mail program breaks a long line."""
    return _at_middle(lambda two: two[0] + by + two[1])


MALFORMATIONS: dict[str, Callable[[str], str]] = {
    "upper case": str.upper,
    "capital letters": lambda a: a.title(),
    "full stop after": lambda a: a + ".",
    "comma after": lambda a: a + ",",
    "colon after": lambda a: a + ":",
    "bracket after": lambda a: a + ")",
    "bracket and full stop after": lambda a: a + ").",
    "angle bracket after": lambda a: a + "%3E",
    "angle brackets around": lambda a: f"%3C{a}%3E",
    "quotation mark after": lambda a: a + "%22",
    "curly quotation marks around": lambda a: f"%E2%80%9C{a}%E2%80%9D",
    "question mark as text": lambda a: a + "%3F",
    "star after, of bold text": lambda a: a + "**",
    "Markdown after": lambda a: a + "](https://mail.example/",
    "end tag after": lambda a: a + "%3C/a%3E",
    "slash missing at the end": lambda a: a.rstrip("/"),
    "slash missing inside": lambda a: a.replace("/", "", 1) if a.count("/") > 1 else a,
    "slash doubled inside": lambda a: a.replace("/", "//", 1),
    "slash doubled at the end": lambda a: a + "/",
    "slashes as %2F": lambda a: a.replace("/", "%2F"),
    "backslashes": lambda a: a.replace("/", "%5C"),
    ".html": lambda a: a.rstrip("/") + ".html" if a else a,
    ".htm": lambda a: a.rstrip("/") + ".htm" if a else a,
    ".md, as in the sources": lambda a: a.rstrip("/") + ".md" if a else a,
    "index.htm": lambda a: a + "index.htm",
    "Index.html": lambda a: a + "Index.html",
    "index.html glued on": lambda a: a.rstrip("/") + "index.html",
    "index.php": lambda a: a + "index.php",
    "tracking without a question mark": lambda a: a + "&utm_source=mail&utm_medium=email",
    "tracking with a question mark as text": lambda a: a + "%3Futm_source%3Dmail",
    "tracking after an entity": lambda a: a + "&amp;fbclid=IwAR0x9",
    "tracking after a semicolon": lambda a: a + ";jsessionid=1A2B",
    "anchor as text": lambda a: a + "%23in-short",
    "anchor as text, doubly": lambda a: a + "%2523in-short",
    "words after": lambda a: a + "%20and%20call%20me",
    "a space after": lambda a: a + "%20",
    "a space before": lambda a: "%20" + a,
    "a line end after": lambda a: a + "%0D%0A",
    "no-break space after": lambda a: a + "%C2%A0",
    "broken by a space": _wrapped("%20"),
    "broken by a line end": _wrapped("%0D%0A"),
    "broken by a soft break": _wrapped("=%0D%0A"),
    "broken by a soft break whose line end is lost": _wrapped("="),
    "broken by a soft break in code": _wrapped("=0D=0A"),
    "broken in a quoted answer": _wrapped("%0A%3E%20"),
    "broken in an answer to an answer": _wrapped("%0A%3E%3E%20"),
    "broken by a zero-width space": _wrapped("%E2%80%8B"),
    "broken by a soft hyphen": _wrapped("%C2%AD"),
    "broken by a hyphen": _wrapped("-"),
    "the last third lost": lambda a: a[: -max(2, len(a) // 3)] if len(a) > 8 else a,
    "hyphens as underscores": lambda a: a.replace("-", "_"),
    "hyphens as spaces": lambda a: a.replace("-", "%20"),
    "hyphens as plus signs": lambda a: a.replace("-", "+"),
    "hyphens as dashes": lambda a: a.replace("-", "%E2%80%93"),
    "hyphens doubly coded": lambda a: a.replace("-", "%252D"),
    "hyphens lost": lambda a: a.replace("-", ""),
    "a broken %": lambda a: a + "%2",
    "a full URL in it": lambda a: f"https:/trust.example/{a}" if a else a,
    "another folder before it": lambda a: f"pages/{a}" if a else a,
    "the part before the last slash lost": lambda a: a.split("/", 1)[1] if a.count("/") > 1 else a,
    "two letters swapped": _at_middle(lambda two: two[::-1]),
    "a letter missing": _at_middle(lambda two: two[1]),
    "a letter doubled": _at_middle(lambda two: two[0] * 2 + two[1]),
    "a wrong letter": _at_middle(lambda two: _BESIDE[two[0]] + two[1]),
    "two slips": lambda a: _at_middle(lambda two: two[::-1])(a[: len(a) // 2]) + _at_middle(lambda two: two[1])(a[len(a) // 2 :]),
    "a plural": lambda a: a.rstrip("/") + "s/" if a else a,
    "ligatures, from a PDF": lambda a: a.replace("fi", "%EF%AC%81").replace("ff", "%EF%AC%80"),
}


def malformed(url: str) -> dict[str, str]:
    """Return every malformed form of a URL that differs from it, by the name of the malformation."""
    forms = {name: malform(url) for name, malform in MALFORMATIONS.items()}
    return {name: form for name, form in forms.items() if form != url}
