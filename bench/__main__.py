"""Measure the site, print one table, and keep it in bench/results/ if asked to: `make bench`."""

from __future__ import annotations

import argparse
import datetime
import importlib.metadata
import platform
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from bench import building, lighthouse, searching
from bench.host import compressed, serve
from bench.wire import watch
from sitekit.build.pipeline import publish
from sitekit.sources.loader import load
from tests.browser.chromium import FLAGS, installed
from tests.browser.visiting import PHONE

ROOT = Path(__file__).parents[1]
SAMPLE = (
    "index.md",
    "first-session/index.md",
    "first-session/privacy.md",
    "strategies/empathy.md",
    "therapists/link-kit.md",
    "therapists/evidence.md",
)
VISIT = ("", "first-session/", "first-session/what-happens/", "first-session/privacy/", "help-now/")
GOALS = {
    "five pages, KB": 70,
    "search, first answer, s": 0.9,
    "publish / generator": 2,
    "three languages / one": 2.2,
    "400 pages / 100 pages": 4.5,
    "edit to page, s": 2,
}


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--only", choices=["pages", "builds"], help="measure only these")
    parser.add_argument("--every", action="store_true", help="measure every page instead of six")
    parser.add_argument("--runs", type=int, default=5, help="runs of Lighthouse and of builds, of which the median counts (5)")
    parser.add_argument("--no-paint", action="store_true", help="leave Lighthouse out")
    parser.add_argument("--keep", action="store_true", help="write the tables to bench/results/")
    args = parser.parse_args()
    figures: dict[str, float] = {}
    tables = []
    with tempfile.TemporaryDirectory() as work:
        if args.only != "builds":
            urls = {path: page.url for path, page in load(ROOT)[0].pages.items() if args.every or path in SAMPLE}
            pages, more = _pages(Path(work), urls, 0 if args.no_paint or not lighthouse.is_ready() else args.runs)
            figures |= more
            tables.append(_table("page", pages))
        if args.only != "pages":
            figures |= building.times(Path(work), args.runs)
    versions = ", ".join(f"{name} {importlib.metadata.version(name)}" for name in ("mkdocs", "mkdocs-material", "typst"))
    head = (
        f"# {datetime.date.today()}\n\nPython {platform.python_version()}, {versions}; medians of {args.runs}. Gzip level 6, KB of 1,000.\n"
    )
    rows = {name: {"measured": value, "goal": GOALS.get(name)} for name, value in figures.items()}
    text = "\n".join([head, _table("", rows), *tables])
    print(text)
    if args.keep:
        (ROOT / f"bench/results/{datetime.date.today()}.md").write_text(text, encoding="utf-8")
    return 0


def _pages(work: Path, urls: dict[str, str], runs: int) -> tuple[dict[str, dict[str, float | None]], dict[str, float]]:
    """Return the figures of each page, and those of a visit and a search."""
    problems = publish(ROOT, work / "site", log=_log)
    if problems:
        raise SystemExit("\n".join(map(str, problems)))
    server = serve(work / "site")
    address = server.url
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=installed(), args=FLAGS)

        def fetched(*paths: str) -> list[int]:
            context = browser.new_context(viewport=PHONE)
            page = context.new_page()
            sizes = watch(page)
            for path in paths:
                page.goto(address + path, wait_until="networkidle")
            context.close()
            return sizes

        pages: dict[str, dict[str, float | None]] = {}
        for path, url in urls.items():
            _log(f"Measuring /{url}")
            sizes = fetched(url)
            html = len(compressed(work / "site" / url / "index.html"))
            pages[path] = {"HTML, KB": html / 1000, "first view, KB": sum(sizes) / 1000, "requests": len(sizes)}
            if runs:
                pages[path] |= lighthouse.measure(address + url, runs)
        figures = {"five pages, KB": sum(fetched(*VISIT)) / 1000, "search, first answer, s": searching.first_answer(browser, address)}
        browser.close()
    server.shutdown()
    return pages, figures


def _table(name: str, rows: dict[str, dict[str, float | None]]) -> str:
    columns = list(next(iter(rows.values()), {}))
    lines = [f"| {name} | {' | '.join(columns)} |", "|---" * (len(columns) + 1) + "|"]
    return "\n".join(lines + [f"| {key} | {' | '.join(_number(row[column]) for column in columns)} |" for key, row in rows.items()]) + "\n"


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:.0f}" if value >= 100 or value == int(value) else f"{value:.2f}"


def _log(message: str) -> None:
    print(message, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
