from sitekit import derive
from sitekit.load import load


def test_pages_come_in_the_menus_order(good):
    assert [page.path for page in derive.in_menu_order(load(good)[0])] == ["index.md", "help.md", "strategies/listening.md"]


def test_a_claim_has_one_number_however_often_it_is_cited(good):
    page = good / "docs/strategies/listening.md"
    page.write_text(page.read_text().replace("{{ picture", 'Research says it twice. {{ cite("elliott-2018") }}\n\n{{ picture'))
    site = load(good)[0]
    found = site.pages["strategies/listening.md"]
    assert [claim.key for claim in derive.cited_on(site, found)] == ["elliott-2018"]
    assert derive.source_number(site, found, "elliott-2018") == 1


def test_a_pictures_claim_counts_where_the_picture_stands(good):
    pictures = good / "data/pictures.yml"
    pictures.write_text(pictures.read_text() + "  cite: elliott-2018\n")
    page = good / "docs/strategies/listening.md"
    page.write_text(page.read_text().replace('{{ cite("elliott-2018") }}', ""))
    site = load(good)[0]
    assert [claim.key for claim in derive.cited_on(site, site.pages["strategies/listening.md"])] == ["elliott-2018"]


def test_anchors_are_headings_and_what_macros_bring(good):
    site = load(good)[0]
    anchors = derive.anchors_on(site, site.pages["strategies/listening.md"])
    assert {"in-short", "listening.looks-up", "phrase-slow-down", "picture-ear", "source-elliott-2018"} <= anchors
    assert {"help-us", "help-elsewhere"} <= derive.anchors_on(site, site.pages["index.md"])
