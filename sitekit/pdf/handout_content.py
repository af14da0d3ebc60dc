"""The content of one handout as values for its template, in drafts from the fullest to the shortest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import groupby
from typing import Any

from sitekit import queries
from sitekit.models.data import Checklist
from sitekit.models.page import Block, Heading, MacroCall, Page
from sitekit.models.site import Site
from sitekit.note_lines import note_groups
from sitekit.pdf.handout_list import Handout
from sitekit.pdf.inline import plain, runs
from sitekit.render.words import Words
from sitekit.schema.page_types import PAGE_TYPES_BY_KIND

Values = dict[str, Any]
# Sections that stay on the page: sources and lists of links are of no use on paper.
_FOR_THE_PAGE = frozenset({"how-sure-are-we", "read-next", "what-your-therapist-is-working-on"})
# What a handout shows of a strategy or barrier: what to do and say, as lists. The QR code leads to the rest.
_LIST_OF = {"in-short": "bullets", "what-you-may-notice": "boxes", "what-you-can-do": "steps", "words-you-can-use": "phrases"}
_LISTS = {"bullet": "bullets", "step": "steps"}
# Font sizes in points, the largest that fits is used. Smaller ones would be hard to read for many.
_SIZES = (12.0, 11.5, 11.0, 10.5, 10.0)
_LIST_SIZES = (14.0, 13.0, *_SIZES)
# The most sections to leave out at the end of a handout.
_DROPPED = 16


def drafts(site: Site, handout: Handout) -> tuple[list[Values], int]:
    """Return the drafts of a handout as values for handout.typ, the fullest first, and the most sides it may have."""
    if handout.checklist:
        sections = [_side(site, handout.checklist, "client"), _side(site, handout.checklist, "therapist")]
        return [_draft(sections, size) for size in _LIST_SIZES], 1
    if any(call.name == "note_form" for call in handout.page.calls):
        return [_draft(_note(site), size) for size in _SIZES], 2
    if PAGE_TYPES_BY_KIND[handout.page.meta.kind].closed:
        sections = [_bare(section) for section in _sections(site, handout.page) if section["id"] in _LIST_OF]
        return [_draft(sections, size) for size in _SIZES] + [_draft(sections[:-1], _SIZES[-1], shortened=True)], 1
    sections = [section for section in _sections(site, handout.page) if section["id"] not in _FOR_THE_PAGE]
    starts = [section | {"parts": _start(section["parts"])} for section in sections]
    found = [_draft(sections, size) for size in _SIZES]
    found += [_draft(starts, size, shortened=True) for size in _SIZES]
    found += [_draft(starts[:-n], _SIZES[-1], shortened=True) for n in range(1, min(_DROPPED, len(starts)))]
    return found, 2


def _draft(sections: list[Values], size: float, shortened: bool = False) -> Values:
    return {"sections": sections, "size": size, "shortened": shortened}


def _side(site: Site, checklist: Checklist, side: str) -> Values:
    words = Words(site.interface)
    legend = words("checklist_therapist") if side == "therapist" else checklist.client_legend or words("checklist_client")
    boxes = {"kind": "boxes", "items": [plain(getattr(item, side)) for item in checklist.items]}
    return {"id": side, "heading": legend[:1].upper() + legend[1:], "level": 1, "parts": [boxes], "break-after": side == "client"}


def _note(site: Site) -> list[Values]:
    """Return the bring-along note as a form: the parts that are meant for paper, and space to write."""
    found: list[Values] = []
    for part in site.note_parts.values():
        if not part.on_paper:
            continue
        if part.room and found:
            found[-1]["break-after"] = True  # A column to write in.
        found.append({"id": part.id, "heading": part.ask, "level": 1, "parts": [{"kind": "room"}] if part.room else []})
        for group in note_groups(site, part):
            boxes = {"kind": "boxes", "items": [plain(words) for _, words in group.lines]}
            if group.title:
                found.append({"id": part.id, "heading": group.title, "level": 2, "parts": [boxes]})
            else:
                found[-1]["parts"].append(boxes)
    return found


def _start(parts: list[Values]) -> list[Values]:
    """Return the start of a section: its first paragraph, with the list that it introduces, if any."""
    return parts[:2] if len(parts) > 1 and parts[1]["kind"] in ("bullets", "steps") else parts[:1]


def _bare(section: Values) -> Values:
    """Return a section with its list alone; the right column begins after what to notice."""
    parts = [part for part in section["parts"] if part["kind"] == _LIST_OF[section["id"]]][:1]
    return section | {"parts": parts, "break-after": section["id"] == "what-you-may-notice"}


def _sections(site: Site, page: Page) -> list[Values]:
    """Return a page's sections in order. Its message is not among them, as it has its own place on the sheet."""
    found: list[Values] = []
    jumps = Counter(link.line for link in page.links if link.target.startswith("#"))
    for heading in page.headings:
        # What leads to several parts of the page, in a sentence or as a list, is of no use on paper.
        blocks = [block for block in page.blocks if block.section == heading.id and jumps[block.line] <= (block.kind != "bullet")]
        found.append({"id": heading.id, "heading": heading.text, "level": heading.level - 1, "parts": _parts(site, page, heading, blocks)})
    return [section for n, section in enumerate(found) if section["parts"] or _holds(found[n + 1 :], section["level"])]


def _holds(later: Sequence[Values], level: int) -> bool:
    """Return whether a heading without content of its own has subsections that have some."""
    for section in later:
        if section["level"] <= level:
            return False
        if section["parts"]:
            return True
    return False


def _parts(site: Site, page: Page, heading: Heading, blocks: list[Block]) -> list[Values]:
    """Return a section's blocks, and the lists that its macro calls show, in the order of their lines."""
    calls = [call for call in page.calls if call.name in ("checklist", "phrases") and queries.heading_above(page, call.line) is heading]
    content: list[Block | MacroCall] = sorted([*blocks, *calls], key=lambda part: part.line)
    found: list[Values] = []
    for kind, group in groupby(content, key=lambda part: part.kind if isinstance(part, Block) else part):
        if isinstance(kind, MacroCall):
            found += _called(site, kind.name, kind.args)
        elif kind in _LISTS:
            found.append({"kind": _LISTS[kind], "items": [runs(part) for part in group if isinstance(part, Block)]})
        else:
            found += [{"kind": "text", "runs": words} for part in group if isinstance(part, Block) and (words := runs(part))]
    return found


def _called(site: Site, name: str, args: Sequence[str]) -> list[Values]:
    if name == "phrases":
        words = Words(site.interface)
        phrases = [site.phrases[id] for id in args]
        return [{"kind": "phrases", "items": [{"when": phrase.when, "say": words("quote", words=phrase.say)} for phrase in phrases]}]
    side = "client" if args[1] == "both" else args[1]
    return [{"kind": "boxes", "items": [plain(getattr(item, side)) for item in site.checklists[args[0]].items]}]
