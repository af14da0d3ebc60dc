"""The smallest site that goes through a whole publish, without the theme's layout, in about a second."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import sys
from pathlib import Path

from tests.conftest import ROOT, good_at

LAYOUT = """<!doctype html><html lang="en"><head><title>{{ page.title }}</title>
<link rel="stylesheet" href="{{ 'components/base/tokens.css' | url }}"></head>
<body><h1>{{ page.title }}</h1>{{ page.content }}</body></html>"""
MENU = """nav: [index.md, help-now.md, Building trust: [strategies/listening.md]]
"""


def tiny(root: Path, words: str = "Trust grows") -> Path:
    """Write the sources of a tiny site to a new folder `root`, with `words` on its home page."""
    good_at(root)
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").partition("\nnav:\n")[0]
    (root / "mkdocs.yml").write_text(re.sub(r"(?m)^(watch|  favicon): .*\n", "", settings) + "\n" + MENU, encoding="utf-8")
    shutil.copytree(ROOT / "overrides/components", root / "overrides/components")
    (root / "overrides/main.html").write_text(LAYOUT)
    (root / "overrides/404.html").write_text(LAYOUT.replace("{{ page.title }}", "Not here"))
    # Embedded checklists link to this URL.
    (root / "docs/help.md").rename(root / "docs/help-now.md")
    for file in (*root.glob("data/*.*"), root / "docs/strategies/listening.md"):
        file.write_text(file.read_text().replace("help.md", "help-now.md").replace("/help/", "/help-now/"))
    home = root / "docs/index.md"
    home.write_text(f"{home.read_text()}\n{words}.\n")
    return root


def command(root: Path, target: Path) -> tuple[list[str], dict[str, str]]:
    """Return the command that publishes the sources below `root` to `target`, and its environment variables."""
    environment = {name: value for name, value in os.environ.items() if name not in ("CI", "SITE_URL")} | {"PYTHONPATH": str(ROOT)}
    return [sys.executable, "-m", "sitekit", "--root", str(root), "site", "--to", str(target)], environment


def manifest(folder: Path) -> dict[str, str]:
    """Return the digest of every file below a folder, by its path."""
    files = (file for file in folder.rglob("*") if file.is_file())
    return {file.relative_to(folder).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest() for file in files}
