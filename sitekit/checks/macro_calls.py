"""Rules for macro calls in pages."""

from collections.abc import Collection, Iterator
from dataclasses import replace
from typing import get_args

from sitekit.checks.reporting import repeats, unknown
from sitekit.errors import Problem
from sitekit.models.data import Side
from sitekit.models.emails import Phase
from sitekit.models.page import Kind, MacroCall, Page
from sitekit.models.site import Site
from sitekit.schema.macros import MACROS, TOPICS

# What an argument may be that names no record or page.
_CONSTANTS: dict[str, Collection[str]] = {"side": get_args(Side), "kind": get_args(Kind), "topic": TOPICS, "phase": get_args(Phase)}

# How the message of a name that does not exist begins.
_UNKNOWN = "There is no "


def macros_exist(site: Site) -> Iterator[Problem]:
    """Require that pages call only macros that exist."""
    for page, call in _calls(site):
        if call.name not in MACROS:
            yield unknown(page.file, call.line, "macro", call.name, MACROS)


def macro_arguments_exist(site: Site) -> Iterator[Problem]:
    """Require that a call has as many arguments as its macro takes, and that each names something that exists."""
    found: dict[str, list[Problem]] = {}
    for page, call in _calls(site):
        for problem in _argument_problems(site, page, call) if call.name in MACROS else ():
            # A name that is nowhere is one fault, however often it is used.
            key = problem.message if problem.message.startswith(_UNKNOWN) else str(problem)
            found.setdefault(key, []).append(problem)
    for first, *more in found.values():
        yield replace(first, message=f"{first.message}, which {len(more) + 1} macro calls name") if more else first


def pages_with_wrong_calls(site: Site) -> set[str]:
    """Return the files of the pages with a macro call that is reported: it renders no anchors and no texts, and leads to no handout."""
    return {
        page.file
        for page, call in _calls(site)
        if call.name not in MACROS or any(_argument_problems(site, page, call)) or not (MACROS[call.name].inline or call.alone)
    }


def _argument_problems(site: Site, page: Page, call: MacroCall) -> Iterator[Problem]:
    kinds = MACROS[call.name].arguments
    if kinds[-1:] == ("…",):
        kinds = kinds[:-1] + kinds[-2:-1] * max(0, len(call.args) - len(kinds) + 1)
    if len(call.args) != len(kinds):
        form = ", ".join(f'"{kind}"' for kind in kinds)
        message = f"'{call.name}' takes {len(kinds)} ids, not {len(call.args)}"
        yield Problem(page.file, call.line, message, f"Write it as {{{{ {call.name}({form}) }}}}.")
        return
    for kind, arg in zip(kinds, call.args, strict=True):
        constants = _CONSTANTS.get(kind)
        if not (site.defines(kind, arg) if constants is None else arg in constants):
            yield unknown(page.file, call.line, kind, arg, site.names(kind) if constants is None else constants)
    for arg in sorted({arg for arg in call.args if call.args.count(arg) > 1}):
        yield Problem(page.file, call.line, f"This call names '{arg}' twice", "Name it once.")


def block_macros_stand_alone(site: Site) -> Iterator[Problem]:
    """Require a line of its own for a block macro, as it breaks the HTML of a paragraph or an indented list."""
    for page, call in _calls(site):
        if call.name in MACROS and not MACROS[call.name].inline and not call.alone:
            hint = "Put the call on a line of its own, at the left margin."
            yield Problem(page.file, call.line, f"'{call.name}' does not stand alone", hint)


def therapists_sides_are_shown_once(site: Site) -> Iterator[Problem]:
    """Require that no page shows the therapist's side of a list twice, as "both" does beside "therapist"; clients' sides have ids."""
    for page in site.pages.values():
        shown = [call for call in page.calls if call.name == "checklist" and call.args[1:] in (("therapist",), ("both",))]
        for call, first in repeats((call.args[0], call) for call in shown):
            message = f"The therapist's side of '{call.args[0]}' stands on line {first.line} already"
            yield Problem(page.file, call.line, message, "Show each side once.")


def _calls(site: Site) -> Iterator[tuple[Page, MacroCall]]:
    return ((page, call) for page in site.pages.values() for call in page.calls)
