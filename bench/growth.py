"""Grows the site to 100, 400 and 1600 pages and shows what a publish takes: `python -m bench.growth`; with --keep the table goes to bench/results/.

New pages are copies of the real ones, by sections of nine as the real ones are, with checklists of their own.
"""

from __future__ import annotations

import re
import sys
import tempfile
from pathlib import Path

from bench.building import plain, whole
from bench.variants import copied, result

SIZES = (100, 400, 1600)
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
    lines, listed, number = [], [], 0
    while count < pages:
        number += 1
        folder = f"more-{number:03}"
        lines.append(f"  - More {number}:")
        for place in range(min(SECTION, pages - count)):
            model = models[(number + place) % len(models)]
            name = f"{folder}/{model.stem}.md"
            _copy(root, model, root / "docs" / name, f"{number}-{place}")
            lines.append(f"      - {name}")
            listed.append(f"/{folder}/{model.stem}/")
            count += 1
    head, nav = menu.split("\nnav:\n")
    (root / "mkdocs.yml").write_text(f"{head}\nnav:\n{nav.rstrip()}\n" + "\n".join(lines) + "\n", encoding="utf-8")


def _copy(root: Path, model: Path, page: Path, mark: str) -> None:
    text = model.read_text(encoding="utf-8")
    for checklist in set(re.findall(r'checklist\("([\w-]+)"', text)):
        new = f"{checklist}-{mark}"
        text = text.replace(f'checklist("{checklist}"', f'checklist("{new}"')
        source = root / "data/checklists" / f"{checklist}.yml"
        (root / "data/checklists" / f"{new}.yml").write_text(source.read_text(encoding="utf-8"), encoding="utf-8")
    text = re.sub(r"^(title: .*)$", rf"\1 ({mark})", text, count=1, flags=re.M)
    text = re.sub(r"^(description: .*?)\.?$", rf"\1, part {mark}.", text, count=1, flags=re.M)
    # Links to pages beside the model lead to the model's folder.
    text = re.sub(r"\]\((?!\.\./|/|https?:|tel:|mailto:|#)", f"](../{model.parent.name}/", text)
    text = text.replace("](#", f"](../{model.parent.name}/{model.name}#")
    page.parent.mkdir(exist_ok=True)
    page.write_text(text, encoding="utf-8")


def main() -> int:
    """Print one line a size, and how each compares with the smallest."""
    lines = [
        "| pages | generator alone, s | whole publish, s | of that processor, s | memory, MiB | per page, ms |",
        "|---|---|---|---|---|---|",
    ]
    print("\n".join(lines), flush=True)
    first = None
    for size in SIZES:
        with tempfile.TemporaryDirectory() as work:
            root = copied(Path(work) / "copy")
            grow(root, size)
            alone = plain(root, Path(work) / "plain")
            # Once to set the handouts, which are kept from then on; the second is what an edit costs.
            whole(root, Path(work) / "site")
            took = whole(root, Path(work) / "site")
        first = first or took
        lines.append(
            f"| {size} | {alone.clock:.1f} | {took.clock:.1f} ({took.clock / first.clock:.1f} x) | {took.processor:.1f} | {took.memory:.0f} "
            f"| {1000 * took.clock / size:.0f} |"
        )
        print(lines[-1], flush=True)
    if "--keep" in sys.argv[1:]:
        with result().open("a", encoding="utf-8") as kept:
            kept.write("\n".join(["", *lines, ""]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
