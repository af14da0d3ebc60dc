"""The content security policy, for pages and as HTTP headers for hosts that can send them: it forbids all but what is named here.

Source of the directives: Content Security Policy Level 3, https://www.w3.org/TR/CSP3/. Netlify and Cloudflare Pages read
`_headers`. Both join the values of all rules that match a path, so no two matching rules name the same header:
https://developers.cloudflare.com/pages/configuration/headers/
"""

import re
from collections.abc import Collection, Iterable
from pathlib import Path
from urllib.parse import urlsplit

from lxml import html

from sitekit.build.csp.known_scripts import hash_of
from sitekit.files import files_below, write_text

# No page holds a frame, sound, film, font, plug-in or web app manifest.
_NEVER = ("font-src", "frame-src", "manifest-src", "media-src", "object-src")
_SELF, _NONE = "'self'", "'none'"
_ALWAYS = {"img-src": [_SELF, "data:"], "base-uri": [_NONE], "form-action": [_NONE]}

NETLIFY, NGINX = "_headers", "_nginx.conf"
# The folder of pages that other sites may show in a frame.
FRAMED = "embed"
# A name with a hash, hexadecimal or esbuild's, never means another content: https://www.rfc-editor.org/rfc/rfc8246
_HASHED = r"[.-]([0-9a-f]{8}|[0-9A-Z]{8})\.(min\.)?(css|js|svg|png|jpg|webp)$"
_CACHED = "public, max-age=31536000, immutable"
# Device features that no page uses.
_DEVICE = (
    "accelerometer browsing-topics camera display-capture geolocation gyroscope hid idle-detection local-fonts magnetometer "
    "microphone midi payment serial usb xr-spatial-tracking"
)
_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": ", ".join(f"{name}=()" for name in _DEVICE.split()),
}


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


def write_headers(folder: Path, site_url: str, known: Collection[str]) -> None:
    """Write both files into the built site below `folder`; rules begin with the path of `site_url`, and `known` holds hashes of scripts."""
    prefix = urlsplit(site_url).path
    write_text(folder / NETLIFY, _netlify(folder, prefix, known))
    write_text(folder / NGINX, _nginx(prefix, known))


def _netlify(folder: Path, prefix: str, known: Collection[str]) -> str:
    files = list(files_below(folder))
    pages = [file for file in files if file.endswith(".html")]
    # One rule for each folder of pages, one for each page in the site's own folder, one for its root.
    paths = sorted({f"{top}/*" if rest else top for top, _, rest in (page.partition("/") for page in pages)} | {""})
    rules = {"*": _HEADERS}
    rules |= {path: {"Content-Security-Policy": header_of(known, path == f"{FRAMED}/*")} for path in paths}
    rules |= {file: {"Cache-Control": _CACHED} for file in files if re.search(_HASHED, file)}
    return "".join(f"{prefix}{path}\n" + "".join(f"  {name}: {value}\n" for name, value in rule.items()) for path, rule in rules.items())


def _nginx(prefix: str, known: Collection[str]) -> str:
    # The policy goes with HTML alone: browsers show PDF files in a page of their own, which the policy would break.
    path = re.escape(prefix)
    lines = [
        "# For the server block of this site. A location with add_header lines of its own needs these there too.",
        'set $policy "";',
        f'if ($uri ~ "^{path}(.*/)?([^/]+\\.html)?$") {{ set $policy "{header_of(known, False)}"; }}',
        f'if ($uri ~ "^{path}{FRAMED}/(.*/)?([^/]+\\.html)?$") {{ set $policy "{header_of(known, True)}"; }}',
        'set $cache "max-age=600";',
        f'if ($uri ~ "{_HASHED}") {{ set $cache "{_CACHED}"; }}',
        "add_header Content-Security-Policy $policy always;",
        "add_header Cache-Control $cache;",
        *(f'add_header {name} "{value}" always;' for name, value in _HEADERS.items()),
    ]
    return "\n".join(lines) + "\n"
