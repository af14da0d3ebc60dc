"""The bring-along note: where its lines come from, and how they are shown."""

from pathlib import Path

import pytest

from sitekit.note_lines import note_groups
from sitekit.queries import part_of
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


def test_the_form_shows_boxes_by_group_and_escapes_all_words(good):
    form = note_form(site_with(good, part("checklists")))
    assert form == (
        '<form class="note-form" autocomplete="off" data-search-exclude>'
        '<details class="note-part" id="note-mine" data-part="mine" data-title="T" open><summary>What &amp; why? '
        '<span class="note-count" hidden></span></summary>'
        '<fieldset class="checklist"><legend>Listening</legend><ul><li><label><input type="checkbox" name="listening.looks-up"> '
        '<span>They look up.</span></label></li></ul></fieldset></details><button type="submit" hidden disabled></button></form>'
    )


def test_what_is_not_printed_opens_one_group_at_a_time(good):
    form = note_form(site_with(good, part("checklists") + "  on_paper: false\n"))
    assert (
        '<details class="note-group"><summary>Listening</summary><fieldset class="checklist"><legend class="visually-hidden">Listening</legend>'
        in form
    )


def test_room_to_write_is_labelled_and_counted(good):
    form = note_form(site_with(good, "- {id: own, title: Mine, ask: What else?, room: 90}\n"))
    assert '<label class="visually-hidden" for="note-own-text">What else?</label>' in form
    assert 'data-room="90"' in form and 'data-free="{n} of about 90 characters, half a page."' in form


def test_the_sheet_is_hidden_until_a_script_fills_it():
    assert '<div class="note-tool" hidden' in note_sheet()
