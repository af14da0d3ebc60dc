"""How the bring-along note is rendered from a page's lines."""

from pathlib import Path

from sitekit.render import note_form, note_sheet
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


def test_form_groups_boxes_and_escapes_words(good):
    form = note_form(site_with(good, part("checklists")))
    assert form == (
        '<form class="note-form" autocomplete="off" data-search-exclude>'
        '<details class="note-part" id="note-mine" data-part="mine" data-title="T" open><summary>What &amp; why? '
        '<span class="note-count" hidden></span></summary>'
        '<fieldset class="checklist"><legend>Listening</legend><ul><li><label><input type="checkbox" name="listening.looks-up"> '
        '<span>They look up.</span></label></li></ul></fieldset></details><button type="submit" hidden disabled></button></form>'
    )


def test_part_that_is_not_printed_is_collapsed_by_group(good):
    form = note_form(site_with(good, part("checklists") + "  on_paper: false\n"))
    assert (
        '<details class="note-group"><summary>Listening</summary><fieldset class="checklist"><legend class="visually-hidden">Listening</legend>'
        in form
    )


def test_empty_field_has_a_label_and_a_count(good):
    form = note_form(site_with(good, "- {id: own, title: Mine, ask: What else?, room: 90}\n"))
    assert '<label class="visually-hidden" for="note-own-text">What else?</label>' in form
    assert 'data-room="90"' in form and 'data-free="{n} of about 90 characters, half a page."' in form


def test_sheet_is_hidden_without_scripts():
    assert '<div class="note-tool" hidden' in note_sheet()
