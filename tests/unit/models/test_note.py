"""The bring-along note: where its lines come from."""

from pathlib import Path

import pytest

from sitekit.note_lines import note_groups
from sitekit.queries import part_of
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
def test_a_part_takes_its_lines_from_a_page(good, take, groups):
    site = site_with(good, part(take))
    assert note_groups(site, site.note_parts["mine"]) == groups


def test_a_part_can_leave_lists_out(good):
    site = site_with(good, part("checklists") + "  without: [listening]\n")
    assert note_groups(site, site.note_parts["mine"]) == []


def test_a_part_may_have_lines_of_its_own_or_room_to_write(good):
    site = site_with(good, "- {id: a, title: A, ask: A?, lines: [{id: x, say: I may cry.}]}\n- {id: b, title: B, ask: B?, room: 90}\n")
    assert note_groups(site, site.note_parts["a"]) == [("", (("a.x", "I may cry."),))]
    assert note_groups(site, site.note_parts["b"]) == []


def test_a_page_is_known_to_give_its_headings_to_a_part(good):
    site = site_with(good, part("headings"))
    assert [part_of(site, site.pages[path]) for path in ("asked.md", "index.md")] == ["mine", ""]
