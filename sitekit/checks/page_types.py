"""Rules for the structure of a page, as sitekit/schema/page_types.py declares it for each kind."""

import re
from collections.abc import Iterator

from sitekit import queries
from sitekit.checks.reporting import problem_at, repeats
from sitekit.errors import Problem, nearest, suggest
from sitekit.models.page import Block, Heading, Page
from sitekit.models.record import ID
from sitekit.models.site import Site
from sitekit.schema.macros import MACROS
from sitekit.schema.page_types import FOLDERS, PAGE_TYPES_BY_KIND, REFERENCE_PAGES, PageType, Section

_ID = re.compile(ID)
# Ids of the layout, and of the meanings of terms.
_TAKEN = re.compile(r"main-content|site-menu|site-search|page-toc-title|meaning-.*")


def pages_open_with_key_message(site: Site) -> Iterator[Problem]:
    """Require that a page opens with one bold paragraph: what to remember, for those who read nothing else."""
    for page in site.pages.values():
        first = page.blocks[0] if page.blocks else None
        if first is None:
            yield Problem(page.file, 1, "This page is empty", "Begin it with its one message, **in bold**.")
        elif first.kind != "paragraph" or first.section or not re.fullmatch(r"\*\*[^*]+\*\*", first.source.strip()):
            hint = "Begin it with one paragraph, all **in bold**."
            yield Problem(page.file, first.line, "This page does not open with its message", hint)


def kinds_are_in_their_folder(site: Site) -> Iterator[Problem]:
    """Require pages of a kind with a folder of its own in that folder, as cards list a kind and menus a folder."""
    for page in site.pages.values():
        folder, own = page.path.partition("/")[0], FOLDERS.get(page.meta.kind)
        if own and own != folder:
            hint = "Write the kind that this page has, or move it."
            yield problem_at(page.meta, "kind", f"A page of the kind '{page.meta.kind}' belongs into docs/{own}/", hint)


def headings_match_page_type(site: Site) -> Iterator[Problem]:
    """Require the headings of the page's kind, in order, each with its id and its macros."""
    for page in site.pages.values():
        yield from heading_problems(page, PAGE_TYPES_BY_KIND[page.meta.kind])


def heading_problems(page: Page, page_type: PageType) -> Iterator[Problem]:
    """Yield what is wrong with a page's headings of level 2, given the type that the page should have."""
    by_text = {heading.text: heading for heading in page.headings if heading.level == 2}
    by_id = {heading.id: heading for heading in by_text.values()}
    last: Heading | None = None
    for section in page_type.sections:
        heading = by_text.get(section.text) or by_id.get(section.id)
        form = f"'## {section.text} {{#{section.id}}}'"
        if heading is None:
            yield Problem(page.file, 1, f"The heading '{section.text}' is missing", f"Add {form}.")
            continue
        if heading.text != section.text and not section.own_words:
            yield Problem(page.file, heading.line, f"The heading '{heading.text}' has other words on other pages", f"Write {form}.")
        elif heading.id != section.id:
            yield Problem(page.file, heading.line, f"The heading '{section.text}' has the wrong id", f"Write {form}.")
        if last and heading.line < last.line:
            yield Problem(page.file, heading.line, f"The heading '{section.text}' comes too early", f"Put it after '{last.text}'.")
        else:
            last = heading
        yield from _missing_macros(page, section, heading)
    known = {section.text for section in page_type.sections}
    ids = {section.id for section in page_type.sections}
    for heading in page.headings:
        if page_type.closed and heading.level == 2 and heading.text not in known and heading.id not in ids:
            message = f"The heading '{heading.text}' does not belong on a {page.meta.kind} page"
            yield Problem(page.file, heading.line, message, suggest(heading.text, known, "heading"))


def _missing_macros(page: Page, section: Section, heading: Heading) -> Iterator[Problem]:
    lines = queries.section_lines(page, heading.line)
    # A name that no macro has is reported as that.
    called = {call.name if call.name in MACROS else nearest(call.name, MACROS) for call in page.calls if call.line in lines}
    for macro in section.macros:
        if macro not in called:
            hint = f"Add {{{{ {macro}(…) }}}} under it, on a line of its own."
            yield Problem(page.file, heading.line, f"'{section.text}' does not call '{macro}'", hint)


def heading_levels_are_nested(site: Site) -> Iterator[Problem]:
    """Require that headings begin at level 2, as front matter holds the title, and that no level is skipped."""
    for page in site.pages.values():
        level = 1
        for heading in page.headings:
            if heading.level == 1:
                yield Problem(page.file, heading.line, "A page has one title, and front matter holds it", "Begin headings at '##'.")
            elif heading.level > level + 1:
                yield Problem(page.file, heading.line, f"The heading '{heading.text}' skips a level", f"Use {'#' * (level + 1)}.")
            level = heading.level


def heading_ids_are_valid(site: Site) -> Iterator[Problem]:
    """Require an explicit id on every heading, unique on its page, so that links hold when the words change."""
    for page in site.pages.values():
        # Another title is reported as such.
        for heading in (heading for heading in page.headings if heading.level > 1):
            if not any(map(str.isalnum, re.sub(r"\{#.*", "", heading.text))):
                yield Problem(page.file, heading.line, "This heading has no words", "Write some before its id.")
            elif _TAKEN.fullmatch(heading.id or ""):
                message = f"The id '{heading.id}' belongs to a part of every page"
                yield Problem(page.file, heading.line, message, "Give this heading another.")
            elif not _ID.fullmatch(heading.id or ""):
                proposed = "-".join(re.findall(r"[a-z0-9]+", re.sub(r"\{.*", "", heading.text).lower().replace("'", ""))) or "section"
                message = f"The heading '{heading.text}' has no id of lower-case words"
                yield Problem(page.file, heading.line, message, f"Add one that will never change, as {{#{proposed}}}.")
        for heading, first in repeats((heading.id, heading) for heading in page.headings if _ID.fullmatch(heading.id or "")):
            message = f"The id '{heading.id}' is used twice, first on line {first.line}"
            yield Problem(page.file, heading.line, message, "Give this heading another.")


def _under(page: Page, id: str, kind: str) -> tuple[Heading | None, list[Block]]:
    """Return the heading of an id, if the page has it, and the blocks of one kind under it."""
    heading = next((heading for heading in page.headings if heading.id == id), None)
    return heading, [block for block in page.blocks if block.section == id and block.kind == kind]


def summary_has_three_bullets(site: Site) -> Iterator[Problem]:
    """Require exactly three bullets under "In short"."""
    for page in site.pages.values():
        heading, bullets = _under(page, "in-short", "bullet")
        if heading and len(bullets) != 3:
            yield Problem(page.file, heading.line, f"'In short' has {len(bullets)} bullets", "Write exactly three.")


def step_count_is_within_limits(site: Site) -> Iterator[Problem]:
    """Require as many steps under "What you can do" as the page's kind allows."""
    for page in site.pages.values():
        limits = PAGE_TYPES_BY_KIND[page.meta.kind].steps
        heading, steps = _under(page, "what-you-can-do", "step")
        if limits and heading and not limits[0] <= len(steps) <= limits[1]:
            hint = f"Write {limits[0]} to {limits[1]}, as a numbered list."
            yield Problem(page.file, heading.line, f"'What you can do' has {len(steps)} steps", hint)


def word_count_is_within_limit(site: Site) -> Iterator[Problem]:
    """Require no more words before "How sure are we" than the page's kind allows; headings and macros do not count."""
    for page in site.pages.values():
        limit = None if page.path in REFERENCE_PAGES else PAGE_TYPES_BY_KIND[page.meta.kind].words
        words = sum(len(block.text.split()) for block in queries.own_blocks(page))
        if limit and words > limit:
            yield Problem(page.file, 1, f"This page has {words} words", f"A {page.meta.kind} page holds at most {limit}.")


def see_also_names_other_pages(site: Site) -> Iterator[Problem]:
    """Require two to four pages to read next where the page's kind asks for them; each exists and is another page."""
    for page in site.pages.values():
        listed = page.meta.see_also
        # Front matter with problems of its own has no title here, and its list may lack names.
        if page.meta.title and PAGE_TYPES_BY_KIND[page.meta.kind].related and not 2 <= len(listed) <= 4:
            yield problem_at(page.meta, "see_also", f"'see_also' names {len(listed)} pages", "Name two to four.")
        for path in listed:
            if not site.defines("page", path):
                message = f"'see_also' names '{path}', and there is no such page"
                yield problem_at(page.meta, "see_also", message, suggest(path, site.pages, "page"))
            elif path == page.path:
                yield problem_at(page.meta, "see_also", "'see_also' names the page itself", "Name other pages.")
