"""Writes the site's own styles, scripts and pictures anew, and makes pages name the new files instead of the old."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from lxml import html

from sitekit.publish.lighten import markup, script, theme
from sitekit.publish.lighten.names import hashed, put
from sitekit.publish.lighten.page import Page
from sitekit.publish.lighten.styles import Styles

# Beside our modules, so that the addresses these work out from where they lie stay right.
_SCRIPTS = "assets/scripts"
_TO_ROOT = "../../"
_LATER_STYLES, _ON_REACH, _FETCH_THEME = (f"{_SCRIPTS}/{name}.js" for name in ("later-styles", "on-reach", "fetch-theme"))
_OURS = {f"{_SCRIPTS}/{file.name}": file for file in sorted((Path(__file__).parent / "scripts").glob("*.js"))}


@dataclass(frozen=True)
class Sheet:
    """A stylesheet that is not in the page: the file that holds it, and its text."""

    file: str
    text: str


@dataclass(frozen=True)
class Later:
    """The stylesheets for later states, and for the theme's own parts."""

    states: Sheet
    theme: Sheet


def scripts_of(folder: Path) -> Iterator[script.Brought]:
    """Return what each of the site's modules may bring onto a page."""
    for file in sorted((folder / _SCRIPTS).rglob("*.js")):
        if file.relative_to(folder).as_posix() not in theme.BEFORE_SCRIPT:
            yield script.brought(file.read_text(encoding="utf-8"))


def link_styles(folder: Path, pages: list[Page], found: Styles, in_page: bool, with_hash: bool) -> Later | None:
    """Put the new styles in the place of the old links; return what is for later, where it stands apart."""
    def sheet(name: str, text: str) -> Sheet:
        return Sheet(put(folder, f"assets/stylesheets/{name}", text, with_hash), text)

    later = Later(sheet("later.css", found.later), sheet("theme.css", found.theme)) if in_page else None
    whole = None if in_page else put(folder, "assets/stylesheets/site.css", found.whole, with_hash)
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


def link_late(pages: list[Page], later: Later) -> None:
    """Link the rules for later at the end of the page, where nothing waits for them any more."""
    for page in pages:
        for sheet in (later.states, later.theme):
            page.tree.find("body").append(html.Element("link", {"rel": "stylesheet", "href": page.address(sheet.file)}))


def join_scripts(folder: Path, pages: list[Page], settings: dict, later: Later | None, when: str, with_hash: bool) -> set[str]:
    """Give each page one file with all its modules, the rules for later, and what fetches the theme's script.

    Args:
        folder: the built site.
        pages: its pages.
        settings: the theme's.
        later: the rules for later, or None where the page links all rules.
        when: "reach" fetches the theme when the reader reaches for search, "idle" when the page is done.
        with_hash: whether names tell the content.

    Returns:
        The files that stand in no page any more.

    Raises:
        ValueError: a module cannot be joined.
    """
    def read(name: str) -> str:
        return _OURS.get(name, folder / name).read_text(encoding="utf-8")

    theme_modules = [_LATER_STYLES] * bool(later) + [*theme.BEFORE_SCRIPT, _FETCH_THEME]
    fetch = put(folder, f"{_SCRIPTS}/theme.js", _said("SETTINGS", settings) + _said("LATER", _told(later and later.theme))
                + script.joined(theme_modules, read, hand_on=_FETCH_THEME), with_hash)
    reach = {"script": theme.SCRIPT, "worker": theme.WORKER, "index": theme.INDEX, "base": "", "fetch": fetch}
    said = _said("REACH", {name: _TO_ROOT + file for name, file in reach.items()} | {"when": when}) + _said("LATER", _told(later and later.states))

    files: dict[tuple[str, ...], str] = {}
    used = set(script.files(theme_modules, read))
    for page in pages:
        old = page.modules()
        modules = tuple(page.name(module.get("src")) for module in old)
        if modules not in files:
            wanted = [_LATER_STYLES] * bool(later) + [m for m in modules if m not in theme.BEFORE_SCRIPT] + [_ON_REACH]
            used.update(script.files(wanted, read))
            files[modules] = put(folder, f"{_SCRIPTS}/site.js", said + script.joined(wanted, read), with_hash)
        for module in old:
            module.drop_tree()
        head = page.tree.find("head")
        head.append(html.Element("script", {"type": "module", "src": page.address(files[modules])}))
        if later:
            without = html.Element("noscript")
            without.append(html.Element("link", {"rel": "stylesheet", "href": page.address(later.states.file)}))
            head.append(without)
    return used - set(_OURS)


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


def _told(sheet: Sheet | None) -> dict | None:
    return sheet and {"text": sheet.text, "file": _TO_ROOT + sheet.file}


def _said(name: str, value: object) -> str:
    """Return a line of a script that gives a value a name."""
    return f"const {name}={json.dumps(value, ensure_ascii=False, separators=(',', ':'))};\n"
