"""Every handout: on its paper, tagged, titled, in its language, with a QR code that leads back to its page."""

import io
import zipfile

import pypdfium2
import pytest
import zxingcpp
from pypdf import PdfReader

from sitekit.pdf.handout_content import drafts
from sitekit.pdf.handout_list import PAPERS, file_named, handouts
from tests.conftest import real_site

SITE = real_site()
FILES = {file_named(handout.id, paper): (handout, paper) for handout in handouts(SITE) for paper in PAPERS}
SITE_URL = "http://127.0.0.1:8000/"
# Width and height in points: ISO 216 and ANSI/ASME Y14.1.
SIZES = {"a4": (595, 842), "us-letter": (612, 792)}


@pytest.fixture(scope="module")
def readers(built) -> dict[str, PdfReader]:
    """Every handout as a parsed PDF, by its file's path."""
    return {file: PdfReader(built / file) for file in FILES}


@pytest.fixture(scope="module")
def texts(readers) -> dict[str, str]:
    """Every word of each handout; a word cut at a line's end is not joined again."""
    return {file: " ".join(" ".join(page.extract_text() for page in reader.pages).split()) for file, reader in readers.items()}


def test_handout_fits_its_sheets(readers):
    for file, (handout, paper) in FILES.items():
        pages = readers[file].pages
        assert len(pages) <= drafts(SITE, handout)[1] <= 2, file
        assert {(round(page.mediabox.width), round(page.mediabox.height)) for page in pages} == {SIZES[paper]}, file


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


@pytest.mark.promise("handouts-for-all", says="We scan the code on each handout. It must lead to its page.")
def test_qr_code_of_a_handout_leads_to_its_page(built):
    found = {}
    for file in FILES:
        picture = pypdfium2.PdfDocument(built / file)[0].render(scale=2).to_pil()
        found[file] = [code.text for code in zxingcpp.read_barcodes(picture)]
    assert found == {file: [SITE_URL + handout.page.url] for file, (handout, _) in FILES.items()}


@pytest.mark.promise("help-on-paper", says="We read each handout. Help must be on it.")
def test_handout_has_its_message_help_review_and_url(texts):
    missing = []
    for file, (handout, _) in FILES.items():
        page, text = handout.page, texts[file]
        wanted = (
            page.blocks[0].text,
            "In danger now: call your local emergency number.",
            f"Last reviewed {page.meta.reviewed.day} {page.meta.reviewed:%B %Y}. Written from published sources. Not yet reviewed by a clinician.",
        )
        missing += [(file, line) for line in wanted if line not in text]
        # A long URL breaks after a slash or a hyphen.
        if (SITE_URL + page.url).replace("-", "") not in text.replace("- ", "").replace("-", "").replace("/ ", "/"):
            missing.append((file, page.url))
    assert missing == []


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
        assert {"/H1", "/L", "/LI", "/Link"} <= tags, file
        assert alternatives == ["QR code that leads to " + SITE_URL + handout.page.url]


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
    # Without spaces: a line may break after a hyphen.
    packed = {file: "".join(text.split()) for file, text in texts.items()}
    missing = [
        (file, words)
        for file, (handout, paper) in FILES.items()
        if handout.checklist and paper == "a4"
        for item in handout.checklist.items
        for words in (item.client, item.therapist)
        if "".join(words.split()) not in packed[file]
    ]
    assert missing == []


def test_archive_has_every_handout_and_nothing_else(built):
    archive = zipfile.ZipFile(io.BytesIO((built / "handouts/all-handouts.zip").read_bytes()))
    assert sorted(archive.namelist()) == sorted(FILES)
    assert all(archive.read(file) == (built / file).read_bytes() for file in FILES)


def test_handouts_are_small(built):
    assert {file: size for file in FILES if (size := (built / file).stat().st_size) > 100_000} == {}
