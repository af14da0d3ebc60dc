"""Binds the render functions to one Site for the macro engine. Nothing else."""

from __future__ import annotations

import posixpath
from pathlib import Path

from sitekit import derive, render
from sitekit.checks import calls
from sitekit.handouts import handouts
from sitekit.linkkit import entries
from sitekit.load import MEMORY, load
from sitekit.render import kit
from sitekit.render.scripts import for_scripts


class FaultySources(Exception, SystemExit):
    """Stops a build. As both kinds of exception it is printed without a traceback, and the live server goes on."""


def define_env(env) -> None:
    """Give pages their macros and templates their data.

    Raises:
        FaultySources: the sources have problems, one a line.
    """
    root = Path(env.project_dir)
    site, problems = load(root, root / MEMORY)
    # The live server checks no more than this, so that a draft can be seen; a call that leads nowhere cannot.
    problems += [problem for rule in calls.RULES for problem in rule(site)]
    if problems:
        raise FaultySources("\n".join(map(str, sorted(set(problems)))))

    def here():
        # MkDocs keeps a page's path with its file, the successor with the page.
        return site.pages[env.page.file.src_uri if hasattr(env.page, "file") else env.page.path]

    def base():
        # The successor moves addresses in HTML as if they were written for the source's folder; MkDocs leaves them.
        page = here()
        return page if hasattr(env.page, "file") else page.model_copy(update={"path": posixpath.join(posixpath.dirname(page.path), "index.md")})

    def cite(key: str) -> str:
        return render.cite(derive.source_number(site, here(), key), site.claims[key])

    def picture(id: str) -> str:
        found = site.pictures[id]
        return render.picture(found, cite(found.cite) if found.cite else "")

    site_url = env.conf.get("site_url") or ""
    env.macro(lambda: kit.addresses(base(), entries(site, site_url), site_url), "addresses")
    env.macro(lambda id, side: render.checklist(site.checklists[id], side), "checklist")
    env.macro(lambda kind: render.cards(base(), derive.pages_of(site, kind)), "cards")
    env.macro(cite)
    env.macro(lambda: render.doors(base(), site), "doors")
    env.macro(lambda: kit.emails(site, site_url), "emails")
    env.macro(lambda: render.glossary(site), "glossary")
    env.macro(lambda: kit.handout_list(base(), handouts(site)), "handouts")
    env.macro(lambda: render.helplines(site), "helplines")
    env.macro(lambda: render.ledger(site), "ledger")
    env.macro(lambda phase: kit.moments(site, base(), phase), "moments")
    env.macro(lambda: render.note_form(site), "note_form")
    env.macro(render.note_sheet)
    env.macro(lambda *paths: render.cards(here(), [site.pages[path] for path in paths]), "page_cards")
    env.macro(lambda *ids: render.phrases([site.phrases[id] for id in ids], derive.phrase_ticks(site, here())), "phrases")
    env.macro(picture)
    env.macro(lambda: render.practice_contact(site.practice), "practice_contact")
    env.macro(lambda topic: render.practice_says(site, base(), topic), "practice_says")
    env.macro(lambda: render.promises(site), "promises")
    env.macro(lambda: render.related(base(), derive.related_to(site, here())), "related")
    env.macro(lambda: render.scorecard(base(), derive.scores(site)), "scorecard")
    env.macro(lambda: render.sources(derive.cited_on(site, here())), "sources")

    env.conf["mdx_configs"].setdefault("sitekit.render.terms", {})["terms"] = render.terms_by_name(site)
    env.conf["extra"]["house"] = render.for_templates(site) | kit.files_for_templates(site) | for_scripts(site)
