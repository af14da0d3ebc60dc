"""Joins the site's modules into few files: a small one that pages run at once, one for the first sign of a reader and
one with the tools of some pages, one for search."""

from __future__ import annotations

import json
import posixpath
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from lxml import html

from sitekit.publish.lighten import script
from sitekit.publish.lighten.assets import Sheet
from sitekit.publish.lighten.groups import Group, groups, one_group
from sitekit.publish.lighten.names import put
from sitekit.publish.lighten.page import Page
from sitekit.publish.lighten.rooms import ANSWERS, leave_rooms
from sitekit.publish.search import INDEX

# Beside our modules, so that the addresses these work out from where they lie stay right.
_SCRIPTS = "assets/scripts"
# Which of the modules that not every page runs at once this page runs; none of them may be asked before it is parsed.
_RUNS = 'const RUNS=new Set((document.querySelector("script[data-runs]")?.dataset.runs??"").split(" "));\n'
# The module that waits until the reader reaches for the search.
_SEARCH = f"{_SCRIPTS}/search.js"
_WITH_SCRIPTS, _LATER_STYLES, _ON_SIGN, _ON_REACH = (f"{_SCRIPTS}/{name}.js" for name in ("with-scripts", "later-styles", "on-sign", "on-reach"))
_OURS = {f"{_SCRIPTS}/{file.name}": file for file in sorted((Path(__file__).parent / "scripts").glob("*.js"))}


def reader(folder: Path) -> Callable[[str], str]:
    """Return what gives the text of a module of the site, or of this step."""
    return cache(lambda name: _OURS.get(name, folder / name).read_text(encoding="utf-8"))


@dataclass(frozen=True)
class Plan:
    """Which modules run when: at once, by group of pages that share a file; on the first sign of a reader, on all pages or
    some, or None where nothing waits for one; and once the reader reaches for the search."""

    at_once: list[Group]
    on_sign: Group | None
    on_reach: list[str]

    @property
    def modules(self) -> list[str]:
        """Every module that some page runs."""
        return list(dict.fromkeys([*(module for group in (*self.at_once, *filter(None, [self.on_sign])) for module in group.modules), *self.on_reach]))


def plan(pages: list[Page], waits: bool, read: Callable[[str], str]) -> Plan:
    """Tell which modules run when. Those named with `defer` may wait for a sign of the reader, where anything `waits`.

    Raises:
        ValueError: two pages run modules in another order.
    """
    def named(later: bool) -> dict[Page, list[str]]:
        return {page: [name for script_ in page.modules() if (name := page.name(script_.get("src"))) != _SEARCH
                       and (waits and "defer" in script_.attrib) is later] for page in pages}

    has_search = any(page.name(module.get("src")) == _SEARCH for page in pages for module in page.modules())
    return Plan(groups(named(later=False), read), one_group(named(later=True), read) if waits else None, script.files([_SEARCH] * has_search, read))


def join(folder: Path, pages: list[Page], modules: Plan, later: Sheet | None, at_idle: bool, with_hash: bool) -> set[str]:
    """Give each group one file with its modules; put what waits for a sign of the reader, the rules for later among it,
    and the search into files of their own.

    Args:
        folder: the built site.
        pages: all of it.
        modules: which run when.
        later: the rules for later, or None where pages link all rules.
        at_idle: whether what waits for the reader comes at the latest when the page is done.
        with_hash: whether names tell the content.

    Returns:
        The files that stand in no page any more.

    Raises:
        ValueError: a module cannot be joined.
    """
    read = reader(folder)
    idle = {"idle": True} if at_idle else {}

    def file(name: str, text: str) -> str:
        return put(folder, f"{_SCRIPTS}/{name}.js", script.small(text), with_hash)

    before, after, at_reach = [_WITH_SCRIPTS, *[_LATER_STYLES] * bool(later)], [], ""
    if modules.on_reach:
        search = file("search", _said("WITH_SCRIPTS", leave_rooms(pages, ANSWERS)) + script.joined([_WITH_SCRIPTS, _SEARCH], read))
        after, at_reach = [_ON_REACH], _said("REACH", {"search": _from_here(search), "index": _from_here(INDEX)} | idle)
    rest = _said("WITH_SCRIPTS", leave_rooms(pages)) + _said("LATER", later and {"text": later.text, "file": _from_here(later.file)})
    tools: dict[Page, str] = {}
    if modules.on_sign:
        text = rest + script.joined([*before, *modules.on_sign.always()], read)
        for number, (names, users) in enumerate(modules.on_sign.together().items()):
            tools |= dict.fromkeys(users, file(f"tools{f'-{number}' if number else ''}", script.joined(names, read)))
        sheet = {"sheet": _from_here(later.file)} if later else {}
        rest, before, after = _said("REST", {"file": _from_here(file("site", text))} | sheet | idle), [], [*after, _ON_SIGN]

    for number, group in enumerate(modules.at_once):
        text = at_reach + rest + _joined(before, group, after, read)
        start = file(f"start{f'-{number}' if number else ''}", text)
        for page in group.pages:
            _name_script(page, start, [_short(module) for module in group.told(page)], tools.get(page), later)
    return set(modules.modules) - set(_OURS)


def _joined(before: list[str], group: Group, after: list[str], read: Callable[[str], str]) -> str:
    """Return as one module those of a group, with those that every page runs before and after them."""
    only_if = {module: "||".join(f"RUNS.has({json.dumps(_short(name))})" for name in group.needed_by[module]) for module in group.sometimes()}
    return _RUNS * bool(only_if) + script.joined([*before, *group.modules, *after], read, only_if=only_if)


def _name_script(page: Page, file: str, runs: list[str], tools: str | None, sheet: Sheet | None) -> None:
    for module in page.modules():
        module.drop_tree()
    head = page.tree.find("head")
    told = ({"data-runs": " ".join(runs)} if runs else {}) | ({"data-tools": page.address(tools)} if tools else {})
    # Modules run when the page is parsed, and no first sight needs one. Browsers would still ask for it before all else.
    head.append(html.Element("script", {"type": "module", "src": page.address(file), "fetchpriority": "low"} | told))
    if sheet:
        without = html.Element("noscript")
        without.append(html.Element("link", {"rel": "stylesheet", "href": page.address(sheet.file)}))
        head.append(without)


def _short(module: str) -> str:
    return module.rsplit("/", 1)[1].removesuffix(".js")


def _from_here(name: str) -> str:
    """Return how a script of ours names a file of the site, as an address or as a module."""
    address = posixpath.relpath(name, _SCRIPTS)
    return address if address.startswith(".") else f"./{address}"


def _said(name: str, value: object) -> str:
    """Return a line of a script that gives a value a name."""
    return f"const {name}={json.dumps(value, ensure_ascii=False, separators=(',', ':'))};\n"
