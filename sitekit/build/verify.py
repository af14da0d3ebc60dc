"""Verify the built HTML as a browser would meet it: every URL and anchor exists, and no template syntax is left."""

import posixpath
from collections.abc import Iterator, Set
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from lxml import html

from sitekit.errors import Problem, excerpt
from sitekit.files import files_below
from sitekit.models.record import TEMPLATE_MARKS

# The attribute of each element that may hold a URL of ours.
_URLS = {"a": "href", "link": "href", "img": "src", "script": "src", "source": "src", "form": "action", "iframe": "src"}
_EXTERNAL = ("http", "https", "tel", "sms", "mailto", "data", "about")
_FIX_LINK = "Fix the link where it is written."


@dataclass(frozen=True)
class Built:
    """One built page: its path below the site's folder, its parsed tree, and its anchors (ids and names of links)."""

    path: str
    tree: html.HtmlElement
    ids: frozenset[str]


def read_built(folder: Path) -> dict[str, Built]:
    """Parse every HTML file of the built site below `folder`, by its path there."""
    pages = {}
    for path, file in files_below(folder, "*.html").items():
        tree = html.fromstring(file.read_bytes(), parser=html.HTMLParser(encoding="utf-8"))
        pages[path] = Built(path, tree, frozenset([*tree.xpath("//@id"), *tree.xpath("//a/@name")]))
    return pages


def verify(folder: Path, site_url: str) -> list[Problem]:
    """Return the problems of the built site below `folder`; URLs below `site_url` are ours."""
    pages = read_built(folder)
    files = files_below(folder).keys()
    prefix = urlsplit(site_url).path or "/"
    origin = site_url.removesuffix(prefix)
    problems: list[Problem] = []
    for page in pages.values():
        problems += _dead_links(page, pages, files, prefix, origin)
        problems += _malformed(page)
        problems += _foreign_site_urls(page, site_url)
    return problems


def _dead_links(page: Built, pages: dict[str, Built], files: Set[str], prefix: str, origin: str) -> Iterator[Problem]:
    for node in page.tree.iter(*_URLS):
        url = node.get(_URLS[str(node.tag)])
        if url is None or (node.tag == "form" and not url):
            continue
        if url.startswith(origin + prefix):
            url = url.removeprefix(origin)
        try:
            parts = urlsplit(url)
        except ValueError:
            yield Problem(f"site/{page.path}", node.sourceline or 1, f"The address '{excerpt(url)}' cannot be read", _FIX_LINK)
            continue
        if parts.scheme in _EXTERNAL or parts.netloc:
            continue
        target, anchor = file_served(page.path, unquote(parts.path), prefix), unquote(parts.fragment)
        if target not in files:
            yield Problem(f"site/{page.path}", node.sourceline or 1, f"The address '{url}' leads nowhere", _FIX_LINK)
        elif target in pages and anchor not in ("", "top", *pages[target].ids):
            yield Problem(f"site/{page.path}", node.sourceline or 1, f"The anchor '{url}' leads nowhere", _FIX_LINK)


def file_served(page: str, path: str, prefix: str) -> str:
    """Return the file that the path of a URL, written on `page`, is served from."""
    if not path:
        return page
    # A folder's URL ends in "/" or in a dot segment; joining from the root keeps ".." from climbing out.
    is_folder = path.rsplit("/", 1)[-1] in ("", ".", "..")
    joined = posixpath.normpath(posixpath.join(prefix, posixpath.dirname(page), path))
    joined += "/" if is_folder and joined != "/" else ""
    if not joined.startswith(prefix):
        return "\0outside" + joined
    return joined.removeprefix(prefix) + ("index.html" if is_folder else "")


def _malformed(page: Built) -> Iterator[Problem]:
    where = f"site/{page.path}"
    headings = len(page.tree.findall(".//h1"))
    if headings != 1:
        yield Problem(where, 1, f"The page has {headings} main headings", "Keep one title, in front matter.")
    # Every text that a reader can see or hear, titles and tooltips included.
    text = " ".join(page.tree.xpath("//text()[not(parent::script or parent::style)] | //@title | //@content"))
    for syntax in TEMPLATE_MARKS:
        if syntax in text:
            yield Problem(where, 1, f"'{syntax}' is left on the page", "Fix the macro call where it is written.")
    if not (page.tree.findtext(".//title") or "").strip():
        yield Problem(where, 1, "The page has no title", "Give it one in front matter.")


def _foreign_site_urls(page: Built, site_url: str) -> Iterator[Problem]:
    """Yield where a page names another site as its own, to which search engines and messengers would send readers."""
    for url in [*page.tree.xpath("//link[@rel='canonical']/@href"), *page.tree.xpath("//meta[@property='og:url']/@content")]:
        if not url.startswith(site_url):
            message = f"The page gives '{url}' as its URL, and the site will live at '{site_url}'"
            yield Problem(f"site/{page.path}", 1, message, "Build the URL from site_url, in the template that writes it.")
