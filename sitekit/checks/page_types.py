"""Rules for the shape of a page, as declared in shapes.py."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sitekit.errors import Problem, suggest
from sitekit.models.page import Heading, Page
from sitekit.models.site import Site
from sitekit.schema.page_types import PAGE_TYPES_BY_KIND, PageType, Section

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def every_page_opens_with_one_bold_message(site: Site) -> Iterator[Problem]:
    """The one thing to take away stands first, for who reads nothing else."""
    for page in site.pages.values():
        first = page.blocks[0] if page.blocks else None
        if first is None:
            yield Problem(page.file, 1, "This page is empty", "Begin it with its one message, **in bold**.")
        elif first.kind != "paragraph" or first.section or not re.fullmatch(r"\*\*[^*]+\*\*", first.source.strip()):
            yield Problem(
                page.file, first.line, "This page does not open with its message", "Begin it with one paragraph, all **in bold**."
            )


def headings_follow_the_shape(site: Site) -> Iterator[Problem]:
    """Every page of a kind has the same rhythm."""
    for page in site.pages.values():
        yield from _against(page, PAGE_TYPES_BY_KIND[page.meta.kind])


def _against(page: Page, shape: PageType) -> Iterator[Problem]:
    written = [heading for heading in page.headings if heading.level == 2]
    by_text = {heading.text: heading for heading in written}
    ordered: list[Heading] = []
    for section in shape.sections:
        heading = by_text.get(section.text)
        if heading is None:
            yield Problem(page.file, 1, f"The heading '{section.text}' is missing", f"Add '## {section.text} {{#{section.id}}}'.")
            continue
        if heading.id != section.id:
            yield Problem(
                page.file, heading.line, f"The heading '{section.text}' has the wrong id", f"Write '## {section.text} {{#{section.id}}}'."
            )
        if ordered and heading.line < ordered[-1].line:
            yield Problem(page.file, heading.line, f"The heading '{section.text}' comes too early", f"Put it after '{ordered[-1].text}'.")
        else:
            ordered.append(heading)
        yield from _macros_under(page, section, heading)
    known = {section.text for section in shape.sections}
    for heading in written:
        if shape.closed and heading.text not in known:
            yield Problem(
                page.file,
                heading.line,
                f"The heading '{heading.text}' does not belong on a {page.meta.kind} page",
                suggest(heading.text, known, "heading"),
            )


def _macros_under(page: Page, section: Section, heading: Heading) -> Iterator[Problem]:
    later = [other.line for other in page.headings if other.level <= 2 and other.line > heading.line]
    end = min(later, default=10**9)
    here = {call.name for call in page.calls if heading.line < call.line < end}
    for macro in section.macros:
        if macro not in here:
            yield Problem(
                page.file,
                heading.line,
                f"'{section.text}' does not call '{macro}'",
                f"Add {{{{ {macro}(…) }}}} under it, on a line of its own.",
            )


def headings_are_sound(site: Site) -> Iterator[Problem]:
    """One title a page, no level skipped, and an id on each heading that will never change."""
    for page in site.pages.values():
        level = 1
        first: dict[str, int] = {}
        for heading in page.headings:
            if heading.level == 1:
                yield Problem(page.file, heading.line, "A page has one title, and front matter holds it", "Begin headings at '##'.")
            elif heading.level > level + 1:
                yield Problem(page.file, heading.line, f"The heading '{heading.text}' skips a level", f"Use {'#' * (level + 1)}.")
            level = heading.level
            if heading.id is None or not _ID.fullmatch(heading.id):
                yield Problem(
                    page.file,
                    heading.line,
                    f"The heading '{heading.text}' has no id of lower-case words",
                    f"Add one that will never change, as {{#{_proposed(heading.text)}}}.",
                )
            elif heading.id in first:
                yield Problem(
                    page.file,
                    heading.line,
                    f"The id '{heading.id}' is used twice, first on line {first[heading.id]}",
                    "Give this heading another.",
                )
            if heading.id:
                first.setdefault(heading.id, heading.line)


def _proposed(text: str) -> str:
    return "-".join(re.findall(r"[a-z0-9]+", text.lower().replace("'", ""))) or "section"


def in_short_is_three_bullets(site: Site) -> Iterator[Problem]:
    """The thirty-second version."""
    for page in site.pages.values():
        heading = next((h for h in page.headings if h.id == "in-short"), None)
        bullets = [block for block in page.blocks if block.section == "in-short" and block.kind == "bullet"]
        if heading and len(bullets) != 3:
            yield Problem(page.file, heading.line, f"'In short' has {len(bullets)} bullets", "Write exactly three.")


def steps_are_few(site: Site) -> Iterator[Problem]:
    """A list of steps that can be held in mind."""
    for page in site.pages.values():
        limits = PAGE_TYPES_BY_KIND[page.meta.kind].steps
        heading = next((h for h in page.headings if h.id == "what-you-can-do"), None)
        steps = [block for block in page.blocks if block.section == "what-you-can-do" and block.kind == "step"]
        if limits and heading and not limits[0] <= len(steps) <= limits[1]:
            yield Problem(
                page.file,
                heading.line,
                f"'What you can do' has {len(steps)} steps",
                f"Write {limits[0]} to {limits[1]}, as a numbered list.",
            )


def pages_are_short(site: Site) -> Iterator[Problem]:
    """A page can be read in the minutes it promises; headings and macros are not counted."""
    for page in site.pages.values():
        limit = PAGE_TYPES_BY_KIND[page.meta.kind].words
        words = sum(len(block.text.split()) for block in page.blocks)
        if limit and words > limit:
            yield Problem(page.file, 1, f"This page has {words} words", f"A {page.meta.kind} page holds at most {limit}.")


def every_page_knows_what_to_read_next(site: Site) -> Iterator[Problem]:
    """Nobody is left at the foot of a page with nowhere to go."""
    for page in site.pages.values():
        listed = page.meta.see_also
        # Front matter with faults of its own (no title) may hold names that could not be read.
        if page.meta.title and PAGE_TYPES_BY_KIND[page.meta.kind].related and not 2 <= len(listed) <= 4:
            yield Problem(page.file, page.meta.line("see_also"), f"'see_also' names {len(listed)} pages", "Name two to four.")
        for path in listed:
            if not site.defines("page", path):
                yield Problem(
                    page.file,
                    page.meta.line("see_also"),
                    f"'see_also' names '{path}', and there is no such page",
                    suggest(path, site.pages, "page"),
                )
            elif path == page.path:
                yield Problem(page.file, page.meta.line("see_also"), "'see_also' names the page itself", "Name other pages.")


RULES = (
    every_page_opens_with_one_bold_message,
    headings_follow_the_shape,
    headings_are_sound,
    in_short_is_three_bullets,
    steps_are_few,
    pages_are_short,
    every_page_knows_what_to_read_next,
)
