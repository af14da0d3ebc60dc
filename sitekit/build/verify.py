"""Looks at the built HTML as a reader's browser would: every address and anchor lives, nothing raw is left."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote, urlsplit

from lxml import html

from sitekit.errors import Problem

# Attributes that hold an address of ours to fetch or to go to.
_ADDRESSES = {"a": "href", "link": "href", "img": "src", "script": "src", "source": "src", "form": "action", "iframe": "src"}
_OUTWARD = ("http", "https", "tel", "sms", "mailto", "data", "about")


@dataclass
class Built:
    """One built page: its path below the site's folder, its parsed tree, its ids."""

    path: str
    tree: html.HtmlElement
    ids: set[str] = field(default_factory=set)


def read_built(folder: Path) -> dict[str, Built]:
    """Parse every HTML file of a built site, by its path below `folder`."""
    pages = {}
    for file in sorted(folder.rglob("*.html")):
        path = file.relative_to(folder).as_posix()
        tree = html.fromstring(file.read_bytes(), parser=html.HTMLParser(encoding="utf-8"))
        ids = {node.get("id") for node in tree.iter() if isinstance(node.tag, str) and node.get("id")}
        pages[path] = Built(path, tree, ids | {node.get("name") for node in tree.iter("a") if node.get("name")})
    return pages


def verify(folder: Path, site_url: str) -> list[Problem]:
    """Return what is wrong in a built site.

    Args:
        folder: the built site.
        site_url: the address it will live at, ending in a slash; addresses below it are ours.
    """
    pages = read_built(folder)
    prefix = urlsplit(site_url).path or "/"
    origin = site_url.removesuffix(prefix)
    files = {file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file()}
    problems = []
    for page in pages.values():
        problems += _addresses(page, pages, files, prefix, origin)
        problems += _soundness(page)
        problems += _home(page, site_url)
    return problems


def _addresses(page: Built, pages: dict[str, Built], files: set[str], prefix: str, origin: str) -> list[Problem]:
    found = []
    for node in page.tree.iter(*_ADDRESSES):
        address = node.get(_ADDRESSES[node.tag])
        if address is None or (node.tag == "form" and not address):
            continue
        if address.startswith(origin + prefix):
            address = address.removeprefix(origin)
        parts = urlsplit(address)
        if parts.scheme in _OUTWARD or parts.netloc:
            continue
        target = _file(page.path, unquote(parts.path), prefix)
        if target not in pages and target not in files:
            found.append(
                Problem(
                    f"site/{page.path}",
                    node.sourceline or 1,
                    f"The address '{address}' leads nowhere",
                    "Mend the link where it is written.",
                )
            )
        elif parts.fragment and target in pages and (name := unquote(parts.fragment)) not in pages[target].ids and name not in ("", "top"):
            found.append(
                Problem(
                    f"site/{page.path}", node.sourceline or 1, f"The anchor '{address}' leads nowhere", "Mend the link where it is written."
                )
            )
    return found


def _file(page: str, path: str, prefix: str) -> str:
    """Return the file that an address path, written on `page`, is served from."""
    if not path:
        return page
    # A folder's address ends in "/" or in a dot segment; joining from the root keeps ".." from climbing out.
    folder = path.rsplit("/", 1)[-1] in ("", ".", "..")
    whole = posixpath.normpath(posixpath.join(prefix, posixpath.dirname(page), path))
    whole += "/" if folder and whole != "/" else ""
    if not whole.startswith(prefix):
        return "\0outside" + whole
    return whole.removeprefix(prefix) + ("index.html" if folder else "")


def _soundness(page: Built) -> list[Problem]:
    found = []

    def note(fault: str, mend: str) -> None:
        found.append(Problem(f"site/{page.path}", 1, fault, mend))

    titles = page.tree.findall(".//h1")
    if len(titles) != 1:
        note(f"The page has {len(titles)} main headings", "Keep one title, in front matter.")
    shown = " ".join(_words(page.tree))
    for mark in ("{{", "}}", "{%"):
        if mark in shown:
            note(f"'{mark}' is left on the page", "Mend the macro call where it is written.")
    if not (page.tree.findtext(".//title") or "").strip():
        note("The page has no title", "Give it one in front matter.")
    return found


def _home(page: Built, site_url: str) -> list[Problem]:
    """Return where a page says that it lives elsewhere: search engines and messengers would send readers there."""
    told = [*page.tree.xpath("//link[@rel='canonical']/@href"), *page.tree.xpath("//meta[@property='og:url']/@content")]
    return [
        Problem(
            f"site/{page.path}",
            1,
            f"The page says that it lives at '{address}', and the site will live at '{site_url}'",
            "Build the address from site_url, in the template that writes it.",
        )
        for address in told
        if not address.startswith(site_url)
    ]


def _words(tree: html.HtmlElement) -> list[str]:
    """Return every text of a page that a reader meets, its title and tooltips included."""
    found = []
    for node in tree.iter():
        if isinstance(node.tag, str) and node.tag not in ("script", "style"):
            found += [node.text or "", node.get("title") or "", node.get("content") or ""]
        found.append(node.tail or "")
    return found
