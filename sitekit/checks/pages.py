"""Rules for what pages have of their own: an address, and ids."""

from __future__ import annotations

from collections.abc import Iterator

from sitekit import queries
from sitekit.errors import Problem
from sitekit.models.page import Page
from sitekit.models.site import Site


def every_page_has_its_own_address(site: Site) -> Iterator[Problem]:
    """Of p.md and p/index.md, one would be written over the other."""
    first: dict[str, Page] = {}
    for page in site.pages.values():
        if page.url in first:
            yield Problem(
                page.file, 1, f"This page has the address of {first[page.url].file}", "Keep one of the two, or give it another name."
            )
        first.setdefault(page.url, page)


def every_id_on_a_page_is_its_own(site: Site) -> Iterator[Problem]:
    """A link to an id that stands twice leads to the first; what is shown twice can't be told apart."""
    for page in site.pages.values():
        taken = {heading.id: heading.line for heading in page.headings if heading.id}
        for call in page.calls:
            brought = queries.ids_from_macro(site, page, call)
            # Items of one id in one list are told where the list is kept.
            for name in brought if call.name == "phrases" else dict.fromkeys(brought):
                if name in taken:
                    yield Problem(
                        page.file,
                        call.line,
                        f"'{call.name}' brings the id '{name}', which stands on line {taken[name]} already",
                        "Show it once, or give the heading another id.",
                    )
                taken.setdefault(name, call.line)


def every_term_has_its_own_address(site: Site) -> Iterator[Problem]:
    """The glossary can be linked to by term, and each word has one meaning."""
    slugs: dict[str, str] = {}
    names: dict[str, str] = {}
    for term in site.terms:
        if not term.slug or term.slug in slugs:
            fault = (
                f"The term '{term.term}' has the address of '{slugs[term.slug]}'" if term.slug else f"The term '{term.term}' has no letters"
            )
            yield Problem(term.path, term.line("term"), fault, "Give it a name of its own.")
        slugs.setdefault(term.slug, term.term)
        for key, name in (("term", term.term), *(("also", also) for also in term.also)):
            other = names.setdefault(name.casefold(), term.term)
            if other != term.term:
                yield Problem(term.path, term.line(key), f"'{name}' already names the term '{other}'", "Keep it with one of the two.")


RULES = (every_page_has_its_own_address, every_id_on_a_page_is_its_own, every_term_has_its_own_address)
