"""Makes the built site light: a first view in one round trip, the rest when it is wanted, nothing twice.

Works on built HTML, after everything that writes pages and before what seals them. Each part can be left out.
"""

from __future__ import annotations

from collections.abc import Collection
from importlib.util import find_spec
from pathlib import Path

from sitekit.problems import Problem
from sitekit.publish.lighten import assets, bundles, markup, styles, theme
from sitekit.publish.lighten.page import read
from sitekit.publish.lighten.rooms import leave_toggle_rooms
from sitekit.publish.parts import Part


def lighten(folder: Path, without: Collection[Part] = (), memory: Path | None = None) -> list[Problem]:
    """Make the site below `folder` light, in place.

    Args:
        folder: the built site.
        without: parts to leave out, to compare or to find a fault.
        memory: a folder that remembers how styles were sorted, so that the same is not sorted again.

    Returns:
        What kept a part from its work; the folder is then half changed and of no use.
    """
    parts = set(Part) - set(without)
    problems = theme.unknown(folder)
    if problems:
        return problems
    pages = list(read(folder))
    replaced: set[str] = set()
    keeps_space, always_set, later = _keeps_none, frozenset(), None
    read_module = bundles.reader(folder)
    try:
        modules = bundles.plan(pages, {Part.ACT, Part.SCRIPTS} <= parts, read_module)
        if modules.on_sign:
            leave_toggle_rooms(pages)
        if Part.SCRIPTS in parts:
            for page in pages:
                theme.strip(page.tree)
        if Part.STYLES in parts:
            replaced.update(styles.linked(pages))
            remembered = styles.remember(memory) if memory else None
            found = styles.gather(folder, pages, modules.modules, read_module, remembered)
            if remembered:
                remembered.forget()
            keeps_space, always_set = found.keeps_space, found.always_set
            later = assets.link_styles(folder, pages, found, Part.FIRST in parts, Part.NAMES in parts)
        if Part.SCRIPTS in parts:
            replaced.update(bundles.join(folder, pages, modules, later, Part.SEARCH not in parts, Part.NAMES in parts))
        elif later:
            assets.link_late(pages, later)
    except ValueError as fault:
        mend = "Write it as the others are written, or leave a part of this step out, as with --without styles."
        return [Problem("docs/assets", 1, str(fault), mend)]
    for page in pages:
        if Part.MARKUP in parts:
            assets.take_in_pictures(folder, page, Part.NAMES in parts)
            markup.squeeze(page.tree, keeps_space, always_set)
        text = markup.text_of(page.tree, keeps_space) if Part.MARKUP in parts else markup.plain_text_of(page.tree)
        (folder / page.path).write_text(text, encoding="utf-8")
    assets.remove_unused(folder, pages, replaced)
    return []


def get_ready(root: Path) -> None:
    """Do what can be done before the site is built from the sources below `root`: the same work then costs no time later."""
    theme_ = find_spec("material")
    styles.read_ahead([root / "docs", *(Path(place) / "templates" for place in (theme_.submodule_search_locations if theme_ else []))])


def _keeps_none(node: object) -> bool:
    """Say that no element keeps its text's space, but for those that always do."""
    return False


__all__ = ["get_ready", "lighten"]
