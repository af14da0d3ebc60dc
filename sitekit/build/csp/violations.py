"""What may not stand in a built page: whatever acts without a known script, or asks another place for something."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import html

from sitekit.build.csp import stylesheets
from sitekit.build.csp.known_scripts import hash_of

# They open other documents within the page, or move where its addresses lead.
_NEVER = frozenset(["applet", "base", "embed", "fencedframe", "frame", "frameset", "iframe", "object", "portal"])
# Of all others, what these hold or say is looked at.
_LOOKED_INTO = _NEVER | {"script", "style", "meta"}
# They send what stands in the page, write a page within it, or speak for its policy.
_NEVER_ATTRIBUTES = frozenset(["action", "formaction", "ping", "srcdoc", "nonce", "integrity", "crossorigin", "referrerpolicy"])
_FETCHED = frozenset(["src", "href", "xlink:href", "srcset", "imagesrcset", "data", "poster", "background"])
# Links that tell something of the page, and fetch nothing.
_TELLING = frozenset(["alternate", "author", "canonical", "help", "license", "next", "prev"])
_SCHEMES = frozenset(["", "about", "http", "https", "mailto", "sms", "tel"])
# What browsers pass over around an address, and within it; and what they take for a slash.
_AROUND = "".join(map(chr, range(33)))
_WITHIN = str.maketrans({"\t": None, "\n": None, "\r": None, "\\": "/"})
# Scripts of this type are data: no browser runs them.
_DATA = "application/json"


@dataclass(frozen=True)
class Found:
    """Something in a page that may not stand there: its words as they are written, its line, and what to say of it."""

    words: str
    line: int
    message: str
    hint: str


def faults(page: html.HtmlElement, known: frozenset[str]) -> Iterator[Found]:
    """Tell what in a page the policy would block, or could not.

    Args:
        page: a built page, without its policy.
        known: the hashes of the scripts that may stand in a page.
    """
    for node in page.iter():
        if not isinstance(node.tag, str):
            continue
        if node.tag in _LOOKED_INTO:
            yield from (Found(words, node.sourceline, fault, mend) for words, fault, mend in _element(node, known))
        yield from (Found(words, node.sourceline, fault, mend) for words, fault, mend in _attributes(node))


def _element(node: html.HtmlElement, known: frozenset[str]) -> Iterator[tuple[str, str, str]]:
    text = node.text or ""
    if node.tag in _NEVER:
        yield f"<{node.tag}", f"<{node.tag}> may not stand in a page", "Do without it, or link to what it would show."
    if node.tag == "script" and node.get("src") is None and node.get("type") != _DATA and hash_of(text) not in known:
        yield (
            _first(text),
            f"The script '{_short(text)}' in the page is not on the list of known ones",
            f"Put it into a file in docs/assets/scripts. If it must run before that, read it once more and set '{hash_of(text)}' in sitekit/publish/lockdown/known.py.",
        )
    if node.tag == "style":
        if node.getparent().tag != "head":
            yield _first(text), "<style> may not stand in the text of a page", "Put its rules into docs/assets/stylesheets."
        for address in stylesheets.foreign(text):
            yield address, f"'{address}' would be fetched from elsewhere", "Keep the file in docs/assets, or do without it."
    if node.tag == "meta" and node.get("http-equiv") is not None:
        told = node.get("http-equiv").lower()
        if told != "refresh" or node.getparent().tag != "noscript" or _leaves(node.get("content", "").partition("url=")[2]):
            yield (
                node.get("http-equiv"),
                f"<meta http-equiv='{told}'> may not stand in a page",
                "Do without it; publishing sets what is needed.",
            )
    if node.tag == "meta" and (node.get("name") or "").lower() == "referrer" and node.get("content") != "no-referrer":
        yield 'name="referrer"', f"The page tells other sites '{node.get('content')}' of where a reader came from", "Write 'no-referrer'."


def _attributes(node: html.HtmlElement) -> Iterator[tuple[str, str, str]]:
    for name, value in node.items():
        if name.startswith("on"):
            yield f"{name}=", f"The attribute '{name}' would run a script", "Listen for it in a file in docs/assets/scripts."
        elif name == "style":
            yield (
                f'style="{value}',
                f"The attribute 'style' is blocked: '{_short(value)}'",
                "Give it a class, and a rule in docs/assets/stylesheets.",
            )
        elif name in _NEVER_ATTRIBUTES:
            yield f"{name}=", f"The attribute '{name}' may not stand in a page", "Do without it."
        elif _scheme(value) in ("javascript", "vbscript"):
            yield value, f"The address '{_short(value)}' would run a script", "Use a button, and a file in docs/assets/scripts."
        elif name in _FETCHED:
            yield from _address(node, name, value)


def _address(node: html.HtmlElement, name: str, value: str) -> Iterator[tuple[str, str, str]]:
    if name == "href" and node.tag in ("a", "area"):
        if _scheme(value) not in _SCHEMES:
            yield value, f"The link '{_short(value)}' may not stand here", "Use https:, tel:, sms: or mailto:."
        return
    if node.tag == "link" and set((node.get("rel") or "").lower().split()) <= _TELLING:
        return
    each = [part.split()[0] for part in value.split(",") if part.split()] if name.endswith("srcset") else [value]
    shows = node.tag in ("img", "image") or (node.tag == "link" and "icon" in (node.get("rel") or "").split())
    for address in each:
        if _leaves(address) and not (shows and _scheme(address) == "data"):
            yield address, f"'{_short(address)}' would be fetched from elsewhere", "Keep the file in docs/assets, or do without it."


def _clean(address: str) -> str:
    """Return an address as a browser reads it: without spaces around it and line ends within (URL Standard, 4.4)."""
    return address.strip(_AROUND).translate(_WITHIN)


def _scheme(address: str) -> str:
    if ":" not in address:
        return ""
    before, colon, _ = _clean(address).partition(":")
    return before.lower() if colon and before.isascii() and not set(before) & set("/?#") else ""


def _leaves(address: str) -> bool:
    return bool(_scheme(address)) or _clean(address).startswith("//")


def _first(text: str) -> str:
    return next((line.strip() for line in text.splitlines() if line.strip()), "")


def _short(text: str) -> str:
    line = _first(text)
    return line if len(line) <= 40 else f"{line[:40]}…"
