"""Leads readers on from old addresses: a page for each page that moved, a mark for each anchor, a list for the 404 page."""

from __future__ import annotations

import json
import posixpath
import shutil
from pathlib import Path

from jinja2 import Environment, FileSystemLoader
from lxml import html

from sitekit import urls
from sitekit.models.site import Site

# The list that the 404 page's script reads: live pages with their titles, and where moved ones went.
LIST = "assets/addresses.json"
SCRIPT = "assets/scripts/moved.js"


def write_redirects(folder: Path, site: Site, templates: Path, site_url: str) -> None:
    """Write into the built site below `folder` whatever its redirects ask for, and the 404 page's list.

    Args:
        folder: the built site.
        site: the sources; each redirect arrives, as the checks saw to.
        templates: the folder of redirect.html and partials/moved-part.html.
        site_url: where the site will live, ending in a slash.
    """
    live, moved = urls.live_urls(site), urls.redirects(site)
    once = (*moved, *(entry.address for entry in site.published_urls if not urls.is_live(entry.address, live)))
    ends = {old: end for old in once if (end := urls.resolve(old, live, moved)) is not None}
    titles = {f"/{page.url}": page.meta.title for page in site.pages.values()}
    env = Environment(loader=FileSystemLoader(templates), autoescape=True, trim_blocks=True, lstrip_blocks=True)
    env.globals["words"] = site.interface
    for file in (old for old in ends if not urls.is_page(old)):
        _keep(folder, file, ends[file])
    for page in sorted({old.partition("#")[0] for old in ends if urls.is_page(old)}):
        parts = {old.partition("#")[2]: end for old, end in ends.items() if old.startswith(f"{page}#")}
        if page in live:
            _mark(folder / _file(page), page, parts, titles, env)
        else:
            _write(folder / _file(page), page, ends[page], parts, titles, env, site_url)
    whole = {old: end for old, end in ends.items() if "#" not in old and urls.is_page(old)}
    file = folder / LIST
    file.parent.mkdir(parents=True, exist_ok=True)
    known = {"pages": {page: titles[page] for page in live if page in titles}, "moved": whole}
    file.write_text(json.dumps(known, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")


def _file(page: str) -> str:
    """Return the file that a page's address is served from."""
    return page.removeprefix("/") + ("index.html" if page.endswith("/") else "")


def _keep(folder: Path, old: str, end: str) -> None:
    """Serve a file that moved under its old name too: a page in its place would not be one of its kind."""
    file = folder / old.removeprefix("/")
    file.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(folder / end.removeprefix("/"), file)


def _href(page: str, target: str) -> str:
    """Return the way from a page to an address of the same site, so that it holds under any prefix."""
    path, mark, anchor = target.partition("#")
    relative = posixpath.relpath(path, posixpath.dirname(page) or "/")
    return relative + ("/" if path.endswith("/") else "") + mark + anchor


def _part(page: str, anchor: str, end: str, titles: dict[str, str]) -> dict[str, str]:
    return {"id": anchor, "href": _href(page, end), "title": titles.get(end.partition("#")[0], end)}


def _write(file: Path, page: str, end: str, parts: dict[str, str], titles: dict[str, str], env: Environment, site_url: str) -> None:
    """Write the page that leads on from one that moved."""
    text = env.get_template("redirect.html").render(
        href=_href(page, end),
        canonical=site_url + end.partition("#")[0].removeprefix("/"),
        title=titles.get(end.partition("#")[0], end),
        script=_href(page, f"/{SCRIPT}"),
        parts=[_part(page, anchor, at, titles) for anchor, at in parts.items()],
    )
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def _mark(file: Path, page: str, parts: dict[str, str], titles: dict[str, str], env: Environment) -> None:
    """TestMarker on a live page where its old anchors lead.

    An anchor that moved within the page becomes a second name of its new place, which needs no script. One that left
    the page becomes a line that shows only to who asks for it; the script takes them on at once.
    """
    tree = html.document_fromstring(file.read_bytes(), parser=html.HTMLParser(encoding="utf-8"))
    gone = []
    for anchor, end in parts.items():
        name = end.partition("#")[2]
        target = (tree.get_element_by_id(name, None) if name else next(tree.iter("h1"))) if end.partition("#")[0] == page else None
        if target is None:
            gone.append(_part(page, anchor, end, titles))
        else:
            _name_too(target, anchor)
    if gone:
        note = html.fragment_fromstring(env.get_template("partials/moved-part.html").render(parts=gone), create_parent="div")
        title = next(tree.iter("h1"))
        for line in list(note):
            title.addprevious(line)
        script = html.Element("script", src=_href(page, f"/{SCRIPT}"), type="module")
        tree.body.append(script)
    file.write_bytes(html.tostring(tree, doctype="<!doctype html>", encoding="utf-8"))


def _name_too(target: html.HtmlElement, anchor: str) -> None:
    """Give an element a second name: an empty mark at its very beginning, or before it where it can hold nothing."""
    mark = html.Element("span", id=anchor)
    if target.tag in ("input", "img", "hr", "br", "svg"):
        target.addprevious(mark)
        return
    mark.tail, target.text = target.text, None
    target.insert(0, mark)
