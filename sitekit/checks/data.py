"""Rules for facts: told once, used somewhere, complete."""

from __future__ import annotations

from collections.abc import Iterator

from sitekit import queries
from sitekit.errors import Problem, suggest
from sitekit.models.site import Site
from sitekit.sources import svg


def every_title_and_description_is_its_own(site: Site) -> Iterator[Problem]:
    """Two pages of one name can't be told apart in a search or an e-mail."""
    for key in ("title", "description"):
        first: dict[str, str] = {}
        for page in site.pages.values():
            words = getattr(page.meta, key).casefold()
            if not words:
                continue
            if words in first:
                yield Problem(
                    page.file, page.meta.line(key), f"This {key} is also that of {first[words]}", "Say what this page alone is for."
                )
            first.setdefault(words, page.file)


def every_item_of_a_checklist_has_its_own_id(site: Site) -> Iterator[Problem]:
    """An id is a promise to readers who kept their ticks."""
    for found in site.checklists.values():
        first: dict[str, int] = {}
        for item in found.items:
            if item.id in first:
                yield Problem(
                    found.path,
                    item.line("id"),
                    f"The id '{item.id}' is used twice, first on line {first[item.id]}",
                    "Give this item another id.",
                )
            first.setdefault(item.id, item.line("id"))


def every_datum_is_shown(site: Site) -> Iterator[Problem]:
    """What no page shows rots unread."""
    if any(what == "page" for what, _ in site.unreadable):
        return  # A page that could not be read may show it.
    shown = {
        name: {arg for page in site.pages.values() for arg in page.arguments(name)} for name in ("checklist", "phrases", "cite", "picture")
    }
    shown["cite"] |= {picture.cite for picture in site.pictures.values() if picture.id in shown["picture"]}
    for macro, what, records in (
        ("checklist", "checklist", site.checklists),
        ("phrases", "phrase", site.phrases),
        ("cite", "claim", site.claims),
        ("picture", "picture", site.pictures),
    ):
        for name, record in records.items():
            if name not in shown[macro]:
                side = ', "client"' if macro == "checklist" else ""
                yield Problem(
                    record.path,
                    record.line(),
                    f"No page shows the {what} '{name}'",
                    f'Use it with {{{{ {macro}("{name}"{side}) }}}}, or remove it.',
                )


def every_drawing_has_its_words(site: Site) -> Iterator[Problem]:
    """A drawing without a text alternative says nothing to who can't see it."""
    for file in sorted(site.files):
        name = file.removeprefix("assets/pictures/").removesuffix(".svg")
        if file.startswith("assets/pictures/") and not site.defines("picture", name):
            yield Problem(
                f"docs/{file}",
                1,
                "This picture has no words in data/pictures.yml",
                f"Add an entry '- id: {name}' with alt and caption, or remove the file.",
            )


def every_drawing_is_only_a_drawing(site: Site) -> Iterator[Problem]:
    """Drawings are put into pages as they are, so they hold no script, style or foreign address."""
    for picture in site.pictures.values():
        # One that could not be read has been told.
        for line, fault in svg.find_problems(picture.svg) if picture.svg is not None else ():
            yield Problem(f"docs/assets/pictures/{picture.id}.svg", line, fault, svg.HINT)


def every_line_of_help_can_be_reached(site: Site) -> Iterator[Problem]:
    """A help line without a number or address helps nobody."""
    for country in (site.helplines.countries if site.helplines else {}).values():
        for line in country.lines:
            if not (line.call or line.text or line.chat):
                yield Problem(line.path, line.line(), f"The line '{line.id}' has no way to reach it", "Add call, text or chat.")


def every_group_of_words_can_be_held_in_mind(site: Site) -> Iterator[Problem]:
    """Seven entries at most, as for any list."""
    for group, terms in queries.glossary_groups(site).items():
        for term in terms[7:8]:
            yield Problem(
                term.path, term.line("group"), f"The group '{group}' has {len(terms)} words", "Keep seven at most, and begin another group."
            )


def every_door_leads_to_a_page(site: Site) -> Iterator[Problem]:
    """The home page's doors open."""
    for door in site.calls_to_action.values():
        if not site.defines("page", door.page):
            yield Problem(door.path, door.line("page"), f"There is no page '{door.page}'", suggest(door.page, site.pages, "page"))


def every_word_people_search_for_leads_somewhere(site: Site) -> Iterator[Problem]:
    """Words for a page that is gone find nothing."""
    for sought in site.search_terms.values():
        if not site.defines("page", sought.page):
            yield Problem(sought.path, sought.line("page"), f"There is no page '{sought.page}'", suggest(sought.page, site.pages, "page"))
        elif sought.anchor and sought.page in site.pages:
            known = {heading.id for heading in site.pages[sought.page].headings if heading.id}
            if sought.anchor not in known:
                yield Problem(
                    sought.path,
                    sought.line("anchor"),
                    f"The page '{sought.page}' has no heading '#{sought.anchor}'",
                    suggest(sought.anchor, known, "heading"),
                )


RULES = (
    every_title_and_description_is_its_own,
    every_item_of_a_checklist_has_its_own_id,
    every_datum_is_shown,
    every_drawing_has_its_words,
    every_drawing_is_only_a_drawing,
    every_line_of_help_can_be_reached,
    every_group_of_words_can_be_held_in_mind,
    every_door_leads_to_a_page,
    every_word_people_search_for_leads_somewhere,
)
