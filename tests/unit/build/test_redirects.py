"""Old URLs redirect, with and without scripts."""

import json

import pytest
from lxml import html

from sitekit.build.redirects import write_redirects
from sitekit.build.verify import verify
from sitekit.sources.loader import load
from tests.conftest import ROOT

SITE_URL = "https://x.example/p/"
PAGE = "<!doctype html><html lang='en'><head><title>T</title></head><body><article><h1>T</h1><p>Text.</p><h2 id='in-short'>In <b>short</b></h2><h2 id='read-next'>N</h2></article></body></html>"


@pytest.fixture
def redirected(good, tmp_path):
    """Write redirects, given as pairs of old and new URL, into a built site of pages alike; return its folder."""

    def write(moved, text=PAGE):
        published = good / "data/published-urls.txt"
        published.write_text("".join(line for line in published.open() if "picture" in line))
        (good / "data/redirects.yml").write_text("".join(f"- old: {old}\n  new: {new}\n" for old, new in moved))
        built = tmp_path / "built"
        for folder in ("", "help/", "strategies/listening/"):
            (built / folder).mkdir(parents=True, exist_ok=True)
            (built / folder / "index.html").write_text(text)
        (built / "components/moved").mkdir(parents=True)
        (built / "components/moved/moved.js").write_text("")
        assert write_redirects(built, load(good)[0].model_copy(update={"url": SITE_URL}), ROOT / "overrides") == []
        assert verify(built, SITE_URL) == []
        return built

    return write


def tree(built, path):
    return html.document_fromstring((built / path).read_bytes())


def test_moved_page_redirects_by_refresh_canonical_and_link(redirected):
    page = tree(redirected([("/a/hearing/", "/strategies/listening/")]), "a/hearing/index.html")

    assert page.xpath("//noscript/meta[@http-equiv='refresh']/@content") == ["0; url=../../strategies/listening/"]
    assert page.xpath("//link[@rel='canonical']/@href") == ["https://x.example/p/strategies/listening/"]
    assert [(link.get("href"), link.text) for link in page.xpath("//p[@data-moved-page]/a")] == [
        ("../../strategies/listening/", "Listening")
    ]
    assert page.findtext(".//h1") == "This page has moved"


def test_moved_page_has_no_inline_script(redirected):
    page = tree(redirected([("/hearing/", "/strategies/listening/")]), "hearing/index.html")
    assert [(script.get("src"), script.text) for script in page.iter("script")] == [("../components/moved/moved.js", None)]


def test_moved_page_that_was_a_file_redirects(redirected):
    page = tree(redirected([("/old/hearing.html", "/")]), "old/hearing.html")
    assert page.xpath("//p[@data-moved-page]/a/@href") == ["../"]


def test_anchor_of_a_moved_page_has_its_own_target(redirected):
    page = tree(redirected([("/hearing/", "/strategies/listening/"), ("/hearing/#whom", "/help/")]), "hearing/index.html")
    assert page.xpath("//p[@data-moved][@hidden][@id='whom']/a/@href") == ["../help/"]


def test_chain_redirects_to_its_end(redirected):
    page = tree(redirected([("/a/", "/b/"), ("/b/", "/help/")]), "a/index.html")
    assert page.xpath("//p[@data-moved-page]/a/@href") == ["../help/"]


def test_renamed_anchor_becomes_a_second_id(redirected):
    page = tree(redirected([("/strategies/listening/#short", "/strategies/listening/#in-short")]), "strategies/listening/index.html")
    (mark,) = page.xpath("//h2[@id='in-short']/span[@id='short']")
    assert (mark.text, mark.tail, mark.getnext().tag) == (None, "In ", "b")
    assert page.xpath("//script") == []


def test_anchor_that_left_its_page_becomes_a_line_and_a_script(redirected):
    page = tree(redirected([("/strategies/listening/#whom", "/help/")]), "strategies/listening/index.html")
    (line,) = page.xpath("//p[@data-moved]")
    assert (line.get("id"), line.text_content(), line.find("a").get("href")) == (
        "whom",
        "This part has moved. You will find it at Help.",
        "../../help/",
    )
    assert line.getnext().tag == "h1"
    assert page.xpath("//script[@type='module']/@src") == ["../../components/moved/moved.js"]


def test_page_with_a_loader_gets_no_script_of_its_own(redirected):
    text = PAGE.replace("</body>", '<script data-modules="../../components/moved/moved.js">load()</script></body>')
    page = tree(redirected([("/strategies/listening/#whom", "/help/")], text), "strategies/listening/index.html")
    assert page.xpath("//p[@data-moved]/@id") == ["whom"] and page.xpath("//script[@type='module']") == []


def test_anchor_of_a_removed_picture_becomes_an_id_of_the_heading(redirected, good):
    with (good / "data/published-urls.txt").open("a") as file:
        file.write("/strategies/listening/#picture-eye\n")
    page = tree(redirected([]), "strategies/listening/index.html")
    assert page.xpath("//h1/span/@id") == ["picture-eye"]


def test_anchor_that_redirects_to_its_own_page_becomes_an_id_of_the_heading(redirected):
    page = tree(redirected([("/strategies/listening/#short", "/strategies/listening/")]), "strategies/listening/index.html")
    assert page.xpath("//h1/span/@id") == ["short"]


def test_other_pages_are_unchanged(redirected):
    built = redirected([("/hearing/", "/help/")])
    assert (built / "strategies/listening/index.html").read_text() == PAGE


def test_list_for_the_404_page_holds_live_and_moved_pages_without_anchors(redirected):
    built = redirected([("/hearing/", "/help/"), ("/hearing/#whom", "/"), ("/help/#whom", "/")])
    assert json.loads((built / "assets/addresses.json").read_text()) == {
        "pages": {"/": "Home", "/help/": "Help", "/strategies/listening/": "Listening"},
        "moved": {"/hearing/": "/help/"},
    }


def test_moved_file_is_served_at_both_urls(redirected, tmp_path):
    (tmp_path / "built/qr/strategies").mkdir(parents=True)
    (tmp_path / "built/qr/strategies/listening.png").write_bytes(b"a picture")
    built = redirected([("/qr/old/hearing.png", "/qr/strategies/listening.png")])
    assert (built / "qr/old/hearing.png").read_bytes() == b"a picture"
    assert json.loads((built / "assets/addresses.json").read_text())["moved"] == {}


@pytest.mark.parametrize(
    "old, new",
    [
        ("/index.html", "/help/"),
        ("/help/index.html", "/"),
        ("/links.json", "/links.csv"),
        ("/links.json/", "/help/"),
        ("/links.json/a/b/", "/help/"),
        ("/404.html", "/"),
    ],
)
def test_redirect_never_replaces_a_file_of_the_site_even_where_no_check_ran(redirected, good, old, new):
    built = redirected([])
    for name in ("404.html", "links.json", "links.csv"):
        (built / name).write_text(name)
    before = {file: file.read_bytes() for file in built.rglob("*") if file.is_file()}
    (good / "data/redirects.yml").write_text(f"- old: /gone/\n  new: /help/\n- old: {old}\n  new: {new}\n")
    site = load(good)[0]
    # As if a file were written that the list of live URLs does not know.
    problems = [str(problem) for problem in write_redirects(built, site, ROOT / "overrides")]
    assert {file: file.read_bytes() for file in built.rglob("*") if file.is_file()} == before
    assert problems == [f"data/redirects.yml:3: The redirect of '{old}' would replace a file of the site. Remove it."]
