"""A copy of the site works at any URL: built for the root and for prefixes, served there, and read in a browser."""

from __future__ import annotations

from typing import NamedTuple

import pytest
from playwright.sync_api import BrowserContext, Page

from sitekit.build.verify import Built, read_built, verify
from tests.browser.search_box import search_for
from tests.browser.server import serve
from tests.browser.visiting import DESK, Visit
from tests.conftest import CLINIC_PREFIX, CLINIC_URL, copied, publish_with_redirects


class Copy(NamedTuple):
    """A published copy of the project: where it is served, the URL it was published for, its built pages, and its problems."""

    url: str
    published_for: str
    pages: dict[str, Built]
    problems: list[str]


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Take a clinic's copy below a prefix at every run, and copies for other prefixes too with --every-page."""
    if "site_copy" in metafunc.fixturenames:
        prefixes = [CLINIC_PREFIX, "/", "/repo/"] if metafunc.config.getoption("every_page") else [CLINIC_PREFIX]
        metafunc.parametrize("site_copy", prefixes, indirect=True, scope="module")


@pytest.fixture(scope="module")
def site_copy(request, tmp_path_factory):
    """A copy with a few redirects, published for one prefix and served there."""
    if request.param == CLINIC_PREFIX:
        folder, published_for = request.getfixturevalue("clinic"), CLINIC_URL
    else:
        root, published_for = copied(tmp_path_factory.mktemp("copies") / "copy"), f"https://copy.example{request.param}"
        folder = root / "site"
        publish_with_redirects(root, folder, published_for)
    server = serve(folder, request.param)
    url = server.url.rstrip("/") + request.param
    yield Copy(url, published_for, read_built(folder), [str(problem) for problem in verify(folder, published_for)])
    server.shutdown()


@pytest.fixture
def open_page(browser, site_copy):
    """Open a page of the copy: open_page("why-trust/") or open_page("", scripts=False); any failed request or blocked script fails the test."""
    contexts: list[BrowserContext] = []
    problems: list[str] = []

    def visit(url: str, scripts: bool = True) -> Page:
        context = browser.new_context(viewport=DESK, java_script_enabled=scripts)
        contexts.append(context)
        context.on(
            "response", lambda got: problems.append(got.url) if got.status >= 400 and got.request.resource_type != "document" else None
        )
        context.on("console", lambda said: problems.append(said.text) if "Content Security Policy" in said.text else None)
        visitor = Visit(context, site_copy.url, waits=False)
        page = visitor(url)
        problems.extend(visitor.foreign_requests + visitor.errors)
        return page

    yield visit
    for context in contexts:
        context.close()
    assert problems == []


@pytest.mark.promise(
    "links-lead-somewhere", "copies-anywhere", says="We put the site at another address and try each link. Each must work."
)
def test_every_link_and_anchor_of_a_copy_resolves(site_copy):
    assert site_copy.problems == []


def test_redirect_pages_have_a_policy_like_all_others(site_copy):
    assert "trust/index.html" in site_copy.pages
    policies = {path: page.tree.find("head")[0].get("http-equiv") for path, page in site_copy.pages.items()}
    assert set(policies.values()) == {"Content-Security-Policy"}, policies


def test_canonical_urls_are_those_of_the_copy(site_copy, site):
    found = {path: page.tree.xpath("//link[@rel='canonical']/@href") for path, page in site_copy.pages.items()}
    wanted = {page.url + "index.html": [site_copy.published_for + page.url] for page in site.pages.values()}
    assert {path: found[path] for path in wanted} == wanted
    assert found["trust/index.html"] == [site_copy.published_for + "why-trust/"]


@pytest.mark.promise("copies-anywhere", says="We open pages at another address. Their looks must come along.")
@pytest.mark.parametrize("url", ["", "why-trust/", "strategies/empathy/"])
def test_styles_are_loaded_below_a_prefix(open_page, url):
    page = open_page(url)
    page.wait_for_load_state("networkidle")
    assert page.evaluate("getComputedStyle(document.querySelector('.site-menu')).display") != "inline"


def test_404_page_at_any_depth_has_help_and_working_links(open_page, site_copy):
    page = open_page("no/such/page/here/")
    page.locator("article").get_by_role("link", name="Help now").first.click()
    page.wait_for_url(site_copy.url + "help-now/")


@pytest.mark.parametrize(
    "mistyped, target", [("Strategies//Empathy.HTML%3E", "strategies/empathy/"), ("TRUST/", "why-trust/")], ids=["malformed", "old"]
)
def test_mistyped_url_is_resolved_below_a_prefix(open_page, site_copy, mistyped, target):
    open_page(mistyped).wait_for_url(site_copy.url + target)


def test_misspelt_url_has_a_suggestion_below_a_prefix(open_page, site_copy):
    page = open_page("strategies/empaty/")
    page.get_by_role("status").get_by_role("link").first.click()
    page.wait_for_url(site_copy.url + "strategies/empathy/")


def test_search_results_lead_to_pages_of_the_copy(open_page, site_copy):
    page = open_page("strategies/empathy/")
    search_for(page, "crying in therapy").first.click()
    page.wait_for_url(lambda url: "strategies/empathy" not in url)
    assert page.url.startswith(site_copy.url)
    assert page.locator("h1").inner_text() != "Page not found"


REDIRECTED = {
    "trust/": "why-trust/",
    "trust/?from=mail&x=1": "why-trust/?from=mail&x=1",
    "trust/#in-short": "why-trust/#in-short",
    "trust/?from=mail#in-short": "why-trust/?from=mail#in-short",
    "trust/#steps": "strategies/empathy/#in-short",
    "trust/#not%ZZvalid": "why-trust/#not%ZZvalid",
    "trust/older/page.html?x=1": "strategies/?x=1#in-short",
    "why-trust/#feelings": "strategies/empathy/#in-short",
}


@pytest.mark.promise("old-links-lead-on", says="We open old links. Each must lead to the new place.")
def test_old_urls_redirect_with_their_query_and_anchor(open_page, site_copy):
    for old, new in REDIRECTED.items():
        page = open_page(old)
        page.wait_for_url(site_copy.url + new)
        page.close()


@pytest.mark.promise("old-links-lead-on", says="We open old links. Each must lead to the new place.")
def test_old_pages_redirect_without_scripts(open_page, site_copy):
    for old, new in {"trust/": "why-trust/", "trust/older/page.html": "strategies/#in-short"}.items():
        open_page(old, scripts=False).wait_for_url(site_copy.url + new)


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
def test_old_anchor_of_a_page_leads_to_the_new_one(open_page, scripts):
    page = open_page("why-trust/#at-a-glance", scripts)
    assert page.locator("h2:has(> span:target)").evaluate("(heading) => heading.id") == "in-short"


def test_anchor_that_moved_to_another_page_has_a_link_without_scripts(open_page, site_copy):
    page = open_page("why-trust/#feelings", scripts=False)
    line = page.locator("#feelings[data-moved]")
    assert line.is_visible()
    line.get_by_role("link").click()
    page.wait_for_url(site_copy.url + "strategies/empathy/#in-short")


def test_link_of_a_moved_anchor_is_hidden_without_that_anchor(open_page):
    lines = open_page("why-trust/", scripts=False).locator("[data-moved]")
    assert {line.is_visible() for line in lines.all()} == {False}


def test_back_skips_the_old_url(open_page, site_copy):
    page = open_page("")
    page.goto(site_copy.url + "trust/")
    page.wait_for_url(site_copy.url + "why-trust/")
    page.go_back()
    assert page.url == site_copy.url
