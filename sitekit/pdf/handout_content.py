"""The content of a page's handout as values for handout.typ: all that it says, but for what its author marked for the screen only."""

import re
from collections.abc import Iterator
from itertools import groupby, pairwise
from typing import Any, get_args

from sitekit import queries
from sitekit.models.data import Checklist, Helpline, Need
from sitekit.models.page import Block, Heading, MacroCall, Page
from sitekit.models.site import Site
from sitekit.note_lines import note_groups
from sitekit.render.plain_text import practice_texts, ways
from sitekit.render.words import Words
from sitekit.schema.page_types import HOW_SURE, READ_NEXT, THERAPISTS_LIST

Values = dict[str, Any]
# Runs of text, all that a handout keeps of a block's markup: `{"text": …, "bold": …, "link": …}`, the link a full URL or None.
Runs = list[dict[str, Any]]
# Sections that stay on the page: sources, links, and what is written for someone else.
_FOR_THE_PAGE = frozenset({HOW_SURE.id, READ_NEXT.id, THERAPISTS_LIST.id})
_LISTS = {"bullet": "bullets", "step": "steps"}
# Typst knows no variables of CSS; each drawing names a colour to use instead.
_VARIABLE = re.compile(r"var\(--[\w-]+, ?(#[0-9a-fA-F]{3,8})\)")
# The families in which words in drawings are set.
_LETTERS = 'font-family="Atkinson Hyperlegible Next, Noto Sans Arabic"'
_VIEW_BOX = re.compile(r'viewBox="0 0 (\d+) (\d+)')


def legend(words: Words, checklist: Checklist, side: str) -> str:
    """Return what stands above one side of a checklist, as a heading."""
    written = words("checklist_therapist") if side == "therapist" else checklist.client_legend or words("checklist_client")
    return written[:1].upper() + written[1:]


class Sheet:
    """A page as its sheet: its sections in order, without those of other countries."""

    def __init__(self, site: Site, page: Page) -> None:
        self._site, self._page = site, page
        self._words = Words(site.interface)
        self._own = queries.own_country(site)
        self._elsewhere = tuple(country.name for country in site.countries.values() if country is not self._own)
        marks = [call.line for call in page.calls if call.name == "screen" and call.alone]
        self._on_screen = [range(mark, queries.section_lines(page, mark).stop) for mark in marks]

    def sections(self) -> list[Values]:
        """Return the sections that have content, or that hold some that do. The page's message has its own place on the sheet."""
        found: list[Values] = [{"heading": None, "level": 1, "parts": self._parts(None)}]
        skipped = 7
        for heading in self._page.headings:
            if heading.level <= skipped:
                skipped = heading.level if heading.id in _FOR_THE_PAGE or heading.text.endswith(self._elsewhere) else 7
            if skipped == 7:
                found.append({"heading": heading.text, "level": min(heading.level - 1, 3), "parts": self._parts(heading)})
        for section, below in pairwise(found):
            # What only leads to the part of the reader's country is of no use where there is one such part.
            if self._own and not section["parts"] and (below["heading"] or "").endswith(self._own.name):
                below["level"], section["level"] = section["level"], below["level"]
        kept: list[Values] = []
        for section in reversed(found):
            if section["parts"] or (kept and kept[0]["level"] > section["level"]):
                kept.insert(0, section)
        return kept

    def _parts(self, heading: Heading | None) -> list[Values]:
        """Return a section's blocks, and what its macro calls show, in the order of their lines."""
        page = self._page
        blocks = [block for block in page.blocks[1:] if block.section == (heading.id or heading.text if heading else "")]
        calls = [call for call in page.calls if call.alone and queries.heading_above(page, call.line) is heading]
        content: list[Block | MacroCall] = sorted([*blocks, *calls], key=lambda part: part.line)
        content = [part for part in content if not any(part.line in lines for lines in self._on_screen)]
        found: list[Values] = []
        for kind, group in groupby(content, key=lambda part: part.kind if isinstance(part, Block) else part):
            if isinstance(kind, MacroCall):
                above = "".join(run["text"] for part in found[-1:] for run in part.get("runs", ()))
                # A checklist needs no legend where the words above it say the same.
                said = {text.rstrip(".") for text in (above, heading.text if heading else "")}
                found += [part for part in self._called(kind) if part["kind"] != "legend" or part["text"] not in said]
                continue
            items = [words for part in group if isinstance(part, Block) and (words := self._said(part))]
            if kind in _LISTS:
                found += [{"kind": _LISTS[kind], "items": items}] if items else []
            else:
                found += [{"kind": "text", "runs": words} for words in items]
        return found

    def _said(self, block: Block) -> Runs:
        """Return the runs of a block; none of an item that is only a link, or that is about other countries only."""
        if block.kind == "bullet":
            is_link = any(link.line == block.line and link.text == block.text for link in self._page.links)
            lead = block.runs[0].text if block.runs and block.runs[0].bold else ""
            named = [country for country in self._site.countries.values() if country.name in lead]
            if is_link or (named and self._own not in named):
                return []
        return runs(block, self._site, self._page)

    def _called(self, call: MacroCall) -> Iterator[Values]:
        """Yield what a macro call leaves on paper; nothing for one that is of use on a screen only."""
        site, words = self._site, self._words
        if call.name == "phrases":
            phrases = [site.phrases[id] for id in call.args]
            yield {"kind": "phrases", "items": [{"when": phrase.when, "say": words("quote", words=phrase.say)} for phrase in phrases]}
        elif call.name == "checklist" and call.args[1] != "therapist":
            checklist = site.checklists[call.args[0]]
            yield {"kind": "legend", "text": legend(words, checklist, "client")}
            yield {"kind": "boxes", "items": [plain(item.client) for item in checklist.items]}
        elif call.name == "picture":
            picture = site.pictures[call.args[0]]
            svg = _VARIABLE.sub(r"\1", site.drawings[picture.id]).replace('font-family="inherit"', _LETTERS)
            width, height = map(int, found.groups()) if (found := _VIEW_BOX.search(svg)) else (340, 340)
            yield {"kind": "picture", "svg": svg, "width": width, "height": height, "alt": picture.alt, "caption": picture.caption}
        elif call.name == "note_form":
            yield from self._note()
        elif call.name == "helplines":
            yield from self._helplines()
        # What it says of emergencies stands in the foot of every side.
        elif call.name == "practice_says" and call.args[0] != "between" and (texts := practice_texts(site.practice, call.args[0], words)):
            name = f"{words('practice_says', name=site.practice.name)} " if site.practice.name else ""
            yield {"kind": "text", "runs": [*plain(name, bold=True), *plain(" ".join(texts))]}

    def _note(self) -> Iterator[Values]:
        """Yield the bring-along note as a form: the parts that are meant for paper, and space to write."""
        for part in self._site.note_parts.values():
            if part.on_paper:
                yield _heading(part.ask, 2)
                for group in note_groups(self._site, part):
                    if group.title:
                        yield _heading(group.title, 3)
                    yield {"kind": "boxes", "items": [plain(words) for _, words in group.lines]}
                if part.room:
                    yield {"kind": "room"}

    def _helplines(self) -> Iterator[Values]:
        """Yield the lines of the practice's country by need; without a country, every country's numbers for danger and crisis."""
        words = self._words
        for country in [self._own] if self._own else self._site.countries.values():
            yield _heading(country.name, 2)
            danger = plain(words("danger_call", numbers=words.emergency(country)), bold=True)
            if country is not self._own:
                yield _lines(danger, *map(self._line, country.lines_for("crisis")))
                continue
            yield {"kind": "text", "runs": danger}
            for need in get_args(Need):
                if lines := country.lines_for(need):
                    yield _heading(words(f"need_{need.replace('-', '_')}"), 3)
                    hours = [plain(f" {line.hours}. {line.note or ''}".rstrip()) for line in lines]
                    yield _lines(*([*self._line(line), *more] for line, more in zip(lines, hours, strict=True)))
        if self._site.helplines:
            elsewhere = self._site.helplines.elsewhere
            yield {"kind": "text", "runs": [*plain(f"{words('elsewhere')}: ", bold=True), *plain(f"{elsewhere.name}, {elsewhere.url}")]}

    def _line(self, line: Helpline) -> Runs:
        return plain(self._words("help_line", name=line.name, ways=ways(line, self._words)))


def _heading(text: str, level: int) -> Values:
    return {"kind": "heading", "text": text, "level": level}


def _lines(*items: Runs) -> Values:
    """Return help lines as a list that no end of a column parts from its heading or within."""
    return {"kind": "bullets", "items": list(items), "whole": True}


def runs(block: Block, site: Site, page: Page) -> Runs:
    """Return the words of a block that are meant for paper as runs for handout.typ.

    Links to other pages and sites keep their full URL; links within the page keep their words, as these stand on the sheet too.
    """

    def url(target: str) -> str | None:
        path, anchor = queries.link_target(page, target)
        if "://" in target or path == page.path or path not in site.pages:
            return target if "://" in target else None
        return site.url + site.pages[path].url + (f"#{anchor}" if anchor else "")

    return [{"text": run.text, "bold": run.bold, "link": url(run.target)} for run in block.runs]


def plain(text: str, bold: bool = False) -> Runs:
    """Return a text as one run, its characters as they are; none for no text."""
    return [{"text": text, "bold": bold, "link": None}] if text else []
