"""The content security policy of a page: it forbids everything but what is named here.

Source of the directives: Content Security Policy Level 3, https://www.w3.org/TR/CSP3/.
"""

from collections.abc import Iterable

from lxml import html

from sitekit.build.csp.known_scripts import hash_of

# No page holds a frame, sound, film, font, plug-in or web app manifest.
_NEVER = ("font-src", "frame-src", "manifest-src", "media-src", "object-src")
_SELF, _NONE = "'self'", "'none'"
_ALWAYS = {"img-src": [_SELF, "data:"], "base-uri": [_NONE], "form-action": [_NONE]}


def policy_of(page: html.HtmlElement, known: Iterable[str]) -> str:
    """Return the policy for the <meta> of a built page, by the hashes of the known inline scripts; one without scripts may run none."""
    has_scripts = next(page.iter("script"), None) is not None
    has_sheets = any("stylesheet" in (link.get("rel") or "").split() for link in page.iter("link"))
    # A page's scripts may add a stylesheet of ours.
    styles = [_SELF] * (has_scripts or has_sheets) + [f"'{hash_of(style.text or '')}'" for style in page.iter("style")]
    return _joined({"default-src": [_NONE], **(_scripts(known) if has_scripts else {}), "style-src": styles or [_NONE], **_ALWAYS})


def header_of(known: Iterable[str], framed: bool) -> str:
    """Return the policy that a host sends as a header, beside the one in each page; browsers enforce both.

    It names no styles, since the hashes of inline styles differ from page to page, and so no `default-src`, which would forbid them.
    `framed` pages may be shown in frames of other sites; a <meta> cannot forbid that.
    """
    scripts = {"script-src": [_NONE]} if framed else _scripts(known)
    ancestors = {} if framed else {"frame-ancestors": [_NONE]}
    return _joined({**scripts, **_ALWAYS, **{name: [_NONE] for name in _NEVER}, **ancestors})


def _scripts(known: Iterable[str]) -> dict[str, list[str]]:
    # Without worker-src, script-src would allow workers too.
    return {"script-src": [_SELF, *(f"'{hash}'" for hash in known)], "worker-src": [_NONE], "connect-src": [_SELF]}


def _joined(directives: dict[str, list[str]]) -> str:
    return ";".join(f"{name} {' '.join(values)}" for name, values in directives.items())
