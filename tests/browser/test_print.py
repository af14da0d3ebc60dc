"""Real paper: every page as a PDF is a handout that needs nothing but itself."""

from __future__ import annotations

import io
import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import cached_property
from itertools import product
from urllib.parse import urldefrag, urljoin

import pypdfium2
import pytest
from lxml import html
from pypdf import PdfReader

from sitekit import queries
from sitekit.sources.loader import load
from tests.browser.visiting import DESK, serve
from tests.conftest import ROOT

SITE = load(ROOT)[0]
URLS = {page.path: page.url for page in SITE.pages.values()}
every_page = pytest.mark.parametrize("path", URLS)

LEAFLETS = [page.path for page in SITE.pages.values() if page.meta.kind in ("strategy", "barrier", "keeping")]
# The most sheets a page may take, on A4 and on Letter. Other pages take what they need.
MOST_SHEETS = dict.fromkeys(LEAFLETS, 2) | {"first-session/note.md": 1}
# Shared hosting gives long addresses, and every one of them takes its room.
PLACE = "trust-and-therapy-practice/building-trust-in-therapy/"


class Paper:
    """A page as it was printed."""

    def __init__(self, pdf: bytes) -> None:
        self.pdf = pdf
        self.sheets = list(pypdfium2.PdfDocument(pdf))

    @cached_property
    def words(self) -> str:
        """What can be read on all sheets but their numbers, without any spaces."""
        texts = [packed(sheet.get_textpage().get_text_range()) for sheet in self.sheets]
        numbers = [f"{number}/{len(texts)}" for number in range(1, len(texts) + 1)]
        return "".join(text.removeprefix(number).removesuffix(number) for text, number in zip(texts, numbers))

    @cached_property
    def pictures(self) -> list[bytes]:
        """Each sheet as pixels."""
        return [sheet.render(scale=0.4).to_pil().convert("RGB").tobytes() for sheet in self.sheets]


def packed(text: str) -> str:
    """Return a text without spaces and joined letters: lines may break anywhere on paper."""
    # The reader of PDFs takes a hyphen at the end of a line for one that the line made.
    return "".join(unicodedata.normalize("NFKC", text.replace("\ufffe", "-")).split())


def printed(page, format: str = "A4") -> Paper:
    return Paper(page.pdf(format=format))


@pytest.fixture(scope="module")
def long_address(built, tmp_path_factory) -> Iterator[str]:
    """The built site where addresses are as long as they get, ending in a slash."""
    root = tmp_path_factory.mktemp("host")
    (root / PLACE).parent.mkdir()
    (root / PLACE).symlink_to(built)
    server = serve(root)
    yield f"http://127.0.0.1:{server.server_address[1]}/{PLACE}"
    server.shutdown()


@pytest.fixture(scope="module")
def paper(browser, long_address) -> Iterator[Callable[..., Paper]]:
    """Print a page: paper(path, scheme, format)."""
    tabs = {scheme: browser.new_page(viewport=DESK, color_scheme=scheme) for scheme in ("light", "dark")}
    kept: dict[tuple[str, str, str], Paper] = {}

    def make(path: str, scheme: str = "dark", format: str = "A4") -> Paper:
        wanted = (path, scheme, format)
        if wanted not in kept:
            tabs[scheme].goto(long_address + URLS[path])
            kept[wanted] = printed(tabs[scheme], format)
        return kept[wanted]

    yield make
    for tab in tabs.values():
        tab.close()


@pytest.mark.promise("few-sheets", says="We print each page of steps. It must fit two sheets.")
@pytest.mark.parametrize(("path", "format"), list(product(MOST_SHEETS, ["A4", "Letter"])))
def test_a_leaflet_keeps_to_its_sheets(paper, path, format):
    assert len(paper(path, format=format).sheets) <= MOST_SHEETS[path]


@pytest.mark.promise("all-on-paper", says="We print from a dark screen and a light one. Both must give the same white paper.")
@every_page
def test_a_dark_screen_and_a_light_one_give_the_same_paper(paper, path):
    dark, light = paper(path, "dark"), paper(path, "light")
    assert dark.pictures == light.pictures
    assert {picture[:3] for picture in dark.pictures} == {b"\xff\xff\xff"}


@pytest.mark.promise("help-on-paper", "reviews-are-told", says="We print each page. Help and the day we last read it must be there.")
@every_page
def test_title_message_help_and_review_are_on_the_paper(paper, path):
    words = paper(path).words
    page = SITE.pages[path]
    reviewed = f"Last reviewed {page.meta.reviewed.day} {page.meta.reviewed:%B %Y}."
    for wanted in (
        page.meta.title,
        page.blocks[0].text,
        "Need help now?",
        "In danger now: call your local emergency number.",
        "Help in your country: 127.0.0.1:8000/help-now/",
        reviewed,
        f"This page: 127.0.0.1:8000/{page.url}",
    ):
        assert packed(wanted) in words


@pytest.mark.promise("all-on-paper", says="We print each page. Each list and all words to say must be there.")
@every_page
def test_every_checklist_and_phrase_of_the_page_is_on_the_paper(paper, path):
    words = paper(path).words
    shown = [call for call in SITE.pages[path].calls if call.name in ("checklist", "phrases")]
    for call in shown:
        if call.name == "phrases":
            assert [key for key in call.args if packed(SITE.phrases[key].say) not in words] == []
        else:
            checklist, side = call.args
            sides = ("client", "therapist") if side == "both" else (side,)
            items = [getattr(item, one) for item in SITE.checklists[checklist].items for one in sides]
            assert [item for item in items if packed(item) not in words] == []


@every_page
def test_there_is_no_furniture_on_the_paper(paper, path):
    words = paper(path).words
    furniture = (
        "Skip to the text",
        "Close menu",
        "On this page",
        "Search this site",
        "Listen to this page",
        "You can print this page",
        "Switch to",
        "Put on my note",
        "Leave this page now",
        "Clear all ticks",
    )
    assert [part for part in furniture if packed(part) in words] == []


def addresses(text: str, place: str) -> set[str]:
    """Return where the links in a page's article lead, as one types it; not to the page itself, nor to telephones."""
    tree = html.fromstring(text)
    if tree.find_class("note-form"):
        return set()  # This page prints as the note, or as boxes for a pen.
    # A file to download is no page to type the address of; its QR code and sheet have their own lists.
    links = tree.xpath(
        "//article//a[not(@download) and not(contains(@href, 'handouts/') and contains(@href, '.pdf')) and not(contains(@href, 'qr/')) and not(ancestor::template) and not(ancestor::*[contains(@class, 'screen-only') or contains(@class, 'eyebrow')])]/@href"
    )
    found = {urldefrag(urljoin(place, link)).url for link in links} - {place}
    return {re.sub("^https?://", "", address) for address in found if address.startswith("http")}


def with_path(address: str) -> str:
    """Return an address as a browser gives it: one that is only a name gets the slash of its first page."""
    return address if "/" in address else address + "/"


# The note prints as its boxes alone, without the text around them.
@pytest.mark.parametrize("path", [path for path in URLS if path != "first-session/note.md"])
def test_every_link_tells_its_address_once(paper, built, long_address, path):
    text = (built / URLS[path] / "index.html").read_text(encoding="utf-8")
    words = paper(path).words
    # A source reads as its address, and may stand twice; any other address follows its link in brackets.
    links = addresses(text, long_address + URLS[path])
    sources = {address for address in links if address.startswith("doi.org/")}
    assert {address for address in sources if packed(address) not in words} == set()
    told = {address: f"({packed(with_path(address))})" for address in links - sources}
    assert {address for address, written in told.items() if words.count(written) > 1 or not stands_in(written, words)} == set()


def stands_in(text: str, words: str) -> bool:
    """Tell whether a text is among words in one piece, or in two where a column or a sheet ends."""
    return any(text[:end] in words and text[end:] in words for end in range(len(text)))


@pytest.mark.parametrize("path", LEAFLETS)
def test_sentences_are_no_smaller_than_nine_and_a_half_points(paper, path):
    large: list[str] = []

    def sort(text, outer, inner, font, size) -> None:
        if size * abs(inner[3]) * abs(outer[3]) >= 9.48:  # 9.5 pt, as whole device units allow
            large.append(text)

    for sheet in PdfReader(io.BytesIO(paper(path).pdf)).pages:
        sheet.extract_text(visitor_text=sort)
    words = packed("".join(large))
    page = SITE.pages[path]
    texts = [text for section, text in queries.texts_on(SITE, page) if section != "read-next"]
    assert len(texts) > 30
    assert [text for text in texts if not stands_in(packed(text), words)] == []


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_folded_text_lies_open_on_paper(browser, address, scripts):
    context = browser.new_context(viewport=DESK, java_script_enabled=scripts)
    page = context.new_page()
    page.goto(address + "about/promises/")
    folded = page.locator("article details").first
    assert packed(folded.locator("li").first.text_content()) in printed(page).words
    assert folded.get_attribute("open") is None
    context.close()


@pytest.mark.promise("help-on-paper", says="We print pages without scripts. Help must be there.")
@pytest.mark.parametrize("path", MOST_SHEETS)
def test_without_scripts_the_leaflet_is_whole(visit, path):
    page = visit(DESK, java_script_enabled=False)(URLS[path])
    found = printed(page)
    assert len(found.sheets) <= MOST_SHEETS[path]
    assert packed("Need help now?") in found.words and packed("Last reviewed") in found.words


def test_a_tick_made_on_the_screen_shows_on_paper(visit):
    page = visit(DESK)("strategies/empathy/")
    before = printed(page).pictures
    page.get_by_role("checkbox").first.check()
    assert printed(page).pictures != before


def test_a_mark_of_what_is_read_aloud_stays_on_the_screen(visit):
    page = visit(DESK)("strategies/empathy/")
    before = printed(page).pictures
    page.locator("article p").nth(3).evaluate("(block) => block.toggleAttribute('data-being-read')")
    assert printed(page).pictures == before
