"""What a page may do, as a content security policy: nothing, but for what is named here.

Source of the directives: Content Security Policy Level 3, https://www.w3.org/TR/CSP3/.
"""

from __future__ import annotations

from collections.abc import Iterable

from lxml import html

from sitekit.build.csp.known_scripts import hash_of

# No page opens another in a frame, plays anything, or brings a font, a plug-in or an app's description.
_NEVER = ("font-src", "frame-src", "manifest-src", "media-src", "object-src")
_SELF, _NONE = "'self'", "'none'"


def policy_of(page: html.HtmlElement, known: Iterable[str]) -> str:
    """Return the policy of a page, for its <meta>: a page without scripts is not allowed any.

    Args:
        page: a built page.
        known: the hashes of the scripts that may stand in a page.
    """
    runs = next(page.iter("script"), None) is not None
    styles = [f"'{hash_of(style.text or '')}'" for style in page.iter("style")]
    links = runs or any("stylesheet" in (link.get("rel") or "").split() for link in page.iter("link"))
    told = {"default-src": [_NONE], **(_scripts(known) if runs else {}), "style-src": [_SELF] * links + styles or [_NONE], **_EVERYWHERE}
    return _written(told)


def header_of(known: Iterable[str], framed: bool) -> str:
    """Return the policy that a host sends with pages, beside the one in each page: both hold.

    It names no styles, as the hash of a page's own differs from page to page and stands in the page. So there is no
    `default-src` either, which would forbid them.

    Args:
        known: the hashes of the scripts that may stand in a page.
        framed: whether other sites may show the page in a frame, which only a host can forbid.
    """
    scripts = {"script-src": [_NONE]} if framed else _scripts(known)
    return _written({**scripts, **_EVERYWHERE, **{name: [_NONE] for name in _NEVER}, **({} if framed else {"frame-ancestors": [_NONE]})})


def _scripts(known: Iterable[str]) -> dict[str, list[str]]:
    # Else workers would fall under script-src; no page has any.
    return {"script-src": [_SELF, *(f"'{one}'" for one in known)], "worker-src": [_NONE], "connect-src": [_SELF]}


_EVERYWHERE = {"img-src": [_SELF, "data:"], "base-uri": [_NONE], "form-action": [_NONE]}


def _written(directives: dict[str, list[str]]) -> str:
    return ";".join(f"{name} {' '.join(values)}" for name, values in directives.items())
