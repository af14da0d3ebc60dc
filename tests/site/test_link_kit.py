"""What is taken away from the site: addresses, codes, lists and preview cards, each right and each there."""

import csv
import json
import re
from urllib.parse import urlsplit

import pytest
import zxingcpp
from PIL import Image

from sitekit.build.pipeline import publish
from sitekit.build.verify import read_built
from sitekit.models.emails import LENGTHS
from sitekit.sources.loader import load
from tests.conftest import ROOT

SITE_URL = "http://127.0.0.1:8000/"
PREFIXED = "https://practice.example/our-copy/"
SITE = load(ROOT)[0]
KIT = "therapists/link-kit/index.html"


@pytest.fixture(scope="module")
def links(built) -> dict:
    return json.loads((built / "links.json").read_text())


def test_every_page_has_a_code_that_leads_to_it_and_prints_its_address(path, site, built):
    url = site.pages[path].url
    file = built / "qr" / f"{url.rstrip('/') or 'index'}.png"
    assert [code.text for code in zxingcpp.read_barcodes(Image.open(file))] == [SITE_URL + url]
    drawing = file.with_suffix(".svg").read_text()
    assert drawing.startswith("<svg") and "<script" not in drawing


def test_every_address_stands_on_the_kit_alone_lower_case_and_without_a_fragment(path, site, pages):
    url = site.pages[path].url
    (found,) = pages[KIT].tree.xpath("//p[@class='kit-address' and text()=$address]", address=SITE_URL + url)
    assert re.fullmatch(r"address-[a-z-]+", found.get("id"))
    assert not re.search(r"[#?A-Z ]", found.text)


def test_links_json_lists_every_page_and_every_file_it_names_is_there(links, built):
    assert [page["path"] for page in links["pages"]] == [SITE.pages[entry.path].url for entry in SITE.nav]
    for page in links["pages"]:
        assert page["address"] == SITE_URL + page["path"]
        for address in (*page["qr"].values(), *(page["handout"] or {}).values()):
            assert (built / urlsplit(address).path.lstrip("/")).is_file(), address


def test_links_csv_opens_with_the_same_pages(links, built):
    with open(built / "links.csv", encoding="utf-8", newline="") as file:
        assert [row["address"] for row in csv.DictReader(file)] == [page["address"] for page in links["pages"]]


def test_the_kit_documents_every_key_of_its_lists(links, pages):
    documented = set(pages[KIT].tree.xpath("//h2[@id='for-your-programs']/following-sibling::ul[1]//code/text()"))
    assert set(links["pages"][0]) | {"version"} <= documented


@pytest.mark.parametrize("email", SITE.emails)
@pytest.mark.parametrize("length", LENGTHS)
def test_an_email_is_ready_to_copy_with_its_address_alone_on_a_line(email, length, pages):
    (found,) = pages[KIT].tree.xpath(f"//pre[@id='email-{email}-{length}']")
    lines = found.text_content().split("\n")
    assert SITE_URL + SITE.pages[SITE.emails[email].page].url in lines
    assert "{" not in found.text_content()
    assert pages[KIT].tree.xpath(f"count(//button[@data-copy-from='#email-{email}-{length}'])") == 1


@pytest.mark.parametrize("email", SITE.emails)
def test_each_length_of_an_email_is_longer_than_the_one_before(email):
    words = [len(SITE.emails[email].text(length).split()) for length in LENGTHS]
    assert words == sorted(set(words))
    assert words[0] <= 60 and words[2] >= 100


def test_four_moments_have_emails():
    assert list(SITE.emails) == ["booked", "two-days-before", "after-the-first-session", "after-a-missed-session"]


def test_the_preview_of_a_page_is_complete_and_its_picture_is_there(path, page, site, built):
    shown = {node.get("property") or node.get("name"): node.get("content") for node in page.tree.iter("meta")}
    meta, url = site.pages[path].meta, site.pages[path].url
    assert shown["og:title"] == meta.title
    assert shown["og:description"] == meta.description
    assert shown["og:url"] == SITE_URL + url
    assert (shown["og:type"], shown["twitter:card"]) == ("website", "summary_large_image")
    assert shown["og:image"] == shown["twitter:image"]
    assert shown["og:image:alt"] == shown["twitter:image:alt"] and shown["og:image:alt"]
    picture = built / shown["og:image"].removeprefix(SITE_URL)
    assert shown["og:image"].startswith(SITE_URL) and picture.stat().st_size <= 60_000
    assert Image.open(picture).size == (int(shown["og:image:width"]), int(shown["og:image:height"])) == (1200, 630)


def test_each_part_of_the_menu_has_a_card_of_its_own(pages):
    by_part = {}
    for entry in SITE.nav:
        tree = pages[SITE.pages[entry.path].url + "index.html"].tree
        by_part.setdefault(entry.section, set()).update(tree.xpath("//meta[@property='og:image']/@content"))
    assert all(len(cards) == 1 for cards in by_part.values())
    assert len(set.union(*by_part.values())) == len(by_part) > 5


def test_a_hostile_practice_below_a_prefix_is_shown_as_text_and_every_address_is_right(copy):
    name = '</pre><img src=x onerror=x()> #eval("1") "Ω" 🙂 诊 مركز'
    (copy / "practice.yml").write_text(f"name: '{name}'\ncontact:\n  phone: '020 7946 0000'\ncountry: gb\n")
    assert publish(copy, copy / "site", log=print, environment={"SITE_URL": PREFIXED}) == []

    kit = read_built(copy / "site")[KIT].tree
    assert kit.xpath("//pre[@id='email-booked-short']")[0].text_content().endswith(name)
    assert not kit.xpath("//img[@onerror]")
    links = json.loads((copy / "site/links.json").read_text())
    assert links["practice"] == name and links["pages"][0]["address"] == PREFIXED + "help-now/"
    code = Image.open(copy / "site/qr/first-session/questions.png")
    assert [found.text for found in zxingcpp.read_barcodes(code)] == [PREFIXED + "first-session/questions/"]
    cards = kit.xpath("//meta[@property='og:image']/@content")
    assert cards == [PREFIXED + "assets/cards/therapists.png"]
    assert all(card.stat().st_size <= 60_000 for card in (copy / "site/assets/cards").iterdir())
