"""Nothing comes from elsewhere, nothing is kept, and blocked or spoilt storage hurts nothing."""

import pytest

from tests.browser.conftest import URLS
from tests.browser.visiting import DESK, Visit

DENIED = """for (const name of ["localStorage", "sessionStorage"])
  Object.defineProperty(window, name, {get() { throw new DOMException("denied", "SecurityError"); }});"""


@pytest.fixture(scope="module")
def reader(browser, address):
    """A reader who goes from page to page; what one page did is forgotten before the next."""
    context = browser.new_context(viewport=DESK)

    def read(url: str) -> Visit:
        context.clear_cookies()
        visitor = Visit(context, address)
        for page in context.pages:
            page.close()
        visitor(url)
        return visitor

    yield read
    context.close()


@pytest.mark.promise("nothing-from-elsewhere", "no-cookies", "nothing-kept-unasked")
@pytest.mark.parametrize("url", URLS.values(), ids=URLS)
def test_reading_a_page_asks_nobody_else_and_leaves_nothing_behind(reader, url):
    visitor = reader(url)
    (page,) = visitor.context.pages
    page.mouse.wheel(0, 5000)
    page.wait_for_load_state("networkidle")
    kept = page.evaluate("Object.keys(localStorage).concat(Object.keys(sessionStorage))")
    assert (visitor.elsewhere, visitor.context.cookies(), kept, visitor.errors) == ([], [], [], [])


@pytest.mark.promise("nothing-from-elsewhere")
def test_a_request_elsewhere_is_seen_and_fails(visit):
    visitor = visit(DESK)
    asked = "fetch('https://elsewhere.example/').then(() => 'answered', () => 'failed')"
    assert visitor("").evaluate(asked) == "failed"
    assert visitor.elsewhere == ["https://elsewhere.example/"]


@pytest.mark.parametrize("url", ["", "strategies/empathy/", "no-such-page/"])
def test_denied_storage_hurts_nothing(visit, url):
    visitor = visit(DESK, init=DENIED)
    page = visitor(url)
    page.wait_for_load_state("networkidle")
    assert visitor.errors == []
    assert page.locator("h1").first.is_visible()


@pytest.mark.parametrize("value", ["", "{", "null", "7", '{"index":9}', '{"index":1,"color":"x"}'])
def test_a_spoilt_colour_choice_hurts_nothing(visit, value):
    visitor = visit(DESK, init=f"if (location.protocol === 'http:') localStorage.setItem('/.__palette', {value!r})")
    page = visitor("")
    page.wait_for_load_state("networkidle")
    assert visitor.errors == []
    assert page.evaluate("document.body.getAttribute('data-md-color-scheme')") in ("default", "slate")


@pytest.mark.promise("nothing-kept-unasked")
def test_a_chosen_colour_is_kept_only_after_the_choice(visit):
    visitor = visit(DESK, color_scheme="light")
    page = visitor("")
    page.locator("[data-palette]:visible").first.click()
    page.locator("[data-palette]:visible").first.click()
    page.wait_for_function("document.body.getAttribute('data-md-color-scheme') === 'slate'")
    assert page.evaluate("Object.keys(localStorage)") == ["/.__palette"]
    assert visitor("strategies/").evaluate("document.body.getAttribute('data-md-color-scheme')") == "slate"
