"""Rules for macro calls: known names, known ids, one call a block."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from sitekit.errors import Problem, suggest
from sitekit.models.data import Side
from sitekit.models.emails import Phase
from sitekit.models.page import Kind, MacroCall, Page
from sitekit.models.site import Site
from sitekit.schema.macros import MACROS, TOPICS


def every_macro_is_known(site: Site) -> Iterator[Problem]:
    """A misspelt macro would stop the build late, or print its own name to a reader."""
    for page in site.pages.values():
        for call in page.calls:
            if call.name not in MACROS:
                yield Problem(page.file, call.line, f"There is no macro '{call.name}'", suggest(call.name, MACROS, "macro"))


def every_argument_names_something(site: Site) -> Iterator[Problem]:
    """Arguments are ids of things that exist."""
    for page in site.pages.values():
        for call in page.calls:
            if call.name in MACROS:
                yield from _arguments(site, page, call)


def _arguments(site: Site, page: Page, call: MacroCall) -> Iterator[Problem]:
    wanted = MACROS[call.name].arguments
    if wanted[-1:] == ("…",):
        wanted = wanted[:-1] + wanted[-2:-1] * max(0, len(call.args) - len(wanted) + 1)
    if len(call.args) != len(wanted):
        form = ", ".join(f'"{what}"' for what in wanted)
        fault = f"'{call.name}' takes {len(wanted)} ids, not {len(call.args)}"
        yield Problem(page.file, call.line, fault, f"Write it as {{{{ {call.name}({form}) }}}}.")
        return
    known = {
        "checklist": site.checklists,
        "phrase": site.phrases,
        "claim": site.claims,
        "picture": site.pictures,
        "page": site.pages,
        "side": get_args(Side),
        "kind": get_args(Kind),
        "topic": TOPICS,
        "phase": get_args(Phase),
    }
    for what, arg in zip(wanted, call.args):
        fixed = what in ("side", "kind", "topic", "phase")
        if not (arg in known[what] if fixed else site.defines(what, str(arg))):
            yield Problem(page.file, call.line, f"There is no {what} '{arg}'", suggest(str(arg), known[what], what))


def every_block_macro_stands_alone(site: Site) -> Iterator[Problem]:
    """A block macro inside a sentence or an indented list breaks the page's structure."""
    for page in site.pages.values():
        for call in page.calls:
            if call.name in MACROS and not MACROS[call.name].inline and not call.alone:
                yield Problem(
                    page.file, call.line, f"'{call.name}' does not stand alone", "Put the call on a line of its own, at the left margin."
                )


RULES = (every_macro_is_known, every_argument_names_something, every_block_macro_stands_alone)
