"""Redirect old URLs: a page for each page that moved, an element for each anchor, and a list for the 404 page."""

import json
import posixpath
from collections.abc import Iterable
from pathlib import Path

from lxml import html

from sitekit import urls
from sitekit.errors import Problem
from sitekit.files import write_files, write_text
from sitekit.letters import DISCREET
from sitekit.models.site import Site
from sitekit.render.environment import Components

# The list that the 404 page's script reads: live pages with their titles, and where moved ones went.
LIST = "assets/addresses.json"
# The script that takes a reader from a moved page or anchor to the new one.
SCRIPT = "components/moved/moved.js"
# Elements that cannot hold another one.
_VOID = ("input", "img", "hr", "br", "svg")


def write_redirects(folder: Path, site: Site, templates: Path, with_files: bool = True) -> list[Problem]:
    """Write the redirects of a site, each checked to end at a live URL, and the 404 page's list.

    Without `with_files`, files that moved are not copied: a preview has not made them. Returns the redirects that would replace a file of
    the built site; with any, none is written.
    """
    live, moved = urls.live_urls(site), urls.redirects(site)
    old_urls = (*moved, *(entry.address for entry in site.published_urls if not urls.is_live(entry.address, live)))
    targets = {old: end for old in old_urls if (end := urls.resolve(old, live, moved)) is not None}
    titles = {f"/{page.url}": page.meta.title for page in site.pages.values()}
    components = Components(templates / "components", site.interface)
    problems = [
        Problem(redirect.path, redirect.line("old"), f"The redirect of '{old}' would replace a file of the site", "Remove it.")
        for old, redirect in site.redirects.items()
        if old in targets and ("#" not in old or urls.page_of(old) not in live)
        if (file := folder / urls.file_at(old)).exists() or any(parent.is_file() for parent in file.parents)
    ]
    if problems:
        return problems
    # A file that moved is served at its old URL too, since an HTML page there would be of the wrong type.
    for old in (old for old in targets if with_files and not urls.is_page(old)):
        write_files(folder, {old.removeprefix("/"): (folder / targets[old].removeprefix("/")).read_bytes()})
    for page in sorted({urls.page_of(old) for old in targets if urls.is_page(old)}):
        anchors = {old.partition("#")[2]: end for old, end in targets.items() if old.startswith(f"{page}#")}
        parts = [
            {"id": id, "href": _relative(page, end), "title": titles.get(urls.page_of(end), end), "end": end} for id, end in anchors.items()
        ]
        if page in live:
            _add_anchors(folder / urls.file_at(page), page, parts, components)
            continue
        text = components.render(
            "moved",
            href=_relative(page, targets[page]),
            canonical=site.url + urls.page_of(targets[page]).removeprefix("/"),
            title=titles.get(urls.page_of(targets[page]), targets[page]),
            discreet=page.startswith(DISCREET),
            script=_relative(page, f"/{SCRIPT}"),
            parts=parts,
        )
        write_text(folder / urls.file_at(page), text)
    moved_pages = {old: end for old, end in targets.items() if "#" not in old and urls.is_page(old)}
    known = {"pages": {page: titles[page] for page in live if page in titles}, "moved": moved_pages}
    write_text(folder / LIST, json.dumps(known, ensure_ascii=False, separators=(",", ":")))
    return []


def _add_anchors(file: Path, page: str, parts: Iterable[dict[str, str]], components: Components) -> None:
    """Add anchors that moved to the live page they were on.

    An anchor that moved within the page becomes a second id of its new position, which needs no script. One that
    left the page becomes a line of text, shown only to readers whose URL ends in it; the script takes them on.
    """
    tree = html.document_fromstring(file.read_bytes(), parser=html.HTMLParser(encoding="utf-8"))
    left = []
    for part in parts:
        path, _, id = part["end"].partition("#")
        element = (tree.get_element_by_id(id, None) if id else next(tree.iter("h1"))) if path == page else None
        if element is None:
            left.append(part)
        else:
            _add_id(element, part["id"])
    if left:
        heading, body = next(tree.iter("h1")), next(tree.iter("body"))
        for line in list(html.fragment_fromstring(components.render("moved/part", parts=left), create_parent="div")):
            heading.addprevious(line)
        # Pages with a loader import it among their modules, all of them, so that they share one bundle.
        if not tree.xpath("//script[@data-modules]"):
            body.append(html.Element("script", src=_relative(page, f"/{SCRIPT}"), type="module"))
    file.write_bytes(html.tostring(tree, doctype="<!doctype html>", encoding="utf-8"))


def _relative(page: str, target: str) -> str:
    """Return the URL of `target` relative to `page`, so that it holds under any prefix."""
    path, hash, anchor = target.partition("#")
    relative = posixpath.relpath(path, posixpath.dirname(page) or "/")
    return relative + ("/" if path.endswith("/") else "") + hash + anchor


def _add_id(element: html.HtmlElement, id: str) -> None:
    """Give an element a second id: an empty <span> at its beginning, or before it where it can hold none."""
    span = html.Element("span", id=id)
    if element.tag in _VOID:
        element.addprevious(span)
        return
    span.tail, element.text = element.text, None
    element.insert(0, span)
