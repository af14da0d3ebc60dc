"""Old addresses get a page or a mark that leads on, with and without scripts."""

import json

import pytest
from lxml import html

from sitekit.build.redirects import write_redirects
from sitekit.build.verify import verify
from sitekit.sources.loader import load
from tests.conftest import ROOT

ADDRESS = "https://x.example/p/"
PAGE = "<!doctype html><html lang='en'><head><title>T</title></head><body><article><h1>T</h1><p>Text.</p><h2 id='in-short'>In <b>short</b></h2><h2 id='read-next'>N</h2></article></body></html>"


@pytest.fixture
def led(good, tmp_path):
    """Publish the good site's redirects, given as old and new addresses, and return the built files as parsed trees."""

    def lead(**redirects):
        published = good / "data/published-urls.txt"
        published.write_text("".join(line for line in published.open() if "picture" in line))
        (good / "data/redirects.yml").write_text("".join(f"- old: {old}\n  new: {new}\n" for old, new in redirects["moved"]))
        built = tmp_path / "built"
        for folder in ("", "help/", "strategies/listening/"):
            (built / folder).mkdir(parents=True, exist_ok=True)
            (built / folder / "index.html").write_text(PAGE)
        (built / "assets/scripts").mkdir(parents=True)
        (built / "assets/scripts/moved.js").write_text("")
        write_redirects(built, load(good)[0], ROOT / "overrides", ADDRESS)
        assert verify(built, ADDRESS) == []
        return built

    return lead


def tree(built, path):
    return html.document_fromstring((built / path).read_bytes())


def test_a_moved_page_leads_on_by_refresh_by_canonical_and_by_a_plain_link(led):
    page = tree(led(moved=[("/a/hearing/", "/strategies/listening/")]), "a/hearing/index.html")

    assert page.xpath("//noscript/meta[@http-equiv='refresh']/@content") == ["0; url=../../strategies/listening/"]
    assert page.xpath("//link[@rel='canonical']/@href") == ["https://x.example/p/strategies/listening/"]
    assert [(link.get("href"), link.text) for link in page.xpath("//p[@data-moved-page]/a")] == [
        ("../../strategies/listening/", "Listening")
    ]
    assert page.findtext(".//h1") == "This page has moved"


def test_no_script_is_written_into_the_page(led):
    page = tree(led(moved=[("/hearing/", "/strategies/listening/")]), "hearing/index.html")
    assert [(script.get("src"), script.text) for script in page.iter("script")] == [("../assets/scripts/moved.js", None)]


def test_a_page_that_was_a_file_leads_on_from_its_file(led):
    page = tree(led(moved=[("/old/hearing.html", "/")]), "old/hearing.html")
    assert page.xpath("//p[@data-moved-page]/a/@href") == ["../"]


def test_an_anchor_of_a_moved_page_has_its_own_way(led):
    page = tree(led(moved=[("/hearing/", "/strategies/listening/"), ("/hearing/#whom", "/help/")]), "hearing/index.html")
    assert page.xpath("//p[@data-moved][@hidden][@id='whom']/a/@href") == ["../help/"]


def test_a_chain_leads_to_its_end_at_once(led):
    page = tree(led(moved=[("/a/", "/b/"), ("/b/", "/help/")]), "a/index.html")
    assert page.xpath("//p[@data-moved-page]/a/@href") == ["../help/"]


def test_an_anchor_renamed_on_its_page_is_a_second_name_of_its_place(led):
    page = tree(led(moved=[("/strategies/listening/#short", "/strategies/listening/#in-short")]), "strategies/listening/index.html")
    (mark,) = page.xpath("//h2[@id='in-short']/span[@id='short']")
    assert (mark.text, mark.tail, mark.getnext().tag) == (None, "In ", "b")
    assert page.xpath("//script") == []


def test_an_anchor_that_left_its_page_shows_where_it_went_and_a_script_goes_there(led):
    page = tree(led(moved=[("/strategies/listening/#whom", "/help/")]), "strategies/listening/index.html")
    (line,) = page.xpath("//p[@class='moved-part']")
    assert (line.get("id"), line.text_content(), line.find("a").get("href")) == (
        "whom",
        "This part has moved. You will find it at Help.",
        "../../help/",
    )
    assert line.getnext().tag == "h1"
    assert page.xpath("//script[@type='module']/@src") == ["../../assets/scripts/moved.js"]


def test_a_picture_that_left_its_page_is_a_second_name_of_the_pages_top(led, good):
    with (good / "data/published-urls.txt").open("a") as file:
        file.write("/strategies/listening/#picture-eye\n")
    page = tree(led(moved=[]), "strategies/listening/index.html")
    assert page.xpath("//h1/span/@id") == ["picture-eye"]


def test_an_anchor_that_leads_to_its_own_page_is_a_second_name_of_the_pages_top(led):
    page = tree(led(moved=[("/strategies/listening/#short", "/strategies/listening/")]), "strategies/listening/index.html")
    assert page.xpath("//h1/span/@id") == ["short"]


def test_pages_that_nothing_moved_on_stay_as_they_are(led):
    built = led(moved=[("/hearing/", "/help/")])
    assert (built / "strategies/listening/index.html").read_text() == PAGE


def test_the_list_for_lost_addresses_holds_living_pages_and_moved_ones_and_no_anchors(led):
    built = led(moved=[("/hearing/", "/help/"), ("/hearing/#whom", "/"), ("/help/#whom", "/")])
    assert json.loads((built / "assets/addresses.json").read_text()) == {
        "pages": {"/": "Home", "/help/": "Help", "/strategies/listening/": "Listening"},
        "moved": {"/hearing/": "/help/"},
    }


def test_a_file_that_moved_is_served_under_both_names(led, tmp_path):
    (tmp_path / "built/qr/strategies").mkdir(parents=True)
    (tmp_path / "built/qr/strategies/listening.png").write_bytes(b"a picture")
    built = led(moved=[("/qr/old/hearing.png", "/qr/strategies/listening.png")])
    assert (built / "qr/old/hearing.png").read_bytes() == b"a picture"
    assert json.loads((built / "assets/addresses.json").read_text())["moved"] == {}
