"""The site in its other languages: whole, in one language each, and linked with the English pages."""

import datetime
import json
import re
from itertools import product

import pypdfium2
import pytest
import zxingcpp
from babel.dates import format_date
from lxml import etree

from sitekit.models.emails import FIELDS, TEXT_MESSAGE, compose
from sitekit.site_url import LOCAL
from sitekit.sources.loader import load
from sitekit.translations.languages import read_translations
from tests.conftest import ROOT

SITE = load(ROOT)[0]
TRANSLATIONS = read_translations(ROOT, SITE)[0]
# Attributes whose words a reader sees or hears.
SAID = (
    "aria-label",
    "alt",
    "title",
    "placeholder",
    "data-start",
    "data-none",
    "data-other",
    "data-failed",
    "data-open",
    "data-kept",
    "content",
)
OTHERS = pytest.mark.parametrize("language", TRANSLATIONS, ids=[translation.tag for translation in TRANSLATIONS])


def test_spanish_is_whole_and_arabic_is_there_at_its_core():
    assert {("ar", "core"), ("es", "full")} <= {(translation.tag, translation.language.set) for translation in TRANSLATIONS}


@OTHERS
def test_every_page_is_in_its_language_and_direction(language, all_pages):
    for page in language.pages:
        root = all_pages[f"{language.tag}/{page.url}index.html"].tree
        assert (root.get("lang"), root.get("dir")) == (language.tag, language.language.direction), page.path


@OTHERS
def test_pages_lead_to_the_same_page_in_the_other_language(language, all_pages):
    for page in language.pages:
        there = all_pages[f"{page.url}index.html"].tree.xpath(f"//nav[contains(@class, 'languages')]//a[@hreflang='{language.tag}']/@href")
        back = all_pages[f"{language.tag}/{page.url}index.html"].tree.xpath("//nav[contains(@class, 'languages')]//a[@hreflang='en']/@href")
        depth = page.url.count("/")
        assert (there, back) == ([f"{'../' * depth}{language.tag}/{page.url}"], [f"{'../' * (depth + 1)}{page.url}"]), page.path


@OTHERS
def test_page_for_lost_addresses_says_so_in_each_language_and_leads_to_its_help(language, all_pages):
    [said] = all_pages["404.html"].tree.xpath(f"//article//p[@lang='{language.tag}'][@dir='{language.language.direction}']")
    assert said.text.strip() == language.interface(SITE)["not_found_message"]
    assert said.xpath("a/@href") == [f"/{language.tag}/help-now/", f"/{language.tag}/"]


@OTHERS
def test_no_english_sentence_is_left_on_a_page(language, all_pages):
    for page in language.pages:
        article = all_pages[f"{language.tag}/{page.url}index.html"].tree.get_element_by_id("main-content")
        shown = " ".join(" ".join(article.itertext()).split())
        left = [block.text for block in page.blocks if block.kind != "html" and len(block.text.split()) > 4 and block.text in shown]
        assert left == [], page.path


@OTHERS
def test_no_english_words_are_left_in_attributes_titles_and_what_scripts_say(language, all_pages):
    """English that is marked as English may stay: names of help lines, titles of sources, the other language of a sheet."""
    english = {text for text in SITE.interface.values() if len(text.split()) > 1 and "{" not in text}
    english |= {picture.alt for picture in SITE.pictures.values()} | {page.meta.title for page in SITE.pages.values()}
    english |= {page.meta.description for page in SITE.pages.values()}
    left = {
        (page.path, said)
        for page in language.pages
        for element in all_pages[f"{language.tag}/{page.url}index.html"].tree.iter(etree.Element)
        for said in (*(element.get(name) for name in SAID if element.get(name)), (element.text or "").strip())
        if said in english and not element.xpath("ancestor-or-self::*[@lang][1][@lang='en']")
    }
    assert left == set()


@OTHERS
def test_what_stays_english_says_so_and_keeps_its_direction(language, all_pages):
    for page in language.pages:
        tree = all_pages[f"{language.tag}/{page.url}index.html"].tree
        assert {(source.get("lang"), source.get("dir")) for source in tree.find_class("reference")} <= {("en", "ltr")}, page.path
        assert all(
            link.get("hreflang") == "en" for link in tree.xpath("//article//a[contains(., $mark)]", mark=language.language.in_english)
        )


@OTHERS
def test_dates_are_written_as_the_language_writes_them(language, all_pages):
    for page in language.pages:
        [shown] = all_pages[f"{language.tag}/{page.url}index.html"].tree.xpath("//*[contains(@class, 'page-foot')]//time")
        day = datetime.date.fromisoformat(shown.get("datetime"))
        assert shown.text == format_date(day, "long", language.language.locale.replace("-", "_")), page.path


def test_switch_stands_in_the_same_place_on_every_page(all_pages):
    """It is the first thing in the text of each page, those without a translation too."""
    for tag, pages in {"": SITE.pages.values(), **{f"{other.tag}/": other.pages for other in TRANSLATIONS}}.items():
        for page in pages:
            article = all_pages[f"{tag}{page.url}index.html"].tree.get_element_by_id("main-content")
            first = next(element for element in article.iter("nav", "h1", "p", "h2"))
            assert "languages" in (first.get("class") or ""), f"{tag}{page.url}"
            assert len(first.findall("a")) == len(TRANSLATIONS), f"{tag}{page.url}"


def test_switch_says_where_a_page_is_not_there_yet(all_pages):
    def shown(path: str) -> str:
        return " ".join(" ".join(all_pages[path].tree.xpath("//nav[contains(@class, 'languages')]")[0].itertext()).split())

    for english, in_arabic in (("", "العربية"), ("therapists/", "العربية (this page is not there yet)")):
        assert in_arabic in shown(f"{english}index.html")
    assert "Español (this page" in shown("therapists/index.html") and "Español (" not in shown("strategies/empathy/index.html")
    assert shown("es/strategies/empathy/index.html").startswith("English العربية (esta página aún no está)")


@OTHERS
def test_readers_are_told_who_translated_each_page(language, all_pages):
    for page in language.pages:
        assert language.language.honesty in " ".join(all_pages[f"{language.tag}/{page.url}index.html"].tree.itertext()), page.path


@OTHERS
def test_search_of_a_language_has_its_pages_and_the_words_of_a_crisis_in_all(language, built):
    found = json.loads((built / language.tag / "search/texts.json").read_text(encoding="utf-8"))
    assert {part["location"].partition("#")[0] for part in found["docs"]} == {page.url for page in language.pages}
    assert {"suicide", "quiero morir", "انتحار"} <= set(found["crisis"])


@OTHERS
def test_sheet_in_two_languages_has_both_side_by_side(language, all_pages):
    rows = all_pages[f"{language.tag}/side-by-side/note/index.html"].tree.xpath("//tr")
    assert len(rows) > 10
    assert all(row.xpath("th//input") and row.xpath("td[@lang='en' and @dir='ltr']") for row in rows)


@OTHERS
def test_every_side_of_a_handout_is_numbered_and_its_code_leads_to_its_page(language, built):
    """Where the script runs from right to left, the code stands at the other side."""
    handouts = sorted((built / language.tag / "handouts").glob("*-a4.pdf"))
    assert len(handouts) >= len(language.pages)
    for file in handouts:
        document = pypdfium2.PdfDocument(file)
        for number, side in enumerate(document, 1):
            [code] = zxingcpp.read_barcodes(side.render(scale=2).to_pil())
            assert code.text.startswith(f"http://127.0.0.1:8000/{language.tag}/"), file
            assert (code.position.top_left.x < side.get_width()) is (language.language.direction == "rtl"), file
            # A single side bears no number; extracted text has the order of the script or of the paper.
            numbers = {f"{number} / {len(document)}", f"{len(document)} / {number}"}
            assert len(document) == 1 or any(each in side.get_textpage().get_text_bounded() for each in numbers), file


def messages(built, tag: str) -> dict:
    return json.loads((built / tag / "assets/emails.json").read_text(encoding="utf-8"))


def test_spanish_has_every_message_and_arabic_the_one_whose_pages_it_has(built):
    assert {tag: sorted(messages(built, tag)["emails"]) for tag in ("es", "ar")} == {"es": sorted(SITE.emails), "ar": ["booked"]}


# What would tell what a message is about, in each language.
TELLING = {"es": r"terap|sesi[oó]n|psic|consulta|paciente|cliente|privacidad", "ar": "جلس|علاج|معالج|نفس|خصوصية"}


@OTHERS
def test_messages_of_a_language_are_short_discreet_and_lead_to_its_pages_and_to_help(language, built):
    found = messages(built, language.tag)
    for id, email in found["emails"].items():
        for length, discreet in product(("text", "short", "full"), (False, True)):
            text = compose(email[length], FIELDS | found["plain"] | (found["discreet"] if discreet else {}), discreet)
            urls = re.findall(r"https?://\S+", text)
            assert urls and all(url.startswith(f"{LOCAL}{language.tag}/{'read/' if discreet else ''}") for url in urls), (id, length)
            assert found["plain"]["danger"] in text, (id, length)
            beside = "\n".join(line for line in text.splitlines() if line not in urls)
            assert length != "text" or len(beside) <= TEXT_MESSAGE, (id, beside)
            assert not (discreet and re.search(TELLING[language.tag], beside)), (id, length)
        assert not re.search(TELLING[language.tag], compose(email["subject"], FIELDS, discreet=True)), id
