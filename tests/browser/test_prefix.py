"""A copy works at any address: built at the root and below prefixes, served there, read in a browser."""

from __future__ import annotations

from typing import NamedTuple

import pytest
from playwright.sync_api import BrowserContext, Page

from sitekit.build.pipeline import publish
from sitekit.build.verify import Built, read_built, verify
from tests.browser.visiting import DESK, Visit, serve
from tests.conftest import copied
from tests.search.asking import ask, reach

REDIRECTS = """
- old: /trust/
  new: /why-trust/
- old: /trust/#steps
  new: /strategies/empathy/#in-short
- old: /trust/older/page.html
  new: /strategies/#in-short
- old: /why-trust/#at-a-glance
  new: /why-trust/#in-short
- old: /why-trust/#feelings
  new: /strategies/empathy/#in-short
"""


class Copy(NamedTuple):
    """A published copy of the project: where it is served, its prefix, its built pages, and what problems it has."""

    address: str
    prefix: str
    pages: dict[str, Built]
    problems: list[str]


@pytest.fixture(scope="module", params=["/", "/repo/", "/a/b/"])
def house(request, tmp_path_factory):
    """A copy with a few moved addresses, published for one prefix and served there."""
    root = copied(tmp_path_factory.mktemp("copies") / "copy")
    with (root / "data/redirects.yml").open("a") as file:
        file.write(REDIRECTS)
    server = serve(root / "site", request.param)
    address = f"http://127.0.0.1:{server.server_address[1]}{request.param}"
    problems = publish(root, root / "site", log=print, environment={"SITE_URL": address, "CI": "true"})
    assert problems == []
    yield Copy(address, request.param, read_built(root / "site"), [str(problem) for problem in verify(root / "site", address)])
    server.shutdown()


@pytest.fixture
def open_page(browser, house):
    """Open a page of the copy: open_page("why-trust/") or open_page("", scripts=False); what fails is a fault."""
    contexts: list[BrowserContext] = []
    faults: list[str] = []

    def visit(url: str, scripts: bool = True) -> Page:
        context = browser.new_context(viewport=DESK, java_script_enabled=scripts)
        contexts.append(context)
        context.on(
            "response", lambda got: faults.append(got.url) if got.status >= 400 and got.request.resource_type != "document" else None
        )
        context.on("console", lambda said: faults.append(said.text) if "Content Security Policy" in said.text else None)
        visitor = Visit(context, house.address, settles=False)
        page = visitor(url)
        faults.extend(visitor.elsewhere + visitor.errors)
        return page

    yield visit
    for context in contexts:
        context.close()
    assert faults == []


@pytest.mark.promise(
    "links-lead-somewhere", "copies-anywhere", says="We put the site at another address and try each link. Each must work."
)
def test_every_address_and_anchor_leads_somewhere(house):
    assert house.problems == []


def test_pages_that_lead_on_are_locked_like_all_others(house):
    assert "trust/index.html" in house.pages
    assert [path for path, page in house.pages.items() if page.tree.find("head")[0].get("http-equiv") != "Content-Security-Policy"] == []


def test_every_page_says_its_own_address(house, site):
    told = {page.url: house.pages[page.url + "index.html"].tree.xpath("//link[@rel='canonical']/@href") for page in site.pages.values()}
    assert told == {url: [house.address + url] for url in told}


def test_a_moved_page_says_the_address_of_the_new_one(house):
    assert house.pages["trust/index.html"].tree.xpath("//link[@rel='canonical']/@href") == [house.address + "why-trust/"]


@pytest.mark.promise("copies-anywhere", says="We open pages at another address. Their looks must come along.")
@pytest.mark.parametrize("url", ["", "why-trust/", "strategies/empathy/"])
def test_styles_and_scripts_arrive(open_page, url):
    page = open_page(url)
    page.wait_for_load_state("networkidle")
    assert page.evaluate("getComputedStyle(document.querySelector('.site-menu')).display") != "inline"


def test_a_lost_address_at_any_depth_gets_help_and_working_links(open_page, house):
    page = open_page("no/such/page/here/")
    page.wait_for_load_state("networkidle")
    page.locator("article").get_by_role("link", name="Help now").first.click()
    page.wait_for_url(house.address + "help-now/")


def test_a_mangled_address_is_healed(open_page, house):
    open_page("Strategies//Empathy.HTML%3E").wait_for_url(house.address + "strategies/empathy/")


def test_a_misspelt_address_is_offered_its_page(open_page, house):
    page = open_page("strategies/empaty/")
    page.get_by_role("status").get_by_role("link").first.click()
    page.wait_for_url(house.address + "strategies/empathy/")


def test_an_old_address_in_upper_case_leads_on(open_page, house):
    open_page("TRUST/").wait_for_url(house.address + "why-trust/")


def test_the_search_answers_with_addresses_of_this_copy(open_page, house):
    page = open_page("strategies/empathy/")
    reach(page)
    first, *_ = ask(page, "crying in therapy", house.address)
    page.goto(house.address + first[0])
    assert page.locator("h1").inner_text() != "Page not found"


@pytest.mark.promise("old-links-lead-on", says="We open old links. Each must lead to the new place.")
@pytest.mark.parametrize(
    "old, new",
    [
        ("trust/", "why-trust/"),
        ("trust/?from=mail&x=1", "why-trust/?from=mail&x=1"),
        ("trust/#in-short", "why-trust/#in-short"),
        ("trust/?from=mail#in-short", "why-trust/?from=mail#in-short"),
        ("trust/#steps", "strategies/empathy/#in-short"),
        ("trust/#not%ZZvalid", "why-trust/#not%ZZvalid"),
        ("trust/older/page.html?x=1", "strategies/?x=1#in-short"),
        ("why-trust/#feelings", "strategies/empathy/#in-short"),
    ],
)
def test_an_old_address_leads_on_with_its_query_and_anchor(open_page, house, old, new):
    open_page(old).wait_for_url(house.address + new)


@pytest.mark.promise("old-links-lead-on", says="We open old links. Each must lead to the new place.")
@pytest.mark.parametrize("old, new", [("trust/", "why-trust/"), ("trust/older/page.html", "strategies/#in-short")])
def test_an_old_page_leads_on_without_scripts(open_page, house, old, new):
    open_page(old, scripts=False).wait_for_url(house.address + new)


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_an_anchor_renamed_on_its_page_arrives_there(open_page, scripts):
    page = open_page("why-trust/#at-a-glance", scripts)
    assert page.locator("h2:has(> span:target)").evaluate("(heading) => heading.id") == "in-short"


def test_an_anchor_that_left_its_page_says_where_it_went_without_scripts(open_page, house):
    page = open_page("why-trust/#feelings", scripts=False)
    line = page.locator(".moved-part")
    assert line.is_visible()
    line.get_by_role("link").click()
    page.wait_for_url(house.address + "strategies/empathy/#in-short")


def test_nobody_else_sees_that_line(open_page):
    assert not open_page("why-trust/", scripts=False).locator(".moved-part").is_visible()


def test_going_back_skips_the_old_address(open_page, house):
    page = open_page("")
    page.goto(house.address + "trust/")
    page.wait_for_url(house.address + "why-trust/")
    page.go_back()
    assert page.url == house.address
