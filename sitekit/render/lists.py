"""Checklists, cards and other lists as HTML fragments. All words are escaped."""

from __future__ import annotations

import posixpath
from html import escape

from sitekit import queries
from sitekit.models.data import Checklist, Phrase, Side, Term
from sitekit.models.page import Page
from sitekit.models.site import Site

THERAPIST_LEGEND = "what your therapist works on"
# One browser keeps ticks for the next visit unless their form says not to. And a form must never be sent, as the
# answers would stand in the address: a default button that is disabled stops the Enter key from doing so.
FORGETFUL = 'autocomplete="off"'
NEVER_SENT = '<button type="submit" hidden disabled></button>'


def href(page: Page, target: Page) -> str:
    """Return the relative address from one page to another, right under any prefix."""
    return escape(posixpath.relpath("/" + target.url, "/" + page.url) + "/")


def checklist(found: Checklist, side: Side) -> str:
    """Render one side of a checklist, or both beside each other, as labelled checkboxes."""
    if side == "both":
        # The search finds a list on its own page, with what is said of it.
        return f'<div class="checklist-pair" data-search-exclude>{_fieldset(found, "client")}{_fieldset(found, "therapist")}</div>'
    return _fieldset(found, side)


def _fieldset(found: Checklist, side: str) -> str:
    rows = []
    for item in found.items:
        name = f"{found.id}.{item.id}"
        # Anchors are promised for the client's side; the other side may stand on the same page.
        anchor, box = (f' id="{name}"', name) if side == "client" else ("", f"{name}.therapist")
        words = escape(getattr(item, side))
        rows.append(f'<li{anchor}><label><input type="checkbox" name="{box}"> <span>{words}</span></label></li>')
    work = found.client_legend if side == "client" else THERAPIST_LEGEND
    legend = f"{escape(found.title)}: {escape(work)}"
    fieldset = f'<fieldset class="checklist checklist-{side}"><legend>{legend}</legend><ul>{"".join(rows)}</ul></fieldset>'
    return f"<form {FORGETFUL}>{fieldset}{NEVER_SENT}</form>"


def cards(page: Page, targets: list[Page]) -> str:
    """Render pages as cards: the title as the one link, the description below."""
    return _page_list("cards", page, targets)


def related(page: Page, targets: list[Page]) -> str:
    """Render the pages to read next."""
    return _page_list("related", page, targets)


def doors(page: Page, site: Site) -> str:
    """Render the two doors of the home page: who you are, and where that leads."""
    rows = [(href(page, site.pages[door.page]), door.label, door.promise) for door in site.calls_to_action.values()]
    return _linked_list("doors", rows)


def _page_list(name: str, page: Page, targets: list[Page]) -> str:
    return _linked_list(name, [(href(page, to), to.meta.title, to.meta.description) for to in targets])


def _linked_list(name: str, rows: list[tuple[str, str, str]]) -> str:
    items = "".join(f'<li><a href="{to}">{escape(title)}</a><p>{escape(words)}</p></li>' for to, title, words in rows)
    return f'<div class="{name}"><ul>{items}</ul></div>'


def phrases(found: list[Phrase], ticks: dict[str, str]) -> str:
    """Render words to say, each under the moment it is for.

    Args:
        ticks: the id of the tick that puts a phrase on the note, by the phrase's id; none for phrases it does not offer.
    """
    note = {id: f' data-note="{tick}"' for id, tick in ticks.items()}
    rows = "".join(
        f'<li class="phrase" id="phrase-{phrase.id}"{note.get(phrase.id, "")}><p class="phrase-when">{escape(phrase.when)}</p>'
        f"<blockquote><p>“{escape(phrase.say)}”</p></blockquote></li>"
        for phrase in found
    )
    return f'<ul class="phrases">{rows}</ul>'


def glossary(site: Site) -> str:
    """Render every term with its meaning, in the groups of the data, each in alphabetical order."""
    return "".join(
        f'<section class="glossary"><h3 id="{terms[0].group_slug}">{escape(group)}</h3><dl>{"".join(map(_term, sorted(terms, key=lambda term: term.term.lower())))}</dl></section>'
        for group, terms in queries.glossary_groups(site).items()
    )


def _term(term: Term) -> str:
    also = f' <span class="also">also: {escape(", ".join(term.also))}</span>' if term.also else ""
    return f'<dt id="{term.slug}">{escape(term.term.capitalize())}{also}</dt><dd>{escape(term.meaning)}</dd>'


def terms_by_name(site: Site) -> dict[str, tuple[str, str]]:
    """Return the id and meaning of each term by every name it goes by, as `sitekit.render.terms` takes them."""
    return {name: (term.slug, term.meaning) for term in site.terms for name in (term.term, *term.also)}
