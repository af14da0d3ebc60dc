"""Find what a stylesheet would fetch, and slips that browsers pass over. Our own sheets are few, so strict rules replace a parser."""

import re
from collections.abc import Iterator, Mapping

from sitekit.errors import excerpt, suggest

# url() is allowed with its content in it; the other ways to name a file, and escapes that could hide one, are not.
_FETCHES = re.compile(r"@import[^;]*|\burl\((?!\s*[\"']?data:)[^)]*\)?|\b(?:image|image-set|src)\([^)]*\)?|\\.{1,6}", re.IGNORECASE)
# What may hold any sign, and is left out with its lines kept.
_TEXTS = re.compile(r"/\*.*?\*/|\"[^\"\n]*\"|'[^'\n]*'|url\([^)]*\)", re.DOTALL)
# Two declarations in one, and quotation marks of prose.
_JOINED = re.compile(r"(?<=[{;])\s*([^;{}:]*:[^;{}:]*?)\s+[\w-]+\s*:[^;{}]*(?=[;}])")
_CURLY = re.compile("[“”‘’]")
_DEFINED = re.compile(r"(?<![\w(-])(--[\w-]+)\s*:")
_USED = re.compile(r"var\(\s*(--[\w-]+)\s*\)")
HINT = "Write url(data:…), or do without it."


def fetched_by(css: str) -> Iterator[tuple[int, str]]:
    """Yield each part of a stylesheet that fetches a file, or that could hide a URL behind an escape, and its line."""
    yield from ((css.count("\n", 0, found.start()) + 1, found[0]) for found in _FETCHES.finditer(css))


def slips_in(sheets: Mapping[str, str]) -> Iterator[tuple[str, int, str, str]]:
    """Yield (path, line, message, hint) for what a browser would leave out without a word, in sheets given by their paths."""
    plain = {path: _TEXTS.sub(lambda found: "\n" * found[0].count("\n"), css) for path, css in sheets.items()}
    defined = {name for css in plain.values() for name in _DEFINED.findall(css)}
    for path, css in plain.items():
        found = [(mark.start(), f"'{mark[0]}' is no quotation mark in a style", 'Write " in its place.') for mark in _CURLY.finditer(css)]
        found += [(two.end(1), f"No ';' ends '{excerpt(two[1])}'", "Put one behind it.") for two in _JOINED.finditer(css)]
        unknown = [use for use in _USED.finditer(css) if use[1] not in defined]
        found += [(use.start(), f"No style defines '{use[1]}'", suggest(use[1], defined, "property")) for use in unknown]
        yield from ((path, css.count("\n", 0, at) + 1, message, hint) for at, message, hint in found)
