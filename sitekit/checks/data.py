"""Rules for records of data/: they are complete and unique, they name what exists, and pages show them."""

import re
from collections.abc import Iterator

from sitekit import queries
from sitekit.checks.reporting import problem_at, repeats, undefined
from sitekit.errors import Problem, excerpt, nearest, suggest
from sitekit.models.data import Term
from sitekit.models.emails import Email
from sitekit.models.record import ID, Record, slug
from sitekit.models.site import Site
from sitekit.note_lines import note_groups
from sitekit.schema.macros import cited_keys
from sitekit.schema.page_types import LEFT
from sitekit.sources.unused_syntax import odd_marks

# Values that are no sentences, and the marks that sources have in others: of law reports, and the minus of statistics.
_NO_SENTENCES = {"chat", "forms", "see_also", "source", "url"}
_OF_SOURCES = re.compile(r"\[\d{4}\]|−(?=\d)")
# Addresses, names of files, and what stands in quotes as a whole, which pages would put into quotes once more.
_AS_TYPED = re.compile(r"(?:https?://|\bwww\.)\S+|\S+\.(?:svg|png|jpe?g)\b|^[\"“„«][^\"“”„«»]*[\"”“»]$", re.IGNORECASE)
# Texts that are each written for one place of a list, by their keys, and in which list of texts.
_ONCE = {"client": "side", "therapist": "side", "say": "say", "alt": "alt", "caption": "caption", "doi": "doi", "label": "label"}
# Values that are sentences, and names, by their keys.
_SENTENCES = frozenset(
    "client therapist say plain does_not_show figure unverified searched meaning alt caption promise why limit note".split()
)
_LABELS = frozenset("when client_legend label term group name hours".split())
_END = re.compile(r"[.?!…؟][\"'»”’)]*$")
# A screen reader says itself that this is a picture.
_PICTURE_OF = re.compile(r"(?:an? |the )?(?:image|picture|photo|photograph|drawing|graphic|icon) (?:of|showing) ", re.IGNORECASE)
# What sentences of data may hold besides: an e-mail address, and in e-mails the marks of what is filled in.
_ADDRESS = re.compile(r"(?<=\w)@(?=\w)")
_FILLED_IN = re.compile(r"[][{}|]")
# The most terms that a group of the glossary may hold.
_MOST = 7


def titles_and_descriptions_are_unique(site: Site) -> Iterator[Problem]:
    """Require that no two pages share a title or a description, as search results and e-mails show nothing else."""
    for key in ("title", "description"):
        # Front matter that could not be read leaves both empty.
        texts = [(getattr(page.meta, key).casefold(), page) for page in site.pages.values()]
        for page, first in repeats((text, page) for text, page in texts if text):
            yield problem_at(page.meta, key, f"This {key} is also that of {first.file}", "Say what this page alone is for.")


def checklist_item_ids_are_unique(site: Site) -> Iterator[Problem]:
    """Require unique ids in a checklist, as readers' ticks are saved by them."""
    for checklist in site.checklists.values():
        for item, first in repeats((item.id, item) for item in checklist.items):
            message = f"The id '{item.id}' is used twice, first on line {first.line('id')}"
            yield Problem(checklist.path, item.line("id"), message, "Give this item another id.")


def data_is_not_orphaned(site: Site) -> Iterator[Problem]:
    """Require that some page shows every checklist, phrase, claim and picture."""
    # A page that could not be read may show any of them.
    if any(kind == "page" for kind, _ in site.unreadable):
        return
    # So may a picture that could not be read cite any claim.
    is_citing_unknown = any(kind == "picture" for kind, _ in site.unreadable)
    pages = site.pages.values()
    shown = {macro: {arg for page in pages for arg in page.arguments(macro)} for macro in ("checklist", "phrases", "picture")}
    shown["cite"] = {key for page in pages for key in cited_keys(site, page)}
    for macro, kind, records, more in (
        ("checklist", "checklist", site.checklists, ', "client"'),
        ("phrases", "phrase", site.phrases, ""),
        ("cite", "claim", site.claims, ""),
        ("picture", "picture", site.pictures, ""),
    ):
        # A name that a call has wrong is reported with the call.
        meant = {nearest(name, records) for name in shown[macro] - {*records}}
        for name, record in records.items():
            if name not in shown[macro] | meant and not (kind == "claim" and is_citing_unknown):
                hint = f'Use it with {{{{ {macro}("{name}"{more}) }}}}, or remove it.'
                yield problem_at(record, "", f"No page shows the {kind} '{name}'", hint)


def pictures_have_text_alternatives(site: Site) -> Iterator[Problem]:
    """Require an entry with text alternative and caption for every picture file."""
    for file in sorted(site.files):
        drawing = file.removeprefix("assets/pictures/")
        if drawing == file:
            continue
        if not re.fullmatch(rf"{ID}\.svg", drawing):
            hint = "Put it there as short-name.svg, in lower-case words joined by hyphens."
            yield Problem(f"docs/{file}", 1, "This file's name is not that of a drawing", hint)
        elif not site.defines("picture", name := drawing.removesuffix(".svg")):
            hint = f"Add an entry '- id: {name}' with alt and caption, or remove the file."
            yield Problem(f"docs/{file}", 1, "This picture has no words in data/pictures.yml", hint)


def data_holds_no_markup(site: Site) -> Iterator[Problem]:
    """Require plain text in data and front matter: readers would see the stars of bold words, and links, entities and tags, as typed."""
    parts = (
        *(page.meta for page in site.pages.values()),
        *(site.checklists, site.phrases, site.claims, site.helplines, site.terms, site.pictures, site.calls_to_action, site.note_parts),
        *(site.moments, site.emails, site.promises),
    )
    for record, key, text in queries.texts_in(parts):
        may_stand = _FILLED_IN if isinstance(record, Email) else _OF_SOURCES if key in ("figure", "reference") else _ADDRESS
        if key not in _NO_SENTENCES and (marks := _AS_TYPED.findall(text) or odd_marks(may_stand.sub("", text))):
            message = f"'{excerpt(marks[0])}' in '{key}' would be shown as it is"
            yield problem_at(record, key, message, "Write plain text; only the body of a page holds markup.")


def helplines_have_contact(site: Site) -> Iterator[Problem]:
    """Require at least one way to reach every help line."""
    for country in site.countries.values():
        for line in country.lines:
            if not (line.call or line.text or line.chat):
                yield problem_at(line, "", f"The line '{line.id}' has no way to reach it", "Add call, text or chat.")


def helplines_and_countries_are_listed_once(site: Site) -> Iterator[Problem]:
    """Require that no country and no help line is listed twice, as the copy that is forgotten goes out of date."""
    named: list[tuple[str, tuple[str, str, Record]]] = [
        (country.name.casefold(), ("name", country.name, country)) for country in site.countries.values()
    ]
    named += [(line.id, ("id", line.id, line)) for country in site.countries.values() for line in country.lines]
    for (key, name, record), (_, _, first) in repeats(named):
        yield problem_at(record, key, f"'{name}' is used twice, first on line {first.line(key)}", f"Give this entry another {key}.")


def texts_stand_once(site: Site) -> Iterator[Problem]:
    """Require that no text stands twice in a list, as one of the two was meant to be another."""
    parts = (site.checklists, site.phrases, site.note_parts, site.terms, site.pictures, site.claims, site.calls_to_action)
    found = (((record.path, _ONCE[key], slug(text)), (record, key)) for record, key, text in queries.texts_in(parts) if key in _ONCE)
    for (record, key), (first, at) in repeats(found):
        yield problem_at(record, key, f"This text stands on line {first.line(at)} already", "Write another, or remove the entry.")


def sentences_and_labels_end_as_such(site: Site) -> Iterator[Problem]:
    """Require that sentences end as sentences do, and labels do not; and that a text alternative begins with what is to be seen."""
    parts = (site.checklists, site.phrases, site.claims, site.helplines, site.terms, site.pictures, site.calls_to_action, site.moments)
    for record, key, text in queries.texts_in((*parts, site.promises)):
        # What is still to be written, or to be read as it is, is reported as that.
        if LEFT.search(text) or _AS_TYPED.search(text):
            continue
        if key in _SENTENCES and not _END.search(text):
            yield problem_at(record, key, f"'{key}' has no end ('…{text[-20:]}')", "End it with a full stop.")
        elif key in _LABELS and text[-1] in ".,;:":
            yield problem_at(record, key, f"'{key}' ends with '{text[-1]}'", "Remove it; this is a name, and no sentence.")
        elif key == "alt" and (found := _PICTURE_OF.match(text)):
            yield problem_at(record, key, f"'alt' begins with '{found[0].strip()}'", "Begin with what is to be seen.")


def glossary_groups_are_short(site: Site) -> Iterator[Problem]:
    """Require short groups in the glossary."""
    groups: dict[str, list[Term]] = {}
    for term in site.terms:
        groups.setdefault(term.group, []).append(term)
    for group, terms in groups.items():
        for term in terms[_MOST : _MOST + 1]:
            message = f"The group '{group}' has {len(terms)} words"
            yield problem_at(term, "group", message, "Keep seven at most, and begin another group.")


def records_name_what_exists(site: Site) -> Iterator[Problem]:
    """Require that calls to action, moments, e-mails and ratings name pages that exist, and pictures claims."""
    for record in (*site.calls_to_action.values(), *site.moments.values(), *site.emails.values(), *site.ratings):
        yield from undefined(site, record, "page", "page")
    for picture in site.pictures.values():
        yield from undefined(site, picture, "cite", "claim")


def search_terms_name_pages(site: Site) -> Iterator[Problem]:
    """Require that search terms lead to pages and headings that exist."""
    for terms in site.search_terms.values():
        yield from undefined(site, terms, "page", "page")
        if terms.anchor and terms.page in site.pages:
            known = {heading.id for heading in site.pages[terms.page].headings if heading.id}
            if terms.anchor not in known and queries.has_all_ids(site.pages[terms.page]):
                message = f"The page '{terms.page}' has no heading '#{terms.anchor}'"
                yield problem_at(terms, "anchor", message, suggest(terms.anchor, known, "heading"))


def note_parts_have_one_source(site: Site) -> Iterator[Problem]:
    """Require that every part has either lines, or a page that exists to take them from, or room to write in."""
    for part in site.note_parts.values():
        if [bool(part.lines), part.page is not None, part.room is not None].count(True) != 1:
            message = f"The part '{part.id}' must offer exactly one thing"
            yield problem_at(part, "", message, "Give it lines, or a page to take them from, or room to write in.")
        elif part.page is not None:
            yield from undefined(site, part, "page", "page")
            if part.page in site.pages and not note_groups(site, part) and not site.lacks_data:
                message = f"The page '{part.page}' has no {part.take} for the part '{part.id}' to take"
                yield problem_at(part, "page", message, "Name another page, or another thing to take.")
        yield from undefined(site, part, "without", "checklist")


def note_line_ids_are_unique(site: Site) -> Iterator[Problem]:
    """Require unique ids in a part, and part ids that no checklist has: ticks are saved by part (or checklist) and line."""
    for part in site.note_parts.values():
        if part.id in site.checklists:
            yield problem_at(part, "id", f"'{part.id}' is also the name of a checklist", "Give this part another id.")
        for line, first in repeats((line.id, line) for line in part.lines):
            message = f"The id '{line.id}' is used twice, first on line {first.line('id')}"
            yield Problem(part.path, line.line("id"), message, "Give this line another id.")
