"""Rules for what is said about research: keyed where it is said, and told in full below."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sitekit.errors import Problem, suggest
from sitekit.models.site import Block, Page, Site
from sitekit.schema.page_types import HOW_SURE, PAGE_TYPES_BY_KIND

# Words that mark a sentence as leaning on research: see editorial/style.md.
_RESEARCH = re.compile(r"\b(research\w*|stud(y|ies)|evidence|trials?|per cent|percent|out of (10|ten))\b|%", re.IGNORECASE)
_CITE = re.compile(r"\s*\{\{\s*cite\(")
_TARGET = re.compile(r"\]\([^)]*\)")
_MACRO = re.compile(r"\{\{[^{}]*\}\}")
# A point inside a number or an address ends nothing.
_END = re.compile(r"(?:[.!?]{2,}|[.!?](?!\w))[\"'”’)*]*")


def every_research_sentence_is_keyed(site: Site) -> Iterator[Problem]:
    """A sentence about research is followed at once by the key of what it leans on."""
    for page in site.pages.values():
        if PAGE_TYPES_BY_KIND[page.meta.kind].researched:
            for block in page.blocks:
                yield from _unkeyed(page, block)


def _unkeyed(page: Page, block: Block) -> Iterator[Problem]:
    # A link's address is not said to the reader.
    source = _TARGET.sub("]", block.source)
    start = 0
    for end in _END.finditer(source):
        written = source[start : end.end()]
        sentence = _MACRO.sub("", written).strip(" \n*")
        if _RESEARCH.search(sentence) and not _CITE.match(source, end.end()):
            line = block.line + source.count("\n", 0, start + len(written) - len(written.lstrip()))
            opening = " ".join(sentence.split()[:6])
            yield Problem(
                page.file,
                line,
                f"The sentence '{opening} …' speaks of research without a key",
                'Add {{ cite("key") }} right after its full stop, with a key of data/evidence.yml.',
            )
        start = end.end()


def every_citing_page_lists_its_sources(site: Site) -> Iterator[Problem]:
    """A mark that leads nowhere is worse than none."""
    for page in site.pages.values():
        names = [call.name for call in page.calls]
        cites = [call for call in page.calls if call.name == "cite"]
        pictures = [
            call
            for call in page.calls
            if call.name == "picture" and any(site.pictures[str(arg)].cite for arg in call.args if arg in site.pictures)
        ]
        # Where the kind's shape wants sources, that rule has spoken already.
        told = any(h.id == HOW_SURE.id for h in page.headings) and HOW_SURE in PAGE_TYPES_BY_KIND[page.meta.kind].sections
        if (cites or pictures) and "sources" not in names and not told:
            yield Problem(
                page.file,
                (cites or pictures)[0].line,
                "This page cites a source and lists none",
                "Put {{ sources() }} on a line of its own under 'How sure are we'.",
            )
        if "sources" in names and not cites and not pictures:
            line = next(call.line for call in page.calls if call.name == "sources")
            yield Problem(page.file, line, "This page lists sources and cites none", 'Cite one with {{ cite("key") }}, or remove the call.')


def every_unseen_claim_is_flagged(site: Site) -> Iterator[Problem]:
    """What nobody has checked against its source says so to the reader."""
    for claim in site.claims.values():
        if claim.checked != "seen" and not claim.unverified:
            yield Problem(
                claim.path,
                claim.line("checked"),
                f"'{claim.key}' was not fully seen, and no reader is told",
                "Add 'unverified: …', naming what was not checked.",
            )


# What is no study has no article, and so no title of one.
_WITHOUT_ARTICLE = frozenset({"code", "law", "gap"})


def every_gap_tells_how_it_was_searched(site: Site) -> Iterator[Problem]:
    """That nothing was found means something only where a reader knows how somebody looked."""
    for claim in site.claims.values():
        if claim.shows == "gap" and not claim.searched:
            yield Problem(
                claim.path,
                claim.line("shows"),
                f"'{claim.key}' is a gap, and does not say how it was searched",
                "Add 'searched: …', with the day, the place, the words searched for and what was found.",
            )


def every_reference_has_its_title(site: Site) -> Iterator[Problem]:
    """A reader who looks a study up needs its title."""
    for claim in site.claims.values():
        if claim.shows not in _WITHOUT_ARTICLE and not claim.title:
            yield Problem(
                claim.path,
                claim.line("reference"),
                f"The reference of '{claim.key}' has no title",
                "Add 'title: …', as the article itself has it.",
            )


def every_picture_cites_a_known_claim(site: Site) -> Iterator[Problem]:
    """A picture of a figure rests on the ledger like a sentence does."""
    for picture in site.pictures.values():
        if picture.cite and not site.defines("claim", picture.cite):
            yield Problem(
                picture.path, picture.line("cite"), f"There is no claim '{picture.cite}'", suggest(picture.cite, site.claims, "claim")
            )


RULES = (
    every_research_sentence_is_keyed,
    every_citing_page_lists_its_sources,
    every_unseen_claim_is_flagged,
    every_gap_tells_how_it_was_searched,
    every_reference_has_its_title,
    every_picture_cites_a_known_claim,
)
