"""Find what may not be in a built page: scripts that are not known, and whatever fetches from other sites or sends to them."""

from collections.abc import Iterator
from typing import NamedTuple

from lxml import html

from sitekit.build.csp.known_scripts import hash_of
from sitekit.errors import excerpt
from sitekit.sources.stylesheets import fetched_by

# Elements that embed other documents, or change what the page's relative URLs mean.
_FORBIDDEN = frozenset(["applet", "base", "embed", "fencedframe", "frame", "frameset", "iframe", "object", "portal"])
_INSPECTED = _FORBIDDEN | {"script", "style", "meta"}
# Attributes that send what is in the page, hold a page of their own, or weaken the policy.
_FORBIDDEN_ATTRIBUTES = frozenset(["action", "formaction", "ping", "srcdoc", "nonce", "integrity", "crossorigin", "referrerpolicy"])
_FETCHING_ATTRIBUTES = frozenset(["src", "href", "xlink:href", "srcset", "imagesrcset", "data", "poster", "background"])
# Link types that describe the page and fetch nothing.
_DESCRIPTIVE_LINKS = frozenset(["alternate", "author", "canonical", "help", "license", "next", "prev"])
_LINK_SCHEMES = frozenset(["", "about", "http", "https", "mailto", "sms", "tel"])
# How browsers clean a URL (URL Standard, 4.4): controls and spaces around it go, tabs and line ends within it too.
_AROUND = "".join(map(chr, range(33)))
_WITHIN = str.maketrans({"\t": None, "\n": None, "\r": None, "\\": "/"})
# Scripts of this type are data; no browser runs them.
_DATA = "application/json"
_KEEP_LOCAL = "Keep the file in this project, or do without it."


class Violation(NamedTuple):
    """What may not be in a page: its `source` as written, to find it in a template, and its line in the built page."""

    source: str
    line: int
    message: str
    hint: str


def violations(page: html.HtmlElement, known: frozenset[str]) -> Iterator[Violation]:
    """Yield what in a built page the policy would block, or could not; `known` holds the hashes of the inline scripts it may have."""
    for node in page.iter():
        if isinstance(node.tag, str):
            found = [*(_element(node, known) if node.tag in _INSPECTED else ()), *_attributes(node)]
            yield from (Violation(source, node.sourceline or 1, message, hint) for source, message, hint in found)


def _element(node: html.HtmlElement, known: frozenset[str]) -> Iterator[tuple[str, str, str]]:
    text = node.text or ""
    if node.tag in _FORBIDDEN:
        yield f"<{node.tag}", f"<{node.tag}> is not allowed in a page", "Do without it, or link to what it would show."
    elif node.tag == "script" and node.get("src") is None and node.get("type") != _DATA and hash_of(text) not in known:
        review = f"If it must be inline, review it and set '{hash_of(text)}' in sitekit/build/csp/known_scripts.py."
        hint = f"Move it into a module in overrides/components. {review}"
        yield _first_line(text), f"The inline script '{excerpt(text)}' is not a known one", hint
    elif node.tag == "style":
        if _parent(node) != "head":
            hint = "Put its rules into a stylesheet in overrides/components."
            yield _first_line(text), "<style> is not allowed in the body of a page", hint
        yield from ((part, f"'{excerpt(part)}' in a style may fetch a file", _KEEP_LOCAL) for _, part in fetched_by(text))
    elif node.tag == "meta":
        yield from _meta(node)


def _meta(node: html.HtmlElement) -> Iterator[tuple[str, str, str]]:
    equivalent = node.get("http-equiv")
    if equivalent is not None:
        is_redirect = equivalent.lower() == "refresh" and _parent(node) == "noscript"
        if not is_redirect or _is_external(node.get("content", "").partition("url=")[2]):
            message = f"<meta http-equiv='{equivalent.lower()}'> is not allowed in a page"
            yield equivalent, message, "Do without it; publishing adds what is needed."
    elif (node.get("name") or "").lower() == "referrer":
        yield 'name="referrer"', "<meta name='referrer'> is not allowed in a page", "Do without it; publishing adds 'no-referrer'."


def _parent(node: html.HtmlElement) -> str:
    parent = node.getparent()
    return "" if parent is None else str(parent.tag)


def _attributes(node: html.HtmlElement) -> Iterator[tuple[str, str, str]]:
    for name, value in node.items():
        if name.startswith("on"):
            yield f"{name}=", f"The attribute '{name}' would run a script", "Listen for the event in a module in overrides/components."
        elif name == "style":
            hint = "Give the element a class, and that a rule in overrides/components."
            yield f'style="{value}', f"The attribute 'style' is blocked: '{excerpt(value)}'", hint
        elif name in _FORBIDDEN_ATTRIBUTES:
            yield f"{name}=", f"The attribute '{name}' is not allowed in a page", "Do without it."
        elif _scheme(value) in ("javascript", "vbscript"):
            yield value, f"The address '{excerpt(value)}' would run a script", "Use a button, and a module in overrides/components."
        elif name in _FETCHING_ATTRIBUTES:
            yield from _url(node, name, value)


def _url(node: html.HtmlElement, name: str, value: str) -> Iterator[tuple[str, str, str]]:
    if name == "href" and node.tag in ("a", "area"):
        if _scheme(value) not in _LINK_SCHEMES:
            yield value, f"The link '{excerpt(value)}' is not allowed in a page", "Use https:, tel:, sms: or mailto:."
        return
    if node.tag == "link" and set((node.get("rel") or "").lower().split()) <= _DESCRIPTIVE_LINKS:
        return
    urls = [part.split()[0] for part in value.split(",") if part.split()] if name.endswith("srcset") else [value]
    is_image = node.tag in ("img", "image") or (node.tag == "link" and "icon" in (node.get("rel") or "").split())
    for url in urls:
        if _is_external(url) and not (is_image and _scheme(url) == "data"):
            yield url, f"'{excerpt(url)}' would be fetched from elsewhere", _KEEP_LOCAL


def _cleaned(url: str) -> str:
    return url.strip(_AROUND).translate(_WITHIN)


def _scheme(url: str) -> str:
    if ":" not in url:
        return ""
    before, colon, _ = _cleaned(url).partition(":")
    return before.lower() if colon and before.isascii() and not set(before) & set("/?#") else ""


def _is_external(url: str) -> bool:
    return bool(_scheme(url)) or _cleaned(url).startswith("//")


def _first_line(text: str) -> str:
    return next((line.strip() for line in text.splitlines() if line.strip()), "")
