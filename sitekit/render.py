"""The model to HTML fragments for pages. Every function takes values and returns text; all words are escaped."""

from __future__ import annotations

import posixpath
from html import escape

from sitekit import derive
from sitekit.model import Checklist, Claim, Country, Helpline, Page, Picture, Phrase, Practice, Side, Site

SIDE_WORDS = {"client": "what you may notice", "therapist": "what your therapist works on"}
REVIEW_LINE = "Written from published sources. Not yet reviewed by a clinician."
SURENESS = {"good": "We are fairly sure", "fair": "We are somewhat sure", "low": "We are not sure"}


def href(page: Page, target: Page, fragment: str = "") -> str:
    """Return the relative address from one page to another, right under any prefix."""
    path = posixpath.relpath("/" + target.url, "/" + page.url)
    return escape(("./" if path == "." else path + "/") + (f"#{fragment}" if fragment else ""))


def checklist(found: Checklist, side: Side) -> str:
    """Render one side of a checklist, or both beside each other, as labelled checkboxes."""
    if side == "both":
        return f'<div class="checklist-pair">{_fieldset(found, "client")}{_fieldset(found, "therapist")}</div>'
    return _fieldset(found, side)


def _fieldset(found: Checklist, side: str) -> str:
    rows = []
    for item in found.items:
        name = f"{found.id}.{item.id}"
        # Anchors are promised for the client's side; the other side may stand on the same page.
        anchor, box = (f' id="{name}"', name) if side == "client" else ("", f"{name}.therapist")
        words = escape(getattr(item, side))
        rows.append(f'<li{anchor}><label><input type="checkbox" name="{box}" autocomplete="off"> <span>{words}</span></label></li>')
    legend = f"{escape(found.title)}: {SIDE_WORDS[side]}"
    return f'<fieldset class="checklist checklist-{side}"><legend>{legend}</legend><ul>{"".join(rows)}</ul></fieldset>'


def cards(page: Page, targets: list[Page]) -> str:
    """Render pages as cards: the title as the one link, the description below."""
    return _linked_list("cards", [(href(page, to), to.meta.title, to.meta.description) for to in targets])


def related(page: Page, targets: list[Page]) -> str:
    """Render the pages to read next."""
    return _linked_list("related", [(href(page, to), to.meta.title, to.meta.description) for to in targets])


def doors(page: Page, site: Site) -> str:
    """Render the two doors of the home page: who you are, and where that leads."""
    rows = [(href(page, site.pages[door.page]), door.label, door.promise) for door in site.doors.values()]
    return _linked_list("doors", rows)


def _linked_list(name: str, rows: list[tuple[str, str, str]]) -> str:
    items = "".join(f'<li><a href="{to}">{escape(title)}</a><p>{escape(words)}</p></li>' for to, title, words in rows)
    return f'<div class="{name}"><ul>{items}</ul></div>'


def cite(number: int, claim: Claim) -> str:
    """Render the mark that leads from a sentence to its source on the same page."""
    return f'<a class="cite" href="#source-{claim.key}"><span class="visually-hidden">Source </span>{number}</a>'


def sources(claims: list[Claim]) -> str:
    """Render a page's sources, numbered as they are cited, each with what it does not show."""
    rows = "".join(f'<li id="source-{claim.key}">{_source(claim)}</li>' for claim in claims)
    return f'<ol class="sources" data-search-exclude>{rows}</ol>'


def _source(claim: Claim) -> str:
    words = [f'<span class="reference">{escape(claim.reference)}</span>']
    if claim.doi:
        address = f"https://doi.org/{escape(claim.doi)}"
        words.append(f'<a href="{address}" rel="noreferrer">doi:{escape(claim.doi)}</a>.')
    words.append(f'<span class="sureness">{SURENESS[claim.sureness]}.</span> {escape(claim.does_not_show)}')
    if claim.unverified:
        words.append(f'<span class="unverified">Not yet checked against the source: {escape(claim.unverified)}.</span>')
    return " ".join(words)


def phrases(found: list[Phrase]) -> str:
    """Render words to say, each under the moment it is for."""
    rows = "".join(
        f'<li class="phrase" id="phrase-{phrase.id}"><p class="phrase-when">{escape(phrase.when)}</p>'
        f"<blockquote><p>“{escape(phrase.say)}”</p></blockquote></li>"
        for phrase in found
    )
    return f'<ul class="phrases">{rows}</ul>'


def picture(found: Picture, source: str = "") -> str:
    """Render a drawing in the page, so that its colours follow the scheme, with alternative and caption.

    Args:
        found: the picture.
        source: the mark of its source, from `cite`, where the caption rests on research.
    """
    opening, rest = found.svg.strip().split(">", 1)
    svg = f'{opening} role="img" aria-label="{escape(found.alt)}">{rest}'
    caption = f"<figcaption>{escape(found.caption)} {source}".strip() + "</figcaption>"
    flat = "".join(line.strip() + " " for line in svg.splitlines()).strip()
    return f'<figure class="picture" id="picture-{found.id}" data-search-exclude>{flat}{caption}</figure>'


def glossary(site: Site) -> str:
    """Render every term with its meaning, in alphabetical order."""
    rows = []
    for term in sorted(site.terms, key=lambda term: term.term.lower()):
        also = f' <span class="also">also: {escape(", ".join(term.also))}</span>' if term.also else ""
        rows.append(f'<dt id="{term.slug}">{escape(term.term.capitalize())}{also}</dt><dd>{escape(term.meaning)}</dd>')
    return f'<dl class="glossary">{"".join(rows)}</dl>'


def glossary_tooltips(site: Site) -> dict[str, str]:
    """Return each term and its other names with the meaning, as the Markdown abbreviation extension takes them."""
    return {name: term.meaning for term in site.terms for name in (term.term, *term.also)}


def helplines(site: Site) -> str:
    """Render crisis help for every country listed, the practice's own first, then the directory for elsewhere."""
    found = site.helplines
    own = site.practice.country
    codes = sorted(found.countries, key=lambda code: (code != own, found.countries[code].name))
    jumps = "".join(f'<li><a href="#help-{code}">{escape(found.countries[code].name)}</a></li>' for code in codes)
    jumps += '<li><a href="#help-elsewhere">Somewhere else</a></li>'
    blocks = "".join(_country(code, found.countries[code]) for code in codes)
    other = found.elsewhere
    elsewhere = (
        '<section class="helplines" id="help-elsewhere"><h3>Somewhere else</h3><ul><li>'
        f'<a class="call" href="{escape(other.url)}" rel="noreferrer">{escape(other.name)}</a> '
        f'<span class="note">{escape(other.note)}</span> {_checked(other)}</li></ul></section>'
    )
    return f'<ul class="jumps">{jumps}</ul>{blocks}{elsewhere}'


def _country(code: str, country: Country) -> str:
    calls = " or ".join(_call(number, f"Call {number}") for number in country.emergency)
    rows = [f'<li class="emergency"><strong>Danger now</strong> {calls}</li>']
    rows += [_helpline(line) for line in country.lines]
    return f'<section class="helplines" id="help-{code}"><h3>{escape(country.name)}</h3><ul>{"".join(rows)}</ul></section>'


def _call(number: str, words: str) -> str:
    return f'<a class="call" href="tel:{derive.dialable(number)}">{escape(words)}</a>'


def _helpline(line: Helpline) -> str:
    ways = []
    if line.call:
        ways.append(_call(line.call, f"Call {line.call}"))
    if line.text:
        words = f"Text {line.text.word} to {line.text.to}" if line.text.word else f"Text {line.text.to}"
        ways.append(f'<a class="call" href="sms:{derive.dialable(line.text.to)}">{escape(words)}</a>')
    if line.chat:
        ways.append(f'<a class="call" href="{escape(line.chat)}" rel="noreferrer">Chat online</a>')
    note = f' <span class="note">{escape(line.note)}</span>' if line.note else ""
    return f'<li><strong>{escape(line.name)}</strong> {" ".join(ways)} <span class="hours">{escape(line.hours)}.</span>{note} {_checked(line)}</li>'


def _checked(line) -> str:
    words = f"Last checked {line.checked.isoformat()}." if line.verified else "We have not yet checked this with the source."
    return f'<span class="checked">{words}</span>'


def help_line(site: Site) -> str:
    """Render the one line of help that stands on every page in print: the practice's country, or none by name."""
    country = site.helplines.countries.get(site.practice.country or "")
    if country is None:
        return "In danger now: call your local emergency number."
    words = [f"In danger now: call {' or '.join(country.emergency)}."]
    words += [f"{line.name}: {_ways(line)}." for line in country.lines]
    return escape(" ".join(words))


def _ways(line: Helpline) -> str:
    text = line.text and (f"text {line.text.word} to {line.text.to}" if line.text.word else f"text {line.text.to}")
    return ", ".join(filter(None, (line.call and f"call {line.call}", text))) or (line.chat or "")


def practice_lines(practice: Practice) -> list[str]:
    """Return the practice's name and ways to reach it, one plain text line each; empty where none is given."""
    contact = practice.contact
    ways = (contact.phone, contact.email, contact.website) if contact else ()
    return [words for words in (practice.name, *ways) if words]


def practice_contact(practice: Practice) -> str:
    """Render how to reach the practice, or nothing where the file gives none."""
    rows = []
    contact = practice.contact
    if contact and contact.phone:
        rows.append(_call(contact.phone, f"Call {contact.phone}"))
    if contact and contact.email:
        rows.append(f'<a class="call" href="mailto:{escape(contact.email)}">{escape(contact.email)}</a>')
    if contact and contact.website:
        rows.append(f'<a class="call" href="{escape(contact.website)}" rel="noreferrer">{escape(contact.website)}</a>')
    if not rows:
        return ""
    name = f"<strong>{escape(practice.name)}</strong> " if practice.name else ""
    return f'<p class="practice">{name}{" ".join(rows)}</p>'


def for_templates(site: Site) -> dict[str, object]:
    """Return what the theme's templates show on every page; only `help_line_html` is markup."""
    return {
        "practice_name": site.practice.name or "",
        "practice_lines": practice_lines(site.practice),
        "help_line_html": help_line(site),
        "review_line": REVIEW_LINE,
    }
