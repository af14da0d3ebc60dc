"""Write down what a screen reader says of a page, in order: `python -m tests.browser.spoken` writes the texts anew.

The lines come from Chromium's own accessibility tree, one for each thing that is said: its role, its state, its name, and how many
items a list has. Screen readers differ in wording, and not in this.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, sync_playwright

from sitekit.build.pipeline import publish
from tests.browser.chromium import FLAGS, installed
from tests.browser.server import serve
from tests.browser.visiting import PHONE, wait_for_modules

TEXTS = Path(__file__).parent / "spoken_texts"
PAGES = {
    "home": "",
    "first-session": "first-session/",
    "note": "first-session/note/",
    "words": "words/",
    "help-now": "help-now/",
    "link-kit": "therapists/link-kit/",
    "empathy": "strategies/empathy/",
}
LANDMARKS = ("banner", "complementary", "contentinfo", "form", "main", "navigation", "region", "search")
# What focus or a finger stops at.
STOPS = {
    "button": "button",
    "checkbox": "checkbox",
    "combobox": "choice",
    "DisclosureTriangle": "fold",
    "link": "link",
    "radio": "option",
    "searchbox": "field",
    "textbox": "field",
}
# Said with their name alone: what stands in them is that name again.
LEAVES = ("heading", "image", "img", *STOPS)
STATES = {
    "checked": {"true": "ticked", "false": "not ticked"},
    "expanded": {True: "open", False: "closed"},
    "pressed": {"true": "pressed", "false": "not pressed"},
    "disabled": {True: "cannot be used"},
}


def tree(page: Page) -> list[dict[str, Any]]:
    """Return the nodes of Chromium's accessibility tree."""
    session = page.context.new_cdp_session(page)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    session.detach()
    return nodes


def spoken(page: Page) -> list[str]:
    """Return what is said of a page as it is now, a line for each thing."""
    # Lists to copy get their buttons from a module that comes later.
    page.wait_for_function("!document.querySelector('button[data-copy][hidden]')")
    nodes = {node["nodeId"]: node for node in tree(page)}

    def children(node: dict) -> list[dict]:
        return [nodes[id] for id in node.get("childIds", ()) if id in nodes]

    def items(node: dict) -> int:
        return sum(items(child) if child.get("ignored") else _role(child) == "listitem" for child in children(node))

    def said(node: dict) -> Iterator[str]:
        role, name = _role(node), " ".join(node.get("name", {}).get("value", "").split())
        if not node.get("ignored"):
            states = [word for property in node.get("properties", ()) if (word := _state(property))]
            if role in STOPS:
                yield f"{', '.join([STOPS[role], *states])}: {name}"
            elif role in LANDMARKS:
                yield f"[{role}{': ' * bool(name)}{name}]"
            elif role == "heading":
                level = next(property["value"]["value"] for property in node["properties"] if property["name"] == "level")
                yield f"heading {level}: {name}"
            elif role == "list":
                yield f"list of {items(node)}"
            elif role in ("image", "img", "group", "table") and name:
                yield f"{role}: {name}"
            elif role == "StaticText" and name:
                yield name
        if role not in LEAVES:
            for child in children(node):
                yield from said(child)

    lines: list[str] = []
    for line in said(next(node for node in nodes.values() if "parentId" not in node)):
        # A label, or the title of a group, right after what it names: screen readers say it once.
        if not lines or lines[-1].partition(": ")[2] != line:
            lines.append(line)
    return lines


def _role(node: dict) -> str:
    return node.get("role", {}).get("value", "")


def _state(property: dict) -> str | None:
    return STATES.get(property["name"], {}).get(property["value"].get("value"))


def main() -> int:
    """Publish the site, and write what is said of each page, to be read and committed."""
    root = Path(__file__).parents[2]
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        assert not publish(root, Path(folder) / "site", log=print)
        server = serve(Path(folder) / "site")
        browser = playwright.chromium.launch(executable_path=installed(), args=FLAGS)
        page = browser.new_page(viewport=PHONE)
        for name, url in PAGES.items():
            page.goto(server.url + url)
            (TEXTS / f"{name}.txt").write_text("\n".join(spoken(wait_for_modules(page))) + "\n", encoding="utf-8")
        browser.close()
        server.shutdown()
    return 0


if __name__ == "__main__":
    sys.exit(main())
