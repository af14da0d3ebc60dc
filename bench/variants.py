"""The sites that are measured side by side: ours, the theme as it comes with the same pages, and bare pages as a floor."""

from __future__ import annotations

import datetime
import os
import shutil
import subprocess
import sys
from pathlib import Path

from lxml import html

ROOT = Path(__file__).parents[1]
# Everything a build reads; of the tests, which promises they keep.
SOURCES = ("docs", "data", "overrides", "sitekit", "editorial", "tests", "mkdocs.yml", "practice.yml")
_STOCK = """INHERIT: mkdocs.yml
strict: false
theme:
  custom_dir: {empty}
  features: []
  palette: {{scheme: default}}
extra_css: []
extra_javascript: []
"""
_FLOOR = """<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>{title}</title><meta name="description" content="{title}"><style>body{{font:1rem/1.6 system-ui;max-width:40rem;margin:auto;padding:1rem}}
a{{color:#1f5f5b}}svg{{max-width:100%;height:auto}}</style>{article}</html>"""


def copied(place: Path) -> Path:
    """Copy what a build reads to a folder of its own, and return that."""
    for name in SOURCES:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, place / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, place / name)
    return place


def result() -> Path:
    """Return the file that keeps this day's tables; its folder is there."""
    place = ROOT / "bench/results" / f"{datetime.date.today().isoformat()}.md"
    place.parent.mkdir(exist_ok=True)
    return place


def environment(**variables: str) -> dict[str, str]:
    """Return this run's variables, with sitekit to be found and the theme's notice turned off."""
    return os.environ | {"PYTHONPATH": str(ROOT), "NO_MKDOCS_2_WARNING": "true"} | variables


def stock(place: Path, work: Path) -> None:
    """Build our pages with the theme as it comes into `place`; `work` is an empty folder to work in."""
    root = copied(work / "sources")
    (work / "empty").mkdir()
    (root / "stock.yml").write_text(_STOCK.format(empty=work / "empty"), encoding="utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "--config-file", "stock.yml", "--site-dir", str(place)]
    subprocess.run(command, cwd=root, env=environment(), check=True, capture_output=True)


def floor(ours: Path, place: Path) -> None:
    """Write each of our pages as bare as a page can be, with the same words and pictures and nothing else."""
    for file in ours.rglob("*.html"):
        page = html.fromstring(file.read_bytes(), parser=html.HTMLParser(encoding="utf-8"))
        article = page.find(".//article")
        if article is None:
            continue
        for node in article.iter():
            if isinstance(node.tag, str) and not any(above.tag == "svg" for above in (node, *node.iterancestors())):
                node.attrib.pop("class", None)
        text = _FLOOR.format(title=page.findtext(".//title"), article=html.tostring(article, encoding="unicode"))
        target = place / file.relative_to(ours)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
