"""The link kit: URLs, QR codes, lists and preview cards are right and complete."""

import csv
import json
import re
from itertools import product
from urllib.parse import urlsplit

import pytest
import zxingcpp
from lxml import html
from PIL import Image

from sitekit.letters import letter
from sitekit.models.emails import LENGTHS
from sitekit.models.practice import Contact, Practice
from tests.conftest import real_site

SITE_URL = "http://127.0.0.1:8000/"
SITE = real_site().model_copy(update={"url": SITE_URL})
KIT = "therapists/link-kit/index.html"


@pytest.fixture(scope="module")
def links(built) -> dict:
    return json.loads((built / "links.json").read_text())


def test_qr_codes_lead_to_their_pages(built):
    found = {}
    for page in SITE.pages.values():
        file = built / "qr" / f"{page.url.rstrip('/') or 'index'}.png"
        found[page.path] = [code.text for code in zxingcpp.read_barcodes(Image.open(file))]
        drawing = file.with_suffix(".svg").read_text()
        assert drawing.startswith("<svg") and "<script" not in drawing, page.path
    assert found == {page.path: [SITE_URL + page.url] for page in SITE.pages.values()}


def test_link_kit_lists_the_plain_url_of_every_page(pages):
    for source in SITE.pages.values():
        (found,) = pages[KIT].tree.xpath("//div[@id='address-list']//p[@class='kit-address' and text()=$url]", url=SITE_URL + source.url)
        assert not re.search(r"[#?A-Z ]", found.text)


def test_links_json_lists_every_page_and_existing_files(links, built):
    assert [page["path"] for page in links["pages"]] == [SITE.pages[entry.path].url for entry in SITE.nav]
    for page in links["pages"]:
        assert page["address"] == SITE_URL + page["path"]
        for address in (*page["qr"].values(), *(page["handout"] or {}).values()):
            assert (built / urlsplit(address).path.lstrip("/")).is_file(), address


def test_links_csv_lists_the_same_pages(links, built):
    with open(built / "links.csv", encoding="utf-8", newline="") as file:
        assert [row["address"] for row in csv.DictReader(file)] == [page["address"] for page in links["pages"]]


def test_every_key_of_links_json_is_documented(links, pages):
    documented = set(
        pages["therapists/portal/index.html"].tree.xpath("//h2[@id='for-your-programs']/following-sibling::ul[1]//code/text()")
    )
    assert set(links["pages"][0]) | {"version"} <= documented


def test_emails_are_ready_to_copy_with_their_url_on_a_line_of_its_own(pages):
    tree = pages[KIT].tree
    for email, length in product(SITE.emails, LENGTHS):
        (found,) = tree.xpath(f"//pre[@id='email-{email}-{length}']")
        assert SITE_URL + SITE.pages[SITE.emails[email].page].url in found.text_content().split("\n"), email
        assert "{" not in found.text_content(), email
        assert tree.xpath(f"count(//button[@data-copy-from='#email-{email}-{length}'])") == 1, email


def test_each_length_of_an_email_is_longer_than_the_one_before():
    for id, email in SITE.emails.items():
        counts = [len(email.body(length).split()) for length in LENGTHS]
        assert counts == sorted(set(counts)) and counts[0] <= 30 and counts[2] >= 100, id


def test_help_stands_in_every_length_of_every_email_plain_and_discreet():
    for email, length, discreet in product(SITE.emails.values(), LENGTHS, (False, True)):
        assert "In danger now: call" in letter(SITE, email, length, discreet), (email.id, length, discreet)


def test_discreet_emails_say_nothing_of_therapy_and_hold_discreet_addresses_alone():
    practice = Practice(name="Oak Counselling", contact=Contact(email="hello@therapy.example"), fees="A session is free.")
    site = SITE.model_copy(update={"practice": practice})
    for email, length in product(site.emails.values(), LENGTHS):
        text = letter(site, email, length, discreet=True)
        assert not re.search(r"therap|session|counsel|privacy", text, re.IGNORECASE), (email.id, length)
        assert set(re.findall(r"https?://\S+", text)) <= {
            SITE_URL + url.removeprefix("/") for url in SITE.redirects if url.startswith("/read/")
        }


def test_discreet_address_leads_on_and_has_a_title_that_says_nothing(built):
    page = html.fromstring((built / "read/1/index.html").read_text(encoding="utf-8"))
    assert page.findtext(".//title") == "A page for you"
    assert page.xpath("//*[@data-moved-page]/a/@href") == ["../../first-session/"]
    assert not page.xpath("//link[@rel='canonical']")


def test_three_addresses_are_sent_most():
    assert sum(moment.often for moment in SITE.moments.values()) == 3


def test_four_moments_have_emails():
    assert list(SITE.emails) == ["booked", "two-days-before", "after-the-first-session", "after-a-missed-session"]


def test_preview_of_a_page_is_complete(built_pages, built):
    for source, page in built_pages:
        shown = {node.get("property") or node.get("name"): node.get("content") for node in page.tree.iter("meta")}
        assert (shown["og:title"], shown["og:description"]) == (source.meta.title, source.meta.description)
        assert shown["og:url"] == SITE_URL + source.url
        assert (shown["og:type"], shown["twitter:card"]) == ("website", "summary_large_image")
        assert shown["og:image:alt"]
        picture = built / shown["og:image"].removeprefix(SITE_URL)
        assert shown["og:image"].startswith(SITE_URL) and picture.stat().st_size <= 60_000
        assert Image.open(picture).size == (int(shown["og:image:width"]), int(shown["og:image:height"])) == (1200, 630)


def test_each_section_of_the_menu_has_a_preview_card_of_its_own(pages):
    by_part = {}
    for entry in SITE.nav:
        tree = pages[SITE.pages[entry.path].url + "index.html"].tree
        by_part.setdefault(entry.section, set()).update(tree.xpath("//meta[@property='og:image']/@content"))
    assert all(len(cards) == 1 for cards in by_part.values())
    assert len(set.union(*by_part.values())) == len(by_part) > 5
