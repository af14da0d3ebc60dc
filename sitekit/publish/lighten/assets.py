"""Writes the site's own styles, scripts and pictures anew, and makes pages name the new files instead of the old."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from lxml import html

from sitekit.publish.lighten import markup, script, theme
from sitekit.publish.lighten.groups import Group
from sitekit.publish.lighten.names import hashed, put
from sitekit.publish.lighten.page import Page
from sitekit.publish.lighten.styles import Styles

# Beside our modules, so that the addresses these work out from where they lie stay right.
_SCRIPTS = "assets/scripts"
_TO_ROOT = "../../"
# Which of the modules that not every page runs this page runs; none of them may be asked before the page is parsed.
_RUNS = 'const RUNS=new Set((document.querySelector("script[data-runs]")?.dataset.runs??"").split(" "));\n'
_WITH_SCRIPTS, _LATER_STYLES, _ON_REACH, _FETCH_THEME = (f"{_SCRIPTS}/{name}.js" for name in ("with-scripts", "later-styles", "on-reach", "fetch-theme"))
_OURS = {f"{_SCRIPTS}/{file.name}": file for file in sorted((Path(__file__).parent / "scripts").glob("*.js"))}


@dataclass(frozen=True)
class Sheet:
    """A stylesheet that is not in the page: the file that holds it, and its text."""

    file: str
    text: str


@dataclass(frozen=True)
class Later:
    """The stylesheets for later states, by group of pages, and the one for the theme's own parts."""

    states: dict[int, Sheet]
    theme: Sheet


def reader(folder: Path) -> Callable[[str], str]:
    """Return what gives the text of a module of the site, or of this step."""
    return lambda name: _OURS.get(name, folder / name).read_text(encoding="utf-8")


def link_styles(folder: Path, groups: list[Group], found: Styles, in_page: bool, with_hash: bool) -> Later | None:
    """Put the new styles in the place of the old links; return what is for later, where it stands apart."""
    def sheet(name: str, text: str) -> Sheet:
        return Sheet(put(folder, f"assets/stylesheets/{name}.css", text, with_hash), text)

    names = {number: f"later-{number}" if number else "later" for number in found.later}
    later = Later({number: sheet(names[number], text) for number, text in found.later.items()}, sheet("theme", found.theme)) if in_page else None
    whole = None if in_page else sheet("site", found.whole).file
    for page in (page for group in groups for page in group.pages):
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


def link_late(groups: list[Group], later: Later) -> None:
    """Link the rules for later at the end of the page, where nothing waits for them any more."""
    for number, group in enumerate(groups):
        for page in group.pages:
            for sheet in (later.states[number], later.theme):
                page.tree.find("body").append(html.Element("link", {"rel": "stylesheet", "href": page.address(sheet.file)}))


def join_scripts(folder: Path, groups: list[Group], settings: dict, later: Later | None, when: str, with_hash: bool) -> set[str]:
    """Give each group one file with its modules, the rules for later, and what fetches the theme's script.

    Args:
        folder: the built site.
        groups: its pages.
        settings: the theme's.
        later: the rules for later, or None where pages link all rules.
        when: "reach" fetches the theme when the reader reaches for search, "idle" when the page is done.
        with_hash: whether names tell the content.

    Returns:
        The files that stand in no page any more.

    Raises:
        ValueError: a module cannot be joined.
    """
    read = reader(folder)
    of_theme = [_LATER_STYLES] * bool(later) + [*theme.BEFORE_SCRIPT, _FETCH_THEME]
    text = _said("SETTINGS", settings) + _said("LATER", _told(later and later.theme)) + script.joined(of_theme, read, hand_on=_FETCH_THEME)
    fetch = put(folder, f"{_SCRIPTS}/theme.js", script.small(text), with_hash)
    reach = {"script": theme.SCRIPT, "worker": theme.WORKER, "index": theme.INDEX, "base": "", "fetch": fetch}
    said = _said("REACH", {name: _TO_ROOT + file for name, file in reach.items()} | {"when": when})
    said += _said("WITH_SCRIPTS", theme.leave_room([page.tree for group in groups for page in group.pages]))

    used = set(script.files(of_theme, read))
    for number, group in enumerate(groups):
        used.update(group.modules)
        sheet = later and later.states[number]
        sometimes = {module: f"RUNS.has({json.dumps(_short(module))})" for module in group.sometimes()}
        text = said + _said("LATER", _told(sheet)) + _RUNS * bool(sometimes)
        text += script.joined([_WITH_SCRIPTS] + [_LATER_STYLES] * bool(later) + [*group.modules, _ON_REACH], read, only_if=sometimes)
        file = put(folder, f"{_SCRIPTS}/site{f'-{number}' if number else ''}.js", script.small(text), with_hash)
        for page in group.pages:
            _name_script(page, file, [_short(module) for module in sometimes if module in group.runs[page.path]], sheet)
    return used - set(_OURS)


def _name_script(page: Page, file: str, runs: list[str], sheet: Sheet | None) -> None:
    for module in page.modules():
        module.drop_tree()
    head = page.tree.find("head")
    head.append(html.Element("script", {"type": "module", "src": page.address(file)} | ({"data-runs": " ".join(runs)} if runs else {})))
    if sheet:
        without = html.Element("noscript")
        without.append(html.Element("link", {"rel": "stylesheet", "href": page.address(sheet.file)}))
        head.append(without)


def _short(module: str) -> str:
    return module.rsplit("/", 1)[1].removesuffix(".js")


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
