"""The 404 page: it resolves mistyped URLs, goes on where the page meant is certain, and helps without scripts."""

from __future__ import annotations

import json
import re
from collections import defaultdict

import pytest

from tests.browser.axe import violations
from tests.browser.malformed_urls import MALFORMATIONS, malformed
from tests.browser.server import serve
from tests.browser.visiting import DESK, PHONE
from tests.conftest import ROOT

RESOLVE = """async ([forms, known]) => {
  const { resolveUrl } = await import("/components/not-found/resolve-url.js");
  return forms.map((form) => resolveUrl(form, known));
}"""


@pytest.fixture(scope="module")
def resolve(browser, built):
    """Call the site's own function, unminified, with URLs below the root: resolve(*forms, **more that is known)."""
    server = serve(ROOT / "overrides")
    page = browser.new_page()
    page.goto(server.url + "components/not-found/resolve-url.js")
    known = json.loads((built / "assets/addresses.json").read_text())
    yield lambda *forms, **more: page.evaluate(RESOLVE, [list(forms), known | more])
    page.close()
    server.shutdown()


@pytest.fixture(scope="module")
def matrix(resolve, site):
    """Every page's URL in every malformed form that is no other page's: (malformation, form, URL, answer)."""
    urls = {page.url for page in site.pages.values()}
    cases = [
        (name, form, url) for url in sorted(urls) for name, form in malformed(url).items() if f"{form.rstrip('/')}/" not in urls - {url}
    ]
    return [(*case, answer) for case, answer in zip(cases, resolve(*(form for _, form, _ in cases)), strict=True)]


def page_of(target: str) -> str:
    return target.partition("#")[0].removeprefix("/")


def is_resolved(url: str, answer: dict) -> bool:
    """Whether an answer is the page meant: for certain, or as the first suggestion."""
    targets = answer["nearest"][:1] if answer["certain"] is None else [answer["certain"]]
    return [page_of(target) for target in targets] == [url]


@pytest.mark.promise("broken-links-recover", says="We spoil each link in many ways. At least 95 of 100 must find their page.")
def test_95_percent_of_malformed_urls_are_resolved(matrix):
    missed = [(name, form, answer) for name, form, url, answer in matrix if not is_resolved(url, answer)]
    assert len(missed) <= 0.05 * len(matrix), missed


def test_85_percent_of_each_malformation_are_resolved(matrix):
    results = defaultdict(list)
    for name, _, url, answer in matrix:
        results[name].append(is_resolved(url, answer))
    assert set(results) == set(MALFORMATIONS) and len(results) >= 25
    assert {name: f"{sum(found)} of {len(found)}" for name, found in results.items() if sum(found) < 0.85 * len(found)} == {}


def test_certain_answers_are_never_wrong(matrix):
    certain = [(form, url, answer["certain"]) for _, form, url, answer in matrix if answer["certain"] is not None]
    assert [(form, target) for form, url, target in certain if page_of(target) != url] == []


def test_anchor_is_kept(resolve):
    forms = {
        "WHY-TRUST/%23in-short": "/why-trust/#in-short",
        "WHY-TRUST/#in-short": "/why-trust/#in-short",
        "WHY-TRUST/#in-short).": "/why-trust/#in-short",
    }
    assert [answer["certain"] for answer in resolve(*forms)] == [*forms.values()]


def test_malformed_old_url_is_redirected(resolve):
    moved = {"/trust/": "/why-trust/", "/trust/part.html": "/why-trust/#in-short"}
    found = resolve("TRUST.html", "trust/Part.HTML#x", moved=moved)
    assert [answer["certain"] for answer in found] == ["/why-trust/", "/why-trust/#in-short"]
    assert resolve("turst/", moved=moved)[0]["nearest"][0] == "/why-trust/"


def test_two_pages_of_the_same_letters_are_both_suggested(resolve):
    (found,) = resolve("TO-GETHER/", pages={"/together/": "Together", "/to/gether/": "To gether"})
    assert found == {"certain": None, "nearest": ["/together/", "/to/gether/"]}


def test_urls_that_mean_no_page_have_no_certain_answer(resolve):
    forms = ("wp-login.php", "favicon.ico", "%FF%FE/", "xyzzy/plugh/", "../../etc/passwd")
    assert [form for form, answer in zip(forms, resolve(*forms), strict=True) if answer["certain"] is not None] == []


@pytest.mark.parametrize(
    "form, target",
    [
        ("Strategies/Empathy.html", "strategies/empathy/"),
        ("first-session//privacy/%29", "first-session/privacy/"),
        ("help-now/%E2%80%9D", "help-now/"),
        ("why-trust&utm_source=mail#in-short", "why-trust/#in-short"),
    ],
)
def test_certain_url_is_redirected_at_once_and_back_skips_the_404_page(visit, base_url, form, target):
    page = visit(PHONE)("")
    page.goto(base_url + form)
    page.wait_for_url(base_url + target)
    page.go_back()
    assert page.url == base_url


@pytest.mark.promise("broken-links-recover", says="We misspell a link. The right page must be offered first.")
def test_misspelt_url_has_its_page_as_the_first_suggestion(visit, base_url, site):
    visitor = visit(PHONE)
    page = visitor("strategies/empaty/")
    offer = page.get_by_role("status").get_by_role("link").first
    assert offer.inner_text() == site.pages["strategies/empathy.md"].meta.title
    offer.click()
    page.wait_for_url(base_url + "strategies/empathy/")
    assert visitor.errors == []


def test_suggestions_have_no_accessibility_violations(visit):
    found = {}
    for scheme in ("light", "dark"):
        page = visit(PHONE, color_scheme=scheme)("strategies/empaty/")
        page.get_by_role("heading", name="Did you mean").wait_for()
        found[scheme] = violations(page, "article")
    assert found == {"light": [], "dark": []}


def test_missing_page_does_not_redirect_to_itself(visit, base_url):
    visitor = visit(DESK)
    visitor.context.route(
        "**/why-trust/",
        lambda route: route.fulfill(
            status=404, path=None, body=visitor.context.request.get(base_url + "no-such/").text(), content_type="text/html"
        ),
    )
    page = visitor("why-trust/")
    page.wait_for_load_state("networkidle")
    assert page.url == base_url + "why-trust/"
    assert page.locator("h1").inner_text() == "Page not found"


def test_page_without_the_list_of_urls_still_lists_every_page(visit):
    visitor = visit(DESK)
    visitor.context.route("**/addresses.json", lambda route: route.abort())
    page = visitor("strategies/empaty/")
    page.wait_for_load_state("networkidle")
    assert visitor.errors == []
    assert not page.locator("[data-nearest]").is_visible()
    assert page.get_by_role("heading", name="Every page").is_visible()


def test_page_without_scripts_has_help_and_every_page(visit, site):
    page = visit(PHONE, java_script_enabled=False)("No/Such/Page.html")
    assert page.locator("article").get_by_role("link", name="Help now").first.is_visible()
    listed = page.locator(".all-pages a").evaluate_all("links => links.map((link) => link.pathname.slice(1))")
    assert sorted(listed) == sorted(found.url for found in site.pages.values())


def test_other_pages_load_nothing_of_the_404_page(visit):
    visitor = visit(DESK)
    asked: list[str] = []
    visitor.context.on("request", lambda request: asked.append(request.url))
    visitor("why-trust/").wait_for_load_state("networkidle")
    assert [url for url in asked if re.search(r"not-found|addresses\.json|moved\.js", url)] == []
