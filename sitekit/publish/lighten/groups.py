"""Which pages share one file of scripts. Most share all of them; a module that one page alone uses makes that page its own group."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from sitekit.publish.lighten import script
from sitekit.publish.lighten.order import merged
from sitekit.publish.lighten.page import Page


@dataclass(frozen=True)
class Group:
    """Pages that share a file of scripts: the modules in it, in order, and for each page those that it runs."""

    modules: tuple[str, ...]
    pages: tuple[Page, ...]
    runs: dict[str, frozenset[str]]

    def sometimes(self) -> list[str]:
        """Return the modules that not every page of the group runs."""
        return [module for module in self.modules if any(module not in run for run in self.runs.values())]


def groups(pages: Iterable[Page], left_out: Iterable[str], read: Callable[[str], str]) -> list[Group]:
    """Part pages into groups.

    Args:
        pages: all pages.
        left_out: modules that pages name and that run elsewhere.
        read: gives a module's text, to see what it imports.

    Raises:
        ValueError: two pages run modules in another order.
    """
    left_out = set(left_out)
    named = {page: [name for script_ in page.modules() if (name := page.name(script_.get("src"))) not in left_out] for page in pages}
    lists = {page: script.files(names, read) for page, names in named.items()}
    used = Counter(name for names in lists.values() for name in names)
    alone = [page for page, names in lists.items() if any(used[name] == 1 for name in names)] if len(lists) > 1 else []
    together = [page for page in lists if page not in alone]
    return [_group({page: lists[page] for page in part}) for part in ([together] if together else []) + [[page] for page in alone]]


def _group(lists: dict[Page, list[str]]) -> Group:
    order = merged({page.path: names for page, names in lists.items()})
    return Group(tuple(order), tuple(lists), {page.path: frozenset(names) for page, names in lists.items()})
