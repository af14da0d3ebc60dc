"""Write the policies as HTTP headers, for hosts that can send them: the file `_headers`, and lines for nginx.

Netlify and Cloudflare Pages read `_headers`. Both join the values of all rules that match a path, so no two matching
rules name the same header. https://developers.cloudflare.com/pages/configuration/headers/
"""

import re
from collections.abc import Collection
from pathlib import Path
from urllib.parse import urlsplit

from sitekit.build.csp.policy import header_of
from sitekit.files import files_below, write_text

FILE, NGINX = "_headers", "_nginx.conf"
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
_ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": ", ".join(f"{name}=()" for name in _DEVICE.split()),
}


def write_headers(folder: Path, site_url: str, known: Collection[str]) -> None:
    """Write both files into the built site below `folder`; rules begin with the path of `site_url`, and `known` holds hashes of scripts."""
    prefix = urlsplit(site_url).path
    write_text(folder / FILE, _netlify(folder, prefix, known))
    write_text(folder / NGINX, _nginx(prefix, known))


def _netlify(folder: Path, prefix: str, known: Collection[str]) -> str:
    files = list(files_below(folder))
    pages = [file for file in files if file.endswith(".html")]
    # One rule for each folder of pages, one for each page in the site's own folder, one for its root.
    paths = sorted({f"{top}/*" if rest else top for top, _, rest in (page.partition("/") for page in pages)} | {""})
    rules = {"*": _ALWAYS}
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
        *(f'add_header {name} "{value}" always;' for name, value in _ALWAYS.items()),
    ]
    return "\n".join(lines) + "\n"
