"""What a page leans on: marks, sources and pictures as HTML fragments. All words are escaped."""

from __future__ import annotations

from html import escape

from sitekit.models.data import Claim, Picture
from sitekit.models.site import Site

SURENESS = {"good": "We are fairly sure", "fair": "We are somewhat sure", "low": "We are not sure"}


def cite(number: int, claim: Claim) -> str:
    """Render the mark that leads from a sentence to its source on the same page."""
    return f'<a class="cite" href="#source-{claim.key}"><span class="visually-hidden">Source </span>{number}</a>'


def sources(claims: list[Claim]) -> str:
    """Render a page's sources, numbered as they are cited, each with what it does not show."""
    rows = "".join(f'<li id="source-{claim.key}">{_source(claim)}</li>' for claim in claims)
    return f'<ol class="sources" data-search-exclude>{rows}</ol>'


def _source(claim: Claim) -> str:
    words = [f'<span class="reference">{_reference(claim)}</span>']
    if claim.doi:
        address = f"https://doi.org/{escape(claim.doi)}"
        words.append(f'<a href="{address}" rel="noreferrer">doi.org/{escape(claim.doi)}</a>.')
    words.append(f'<span class="sureness">{SURENESS[claim.sureness]}.</span> {escape(claim.does_not_show)}')
    if claim.unverified:
        # What exactly is open stands in the ledger for therapists; a worried reader needs only to know that something is.
        words.append('<span class="unverified">We have not yet checked every detail of this with the source.</span>')
    return " ".join(words)


def _reference(claim: Claim) -> str:
    """Render who, when and where, with the article's own title where there is one."""
    return escape(claim.reference) + (f" <cite>{escape(claim.title)}</cite>." if claim.title else "")


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


KINDS = {
    "trial": "Trial",
    "meta-analysis": "Meta-analysis: studies that compare groups, put together",
    "meta-correlational": "Meta-analysis: studies of a link, put together",
    "correlational": "Shows that two things go together",
    "survey": "Survey",
    "qualitative": "Interviews or accounts",
    "review": "Review",
    "statistics": "Official statistics",
    "code": "Professional code",
    "law": "Law or official rules",
    "gap": "Gap: looked for and not found",
}


def ledger(site: Site) -> str:
    """Render every claim in full, for therapists: figure, kind, what it does not show, what is unchecked."""
    return "".join(map(_entry, site.claims.values()))


def _entry(claim: Claim) -> str:
    rows = [
        ("Figure", claim.figure),
        ("Kind", KINDS[claim.shows]),
        ("How we looked", claim.searched),
        ("Does not show", claim.does_not_show),
        ("How sure", claim.sureness.capitalize()),
        ("Not yet checked with the source", claim.unverified),
    ]
    # Searched by topic, authors and plain words. The figures of sixty sources would be a tenth of what a search has to fetch.
    told = "".join(f"<dt data-search-exclude>{name}</dt><dd data-search-exclude>{escape(words)}</dd>" for name, words in rows if words)
    doi = (
        f' <a href="https://doi.org/{escape(claim.doi)}" rel="noreferrer" data-search-exclude>doi.org/{escape(claim.doi)}</a>'
        if claim.doi
        else ""
    )
    return (
        f'<section class="claim" id="claim-{claim.key}"><h3>{escape(claim.topic)}</h3>'
        f"<p>{_reference(claim)}{doi}</p><dl><dt>In plain words</dt><dd>{escape(claim.plain)}</dd>{told}</dl></section>"
    )
