"""Grow a copy of the project: new pages are copies of real ones, in sections of nine, with checklists of their own."""

from __future__ import annotations

import re
from pathlib import Path

FOLDERS = ("strategies", "barriers", "keeping-trust")
SECTION = 9


def grow(root: Path, pages: int) -> None:
    """Add sections to the copied project below `root` until it has as many pages.

    Args:
        root: a copy of the project, changed in place.
        pages: how many pages the menu holds afterwards.
    """
    models = [page for folder in FOLDERS for page in sorted((root / "docs" / folder).glob("*.md")) if page.name != "index.md"]
    menu = (root / "mkdocs.yml").read_text(encoding="utf-8")
    count = len(re.findall(r"^\s+- [\w./-]+\.md$", menu, re.M))
    lines: list[str] = []
    number = 0
    while count < pages:
        number += 1
        folder = f"more-{number:03}"
        lines.append(f"  - More {number}:")
        for position in range(min(SECTION, pages - count)):
            model = models[(number + position) % len(models)]
            name = f"{folder}/{model.stem}.md"
            _copy(root, model, root / "docs" / name, f"{number}-{position}")
            lines.append(f"      - {name}")
            count += 1
    head, nav = menu.split("\nnav:\n")
    (root / "mkdocs.yml").write_text(f"{head}\nnav:\n{nav.rstrip()}\n" + "\n".join(lines) + "\n", encoding="utf-8")


def _copy(root: Path, model: Path, page: Path, suffix: str) -> None:
    text = model.read_text(encoding="utf-8")
    for checklist in set(re.findall(r'checklist\("([\w-]+)"', text)):
        new = f"{checklist}-{suffix}"
        text = text.replace(f'checklist("{checklist}"', f'checklist("{new}"')
        source = root / "data/checklists" / f"{checklist}.yml"
        (root / "data/checklists" / f"{new}.yml").write_text(source.read_text(encoding="utf-8"), encoding="utf-8")
    text = re.sub(r'^(title: .*?)("?)$', rf"\1 ({suffix})\2", text, count=1, flags=re.M)
    text = re.sub(r"^(description: .*?)\.?$", rf"\1, part {suffix}.", text, count=1, flags=re.M)
    # Relative links start from the model's folder.
    text = re.sub(r"\]\((?!\.\./|/|https?:|tel:|mailto:|#)", f"](../{model.parent.name}/", text)
    text = text.replace("](#", f"](../{model.parent.name}/{model.name}#")
    page.parent.mkdir(exist_ok=True)
    page.write_text(text, encoding="utf-8")
