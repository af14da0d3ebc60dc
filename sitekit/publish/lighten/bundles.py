"""Joins the site's modules into few files: one that each page runs at once, one for the reader's first act, one for search."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from pathlib import Path

from lxml import html

from sitekit.publish.lighten import script, theme
from sitekit.publish.lighten.assets import Later, Sheet
from sitekit.publish.lighten.groups import Group
from sitekit.publish.lighten.names import put
from sitekit.publish.lighten.order import merged
from sitekit.publish.lighten.page import Page
from sitekit.publish.lighten.rooms import leave_rooms

# Beside our modules, so that the addresses these work out from where they lie stay right.
_SCRIPTS = "assets/scripts"
_TO_ROOT = "../../"
# Which of the modules that not every page runs this page runs; none of them may be asked before the page is parsed.
_RUNS = 'const RUNS=new Set((document.querySelector("script[data-runs]")?.dataset.runs??"").split(" "));\n'
_WITH_SCRIPTS, _LATER_STYLES, _ON_ACT, _ON_REACH, _FETCH_THEME = (
    f"{_SCRIPTS}/{name}.js" for name in ("with-scripts", "later-styles", "on-act", "on-reach", "fetch-theme"))
_OURS = {f"{_SCRIPTS}/{file.name}": file for file in sorted((Path(__file__).parent / "scripts").glob("*.js"))}


def reader(folder: Path) -> Callable[[str], str]:
    """Return what gives the text of a module of the site, or of this step."""
    return lambda name: _OURS.get(name, folder / name).read_text(encoding="utf-8")


def for_acts(pages: Iterable[Page]) -> list[str]:
    """Return the modules that may wait for an act of the reader, in order: those named with `defer`.

    Raises:
        ValueError: two pages run them in another order.
    """
    return merged({page.path: [page.name(module.get("src")) for module in page.modules() if "defer" in module.attrib] for page in pages})


def join(folder: Path, groups: list[Group], acts: list[str] | None, settings: dict, later: Later | None, when: str, with_hash: bool) -> set[str]:
    """Give each group one file with its modules and the rules for later; put what acts ask for, and what fetches the
    theme's script, into files of their own.

    Args:
        folder: the built site.
        groups: its pages.
        acts: the modules that wait for an act of the reader; None where nothing waits for one.
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
    styles = [_LATER_STYLES] * bool(later)

    def file(name: str, text: str) -> str:
        return put(folder, f"{_SCRIPTS}/{name}.js", script.small(text), with_hash)

    of_theme = [*styles, *theme.BEFORE_SCRIPT, _FETCH_THEME]
    parts = theme.take_out([page.tree for group in groups for page in group.pages])
    text = _said("SETTINGS", settings) + _said("PARTS", parts) + _said("LATER", _told(later and later.theme))
    fetch = file("theme", text + script.joined(of_theme, read, hand_on=_FETCH_THEME))
    reach = {"script": theme.SCRIPT, "worker": theme.WORKER, "index": theme.INDEX, "base": "", "fetch": fetch}
    said, last = _said("REACH", {name: _TO_ROOT + address for name, address in reach.items()} | {"when": when}), _ON_REACH
    used = set(script.files(of_theme, read))
    if acts is not None:
        by_hand = [*styles, *acts, _ON_REACH]
        text = said + _said("LATER", _told(later and later.act)) + script.joined(by_hand, read)
        said, last = _said("ACT", {"file": _TO_ROOT + file("act", text), "when": when}), _ON_ACT
        used.update(script.files(by_hand, read))

    for number, group in enumerate(groups):
        used.update(group.modules)
        sheet = later and later.states[number]
        sometimes = {module: f"RUNS.has({json.dumps(_short(module))})" for module in group.sometimes()}
        text = said + _said("WITH_SCRIPTS", leave_rooms(group.pages)) + _said("LATER", _told(sheet)) + _RUNS * bool(sometimes)
        text += script.joined([_WITH_SCRIPTS, *styles, *group.modules, last], read, only_if=sometimes)
        joined = file(f"site{f'-{number}' if number else ''}", text)
        for page in group.pages:
            _name_script(page, joined, [_short(module) for module in sometimes if module in group.runs[page.path]], sheet)
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


def _told(sheet: Sheet | None) -> dict | None:
    return sheet and {"text": sheet.text, "file": _TO_ROOT + sheet.file}


def _said(name: str, value: object) -> str:
    """Return a line of a script that gives a value a name."""
    return f"const {name}={json.dumps(value, ensure_ascii=False, separators=(',', ':'))};\n"
