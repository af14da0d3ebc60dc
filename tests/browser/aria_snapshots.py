"""Write accessibility snapshots of a site with one small page of each kind: `python -m tests.browser.aria_snapshots`.

The snapshots in aria/ are of this site and not of the real one, so that they change with the templates alone: new
words on a page, a new page in the menu or another practice's name leave them as they are.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from sitekit.build.generate import generate
from sitekit.build.search_index import write_search_index
from sitekit.render.site_context import search_words
from sitekit.schema.page_types import KINDS, PAGE_TYPES_BY_KIND
from sitekit.site_url import LOCAL
from sitekit.sources.loader import load
from tests.browser.chromium import FLAGS, installed
from tests.browser.server import serve
from tests.browser.states import BY_NAME
from tests.browser.visiting import DESK, PHONE, wait_for_modules
from tests.conftest import GOOD, ROOT

SNAPSHOTS = Path(__file__).parent / "aria"
# The minimal valid site's data; its ids stand in the calls below.
DATA = GOOD
PATHS = {"home": "index.md", "help": "help-now.md"}
# How a page calls each macro that its page type requires, and what else the kind consists of.
CALLS = {
    "checklist": '{{ checklist("listening", "client") }}',
    "phrases": '{{ phrases("slow-down") }}',
    "sources": 'Some things go together. {{ cite("elliott-2018") }}\n\n{{ picture("ear") }}\n\n{{ sources() }}',
    "related": "{{ related() }}",
}
ALSO = {
    "home": "{{ doors() }}",
    "section": '{{ cards("strategy") }}',
    "help": "{{ helplines() }}",
    "glossary": "{{ glossary() }}",
    "therapists": "{{ ledger() }}",
    "about": "We try to understand. That is empathy.",
}


def path(kind: str) -> str:
    """Return the path of the page of a kind, below docs."""
    return PATHS.get(kind, f"kinds/{kind}.md")


def url(kind: str) -> str:
    """Return the URL of the page of a kind, below the site's root."""
    return path(kind).removesuffix("index.md").removesuffix(".md") + "/" * (kind != "home")


def _text(kind: str) -> str:
    lines = [
        "---",
        f"title: A page of the kind {kind}",
        f"description: What a page of the kind {kind} is made of, for the snapshots.",
        f"kind: {kind}",
        "reviewed: 2026-11-23",
    ]
    lines += ["see_also: [index.md, help-now.md]"] if PAGE_TYPES_BY_KIND[kind].related else []
    lines += ["---", "**Trust grows slowly.**", "", ALSO.get(kind, "Some words."), ""]
    for section in PAGE_TYPES_BY_KIND[kind].sections:
        lines += [f"## {section.text} {{#{section.id}}}", "", *(CALLS[macro] for macro in section.macros), ""]
    return "\n".join(lines)


def build(root: Path, target: Path) -> None:
    """Write the sources of the site to `root` and build it, with the real templates, to `target`."""
    for name in ("overrides", "docs/assets"):
        shutil.copytree(ROOT / name, root / name)
    (root / "sitekit").symlink_to(ROOT / "sitekit")
    shutil.copytree(DATA / "data", root / "data")
    shutil.copy(ROOT / "data/interface.yml", root / "data")
    shutil.copytree(DATA / "docs/assets", root / "docs/assets", dirs_exist_ok=True)
    (root / "practice.yml").write_text("country: us\n")
    for kind in KINDS:
        file = root / "docs" / path(kind)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(_text(kind), encoding="utf-8")
    for data in ("doors", "search"):
        file = root / f"data/{data}.yml"
        file.write_text(file.read_text().replace("strategies/listening.md", "kinds/strategy.md"))
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").partition("\nnav:\n")[0]
    pages = "".join(f"      - {path(kind)}\n" for kind in KINDS if kind not in PATHS)
    (root / "mkdocs.yml").write_text(f"{settings}\nnav:\n  - help-now.md\n  - index.md\n  - A section:\n{pages}", encoding="utf-8")
    problems = generate(root, target, LOCAL)
    assert not problems, "\n".join(map(str, problems))
    write_search_index(target, search_words(load(root)[0]))


def _layout(browser: Browser, site_url: str, viewport: dict, state: str = "as loaded") -> str:
    page = browser.new_page(viewport=viewport, reduced_motion="reduce")
    page.goto(site_url + url("about"))
    BY_NAME[state].enter(wait_for_modules(page))
    tree = page.locator("body").aria_snapshot()
    page.close()
    return tree


def _article(page: Page, page_url: str) -> str:
    """Return the tree of a page's text, with all that is folded in it open: a closed fold would hide its contents from it."""
    page.goto(page_url)
    wait_for_modules(page).evaluate(
        "document.querySelectorAll('article details').forEach((fold) => Object.assign(fold, { name: '', open: true }))"
    )
    return page.locator("article").aria_snapshot()


def snapshots(browser: Browser, site_url: str) -> dict[str, str]:
    """Return the accessibility trees of the layout, in its states, and of the text of each kind of page, as YAML by name."""
    found = {
        "layout-wide": _layout(browser, site_url, DESK),
        "layout-narrow": _layout(browser, site_url, PHONE),
        "menu-open": _layout(browser, site_url, PHONE, "menu open"),
        "search-open": _layout(browser, site_url, PHONE, "search with results"),
        "term-explained": _layout(browser, site_url, PHONE, "a term explained"),
    }
    page = browser.new_page(viewport=DESK, reduced_motion="reduce")
    found |= {f"kind-{kind}": _article(page, site_url + url(kind)) for kind in KINDS}
    found["not-found"] = _article(page, site_url + "no-such-page/")
    page.close()
    # The server's port is another in each run.
    return {name: tree.replace(site_url, "/").rstrip() + "\n" for name, tree in found.items()}


def main() -> int:
    """Write the snapshots, to be read and committed."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        build(Path(folder) / "sources", Path(folder) / "site")
        server = serve(Path(folder) / "site")
        browser = playwright.chromium.launch(executable_path=installed(), args=FLAGS)
        for old in SNAPSHOTS.glob("*.yml"):
            old.unlink()
        for name, tree in snapshots(browser, server.url).items():
            (SNAPSHOTS / f"{name}.yml").write_text(tree, encoding="utf-8")
        browser.close()
        server.shutdown()
    print(f"Written to {SNAPSHOTS.relative_to(ROOT)}/. Read the difference before you commit it.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
