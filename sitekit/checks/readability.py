"""Rules for how pages read: grade, length of sentences, and words we do not use."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sitekit import queries, readability
from sitekit.errors import Problem
from sitekit.models.emails import LENGTHS
from sitekit.models.page import Page
from sitekit.models.site import Site
from sitekit.schema.page_types import LONGEST, PAGE_TYPES_BY_KIND

# Sections shorter than this, in words, say little about how a page reads.
_ENOUGH = 40


def pages_read_easily(site: Site) -> Iterator[Problem]:
    """A page reads no harder than its kind allows, with the checklists and phrases it shows."""
    for page in site.pages.values():
        limit = PAGE_TYPES_BY_KIND[page.meta.kind].grade
        found = round(readability.grade([text for _, text in queries.texts_on(site, page)]), 1)
        if limit and found > limit:
            section, worst = worst_section(site, page)
            yield Problem(
                page.file,
                1,
                f"This page reads at grade {found}, its hardest section '{section}' at {worst}",
                f"Shorten words and sentences until it is at most {limit}.",
            )


def worst_section(site: Site, page: Page) -> tuple[str, float]:
    """Return the id of a page's hardest section of some length, and its grade; "" and 0 where there is none."""
    sections: dict[str, list[str]] = {}
    for section, text in queries.texts_on(site, page):
        sections.setdefault(section, []).append(text)
    graded = [
        (name, round(readability.grade(texts), 1)) for name, texts in sections.items() if len(readability.words(" ".join(texts))) >= _ENOUGH
    ]
    return max(graded, key=lambda pair: pair[1], default=("", 0.0))


def sentences_are_short(site: Site) -> Iterator[Problem]:
    """A client page holds no sentence that has to be read twice."""
    for page in site.pages.values():
        if not PAGE_TYPES_BY_KIND[page.meta.kind].client:
            continue
        for block in page.blocks:
            for sentence in readability.sentences(readability.closed(block.text)):
                count = len(readability.words(sentence))
                if count > LONGEST:
                    start = " ".join(sentence.split()[:5])
                    yield Problem(
                        page.file, block.line, f"The sentence '{start} …' has {count} words", f"Write at most {LONGEST}; make two of it."
                    )


def words_are_kind_and_plain(site: Site) -> Iterator[Problem]:
    """Words that hurt, judge or puzzle are not used; data/words.yml names the better ones."""
    rules = [(re.compile(rf"\b(?:{'|'.join(map(re.escape, word.forms))})\b", re.IGNORECASE), word) for word in site.wording_rules.values()]
    for path, line, client, text in _all_texts(site):
        for pattern, word in rules:
            found = pattern.search(text)
            if found and (client or word.everywhere):
                yield Problem(path, line, f"We do not write '{found.group().lower()}': {word.because}", f"Write {word.instead}.")


def _all_texts(site: Site) -> Iterator[tuple[str, int, bool, str]]:
    """Yield every text a reader meets with its file, its line and whether clients are its readers."""
    for page in site.pages.values():
        client = PAGE_TYPES_BY_KIND[page.meta.kind].client
        yield page.file, page.meta.line("title"), client, page.meta.title
        yield page.file, page.meta.line("description"), client, page.meta.description
        yield from ((page.file, heading.line, client, heading.text) for heading in page.headings)
        yield from ((page.file, block.line, client, block.text) for block in page.blocks)
    for checklist in site.checklists.values():
        for item in checklist.items:
            yield item.path, item.line("client"), True, item.client
            yield item.path, item.line("therapist"), False, item.therapist
    for phrase in site.phrases.values():
        yield phrase.path, phrase.line("say"), True, phrase.say
    for claim in site.claims.values():
        yield claim.path, claim.line("plain"), True, claim.plain
    for email in site.emails.values():
        for length in ("subject", *LENGTHS):
            yield email.path, email.line(length), True, getattr(email, length)
    for moment in site.moments.values():
        yield moment.path, moment.line("why"), False, moment.why
    for promise in site.promises.values():
        yield promise.path, promise.line("say"), True, promise.say
        yield promise.path, promise.line("limit"), True, promise.limit or ""
    for mark in dict.fromkeys((mark.path, mark.line, mark.says) for mark in site.test_markers or () if mark.says):
        yield mark[0], mark[1], True, mark[2]
    for term in site.terms:
        # The glossary is where hard words are explained, so it may name them.
        yield term.path, term.line("meaning"), False, term.meaning
    for picture in site.pictures.values():
        yield picture.path, picture.line("caption"), True, picture.caption
        yield picture.path, picture.line("alt"), True, picture.alt


RULES = (pages_read_easily, sentences_are_short, words_are_kind_and_plain)
