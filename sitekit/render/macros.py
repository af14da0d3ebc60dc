"""Binds each macro that schema/macros.py declares to its component, for the macro engine."""

from __future__ import annotations

import posixpath
from collections.abc import Callable
from pathlib import Path
from typing import Any

from sitekit import queries
from sitekit.checks import macro_calls
from sitekit.render import contexts
from sitekit.render.environment import Components
from sitekit.render.page_context import PageContext
from sitekit.render.scripts import for_scripts
from sitekit.render.site_context import site_context, terms_by_name
from sitekit.sources.loader import load

# The component that shows each macro, and what prepares the values for its template.
COMPONENTS: dict[str, tuple[str, Callable[..., contexts.Values]]] = {
    "addresses": ("link-kit/addresses", contexts.addresses),
    "cards": ("cards", contexts.cards),
    "checklist": ("checklist", contexts.checklist),
    "cite": ("sources/cite", contexts.cite),
    "doors": ("cards", contexts.doors),
    "emails": ("link-kit/emails", contexts.emails),
    "glossary": ("glossary", contexts.glossary),
    "handouts": ("link-kit/handouts", contexts.handout_files),
    "helplines": ("helplines", contexts.helplines),
    "ledger": ("evidence", contexts.ledger),
    "moments": ("link-kit/moments", contexts.moments),
    "note_form": ("note/form", contexts.note_form),
    "note_sheet": ("note/sheet", lambda here: {}),
    "page_cards": ("cards", contexts.page_cards),
    "phrases": ("phrases", contexts.phrases),
    "picture": ("picture", contexts.picture),
    "practice_contact": ("practice/contact", contexts.practice_contact),
    "practice_says": ("practice/says", contexts.practice_says),
    "promises": ("promises", contexts.promises),
    "related": ("cards", contexts.related),
    "scorecard": ("scorecard", contexts.scorecard),
    "sources": ("sources", contexts.sources),
}


class InvalidSources(Exception, SystemExit):
    """Stops a build. As both kinds of exception it is printed without a traceback, and the live server goes on."""


def render_macro(components: Components, here: PageContext, name: str, *args: str) -> str:
    """Return a macro's component as HTML, for the page that calls it with these arguments."""
    component, values = COMPONENTS[name]
    return components.render(component, **values(here, *args))


def define_env(env: Any) -> None:
    """Give pages their macros and templates their data.

    Raises:
        InvalidSources: the sources have problems, one a line.
    """
    root = Path(env.project_dir)
    site, problems = load(root)
    # While writing, no more than this is checked, so that a draft can be seen; a call that leads nowhere cannot.
    problems += [problem for rule in macro_calls.RULES for problem in rule(site)]
    if problems:
        raise InvalidSources("\n".join(map(str, sorted(set(problems)))))
    components = Components(root / "overrides/components", site.interface)
    site_url = env.conf.get("site_url") or ""

    def here() -> PageContext:
        # MkDocs keeps a page's path with its file. Its successor keeps it with the page, and rewrites links in HTML as if they
        # counted from the folder of the source.
        if hasattr(env.page, "file"):
            return PageContext(site, site.pages[env.page.file.src_uri], site_url)
        folder = posixpath.dirname(env.page.path)
        return PageContext(site, site.pages[env.page.path], site_url, base=f"{folder}/" if folder else "")

    def bind(name: str) -> None:
        env.macro(lambda *args: render_macro(components, here(), name, *args), name)

    for name in COMPONENTS:
        bind(name)
    env.conf["mdx_configs"].setdefault("sitekit.render.terms", {})["terms"] = terms_by_name(site)
    env.conf["mdx_configs"].setdefault("sitekit.render.folds", {})["open"] = queries.privacy_anchor(site)
    # The theme writes both into every page.
    env.conf["theme"]["language"], env.conf["theme"]["direction"] = site.interface["language"], site.interface["direction"]
    env.conf["extra"]["site"] = site_context(site) | for_scripts(site)
