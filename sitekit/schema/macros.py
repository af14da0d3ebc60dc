"""Macros that pages may call: one declaration each, with all that a call brings to its page.

Rendering is bound in sitekit/render/macros.py. To add a macro, declare it in MACROS, add its component and its test.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from sitekit.models.data import Claim
from sitekit.models.page import MacroCall, Page
from sitekit.models.promises import descriptions, verified_by
from sitekit.models.site import Site
from sitekit.note_lines import note_groups

Collect = Callable[[Site, Page, MacroCall], Iterable[str]]

# What a practice can say on pages: the argument of practice_says.
TOPICS = ("sessions", "money", "between", "notes", "privacy")


def none(site: Site, page: Page, call: MacroCall) -> Iterable[str]:
    """Return nothing: the default of a macro that brings nothing of a sort."""
    return ()


class Macro(NamedTuple):
    """One macro.

    Args:
        arguments: what each argument names, in order; a last "…" lets the one before it repeat.
        ids: collect the ids of the elements that a call renders, in order, for links to end in.
        texts: collect the texts that a call renders and that count as the page's own, as in its reading grade.
        quoted: collect the texts that a call renders too, but that are judged where they come from.
        cites: collect the keys of the claims that a call cites on its page.
        inline: whether a call may stand inside a sentence.
    """

    arguments: tuple[str, ...] = ()
    ids: Collect = none
    texts: Collect = none
    quoted: Collect = none
    cites: Collect = none
    inline: bool = False


def cited_keys(site: Site, page: Page) -> list[str]:
    """Return the keys of the claims that a page cites, known or not, each once, in the order of their first citation."""
    return list(dict.fromkeys(key for call in page.calls if call.name in MACROS for key in MACROS[call.name].cites(site, page, call)))


def _cited_claims(site: Site, page: Page) -> list[Claim]:
    return [site.claims[key] for key in cited_keys(site, page) if key in site.claims]


def _arguments(site: Site, page: Page, call: MacroCall) -> Iterable[str]:
    return call.args


def _checklist_ids(site: Site, page: Page, call: MacroCall) -> Iterator[str]:
    checklist = site.checklists.get(call.args[0]) if call.args else None
    if checklist and call.args[-1] != "therapist":
        yield from (f"{checklist.id}.{item.id}" for item in checklist.items)


def _checklist_texts(site: Site, page: Page, call: MacroCall) -> Iterator[str]:
    checklist = site.checklists.get(call.args[0]) if call.args else None
    for item in checklist.items if checklist else ():
        if call.args[-1] in ("client", "both"):
            yield item.client
        if call.args[-1] in ("therapist", "both"):
            yield item.therapist


def _helpline_ids(site: Site, page: Page, call: MacroCall) -> Iterator[str]:
    if site.helplines:
        yield from (f"help-{code}" for code in (*site.helplines.countries, "elsewhere"))


def _ledger_quoted(site: Site, page: Page, call: MacroCall) -> Iterator[str]:
    for claim in _cited_claims(site, page) if call.name == "sources" else site.claims.values():
        yield from (claim.topic, claim.plain, claim.does_not_show)


def _moment_texts(site: Site, page: Page, call: MacroCall) -> Iterator[str]:
    for moment in site.moments.values():
        if moment.phase in call.args:
            yield from (moment.when, moment.why)


def _email_quoted(site: Site, page: Page, call: MacroCall) -> Iterator[str]:
    for email in site.emails.values():
        yield from (email.subject, email.short, email.medium, email.long)


def _glossary_ids(site: Site, page: Page, call: MacroCall) -> Iterator[str]:
    for term in site.terms:
        yield from (term.slug, term.group_slug)


def _glossary_quoted(site: Site, page: Page, call: MacroCall) -> Iterator[str]:
    for term in site.terms:
        yield from (term.term, term.meaning)


def _note_texts(site: Site, page: Page, call: MacroCall) -> Iterator[str]:
    for part in site.note_parts.values():
        yield from (part.ask, part.title, *(line.say for line in part.lines))


def _note_quoted(site: Site, page: Page, call: MacroCall) -> Iterator[str]:
    for part in site.note_parts.values():
        if part.page in site.pages:
            yield from (words for group in note_groups(site, part) for _, words in group.lines)


def _phrase_ids(site: Site, page: Page, call: MacroCall) -> Iterator[str]:
    return (f"phrase-{id}" for id in call.args)


def _phrase_texts(site: Site, page: Page, call: MacroCall) -> Iterator[str]:
    return (site.phrases[id].say for id in call.args if id in site.phrases)


def _phrase_quoted(site: Site, page: Page, call: MacroCall) -> Iterator[str]:
    return (site.phrases[id].when for id in call.args if id in site.phrases)


def _picture_ids(site: Site, page: Page, call: MacroCall) -> Iterator[str]:
    return (f"picture-{id}" for id in call.args)


def _picture_quoted(site: Site, page: Page, call: MacroCall) -> Iterator[str]:
    for picture in (site.pictures.get(id) for id in call.args):
        if picture:
            yield from (picture.alt, picture.caption)


def _picture_cites(site: Site, page: Page, call: MacroCall) -> Iterator[str]:
    return (picture.cite for picture in (site.pictures.get(id) for id in call.args) if picture and picture.cite)


def _promise_ids(site: Site, page: Page, call: MacroCall) -> Iterator[str]:
    for promise in site.promises.values():
        yield from filter(None, (promise.group_slug, promise.part_slug, f"promise-{promise.id}"))


def _promise_texts(site: Site, page: Page, call: MacroCall) -> Iterator[str]:
    for promise in site.promises.values():
        yield from filter(None, (promise.part, promise.say, promise.limit))
    yield from descriptions(marker for markers in verified_by(site.promises, site.test_markers or ()).values() for marker in markers)


def _source_ids(site: Site, page: Page, call: MacroCall) -> Iterator[str]:
    return (f"source-{claim.key}" for claim in _cited_claims(site, page))


MACROS: dict[str, Macro] = {
    "addresses": Macro(),
    "cards": Macro(("kind",)),
    "checklist": Macro(("checklist", "side"), ids=_checklist_ids, texts=_checklist_texts),
    "cite": Macro(("claim",), cites=_arguments, inline=True),
    "doors": Macro(),
    "emails": Macro(ids=lambda site, page, call: (f"email-{id}" for id in site.emails), quoted=_email_quoted),
    "glossary": Macro(ids=_glossary_ids, quoted=_glossary_quoted),
    "handouts": Macro(),
    "helplines": Macro(ids=_helpline_ids),
    "ledger": Macro(ids=lambda site, page, call: (f"claim-{key}" for key in site.claims), quoted=_ledger_quoted),
    "moments": Macro(("phase",), texts=_moment_texts),
    "note_form": Macro(texts=_note_texts, quoted=_note_quoted),
    "note_sheet": Macro(),
    "page_cards": Macro(("page", "…")),
    "phrases": Macro(("phrase", "…"), ids=_phrase_ids, texts=_phrase_texts, quoted=_phrase_quoted),
    "picture": Macro(("picture",), ids=_picture_ids, quoted=_picture_quoted, cites=_picture_cites),
    "practice_contact": Macro(),
    "practice_says": Macro(("topic",)),
    "promises": Macro(ids=_promise_ids, texts=_promise_texts),
    "related": Macro(),
    "scorecard": Macro(),
    "sources": Macro(ids=_source_ids, quoted=_ledger_quoted),
}

# Names with a meaning of their own in the macro engine, which front matter must not take:
# https://mkdocs-macros-plugin.readthedocs.io/en/latest/pages/
TAKEN = frozenset("page config files navigation extra macros filters context plugin environment git macros_info now fix_url".split())
