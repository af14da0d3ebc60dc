"""Prints one table, ours beside the theme as it comes and a floor, and keeps it in bench/results/: `make bench`."""

from __future__ import annotations

import argparse
import datetime
import importlib.metadata
import platform
import statistics
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from bench import building, lighthouse, searching, variants
from bench.host import compressed, serve
from bench.wire import watch
from sitekit.build.pipeline import publish
from sitekit.sources.loader import load
from tests.browser.chromium import FLAGS, installed
from tests.browser.visiting import PHONE

SAMPLE = (
    "index.md",
    "first-session/index.md",
    "first-session/privacy.md",
    "first-session/worries.md",
    "strategies/empathy.md",
    "therapists/evidence.md",
)
VISIT = ("", "first-session/", "first-session/what-happens/", "first-session/privacy/", "help-now/")
GOALS = {
    "HTML, KB": "13.5",
    "first view, KB": "22",
    "requests": "2",
    "five pages, KB": "75",
    "FCP s": "0.85",
    "LCP s": "1.1",
    "TBT ms": "50",
    "CLS": "0",
    "performance": "100",
    "accessibility": "100",
    "best practices": "100",
    "SEO": "100",
    "first answer s": "0.6",
    "first answer, typed s": "",
    "next answer ms": "100",
    "publish, s": "3",
    "publish / generator": "1.5",
    "edit to answer, s": "1",
}


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--every", action="store_true", help="every page of ours, not six of them; the others stay at six")
    parser.add_argument("--runs", type=int, default=5, help="runs of Lighthouse a page, of which the median counts (5)")
    parser.add_argument("--no-paint", action="store_true", help="leave Lighthouse out")
    parser.add_argument("--keep", action="store_true", help="write the tables to bench/results/")
    args = parser.parse_args()
    pages = {path: page.url for path, page in load(variants.ROOT)[0].pages.items() if args.every or path in SAMPLE}
    with tempfile.TemporaryDirectory() as work:
        text = _measured(Path(work), pages, 0 if args.no_paint or not lighthouse.ready() else args.runs)
    print(text)
    if args.keep:
        variants.result().write_text(text, encoding="utf-8")
    return 0


def _measured(work: Path, pages: dict[str, str], runs: int) -> str:
    sites = {name: work / name for name in ("ours", "stock", "floor")}
    problems = publish(variants.ROOT, sites["ours"], log=_say)
    if problems:
        raise SystemExit("\n".join(map(str, problems)))
    _say("Building the theme as it comes, and the floor")
    variants.stock(sites["stock"], work)
    variants.floor(sites["ours"], sites["floor"])
    by_page: dict[str, dict[str, dict[str, float]]] = {}
    rows: dict[str, dict[str, float]] = {}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=installed(), args=FLAGS)
        for name, folder in sites.items():
            server = serve(folder)
            address = f"http://127.0.0.1:{server.server_address[1]}/"
            by_page[name] = {
                path: _page(browser, folder, address, url, name, runs) for path, url in pages.items() if name == "ours" or path in SAMPLE
            }
            # Side by side stand the same six pages.
            rows[name] = _medians({path: page for path, page in by_page[name].items() if path in SAMPLE}) | {
                "five pages, KB": _visit(browser, address)
            }
            if name != "floor":
                rows[name] |= searching.times(browser, address)
            server.shutdown()
        browser.close()
    _say("Timing builds")
    alone = min((building.plain(variants.ROOT, work / "plain") for _ in range(3)), key=lambda cost: cost.clock)
    whole = min((building.whole(variants.ROOT, work / "site") for _ in range(3)), key=lambda cost: cost.clock)
    rows["ours"] |= {
        "publish, s": whole.clock,
        "publish / generator": whole.clock / alone.clock,
        "edit to answer, s": building.edited(variants.copied(work / "edited")),
    }
    return "\n".join([_head(runs), _table(rows), _pages(by_page["ours"])])


def _page(browser: Browser, folder: Path, address: str, url: str, name: str, runs: int) -> dict[str, float]:
    _say(f"{name}: /{url}")
    context = browser.new_context(viewport=PHONE)
    page = context.new_page()
    wire = watch(page)
    page.goto(address + url, wait_until="networkidle")
    context.close()
    found = {
        "HTML, KB": len(compressed(folder / url / "index.html")) / 1000,
        "first view, KB": wire.bytes / 1000,
        "requests": len(wire.fetched),
    }
    return found | (lighthouse.look(address + url, runs) if runs else {})


def _visit(browser: Browser, address: str) -> float:
    context = browser.new_context(viewport=PHONE)
    page = context.new_page()
    wire = watch(page)
    for url in VISIT:
        page.goto(address + url, wait_until="networkidle")
    context.close()
    return wire.bytes / 1000


def _medians(pages: dict[str, dict[str, float]]) -> dict[str, float]:
    return {key: statistics.median(page[key] for page in pages.values()) for key in next(iter(pages.values()))}


def _head(runs: int) -> str:
    tools = {
        "Python": platform.python_version(),
        "mkdocs-material": importlib.metadata.version("mkdocs-material"),
        "mkdocs": importlib.metadata.version("mkdocs"),
    }
    tools |= {"Lighthouse": lighthouse.version()} if runs else {}
    versions = ", ".join(f"{name} {version}" for name, version in tools.items())
    return (
        f"# {datetime.date.today().isoformat()}\n\n{versions}; {len(SAMPLE)} pages, median; paint: Lighthouse's mobile, {runs} runs a page. "
        "Bytes as gzip level 6 with headers, 1 KB = 1,000 bytes. The floor is the same words and pictures without a frame.\n"
    )


def _table(rows: dict[str, dict[str, float]]) -> str:
    lines = ["| | ours | stock | floor | goal |", "|---|---|---|---|---|"]
    for key, goal in GOALS.items():
        if any(key in row for row in rows.values()):
            lines.append(f"| {key} | {' | '.join(_number(rows[name].get(key)) for name in ('ours', 'stock', 'floor'))} | {goal} |")
    return "\n".join(lines) + "\n"


def _pages(pages: dict[str, dict[str, float]]) -> str:
    keys = list(next(iter(pages.values())))
    lines = [f"| page | {' | '.join(keys)} |", "|---" * (len(keys) + 1) + "|"]
    return "\n".join(lines + [f"| {path} | {' | '.join(_number(page[key]) for key in keys)} |" for path, page in pages.items()]) + "\n"


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:.0f}" if value >= 100 or value == int(value) else f"{value:.2f}"


_say: Callable[[str], None] = lambda words: print(words, file=sys.stderr, flush=True)

if __name__ == "__main__":
    sys.exit(main())
