"""What holds for the built site as a whole."""

import json

import pytest

from sitekit.build.verify import verify
from sitekit.render.page_context import PageContext
from sitekit.site_url import LOCAL


@pytest.mark.promise("links-lead-somewhere", says="We try each link on each page. Each must work.")
def test_every_url_and_anchor_resolves(built):
    assert [str(problem) for problem in verify(built, LOCAL)] == []


def test_titles_and_descriptions_are_unique(pages):
    real = [page for path, page in pages.items() if path != "404.html"]
    for found in (
        [page.tree.findtext(".//title") for page in real],
        [page.tree.xpath("string(//meta[@name='description']/@content)") for page in real],
    ):
        assert sorted(found) == sorted(set(found))


def test_menu_of_the_home_page_has_every_page(pages, site):
    hrefs = set(pages["index.html"].tree.xpath("//nav//a/@href"))
    for page in site.pages.values():
        assert hrefs & {page.url or "."}, page.path


def test_pages_are_linked_from_the_text_of_another_page(pages, site):
    linked = set()
    for page in site.pages.values():
        hrefs = {href.split("#")[0] for href in pages[page.url + "index.html"].tree.xpath("//article//a/@href")}
        for other in site.pages.values():
            if other is not page and PageContext(site, page).href(other).split("#")[0] in hrefs:
                linked.add(other.path)
    assert set(site.pages) - linked <= {"index.md", "about/index.md", "glossary.md"}


def test_every_html_file_has_a_source(pages, site):
    assert set(pages) == {page.url + "index.html" for page in site.pages.values()} | {"404.html"}


def test_search_has_the_text_of_every_page(built, site):
    entries = json.loads((built / "search/texts.json").read_text(encoding="utf-8"))["docs"]
    assert {page.url for page in site.pages.values()} == {entry["location"].partition("#")[0] for entry in entries}
    assert len([entry for entry in entries if entry["text"]]) > 0.8 * len(entries)


def test_no_source_file_is_published(built):
    suffixes = {file.suffix for file in built.rglob("*") if file.is_file()}
    assert suffixes.isdisjoint({".md", ".py", ".yml", ".pyc"})


def test_explained_terms_have_meanings_of_the_glossary(pages, site):
    shown = {"".join(span.itertext()) for page in pages.values() for span in page.tree.xpath("//span[@popover]")}
    assert shown and shown <= {term.meaning for term in site.terms}
