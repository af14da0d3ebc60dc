"""Every handout: one sheet, tagged, titled, in its language, with a QR code that leads back to its page."""

import io
import zipfile

import pypdfium2
import pytest
import zxingcpp
from pypdf import PdfReader

from sitekit.pdf.handout_list import PAPERS, drafts, file_of, handouts
from sitekit.pdf.handouts import render_handouts, write_archive
from sitekit.pdf.renderer import Renderer
from sitekit.sources.loader import load
from tests.conftest import ROOT

SITE = load(ROOT)[0]
FILES = {file_of(handout, paper): (handout, paper) for handout in handouts(SITE) for paper in PAPERS}
SITE_URL = "http://127.0.0.1:8000/"
# Width and height in points: ISO 216 and ANSI/ASME Y14.1.
SIZES = {"a4": (595, 842), "us-letter": (612, 792)}
every_handout = pytest.mark.parametrize("file", FILES)


def words(reader: PdfReader) -> str:
    """Every word of a sheet; a word cut at a line's end is not joined again."""
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


@every_handout
def test_it_is_one_sheet_of_its_paper(built, file):
    handout, paper = FILES[file]
    pages = PdfReader(built / file).pages
    assert len(pages) <= drafts(SITE, handout)[1] <= 2
    assert {(round(page.mediabox.width), round(page.mediabox.height)) for page in pages} == {SIZES[paper]}


@pytest.mark.promise("handouts-for-all", says="We open each handout. It must have a title, a language and marks for screen readers.")
@every_handout
def test_it_is_tagged_titled_and_in_its_language(built, file):
    handout, _ = FILES[file]
    reader = PdfReader(built / file)
    root = reader.trailer["/Root"]
    assert root["/Lang"] == "en"
    assert root["/MarkInfo"]["/Marked"] and root["/StructTreeRoot"]["/K"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert reader.metadata.title == (f"Checklist: {handout.title}" if handout.checklist else handout.title)
    # ISO 14289-1, clause 5: the file says so itself.
    assert b"<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_data()


@pytest.mark.promise("handouts-for-all", says="We scan the code on each handout. It must lead to its page.")
@every_handout
def test_the_code_on_it_leads_back_to_its_page(built, file):
    handout, _ = FILES[file]
    picture = pypdfium2.PdfDocument(built / file)[0].render(scale=2).to_pil()
    assert [code.text for code in zxingcpp.read_barcodes(picture)] == [SITE_URL + handout.page.url]


@pytest.mark.promise("help-on-paper", says="We read each handout. Help must be on it.")
@every_handout
def test_it_holds_the_message_help_the_review_and_the_printed_address(built, file):
    handout, _ = FILES[file]
    text = words(PdfReader(built / file))
    assert handout.page.blocks[0].text in text
    assert "In danger now: call your local emergency number." in text
    assert "Last reviewed 23 November 2026. Written from published sources. Not yet reviewed by a clinician." in text
    assert (SITE_URL + handout.page.url).replace("-", "") in text.replace("- ", "").replace("-", "").replace("/ ", "/")


@every_handout
def test_its_letters_travel_with_it(built, file):
    for page in PdfReader(built / file).pages:
        for font in page["/Resources"]["/Font"].get_object().values():
            (inner,) = font.get_object()["/DescendantFonts"]
            descriptor = inner.get_object()["/FontDescriptor"].get_object()
            assert "/FontFile2" in descriptor or "/FontFile3" in descriptor


@pytest.mark.promise(
    "handouts-for-all", says="We look at how headings, lists and pictures are marked. A screen reader must be told what each is."
)
@every_handout
def test_its_headings_lists_and_picture_are_told_as_such(built, file):
    kinds, alternatives = [], []

    def walk(node) -> None:
        node = node.get_object() if hasattr(node, "get_object") else node
        if isinstance(node, list):
            for child in node:
                walk(child)
        elif isinstance(node, dict):
            kinds.append(node.get("/S"))
            alternatives.extend(node["/Alt"] for _ in [0] if node.get("/S") == "/Figure")
            walk(node.get("/K", []))

    walk(PdfReader(built / file).trailer["/Root"]["/StructTreeRoot"]["/K"])
    assert "/H1" in kinds and "/L" in kinds and "/LI" in kinds and "/Link" in kinds
    assert alternatives == ["QR code that leads to " + SITE_URL + FILES[file][0].page.url]


@pytest.mark.parametrize("handout", handouts(SITE), ids=lambda handout: handout.id)
def test_a_checklist_on_paper_is_the_whole_checklist(built, handout):
    lists = [handout.checklist] if handout.checklist else []
    text = words(PdfReader(built / file_of(handout, "a4")))
    for item in (item for one in lists for item in one.items):
        assert item.client in text and item.therapist in text


def test_the_archive_holds_every_handout_and_nothing_else(built):
    archive = zipfile.ZipFile(io.BytesIO((built / "handouts/all-handouts.zip").read_bytes()))
    assert sorted(archive.namelist()) == sorted(FILES)
    assert all(archive.read(file) == (built / file).read_bytes() for file in FILES)


def test_a_handout_is_small(built):
    assert {file: size for file in FILES if (size := (built / file).stat().st_size) > 100_000} == {}


def test_made_from_nothing_they_are_the_same_to_the_byte(built, tmp_path):
    sheets, problems = render_handouts(SITE, SITE_URL, Renderer(tmp_path / "memory"))
    assert problems == []
    write_archive(tmp_path, sheets)
    assert (tmp_path / "handouts/all-handouts.zip").read_bytes() == (built / "handouts/all-handouts.zip").read_bytes()
    for file in FILES:
        assert sheets[file] == (built / file).read_bytes(), file
