"""Writes the site's own styles and pictures anew, and makes pages name the new files instead of the old."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from lxml import html

from sitekit.publish.lighten import markup, theme
from sitekit.publish.lighten.names import hashed, put
from sitekit.publish.lighten.page import Page
from sitekit.publish.lighten.styles import Styles

@dataclass(frozen=True)
class Sheet:
    """A stylesheet that comes along with scripts: its text, and the file for browsers that cannot take it from there."""

    file: str
    text: str


def link_styles(folder: Path, pages: Iterable[Page], found: Styles, in_page: bool, with_hash: bool) -> Sheet | None:
    """Put the new styles in the place of the old links; return what is for later, where it stands apart."""
    def sheet(name: str, text: str) -> Sheet:
        return Sheet(put(folder, f"assets/stylesheets/{name}.css", text, with_hash), text)

    later = sheet("later", found.later) if in_page else None
    whole = None if in_page else sheet("site", found.whole).file
    for page in pages:
        first, *others = page.links("stylesheet")
        if in_page:
            new = html.Element("style")
            new.text = found.first[page.path]
        else:
            new = html.Element("link", {"rel": "stylesheet", "href": page.address(whole)})
        first.addprevious(new)
        for link in (first, *others):
            link.drop_tree()
    return later


def link_late(pages: Iterable[Page], later: Sheet) -> None:
    """Link the rules for later at the end of the page, where nothing waits for them any more."""
    for page in pages:
        page.tree.find("body").append(html.Element("link", {"rel": "stylesheet", "href": page.address(later.file)}))


def take_in_pictures(folder: Path, page: Page, with_hash: bool) -> None:
    """Put tiny pictures into the page; give others names that tell their content."""
    for node, attribute in [(node, "src") for node in page.tree.iter("img")] + [(node, "href") for node in page.links("icon")]:
        name = page.name(node.get(attribute) or "/")
        if not name or not name.startswith("assets/") or not (folder / name).is_file():
            continue
        content = (folder / name).read_bytes()
        if name.endswith(".svg") and len(content) <= markup.TINY:
            node.set(attribute, markup.svg_address(content))
        elif with_hash and node.tag == "img":
            new = hashed(name, content)
            (folder / new).write_bytes(content)
            node.set(attribute, page.address(new))


def remove_unused(folder: Path, pages: Iterable[Page], replaced: Iterable[str]) -> None:
    """Remove files that stand in no page any more, and those of the theme that never did."""
    ours = {page.path for page in pages}
    others = [file for file in folder.rglob("*.html") if file.relative_to(folder).as_posix() not in ours]
    still = {(file.parent / address).resolve() for file in others for address in _addresses(file)}
    unused = [folder / name for name in replaced] + [file for pattern in theme.UNUSED for file in folder.glob(pattern)]
    for file in unused:
        if file.is_file() and file.resolve() not in still:
            file.unlink()
    for empty in sorted((folder / "assets").rglob("*"), reverse=True):
        if empty.is_dir() and not any(empty.iterdir()):
            empty.rmdir()


def _addresses(file: Path) -> Iterator[str]:
    tree = html.fromstring(file.read_bytes(), parser=html.HTMLParser(encoding="utf-8"))
    for node in tree.iter("link", "script", "img"):
        yield node.get("href") or node.get("src") or ""
