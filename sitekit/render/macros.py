"""Binds each macro that schema/macros.py declares to its component, for the macro engine."""

import datetime
import logging
import posixpath
from functools import partial
from pathlib import Path
from typing import Any

from sitekit import queries
from sitekit.checks import latest_day
from sitekit.models.site import Site
from sitekit.render import contexts
from sitekit.render.environment import Components
from sitekit.render.page_context import PageContext
from sitekit.render.site_context import site_context, terms_by_name
from sitekit.schema.macros import MACROS
from sitekit.sources.loader import load
from sitekit.translations.alternates import translation_context
from sitekit.translations.languages import Translation, read_translations
from sitekit.translations.parity import check_all

# A child of MkDocs' own logger, so that its strict mode stops a build with problems.
_LOG = logging.getLogger("mkdocs.sitekit")


def render_macro(components: Components, here: PageContext, name: str, *args: str) -> str:
    """Return a macro's component as HTML, with the values of contexts.py for the page that calls it with these arguments."""
    # A component without a function of its name there needs no more.
    own = getattr(contexts, name, None)
    values = {"site": here.site, "args": args, "href": here.href, "file_href": here.file_href} | (own(here, *args) if own else {})
    return components.render(MACROS[name].component or name.replace("_", "-"), **values)


def define_env(env: Any) -> None:
    """Give pages their macros and templates their data.

    A preview shows the sources as far as they can be read, with their problems on top of each page and in the terminal.
    """
    root = Path(env.project_dir)
    site, problems = load(root)
    site = site.model_copy(update={"url": env.conf.get("site_url") or ""})
    if ("pipe", "*") in site.unreadable:
        # MkDocs would wait for ever to read it.
        raise SystemExit("\n".join(map(str, problems)))
    env.preview = site if env.conf["extra"].get("preview", True) else None
    # Publishing has checked the sources before.
    today = latest_day(datetime.datetime.now(datetime.UTC))
    languages, problems = check_all(root, site, problems, today) if env.preview else (read_translations(root, site)[0], [])
    for problem in problems:
        _LOG.warning(problem)
    shown = [(problem.path, str(problem)) for problem in problems]
    if any(kind == "template" for kind, _ in site.unreadable):
        # A broken template would leave every request waiting. This one shows the problems, and needs no other.
        env.conf["theme"].dirs.insert(0, str(root / "overrides/unreadable"))
        env.conf["theme"].static_templates = {"404.html"}
    try:
        _bind(env, site, root, languages, bool(problems))
        env.conf["extra"]["site"] = site_context(site) | {"problems": shown}
        # A language's own settings have it, as its project holds no translations.
        env.conf["extra"].setdefault("translation", translation_context(root, site, languages))
    except Exception:
        # What is missing is among the problems; templates then show these alone.
        if not problems:
            raise
        env.conf["extra"]["site"] = {"problems": shown}


def _bind(env: Any, site: Site, root: Path, languages: list[Translation], has_problems: bool) -> None:
    components = Components(root / "overrides/components", site.interface)

    def here() -> PageContext:
        # MkDocs keeps a page's path with its file. Its successor keeps it with the page, and rewrites links in HTML as if they
        # counted from the folder of the source.
        if hasattr(env.page, "file"):
            return PageContext(site, site.pages[env.page.file.src_uri], languages)
        folder = posixpath.dirname(env.page.path)
        return PageContext(site, site.pages[env.page.path], languages, base=f"{folder}/" if folder else "")

    def render(name: str, *args: str) -> str:
        try:
            return render_macro(components, here(), name, *args)
        except Exception:
            # A call that cannot be rendered is left out of a page that says why.
            if not has_problems:
                raise
            return ""

    for name in MACROS:
        env.macro(partial(render, name), name)
    if has_problems:
        for name in {call.name for page in site.pages.values() for call in page.calls} - MACROS.keys():
            env.macro(lambda *_: "", name)
        env.config["on_undefined"], env.config["on_error_fail"] = "silent", False
    env.conf["mdx_configs"].setdefault("sitekit.render.terms", {})["terms"] = terms_by_name(site)
    env.conf["mdx_configs"].setdefault("sitekit.render.folds", {})["open"] = queries.privacy_anchor(site)
