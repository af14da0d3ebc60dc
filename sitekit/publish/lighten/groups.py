"""Which pages share one file of scripts. Most share all of them; a module that one page alone uses makes that page its own group."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from sitekit.publish.lighten import script
from sitekit.publish.lighten.order import merged
from sitekit.publish.lighten.page import Page


@dataclass(frozen=True)
class Group:
    """Pages that share a file of scripts.

    Attributes:
        modules: those in it, in order.
        pages: the pages.
        named: for each page, the modules that it names.
        runs: for each page, those that it runs: what it names, and what that imports.
        needed_by: for each module, those that pages name and that need it: itself, or what imports it.
    """

    modules: tuple[str, ...]
    pages: tuple[Page, ...]
    named: dict[str, list[str]]
    runs: dict[str, frozenset[str]]
    needed_by: dict[str, list[str]]

    def sometimes(self) -> list[str]:
        """Return the modules that not every page of the group runs."""
        return [module for module in self.modules if any(module not in run for run in self.runs.values())]

    def always(self) -> list[str]:
        """Return the modules that every page of the group runs."""
        sometimes = self.sometimes()
        return [module for module in self.modules if module not in sometimes]

    def together(self) -> dict[tuple[str, ...], list[Page]]:
        """Return which of the modules that not every page runs are run together, and by which pages.

        Raises:
            ValueError: one of them imports what every page runs; in a file of its own that would run twice.
        """
        found: dict[tuple[str, ...], list[Page]] = {}
        sometimes, always = self.sometimes(), self.always()
        for page in self.pages:
            if modules := tuple(module for module in sometimes if module in self.runs[page.path]):
                found.setdefault(modules, []).append(page)
        for module in always:
            if needed := [name for name in self.needed_by[module] if name in sometimes]:
                raise ValueError(f"{needed[0]}: not every page runs it, but it imports '{module}', which every page runs; that would run twice")
        return found

    def told(self, page: Page) -> list[str]:
        """Return what a page must tell so that its modules run: of those that not every page runs, the ones it names."""
        return [module for module in self.sometimes() if module in self.named[page.path]]


def groups(named: Mapping[Page, list[str]], read: Callable[[str], str]) -> list[Group]:
    """Part pages into groups.

    Args:
        named: the modules that each page names.
        read: gives a module's text, to see what it imports.

    Raises:
        ValueError: two pages run modules in another order.
    """
    lists = {page: script.files(names, read) for page, names in named.items()}
    used = Counter(name for names in lists.values() for name in names)
    alone = [page for page, names in lists.items() if any(used[name] == 1 for name in names)] if len(lists) > 1 else []
    together = [page for page in lists if page not in alone]
    return [one_group({page: named[page] for page in part}, read) for part in ([together] if together else []) + [[page] for page in alone]]


def one_group(named: Mapping[Page, list[str]], read: Callable[[str], str]) -> Group:
    """Take all pages as one group; arguments as above.

    Raises:
        ValueError: two pages run modules in another order.
    """
    lists = {page.path: script.files(names, read) for page, names in named.items()}
    order = merged(lists)
    needs = {name: script.files([name], read) for name in dict.fromkeys(name for names in named.values() for name in names)}
    needed_by = {module: [name for name in needs if module in needs[name]] for module in order}
    return Group(tuple(order), tuple(named), {page.path: names for page, names in named.items()}, {path: frozenset(names) for path, names in lists.items()}, needed_by)
