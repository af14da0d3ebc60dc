"""The same promises as headers, for hosts that can send them: a file `_headers`, and lines for nginx.

`_headers` is read by Netlify and Cloudflare Pages; both join what several rules say of one header, so no two rules
that meet on a path name the same one. https://developers.cloudflare.com/pages/configuration/headers/
"""

from __future__ import annotations

import re
from collections.abc import Collection
from pathlib import Path
from urllib.parse import urlsplit

from sitekit.publish.lockdown.policy import header_of

FILE, NGINX = "_headers", "_nginx.conf"
# Another site may show these pages in a frame: they were made for that.
FRAMED = "embed"
# A name that tells its content never means another: https://www.rfc-editor.org/rfc/rfc8246
_KEPT = "public, max-age=31536000, immutable"
_HASHED = r"\.([0-9a-f]{8}|[0-9A-Z]{8})\.(min\.)?(css|js|svg|png|jpg|webp)$"
# What no page of ours ever asks a device for.
_DEVICE = ("accelerometer", "browsing-topics", "camera", "display-capture", "geolocation", "gyroscope", "hid", "idle-detection", "local-fonts",
           "magnetometer", "microphone", "midi", "payment", "serial", "usb", "xr-spatial-tracking")
_ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": ", ".join(f"{name}=()" for name in _DEVICE),
}


def write_headers(folder: Path, site_url: str, known: Collection[str]) -> None:
    """Write both files into the built site below `folder`.

    Args:
        site_url: where the site will live, ending in a slash; rules begin with its path.
        known: the hashes of the scripts that may stand in a page.
    """
    prefix = urlsplit(site_url).path
    (folder / FILE).write_text(_rules(folder, prefix, known), encoding="utf-8")
    (folder / NGINX).write_text(_nginx(prefix, known), encoding="utf-8")


def _rules(folder: Path, prefix: str, known: Collection[str]) -> str:
    files = sorted(file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file())
    pages = [file for file in files if file.endswith(".html")]
    places = sorted({f"{top}/*" if rest else top for top, _, rest in (page.partition("/") for page in pages)} | {""})
    rules = {"*": _ALWAYS}
    rules |= {place: {"Content-Security-Policy": header_of(known, place == f"{FRAMED}/*")} for place in places}
    rules |= {file: {"Cache-Control": _KEPT} for file in files if re.search(_HASHED, file)}
    return "".join(f"{prefix}{place}\n" + "".join(f"  {name}: {value}\n" for name, value in rule.items()) for place, rule in rules.items())


def _nginx(prefix: str, known: Collection[str]) -> str:
    # A server's own view of a printed sheet is a page, too, and a policy would break it: so HTML alone gets one.
    path = re.escape(prefix)
    lines = [
        "# For the server block that serves this site. A location with add_header lines of its own needs these there too.",
        'set $policy "";',
        f'if ($uri ~ "^{path}(.*/)?([^/]+\\.html)?$") {{ set $policy "{header_of(known, False)}"; }}',
        f'if ($uri ~ "^{path}{FRAMED}/(.*/)?([^/]+\\.html)?$") {{ set $policy "{header_of(known, True)}"; }}',
        'set $kept "max-age=600";',
        f'if ($uri ~ "{_HASHED}") {{ set $kept "{_KEPT}"; }}',
        "add_header Content-Security-Policy $policy always;",
        "add_header Cache-Control $kept;",
        *(f'add_header {name} "{value}" always;' for name, value in _ALWAYS.items()),
    ]
    return "\n".join(lines) + "\n"
