"""Rules for what pages say about research: it is cited where it is said, and its sources are listed below."""

import re
from collections.abc import Iterator

from sitekit.checks.reporting import problem_at
from sitekit.errors import Problem
from sitekit.models.emails import LENGTHS
from sitekit.models.page import MACRO, Block, Page
from sitekit.models.site import Site
from sitekit.schema.macros import macro_of
from sitekit.schema.page_types import HOW_SURE, PAGE_TYPES_BY_KIND

# Words that mark a sentence as one about research: see editorial/style.md.
_RESEARCH = re.compile(r"\b(research\w*|stud(y|ies)|evidence|trials?|per cent|percent|out of (10|ten))\b|\d\s?%", re.IGNORECASE)
_CITE = re.compile(r"\s*\{\{\s*cite\(")
_LINK_TARGET = re.compile(r"\]\([^)]*\)")
# A full stop inside a number or an address does not end a sentence.
_SENTENCE_END = re.compile(r"(?:[.!?]{2,}|[.!?](?!\w))[\"'”’)*]*")


def research_sentences_are_cited(site: Site) -> Iterator[Problem]:
    """Require a citation right after every sentence about research."""
    for page in site.pages.values():
        if PAGE_TYPES_BY_KIND[page.meta.kind].researched:
            for block in page.blocks:
                yield from _uncited_sentences(page, block)


def _uncited_sentences(page: Page, block: Block) -> Iterator[Problem]:
    # Readers do not see a link's target.
    source = _LINK_TARGET.sub("]", block.source)
    start = 0
    for end in _SENTENCE_END.finditer(source):
        written = source[start : end.end()]
        sentence = MACRO.sub("", written).strip(" \n*")
        if _RESEARCH.search(sentence) and not _CITE.match(source, end.end()):
            line = block.line + source.count("\n", 0, start + len(written) - len(written.lstrip()))
            opening = " ".join(sentence.split()[:6])
            hint = 'Add {{ cite("key") }} right after its full stop, with a key of data/evidence.yml.'
            yield Problem(page.file, line, f"The sentence '{opening} …' speaks of research without a citation", hint)
        start = end.end()


def citing_pages_list_sources(site: Site) -> Iterator[Problem]:
    """Require a list of sources on pages that cite, and only there."""
    for page in site.pages.values():
        citing = [call for call in page.calls if any(macro_of(call).cites(site, page, call))]
        lists = [call for call in page.calls if call.name == "sources"]
        # A page type that demands the list is reported by page_types.
        demanded = HOW_SURE in PAGE_TYPES_BY_KIND[page.meta.kind].sections and any(h.id == HOW_SURE.id for h in page.headings)
        if citing and not lists and not demanded:
            hint = "Put {{ sources() }} on a line of its own under 'How sure are we'."
            yield Problem(page.file, citing[0].line, "This page cites a source and lists none", hint)
        if lists and not citing:
            hint = 'Cite one with {{ cite("key") }}, or remove the call.'
            yield Problem(page.file, lists[0].line, "This page lists sources and cites none", hint)


def unverified_claims_are_flagged(site: Site) -> Iterator[Problem]:
    """Require that a claim whose source was not fully seen tells readers so."""
    for claim in site.claims.values():
        if claim.checked != "seen" and not claim.unverified:
            message = f"The source of '{claim.key}' was not fully seen, and readers are not told"
            yield problem_at(claim, "checked", message, "Add 'unverified: …', naming what was not checked.")
        if claim.checked == "seen" and claim.unverified:
            message = f"The source of '{claim.key}' was seen, and 'unverified' names what was not"
            yield problem_at(claim, "checked", message, "Write 'partly', or remove 'unverified'.")


def keys_name_the_year(site: Site) -> Iterator[Problem]:
    """Require that a key ends in the year of its reference, if both have one."""
    for claim in site.claims.values():
        year, own = re.search(r"\((\d{4})\)", claim.reference), re.search(r"-(\d{4})$", claim.key)
        if year and own and year[1] != own[1]:
            yield problem_at(claim, "reference", f"'{claim.key}' names another year than its reference", "Correct the wrong one.")


def messages_name_no_research(site: Site) -> Iterator[Problem]:
    """Require that messages leave research to pages, as they can cite nothing."""
    for email in site.emails.values():
        for key in ("subject", *LENGTHS):
            if found := _RESEARCH.search(getattr(email, key)):
                yield problem_at(email, key, f"'{found[0]}' speaks of research, and a message cites nothing", "Leave it to the page.")


# What is not a study has no article, and so no title.
_WITHOUT_ARTICLE = frozenset({"code", "law", "gap"})


def gaps_say_how_they_were_searched(site: Site) -> Iterator[Problem]:
    """Require a gap to say where, when and with which words it was searched for: otherwise "nothing was found" means nothing."""
    for claim in site.claims.values():
        if claim.shows == "gap" and not claim.searched:
            message = f"'{claim.key}' is a gap, and does not say how it was searched"
            hint = "Add 'searched: …', with the day, the place, the words searched for and what was found."
            yield problem_at(claim, "shows", message, hint)


def references_have_titles(site: Site) -> Iterator[Problem]:
    """Require the title of an article, so that readers can look it up."""
    for claim in site.claims.values():
        if claim.shows not in _WITHOUT_ARTICLE and not claim.title:
            message = f"The reference of '{claim.key}' has no title"
            yield problem_at(claim, "reference", message, "Add 'title: …', as the article itself has it.")
