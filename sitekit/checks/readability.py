"""Rules for how pages read: grade, length of sentences, and words that are not used."""

import re
from collections.abc import Iterator

from sitekit import queries, readability
from sitekit.errors import Problem
from sitekit.models.emails import LENGTHS
from sitekit.models.page import Page
from sitekit.models.record import Record
from sitekit.models.site import Site
from sitekit.schema.page_types import EASY_READ, LONGEST, PAGE_TYPES_BY_KIND
from sitekit.schema.translations import PICTURES

# The fewest words of a section whose grade says something about how it reads.
_ENOUGH = 40
# Short sentences, in words, and the most of them in a row.
_SHORT, _MOST_SHORT = 8, 4
# Words that make a page sound careful rather than sure when they stand on it more often.
_OFTEN, _MOST_OFTEN = ("you can", "may"), 6


def reading_grade_is_within_limit(site: Site) -> Iterator[Problem]:
    """Require that a page, with the checklists and phrases it shows, reads no harder than its kind allows."""
    for page in site.pages.values():
        limit = PAGE_TYPES_BY_KIND[page.meta.kind].grade
        grade = round(readability.grade([text for _, text in queries.texts_on(site, page)]), 1)
        if limit and grade > limit:
            section, worst = hardest_section(site, page)
            message = f"This page reads at grade {grade}, its hardest section '{section}' at {worst}"
            yield Problem(page.file, 1, message, f"Shorten words and sentences until it is at most {limit}.")


def hardest_section(site: Site, page: Page) -> tuple[str, float]:
    """Return the id of a page's hardest section of at least 40 words and its grade, in years of school; "" and 0 without one."""
    sections: dict[str, list[str]] = {}
    for section, text in queries.texts_on(site, page):
        sections.setdefault(section, []).append(text)
    long = {id: texts for id, texts in sections.items() if len(readability.words(" ".join(texts))) >= _ENOUGH}
    return max(((id, round(readability.grade(texts), 1)) for id, texts in long.items()), key=lambda pair: pair[1], default=("", 0.0))


def sentences_are_short(site: Site) -> Iterator[Problem]:
    """Require short sentences on pages for clients."""
    for page in site.pages.values():
        if PAGE_TYPES_BY_KIND[page.meta.kind].client:
            for block in page.blocks:
                yield from long_sentences(page.file, block.line, block.text)


def long_sentences(path: str, line: int, text: str) -> Iterator[Problem]:
    """Yield a problem for each sentence of a text with more words than a client page allows."""
    for sentence in readability.sentences(text):
        count = len(readability.words(sentence))
        if count > LONGEST:
            opening = " ".join(sentence.split()[:5])
            yield Problem(path, line, f"The sentence '{opening} …' has {count} words", f"Write at most {LONGEST}; make two of it.")


def short_sentences_vary(site: Site) -> Iterator[Problem]:
    """Require on pages for clients that a few short sentences are followed by a longer one: a long run of them sounds like a machine.

    Easy Read has rules of its own.
    """
    for page in _plain_pages(site):
        run: list[str] = []
        for block in queries.own_blocks(page):
            # An item of a list may be short, and ends a run.
            for sentence in readability.sentences(block.text) if block.kind == "paragraph" else ("",):
                is_short = 0 < len(readability.words(sentence)) <= _SHORT
                run = [*run, sentence] if is_short else []
                if len(run) == _MOST_SHORT + 1:
                    message = f"Here are more than {_MOST_SHORT} sentences of {_SHORT} words or fewer in a row, from '{run[0]}' on"
                    yield Problem(page.file, block.line, message, "Join two of them, or let one say more.")


def _plain_pages(site: Site) -> Iterator[Page]:
    """Yield the pages for clients but for those in Easy Read."""
    return (page for page in site.pages.values() if PAGE_TYPES_BY_KIND[page.meta.kind].client and not page.path.startswith(EASY_READ))


def advice(site: Site) -> list[Problem]:
    """Return what a writer may want to vary on pages for clients; none of it stops a publish, so it is no rule."""
    found = []
    for page in _plain_pages(site):
        for words in _OFTEN:
            lines = [block.line for block in page.blocks for _ in re.finditer(rf"\b{words}\b", block.text, re.IGNORECASE)]
            if len(lines) > _MOST_OFTEN:
                listed = ", ".join(map(str, dict.fromkeys(lines)))
                message = f"'{words}' stands here {len(lines)} times, on lines {listed}"
                found.append(Problem(page.file, lines[0], message, "Say some of them another way."))
    return found


def wording_rules_are_followed(site: Site) -> Iterator[Problem]:
    """Require the words that data/words.yml recommends in place of those that hurt, judge or puzzle."""
    rules = [(re.compile(rf"\b(?:{'|'.join(map(re.escape, rule.forms))})\b", re.IGNORECASE), rule) for rule in site.wording_rules.values()]
    for path, line, client, text in _texts(site):
        for pattern, rule in rules:
            found = pattern.search(text)
            if found and (client or rule.everywhere):
                yield Problem(path, line, f"We do not write '{found.group().lower()}': {rule.because}", f"Write {rule.instead}.")


def _texts(site: Site) -> Iterator[tuple[str, int, bool, str]]:
    """Yield every text for readers with its file, its line and whether clients read it."""
    for page in site.pages.values():
        client = PAGE_TYPES_BY_KIND[page.meta.kind].client
        yield from ((page.file, page.meta.line(key), client, getattr(page.meta, key)) for key in ("title", "description"))
        yield from ((page.file, line, client, text) for line, text in queries.written_texts(page))
    drawings = ((f"{PICTURES}/{id}.svg", drawing.split("\n")) for id, drawing in site.drawings.items())
    yield from ((path, n, True, re.sub("<[^>]*>", "", line)) for path, lines in drawings for n, line in enumerate(lines, 1))
    # What a practice says of itself is its own, but for words that hurt.
    yield from ((record.path, record.line(key), False, text) for record, key, text in queries.texts_in(site.practice))
    for record, key, client in _keys(site):
        yield record.path, record.line(key), client, getattr(record, key) or ""
    for path, line, says in dict.fromkeys((marker.path, marker.line, marker.says) for marker in site.test_markers or () if marker.says):
        yield path, line, True, says or ""


def _keys(site: Site) -> Iterator[tuple[Record, str, bool]]:
    """Yield every record and key whose value is a text for readers, and whether clients read it."""
    for checklist in site.checklists.values():
        for item in checklist.items:
            yield from ((item, "client", True), (item, "therapist", False))
    yield from ((phrase, "say", True) for phrase in site.phrases.values())
    yield from ((claim, "plain", True) for claim in site.claims.values())
    yield from ((email, key, True) for email in site.emails.values() for key in ("subject", *LENGTHS))
    yield from ((moment, "why", False) for moment in site.moments.values())
    yield from ((promise, key, True) for promise in site.promises.values() for key in ("say", "limit"))
    # The glossary explains hard words, so it may use them.
    yield from ((term, "meaning", False) for term in site.terms)
    yield from ((picture, key, True) for picture in site.pictures.values() for key in ("caption", "alt"))
