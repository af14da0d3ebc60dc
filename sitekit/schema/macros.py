"""Macros that pages may call: one declaration each, with all that a call brings to its page.

To add a macro, declare it in MACROS, add its values to sitekit/render/contexts.py, its component and its test.
"""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from sitekit.models.data import Claim
from sitekit.models.emails import LENGTHS
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
        component: the template that shows it, as "link-kit/emails" for link-kit/emails.html; by default the component of its name.
        ids: collect the ids of the elements that a call renders, in order, for links to end in.
        texts: collect the texts that a call renders and that count as the page's own, as in its reading grade.
        quoted: collect the texts that a call renders too, but that are judged where they come from.
        cites: collect the keys of the claims that a call cites on its page.
        inline: whether a call may stand inside a sentence.
    """

    arguments: tuple[str, ...] = ()
    component: str = ""
    ids: Collect = none
    texts: Collect = none
    quoted: Collect = none
    cites: Collect = none
    inline: bool = False


def macro_of(call: MacroCall) -> Macro:
    """Return the macro that a call names; one that brings nothing where there is none of that name."""
    return MACROS.get(call.name, Macro())


def cited_keys(site: Site, page: Page) -> list[str]:
    """Return the keys of the claims that a page cites, known or not, each once, in the order of their first citation."""
    return list(dict.fromkeys(key for call in page.calls for key in macro_of(call).cites(site, page, call)))


def cited_on(site: Site, page: Page) -> list[Claim]:
    """Return the claims that a page cites, each once, in the order of their first citation."""
    return [site.claims[key] for key in cited_keys(site, page) if key in site.claims]


def _fields(records: Callable[[Site, Page, MacroCall], Iterable[object]], *names: str) -> Collect:
    """Return a function that collects these attributes of all records, but for empty ones."""

    def collect(site: Site, page: Page, call: MacroCall) -> Iterable[str]:
        return [text for record in records(site, page, call) for name in names if (text := getattr(record, name))]

    return collect


def _named(what: str) -> Callable[[Site, Page, MacroCall], Iterable[object]]:
    """Return a function that finds the records that a call names, as "phrases" or "pictures"."""
    return lambda site, page, call: [getattr(site, what)[id] for id in call.args if id in getattr(site, what)]


def _checklist_ids(site: Site, page: Page, call: MacroCall) -> Iterable[str]:
    checklist = site.checklists.get(call.args[0]) if call.args else None
    return [f"{checklist.id}.{item.id}" for item in checklist.items] if checklist and call.args[-1] != "therapist" else []


def _checklist_texts(site: Site, page: Page, call: MacroCall) -> Iterable[str]:
    checklist = site.checklists.get(call.args[0]) if call.args else None
    sides = [side for side in ("client", "therapist") if call.args and call.args[-1] in (side, "both")]
    return [getattr(item, side) for item in checklist.items for side in sides] if checklist else []


def _helpline_ids(site: Site, page: Page, call: MacroCall) -> Iterable[str]:
    # A region goes by the first code of its countries, which is the same in every language.
    first = {country.region: f"with-{code}" for code, country in sorted(site.countries.items(), reverse=True) if country.region}
    return [f"help-{code}" for code in (*site.countries, "elsewhere", *first.values())] if site.helplines else []


def _note_texts(site: Site, page: Page, call: MacroCall) -> Iterable[str]:
    for part in site.note_parts.values():
        yield from (part.ask, part.title, *(line.say for line in part.lines))


def _note_quoted(site: Site, page: Page, call: MacroCall) -> Iterable[str]:
    parts = [part for part in site.note_parts.values() if part.page in site.pages]
    return [words for part in parts for group in note_groups(site, part) for _, words in group.lines]


def _promise_ids(site: Site, page: Page, call: MacroCall) -> Iterable[str]:
    for promise in site.promises.values():
        yield from filter(None, (promise.group_slug, promise.part_slug, f"promise-{promise.id}"))


def _promise_texts(site: Site, page: Page, call: MacroCall) -> Iterable[str]:
    for promise in site.promises.values():
        yield from filter(None, (promise.part, promise.say, promise.limit))
    yield from descriptions(marker for markers in verified_by(site.promises, site.test_markers or ()).values() for marker in markers)


_CLAIM_TEXTS = ("topic", "plain", "does_not_show")

MACROS: dict[str, Macro] = {
    "addresses": Macro(component="link-kit/addresses"),
    "cards": Macro(("kind",)),
    "checklist": Macro(("checklist", "side"), ids=_checklist_ids, texts=_checklist_texts),
    "cite": Macro(("claim",), component="sources/cite", cites=lambda site, page, call: call.args, inline=True),
    "composer": Macro(),
    "doors": Macro(component="cards"),
    "emails": Macro(
        component="link-kit/emails",
        ids=lambda site, page, call: [f"email-{id}" for id in site.emails],
        quoted=_fields(lambda site, page, call: site.emails.values(), "subject", *LENGTHS),
    ),
    "embeds": Macro(component="link-kit/embeds"),
    "glossary": Macro(
        ids=_fields(lambda site, page, call: site.terms, "slug", "group_slug"),
        quoted=_fields(lambda site, page, call: site.terms, "term", "meaning"),
    ),
    "handout": Macro(component="link-kit/handout"),
    "handouts": Macro(component="link-kit/handouts"),
    "helplines": Macro(ids=_helpline_ids),
    "ledger": Macro(
        component="evidence",
        ids=lambda site, page, call: [f"claim-{key}" for key in site.claims],
        quoted=_fields(lambda site, page, call: site.claims.values(), *_CLAIM_TEXTS),
    ),
    "moments": Macro(
        ("phase",),
        component="link-kit/moments",
        texts=_fields(lambda site, page, call: [moment for moment in site.moments.values() if moment.phase in call.args], "when", "why"),
    ),
    "note_form": Macro(component="note/form", texts=_note_texts, quoted=_note_quoted),
    "note_sheet": Macro(component="note/sheet"),
    "offline": Macro(),
    "phrases": Macro(
        ("phrase", "…"),
        ids=lambda site, page, call: [f"phrase-{id}" for id in call.args],
        texts=_fields(_named("phrases"), "say"),
        quoted=_fields(_named("phrases"), "when"),
    ),
    "picture": Macro(
        ("picture",),
        ids=lambda site, page, call: [f"picture-{id}" for id in call.args],
        quoted=_fields(_named("pictures"), "alt", "caption"),
        cites=_fields(_named("pictures"), "cite"),
    ),
    "practice_contact": Macro(component="practice/contact"),
    "practice_photos": Macro(component="practice/photos"),
    "practice_says": Macro(("topic",), component="practice/says"),
    "promises": Macro(ids=_promise_ids, texts=_promise_texts),
    "related": Macro(component="cards"),
    "scorecard": Macro(),
    "screen": Macro(component="print/screen", inline=True),
    "sources": Macro(
        ids=lambda site, page, call: [f"source-{claim.key}" for claim in cited_on(site, page)],
        quoted=_fields(lambda site, page, call: cited_on(site, page), *_CLAIM_TEXTS),
    ),
}
