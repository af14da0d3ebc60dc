"""The lines of the bring-along note come from its data or from pages."""

from pathlib import Path

import pytest

from sitekit.note_lines import note_groups
from sitekit.queries import note_part_from
from sitekit.sources.loader import load

PAGE = """---
title: Questions
description: What people ask before a first session, and what you can say.
kind: about
reviewed: 2026-11-23
---
**Ask.**

## About you {#you}

### What if I cry? {#cry}

{{ phrases("slow-down") }}

## About them {#them}

### Who are you? {#who}

### Why? {#why}

{{ checklist("listening", "client") }}
"""


def site_with(good: Path, note: str):
    (good / "docs/asked.md").write_text(PAGE)
    (good / "data/note.yml").write_text(note)
    site, problems = load(good)
    assert problems == []
    return site


def part(take: str) -> str:
    return f"- id: mine\n  title: T\n  ask: What & why?\n  page: asked.md\n  take: {take}\n"


@pytest.mark.parametrize(
    "take, groups",
    [
        (
            "headings",
            [("About you", (("mine.cry", "What if I cry?"),)), ("About them", (("mine.who", "Who are you?"), ("mine.why", "Why?")))],
        ),
        ("phrases", [("What if I cry?", (("mine.slow-down", "Can we slow down?"),))]),
        ("checklists", [("Listening", (("listening.looks-up", "They look up."),))]),
    ],
)
def test_part_takes_lines_from_page(good, take, groups):
    site = site_with(good, part(take))
    assert note_groups(site, site.note_parts["mine"]) == groups


def test_excluded_checklist_is_left_out(good):
    site = site_with(good, part("checklists") + "  without: [listening]\n")
    assert note_groups(site, site.note_parts["mine"]) == []


def test_part_has_own_lines_or_an_empty_field(good):
    site = site_with(good, "- {id: a, title: A, ask: A?, lines: [{id: x, say: I may cry.}]}\n- {id: b, title: B, ask: B?, room: 90}\n")
    assert note_groups(site, site.note_parts["a"]) == [("", (("a.x", "I may cry."),))]
    assert note_groups(site, site.note_parts["b"]) == []


def test_page_knows_the_part_that_takes_its_headings(good):
    site = site_with(good, part("headings"))
    assert [note_part_from(site, site.pages[path]) for path in ("asked.md", "index.md")] == ["mine", ""]
