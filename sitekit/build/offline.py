"""Pack the site as one file to read without a network: unpacked, its pages open from a folder (file:).

Browsers let a page from a folder import no modules and fetch no files. So the packed pages get their scripts as plain ones, and what
these fetch stands in a script, too (components/offline/offline.js).
"""

import json
import posixpath
import re
import tempfile
from pathlib import Path

from sitekit.build.esbuild import run
from sitekit.build.scripts import FOLDER
from sitekit.build.verify import file_served
from sitekit.files import files_below, zipped
from sitekit.urls import OFFLINE

# The one folder in the archive.
_TOP = "building-trust-in-therapy/"
# Where in it the script is that stands in for fetching.
_SCRIPT = f"{FOLDER}/offline.js"
# What only a host or other sites need, the archives of handouts, and what leads from old addresses to new ones.
_LEFT_OUT = re.compile(
    r"(404\.html|_headers|_nginx\.conf|links\.\w+|sitemap\.xml(\.gz)?|assets/(cards/|scripts/|addresses).*|read/.*|.*\.zip)$"
)
_MOVED = re.compile(r'<meta[^>]+http-equiv="?refresh')
_LOADER = re.compile(r'<script data-modules="(?P<bundle>[^"]+)">.*?</script>', re.DOTALL)
_LINK = re.compile(r'(?<=\s)(?P<name>href|src)="(?P<path>[^":#]+)(?P<anchor>#[^"]*)?"')
# The first link of each section of the menu: its page lists the section, and menu/sections.js fetches it.
_SECTION = re.compile(r'<details[^>]* data-part\b.*?<a [^>]*?href="([^":#]+)"', re.DOTALL)


def write_offline(folder: Path, templates: Path, site_url: str) -> None:
    """Pack the built site below `folder` into its file OFFLINE; links to what is not packed lead to `site_url`."""
    packed = {path: file.read_bytes() for path, file in files_below(folder).items() if not _LEFT_OUT.match(path)}
    pages = {path: text for path in packed if path.endswith(".html") and not _MOVED.search(text := packed[path].decode())}
    packed = {path: content for path, content in packed.items() if not path.endswith(".html")}
    names = packed.keys() | pages.keys()
    fetched = {path for path in names if path.endswith(("search/texts.json", "assets/emails.json"))}
    for path, text in pages.items():
        fetched |= {file_served(path, link, "/") for link in _SECTION.findall(text)}
        pages[path] = _page(path, text, names, site_url)
    packed |= {path: text.encode() for path, text in pages.items()}
    for path in fetched:
        # As a script, which a page from a folder may load.
        packed[f"{path}.js"] = f"offlineFiles[{json.dumps(path)}]={json.dumps(packed[path].decode())}".encode()
    packed |= _scripts(folder) | {_SCRIPT: (templates / "components/offline/offline.js").read_bytes()}
    (folder / OFFLINE).write_bytes(zipped({_TOP + path: content for path, content in packed.items()}))


def _page(path: str, text: str, names: set[str], site_url: str) -> str:
    """Return a page whose links lead to files, and whose scripts are plain ones."""

    def link(found: re.Match[str]) -> str:
        target = file_served(path, found["path"], "/")
        url = posixpath.relpath(target, posixpath.dirname(path) or ".") if target in names else site_url + target.removesuffix("index.html")
        return f'{found["name"]}="{url}{found["anchor"] or ""}"'

    def scripts(found: re.Match[str]) -> str:
        stand_in = found["bundle"].rpartition("/")[0] + "/" + posixpath.basename(_SCRIPT)
        return f'<script src="{stand_in}"></script><script defer src="{found["bundle"]}"></script>'

    return _LOADER.sub(scripts, _LINK.sub(link, text))


def _scripts(folder: Path) -> dict[str, bytes]:
    """Return every bundle of modules as one plain script that holds what it imports later, too, by its path."""
    entries = sorted(file.relative_to(folder).as_posix() for file in (folder / FOLDER).glob("*.js"))
    with tempfile.TemporaryDirectory() as temporary:
        # Modules know the site's root by their own address; plain scripts do not have that.
        own = "--define:import.meta.url=offlineScript"
        run([*entries, "--bundle", "--minify", "--format=iife", own, f"--outdir={temporary}"], folder=folder)
        return {f"{FOLDER}/{file.name}": file.read_bytes() for file in Path(temporary).glob("*.js")}
