"""The page for lost addresses: it knows what was meant, goes there where that is certain, and helps without scripts."""

from __future__ import annotations

import json
import re

import pytest

from tests.browser.manglings import MANGLINGS, mangled
from tests.browser.test_axe import violations
from tests.browser.visiting import DESK, PHONE, serve
from tests.conftest import ROOT

HEAL = """async ([forms, known]) => {
  const { resolveUrl: heal } = await import("/components/not-found/resolve-url.js");
  return forms.map((form) => heal(form, known));
}"""


@pytest.fixture(scope="module")
def healing(browser, built):
    """Ask the site's own function what each address meant, all on one page; what else is known may be added.

    The function is asked as it was written: publishing puts it into a file with others.
    """
    server = serve(ROOT / "overrides")
    page = browser.new_page()
    page.goto(f"http://127.0.0.1:{server.server_address[1]}/components/not-found/resolve-url.js")
    known = json.loads((built / "assets/addresses.json").read_text())

    def heal(*forms: str, **more) -> list[dict]:
        return page.evaluate(HEAL, [list(forms), known | more])

    yield heal
    page.close()
    server.shutdown()


@pytest.fixture(scope="module")
def matrix(healing, site):
    """Every page's address in every mangled form that is no other page's: (mangling, form, address, answer)."""
    urls = {page.url for page in site.pages.values()}
    cases = [(name, form, url) for url in sorted(urls) for name, form in mangled(url).items() if f"{form.rstrip('/')}/" not in urls - {url}]
    return [(*case, answer) for case, answer in zip(cases, healing(*(form for _, form, _ in cases)))]


def page_of(goal: str) -> str:
    return goal.partition("#")[0].removeprefix("/")


def is_healed(url: str, answer: dict) -> bool:
    goals = answer["nearest"][:1] if answer["certain"] is None else [answer["certain"]]
    return [page_of(goal) for goal in goals] == [url]


def test_there_are_manglings_enough():
    assert len(MANGLINGS) >= 25


@pytest.mark.promise("broken-links-recover", says="We spoil each link in many ways. At least 95 of 100 must find their page.")
def test_nearly_every_mangled_address_is_healed_in_one_click(matrix):
    missed = [(name, form, answer) for name, form, url, answer in matrix if not is_healed(url, answer)]
    assert len(missed) <= 0.05 * len(matrix), missed


@pytest.mark.parametrize("name", MANGLINGS)
def test_no_mangling_is_beyond_healing(matrix, name):
    cases = [is_healed(url, answer) for mangling, _, url, answer in matrix if mangling == name]
    assert sum(cases) >= 0.85 * len(cases) > 0


def test_nobody_is_taken_to_a_page_that_was_not_meant(matrix):
    wrong = [
        (form, answer["certain"]) for _, form, url, answer in matrix if answer["certain"] is not None and page_of(answer["certain"]) != url
    ]
    assert wrong == []


@pytest.mark.parametrize(
    "form, goal",
    [
        ("WHY-TRUST/%23in-short", "/why-trust/#in-short"),
        ("WHY-TRUST/#in-short", "/why-trust/#in-short"),
        ("WHY-TRUST/#in-short).", "/why-trust/#in-short"),
    ],
)
def test_the_anchor_goes_along(healing, form, goal):
    assert healing(form)[0]["certain"] == goal


def test_an_old_address_leads_on_even_when_mangled(healing):
    moved = {"/trust/": "/why-trust/", "/trust/part.html": "/why-trust/#in-short"}
    found = healing("TRUST.html", "trust/Part.HTML#x", moved=moved)
    assert [answer["certain"] for answer in found] == ["/why-trust/", "/why-trust/#in-short"]
    assert healing("turst/", moved=moved)[0]["nearest"][0] == "/why-trust/"


def test_two_pages_of_the_same_letters_are_both_offered(healing):
    (found,) = healing("TO-GETHER/", pages={"/together/": "Together", "/to/gether/": "To gether"})
    assert found == {"certain": None, "nearest": ["/together/", "/to/gether/"]}


@pytest.mark.parametrize("form", ["wp-login.php", "favicon.ico", "%FF%FE/", "xyzzy/plugh/", "../../etc/passwd"])
def test_what_means_no_page_is_taken_nowhere(healing, form):
    assert healing(form)[0]["certain"] is None


@pytest.mark.parametrize(
    "form, goal",
    [
        ("Strategies/Empathy.html", "strategies/empathy/"),
        ("first-session//privacy/%29", "first-session/privacy/"),
        ("help-now/%E2%80%9D", "help-now/"),
        ("why-trust&utm_source=mail#in-short", "why-trust/#in-short"),
    ],
)
def test_a_certain_address_is_taken_at_once_and_back_does_not_come_here(visit, address, form, goal):
    page = visit(PHONE)("")
    page.goto(address + form)
    page.wait_for_url(address + goal)
    page.go_back()
    assert page.url == address


@pytest.mark.promise("broken-links-recover", says="We misspell a link. The right page must be offered first.")
def test_a_misspelt_address_is_offered_its_page_first(visit, address, site):
    visitor = visit(PHONE)
    page = visitor("strategies/empaty/")
    offer = page.get_by_role("status").get_by_role("link").first
    assert offer.inner_text() == site.pages["strategies/empathy.md"].meta.title
    offer.click()
    page.wait_for_url(address + "strategies/empathy/")
    assert visitor.errors == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_is_offered_has_no_accessibility_violation(visit, scheme):
    page = visit(PHONE, color_scheme=scheme)("strategies/empaty/")
    page.get_by_role("heading", name="Did you mean").wait_for()
    assert violations(page) == []


def test_a_page_that_should_be_here_and_is_not_sends_nobody_round(visit, address):
    visitor = visit(DESK)
    visitor.context.route(
        "**/why-trust/",
        lambda route: route.fulfill(
            status=404, path=None, body=visitor.context.request.get(address + "no-such/").text(), content_type="text/html"
        ),
    )
    page = visitor("why-trust/")
    page.wait_for_load_state("networkidle")
    assert page.url == address + "why-trust/"
    assert page.locator("h1").inner_text() == "Page not found"


def test_without_the_list_of_addresses_the_page_still_helps(visit):
    visitor = visit(DESK)
    visitor.context.route("**/addresses.json", lambda route: route.abort())
    page = visitor("strategies/empaty/")
    page.wait_for_load_state("networkidle")
    assert visitor.errors == []
    assert not page.locator("[data-nearest]").is_visible()
    assert page.get_by_role("heading", name="Every page").is_visible()


def test_without_scripts_there_is_help_and_every_page(visit, site):
    page = visit(PHONE, java_script_enabled=False)("No/Such/Page.html")
    assert page.locator("article").get_by_role("link", name="Help now").first.is_visible()
    listed = page.locator(".all-pages a").evaluate_all("links => links.map((link) => link.pathname.slice(1))")
    assert sorted(listed) == sorted(found.url for found in site.pages.values())


def test_no_other_page_loads_what_this_one_needs(visit):
    visitor = visit(DESK)
    asked: list[str] = []
    visitor.context.on("request", lambda request: asked.append(request.url))
    visitor("why-trust/").wait_for_load_state("networkidle")
    assert [url for url in asked if re.search(r"not-found|addresses\.json|moved\.js", url)] == []
