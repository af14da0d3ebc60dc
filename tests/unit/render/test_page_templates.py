"""Text in the theme's templates is escaped: titles, descriptions, headings, and what the practice says about itself."""

from __future__ import annotations

from html import escape
from pathlib import Path
from types import SimpleNamespace

import material
import pytest
from hypothesis import given, settings
from jinja2 import ChoiceLoader, Environment, FileSystemLoader

from tests.conftest import ROOT, examples
from tests.hostile import VALUES, structure
from tests.rendering import INTERFACE
from tests.unit.sources.test_hostile import HOSTILE

THEME = Path(material.__file__).parent / "templates"
# As MkDocs makes it: nothing is escaped but what a template escapes itself.
ENV = Environment(loader=ChoiceLoader([FileSystemLoader(ROOT / "overrides"), FileSystemLoader(THEME)]))  # noqa: S701
ENV.filters |= {"url": lambda address: address, "script_tag": lambda script: ""}
PARTS = ["all-pages", "content", "exit", "footer", "header", "nav", "page-foot", "preview", "sections", "toc"]
BLOCKS = ["site_meta", "htmltitle"]
ESCAPING = Environment(loader=FileSystemLoader(ROOT / "overrides"), autoescape=True)


def link(words: str, **more) -> SimpleNamespace:
    return SimpleNamespace(
        **{"title": words, "url": "a/", "children": None, "is_index": True, "active": False, "is_homepage": False} | more
    )


def context(words: str) -> dict:
    """Return what templates are given, with `words` wherever free ones may stand."""
    part = link(words, children=[link(words), link(words)], active=True)
    # The generator hands headings on as HTML.
    headings = [SimpleNamespace(title=escape(words), url="#a", level=2, children=[])] * 3
    page = link(
        words,
        meta={"title": words, "description": words, "kind": words, "quick_exit": True},
        parent=part,
        previous_page=link(words),
        next_page=link(words),
        canonical_url="https://x.example/a/",
        toc=headings,
        content="<p>Text.</p>",
    )
    site_context = {
        "practice_name": words,
        "practice_tagline": words,
        "practice_lines": [words + "."],
        "practice_logo": "a.svg",
        "words": INTERFACE,
        "reviewed_of": {},
        "review_of": {"a/": words},
        "card_of": {"": {"file": "a.png", "alt": words}},
        "handouts_of": {"a/": [(words, "a.pdf")]},
        "help_line": words,
        "exit_to": words,
    }
    theme = SimpleNamespace(features=["navigation.footer"], favicon="a.svg", language="en")
    config = SimpleNamespace(
        site_name=words,
        site_description=words,
        site_url="https://x.example/",
        theme=theme,
        extra=SimpleNamespace(site=site_context, translation={}),
        plugins=[],
        copyright="",
    )
    nav = SimpleNamespace(items=[link(words), part], homepage=link(words))
    return {"page": page, "config": config, "nav": nav, "base_url": ".", "about": words, "words": INTERFACE}


def rendered(words: str) -> dict[str, str]:
    given = context(words)
    main = ENV.get_template("main.html")
    parts = {name: ENV.get_template(f"partials/{name}.html").render(given) for name in PARTS}
    blocks = {name: "".join(main.blocks[name](main.new_context(given))) for name in BLOCKS}
    moved = {
        "href": "a/",
        "canonical": "https://x.example/a/",
        "title": words,
        "script": "a.js",
        "parts": [{"id": "a", "href": "a/", "title": words}],
        "words": INTERFACE,
    }
    return parts | blocks | {name: ESCAPING.get_template(f"components/moved/{name}.html").render(moved) for name in ("moved", "part")}


HARMLESS = {name: structure(text) for name, text in rendered("x").items()}


@pytest.mark.parametrize("words", VALUES)
def test_known_attack_is_escaped_in_every_template(words):
    assert {name: structure(text) for name, text in rendered(words).items()} == HARMLESS


@settings(max_examples=examples(1000), derandomize=True, deadline=None, database=None)
@given(words=HOSTILE)
def test_hostile_text_is_escaped_in_every_template(words):
    assert {name: structure(text) for name, text in rendered(words).items()} == HARMLESS


def test_text_is_shown_in_every_template():
    shown = rendered("canary")
    assert [name for name, text in shown.items() if "canary" not in text] == []
