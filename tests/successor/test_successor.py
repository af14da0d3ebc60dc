"""What readers would find in a site built by the generator's successor."""

import json

from sitekit import urls
from sitekit.build.verify import verify
from tests.successor.conftest import SITE_URL


def words(node) -> str:
    return " ".join("".join(node.itertext()).split())


def test_every_page_has_its_title(site, pages):
    found = {path: [words(h1) for h1 in built.tree.iter("h1")] for path, built in pages.items()}
    assert found == {f"{page.url}index.html": [page.meta.title] for page in site.pages.values()} | {"404.html": ["Page not found"]}


def test_every_published_url_is_there(site, pages):
    live, moved = urls.live_urls(site), urls.redirects(site)
    ends = [urls.resolve(entry.address, live, moved).removeprefix("/").partition("#") for entry in site.published_urls]
    assert [f"{path}#{anchor}" for path, _, anchor in ends if anchor and anchor not in pages[f"{path}index.html"].ids] == []


def test_every_page_has_its_canonical_url(site, pages):
    canonical = {page.url: pages[f"{page.url}index.html"].tree.xpath("//link[@rel='canonical']/@href") for page in site.pages.values()}
    assert canonical == {url: [SITE_URL + url] for url in canonical}


def test_every_checklist_item_has_its_box(site, pages):
    for page in site.pages.values():
        tree = pages[f"{page.url}index.html"].tree
        labels = {words(label) for label in tree.xpath("//label[input[@type='checkbox']]")}
        for call in page.calls:
            if call.name == "checklist":
                checklist, side = call.args
                wanted = {
                    getattr(item, one)
                    for item in site.checklists[checklist].items
                    for one in (("client", "therapist") if side == "both" else (side,))
                }
                assert wanted <= labels, page.path


def test_search_holds_every_page(site, built):
    texts = json.loads((built / "search/texts.json").read_text(encoding="utf-8"))
    assert {page.url for page in site.pages.values()} <= {part["location"] for part in texts["docs"]}


def test_menu_links_to_every_page(site, pages):
    hrefs = {href.removeprefix("./") for href in pages["index.html"].tree.xpath("//nav[@id='site-menu']//a/@href")}
    assert {page.url for page in site.pages.values()} <= hrefs


def test_404_page_links_to_every_page(site, pages):
    page = pages["404.html"].tree
    assert set(page.xpath("//ul[@class='all-pages']//a/@href")) == {f"/our-copy/{each.url}" for each in site.pages.values()}


def test_every_link_leads_somewhere(built):
    assert [str(problem) for problem in verify(built, SITE_URL)] == []


def test_there_is_one_skip_link(pages):
    assert {path: len(page.tree.xpath("//a[contains(@class, 'skip')]")) for path, page in pages.items()} == dict.fromkeys(pages, 1)


def test_every_page_says_whether_a_clinician_reviewed_it(site, pages):
    feet = [words(pages[f"{page.url}index.html"].tree.xpath("//section[contains(@class, 'page-foot')]")[0]) for page in site.pages.values()]
    assert [foot for foot in feet if "reviewed by a clinician" not in foot] == []
