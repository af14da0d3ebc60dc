"""Every handout: on its paper, tagged, titled, in its language; on every side its title, help and a QR code that leads back to its page.

What a page says stands on its sheet. These tests look at the sheets as they are typeset, never at what they were made from.
"""

import bisect
import io
import math
import os
import re
import zipfile
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp
from pypdf import PdfReader

from sitekit import queries
from sitekit.models.page import Page
from sitekit.pdf.handout_list import PAPERS, file_named, handouts
from sitekit.schema.page_types import THERAPISTS_LIST
from tests.conftest import real_site

SITE = real_site()
FILES = {file_named(handout.id, paper): (handout, paper) for handout in handouts(SITE) for paper in PAPERS}
# The sheets of pages for clients, on one paper: the words are the same on the other.
SHEETS = {file: handout for file, (handout, paper) in FILES.items() if paper == "a4" and handout.page.meta.kind != "therapists"}
PAGES = {file: handout.page for file, handout in SHEETS.items() if not handout.checklist}
# The same words and codes stand on the other paper too: there they are read with --every-page.
READ = [file for file, (_, paper) in FILES.items() if paper == "a4" or os.environ.get("EVERY_PAGE")]
# Two sheets of paper, front and back.
MOST_SIDES = 4
SITE_URL = "http://127.0.0.1:8000/"
# Width and height in points: ISO 216 and ANSI/ASME Y14.1.
SIZES = {"a4": (595, 842), "us-letter": (612, 792)}
# How far the banner reaches down, and where the foot begins, in points from the edges of the paper.
_BANNER = 110
# Words for the limits of privacy, for dangers and for rights.
GRAVE = re.compile(
    r"\b(danger|suicid\w*|die|kill\w*|hurt|harm\w*|abus\w*|assault|unsafe|not safe|police|court|law|private|privacy|notes?|tell someone|"
    r"right|complain\w*|leave(?! in a hurry| this page)|refuse|say no)\b",
    re.IGNORECASE,
)
# How a heading ends whose section is about one country only.
COUNTRIES = tuple(country.name for country in SITE.countries.values())
# Words that make sense on a screen only. What is "below" on a page follows on its sheet too.
ON_SCREEN = re.compile(
    r"\b(tap|taps|click|scroll|swipe|(un)?fold(ed|s)?|the button|browser|open (your|a) (question|line))\b", re.IGNORECASE
)


@pytest.fixture(scope="module")
def readers(built) -> dict[str, PdfReader]:
    """Every handout as a parsed PDF, by its file's path."""
    return {file: PdfReader(built / file) for file in FILES}


@pytest.fixture(scope="module")
def texts(readers) -> dict[str, list[str]]:
    """The words of each side of each handout, without spaces and hyphens, since a line may break after either."""
    return {file: [packed(page.extract_text()) for page in readers[file].pages] for file in READ}


@pytest.fixture(scope="module")
def bodies(built) -> dict[str, str]:
    """The words between banner and foot of each sheet, packed, in reading order: side by side, column by column, without captions."""
    captions = [packed(picture.caption) for picture in SITE.pictures.values()]
    found = {}
    for file in SHEETS:
        text = packed("".join(text for columns in _columns(built / file) for text, _ in columns))
        for caption in captions:
            text = text.replace(caption, "")
        found[file] = text
    return found


def packed(text: str) -> str:
    return re.sub(r"[\s\-\u00ad\ufffe\x02]", "", text)


def _columns(file: Path) -> list[list[tuple[str, float]]]:
    """Return, for each side of a sheet, the words of its two columns, and how far down each column has words, from 0 to 1."""
    sides = []
    for page in pypdfium2.PdfDocument(file):
        (width, height), text = page.get_size(), page.get_textpage()
        found = text.search("Need help now?", match_case=True)
        # The foot is the last of these words on a side.
        foot = min(text.get_charbox(index)[3] for index, _ in iter(found.get_next, None))
        top, columns = height - _BANNER, []
        for left, right in ((0, width / 2), (width / 2, width)):
            words = text.get_text_bounded(left=left, bottom=foot + 1, right=right, top=top)
            lows = [
                box[1]
                for box in (text.get_rect(n) for n in range(text.count_rects()))
                if left <= box[0] < right and foot < box[1] and box[3] < top
            ]
            columns.append((words, (top - min(lows, default=top)) / (top - foot)))
        sides.append(columns)
    return sides


def test_handout_fits_its_paper(readers):
    for file, (handout, paper) in FILES.items():
        pages = readers[file].pages
        assert len(pages) <= (len(handout.forms) or MOST_SIDES), file
        assert handout.forms or not (handout.checklist or handout.claims) or len(pages) == 1, file
        sizes = {(round(page.mediabox.width), round(page.mediabox.height)) for page in pages}
        assert sizes == {SIZES[paper][::-1] if handout.forms else SIZES[paper]}, file


def test_no_side_is_less_than_a_third_full(built):
    fills = {file: [sum(low for _, low in columns) / 2 for columns in _columns(built / file)] for file in SHEETS}
    assert {file: fill for file, fill in fills.items() if min(fill) < 1 / 3} == {}


@pytest.mark.promise("help-on-paper", says="We read every side of each handout. Its title and help must be on it.")
def test_every_side_has_title_help_address_and_review(texts):
    missing = []
    for file in READ:
        handout, page = FILES[file][0], FILES[file][0].page
        wanted = (
            handout.title,
            "In danger now: call your local emergency number.",
            SITE_URL + "help-now/",
            SITE_URL + page.url,
            f"Last reviewed {page.meta.reviewed.day} {page.meta.reviewed:%B %Y}. Written from published sources. Not yet reviewed by a clinician.",
        )
        missing += [(file, side, line) for side, text in enumerate(texts[file], 1) for line in wanted if packed(line) not in text]
    assert missing == []


@pytest.mark.promise("handouts-for-all", says="We scan the code on every side of each handout. It must lead to its page.")
def test_qr_code_of_every_side_leads_to_its_page(built):
    sides = {
        file: [
            [code.text for code in zxingcpp.read_barcodes(side.render(scale=2).to_pil())] for side in pypdfium2.PdfDocument(built / file)
        ]
        for file in READ
    }
    lost = {file: found for file, found in sides.items() if set().union(*found) != {SITE_URL + FILES[file][0].page.url}}
    assert lost == {} and {file: sides[file] for file in PAGES if any(len(codes) != 1 for codes in sides[file])} == {}


def _is_for_the_screen(page: Page, line: int) -> bool:
    marks = [call.line for call in page.calls if call.name == "screen" and call.alone]
    return any(line in range(mark, queries.section_lines(page, mark).stop) for mark in marks)


def _is_of_a_country(page: Page, line: int) -> bool:
    above = queries.heading_above(page, line)
    return bool(above and above.text.endswith(COUNTRIES))


def _blocks_for_paper(page: Page) -> list[tuple[str, str]]:
    """Return what a page says before its sources, as (words for paper, words for the screen only)."""
    elsewhere = [
        queries.section_lines(page, heading.line)
        for heading in page.headings
        if heading.id == THERAPISTS_LIST.id or heading.text.endswith(COUNTRIES)
    ]
    found = []
    for block in queries.own_blocks(page):
        is_link = any(link.line == block.line and link.text == block.text for link in page.links)
        is_of_a_country = block.kind == "bullet" and any(
            country.name in block.runs[0].text for country in SITE.countries.values() if block.runs
        )
        if not (is_link or is_of_a_country or any(block.line in lines for lines in elsewhere)):
            paper = "" if _is_for_the_screen(page, block.line) else "".join(run.text for run in block.runs)
            found.append((paper, block.text.removeprefix(paper)))
    return found


def _stands_in(words: str, text: str) -> bool:
    """Return whether a text has these words, in two parts at most: a picture may float where a column ends."""
    cut = bisect.bisect_left(range(1, len(words) + 1), True, key=lambda length: words[:length] not in text)
    return words[cut:] in text


def test_all_that_a_page_says_is_on_its_sheet(bodies, texts):
    missing = []
    for file, page in PAGES.items():
        for paper, _ in _blocks_for_paper(page):
            # The message runs across both columns.
            if not _stands_in(packed(paper), bodies[file]) and packed(paper) not in texts[file][0]:
                missing.append((page.file, paper))
    assert missing == []


@pytest.mark.promise("help-on-paper", says="We read what a page keeps off its sheet. No danger, limit of privacy or right may be in it.")
def test_no_danger_limit_or_right_is_for_the_screen_only():
    kept = []
    for page in PAGES.values():
        # Words that lead to a part of the page may name it: that part is on the sheet, and so is help.
        leading = [link.text for link in page.links if link.target.startswith("#") or "help-now" in link.target]
        for _, screen in _blocks_for_paper(page):
            for words in leading:
                screen = screen.replace(words, "")
            kept += [(page.file, screen)] if GRAVE.search(screen) else []
    assert kept == []


def test_no_sheet_sends_its_reader_to_a_screen(bodies):
    for file, page in PAGES.items():
        captions = [SITE.pictures[call.args[0]].caption for call in page.calls if call.name == "picture"]
        headings = [heading.text for heading in page.headings if not _is_for_the_screen(page, heading.line)]
        found = [words for words in [*(paper for paper, _ in _blocks_for_paper(page)), *captions, *headings] if ON_SCREEN.search(words)]
        assert found == [], f"{page.file}: put {{{{ screen() }}}} before what makes sense on a screen only ({file})"


def test_sheet_holds_the_law_of_no_country_where_the_practice_names_none(bodies):
    for name in ("privacy", "under-18", "costs-and-records"):
        page = SITE.pages[f"first-session/{name}.md"]
        laws = [
            block.text
            for heading in page.headings
            if heading.text.endswith(COUNTRIES)
            for block in page.blocks
            if block.line in queries.section_lines(page, heading.line)
        ]
        assert laws and [law for law in laws if law and packed(law) in bodies[f"handouts/first-session-{name}-a4.pdf"]] == []


@pytest.mark.promise("handouts-for-all", says="We open each handout. It must have a title, a language and marks for screen readers.")
def test_handout_is_tagged_and_has_a_title_and_a_language(readers):
    for file, (handout, _) in FILES.items():
        root = readers[file].trailer["/Root"]
        assert root["/Lang"] == "en", file
        assert root["/MarkInfo"]["/Marked"] and root["/StructTreeRoot"]["/K"], file
        assert root["/ViewerPreferences"]["/DisplayDocTitle"], file
        assert readers[file].metadata.title == (f"Checklist: {handout.title}" if handout.checklist else handout.title)
        # The file declares conformance itself (ISO 14289-1, clause 5).
        assert b"<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_data(), file


def test_fonts_are_embedded(readers):
    for file, reader in readers.items():
        for font in (font for page in reader.pages for font in page["/Resources"]["/Font"].get_object().values()):
            (descendant,) = font.get_object()["/DescendantFonts"]
            descriptor = descendant.get_object()["/FontDescriptor"].get_object()
            assert "/FontFile2" in descriptor or "/FontFile3" in descriptor, file


@pytest.mark.promise(
    "handouts-for-all", says="We look at how headings, lists and pictures are marked. A screen reader must be told what each is."
)
def test_headings_lists_links_and_pictures_are_tagged(readers):
    for file, (handout, _) in FILES.items():
        tags, alternatives = _tags(readers[file].trailer["/Root"]["/StructTreeRoot"]["/K"])
        assert {"/H1", "/Link"} <= tags and tags & {"/LI", "/TR", "/P"}, file
        is_page = not (handout.checklist or handout.claims or handout.forms)
        # All pictures of the page's own part: the words may speak of them.
        end = next((heading.line for heading in handout.page.headings if heading.id == "how-sure-are-we"), math.inf)
        calls = [call for call in handout.page.calls if call.name == "picture" and call.line < end and is_page]
        calls = [call for call in calls if not (_is_for_the_screen(handout.page, call.line) or _is_of_a_country(handout.page, call.line))]
        pictures = [SITE.pictures[call.args[0]].alt for call in calls]
        assert alternatives == ["QR code that leads to " + SITE_URL + handout.page.url, *pictures], file


def _tags(node) -> tuple[set[str], list[str]]:
    """Return every tag below a node of a PDF's structure tree, and the alternative text of each figure."""
    node = node.get_object() if hasattr(node, "get_object") else node
    tags: set[str] = set()
    alternatives: list[str] = []
    if isinstance(node, dict):
        tags = {node["/S"]} if "/S" in node else set()
        alternatives = [node["/Alt"]] if node.get("/S") == "/Figure" else []
        node = [node.get("/K", [])]
    for child in node if isinstance(node, list) else ():
        below, described = _tags(child)
        tags |= below
        alternatives += described
    return tags, alternatives


def test_checklist_on_paper_is_complete(texts):
    missing = [
        (file, words)
        for file, (handout, paper) in FILES.items()
        if handout.checklist and paper == "a4"
        for item in handout.checklist.items
        for words in (item.client, item.therapist)
        if packed(words) not in texts[file][0]
    ]
    assert missing == []


def test_archive_has_every_handout_and_nothing_else(built):
    archive = zipfile.ZipFile(io.BytesIO((built / "handouts/all-handouts.zip").read_bytes()))
    assert sorted(archive.namelist()) == sorted(FILES)
    assert all(archive.read(file) == (built / file).read_bytes() for file in FILES)


def test_handouts_are_small(built):
    # A phone on a train loads as much in a second or two; the forms for supervision have a side for each checklist.
    sizes = {file: ((built / file).stat().st_size, 25_000 * len(handout.forms) or 150_000) for file, (handout, _) in FILES.items()}
    assert {file: size for file, (size, most) in sizes.items() if size > most} == {}
