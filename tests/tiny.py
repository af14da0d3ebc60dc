"""The smallest site that goes through the whole of a publish but the theme's part, in about a second."""

from __future__ import annotations

import hashlib
import os
import shutil
import sys
from pathlib import Path

from tests.conftest import GOOD, ROOT

FRAME = """<!doctype html><html lang="en"><head><title>{{ page.title }}</title></head>
<body><h1>{{ page.title }}</h1>{{ page.content }}</body></html>"""
SETTINGS = """site_name: Tiny
site_url: !ENV [SITE_URL, "http://127.0.0.1:8000/"]
theme: {name: null, custom_dir: overrides}
plugins:
  - search
  - macros: {modules: [sitekit.render.macros], on_undefined: strict, on_error_fail: true, j2_comment_start_string: "{##", j2_comment_end_string: "##}"}
markdown_extensions: [sitekit.render.terms, attr_list, tables, toc: {marker: ""}]
nav: [index.md, help-now.md, Building trust: [strategies/listening.md]]
"""


def tiny(place: Path, words: str = "Trust grows") -> Path:
    """Write the sources of a tiny site whose home page says `words`."""
    shutil.copytree(GOOD, place)
    (place / "mkdocs.yml").write_text(SETTINGS)
    shutil.copy(ROOT / "data/interface.yml", place / "data/interface.yml")
    shutil.copytree(ROOT / "overrides/components", place / "overrides/components")
    for name in ("redirect.html", "partials/moved-part.html"):
        (place / "overrides" / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / "overrides" / name, place / "overrides" / name)
    (place / "overrides/main.html").write_text(FRAME)
    # Checklists on their own lead to this address.
    (place / "docs/help.md").rename(place / "docs/help-now.md")
    for file in (*place.glob("data/*.*"), place / "docs/strategies/listening.md"):
        file.write_text(file.read_text().replace("help.md", "help-now.md").replace("/help/", "/help-now/"))
    (place / "docs/assets/scripts").mkdir(parents=True)
    shutil.copy(ROOT / "docs/assets/scripts/moved.js", place / "docs/assets/scripts")
    home = place / "docs/index.md"
    home.write_text(f"{home.read_text()}\n{words}.\n")
    return place


def command(root: Path, place: Path) -> tuple[list[str], dict[str, str]]:
    """Return what publishes the sources below `root` to `place`, and the variables it needs."""
    environment = {name: value for name, value in os.environ.items() if name not in ("CI", "SITE_URL")} | {"PYTHONPATH": str(ROOT)}
    return [sys.executable, "-m", "sitekit", "--root", str(root), "site", "--to", str(place)], environment


def manifest(folder: Path) -> dict[str, str]:
    """Return the digest of every file below a folder, by its path."""
    files = (file for file in folder.rglob("*") if file.is_file())
    return {file.relative_to(folder).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest() for file in files}
