"""As light as paper: what each page costs a poor line, counted in a browser from a host that compresses."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bench.host import compressed, serve
from bench.wire import Wire, watch
from sitekit.sources.loader import load
from tests.browser.conftest import WHOLE
from tests.browser.probes import ask
from tests.browser.visiting import ALL_THERE, DESK, PHONE, Held, act
from tests.browser.walking import focused
from tests.conftest import ROOT
from tests.search.asking import answered

URLS = {page.path: page.url for page in load(ROOT)[0].pages.values()} | {"404.html": "no-such-page/"}
# In bytes. One congestion window is 14,600: the HTML of a page fits, with its styles.
FIRST_VIEW, HTML, REFERENCE_HTML, FIVE_PAGES = 22_000, 13_500, 20_000, 75_000
# What the search fetches for its first answer, and then for the words below all answers: six tenths of a second on slow 4G
# are no more than that.
SEARCH, EXCERPTS = 45_000, 65_000
# Long pages to look things up in, and the note with all that can go onto it.
REFERENCE = {
    "first-session/worries.md",
    "first-session/privacy.md",
    "first-session/note.md",
    "therapists/evidence.md",
    "glossary.md",
    "words/index.md",
    "checklists/index.md",
    "therapists/practice-checklists.md",
    "therapists/link-kit.md",
    "about/privacy.md",
    "about/promises.md",
}
# The page for lost addresses also fetches the list of pages, to find the one that was meant.
REQUESTS = {"404.html": 3}


@pytest.fixture(scope="module")
def host(built) -> Iterator[str]:
    """Where a static host serves the site, ending in a slash."""
    server = serve(built)
    yield f"http://127.0.0.1:{server.server_address[1]}/"
    server.shutdown()


@pytest.fixture
def page(browser):
    context = browser.new_context(viewport=PHONE)
    yield context.new_page()
    context.close()


def first_view(browser, address: str) -> Wire:
    """Return what a visitor's first page fetches before any sign of theirs."""
    context = browser.new_context(viewport=PHONE)
    page = context.new_page()
    wire = watch(page)
    page.goto(address, wait_until="networkidle")
    context.close()
    return wire


@pytest.mark.parametrize("path", URLS)
@pytest.mark.promise("light-pages", says="We open each page as if for the first time, and weigh what comes. It must stay below a limit.")
def test_the_first_view_is_two_requests_and_few_bytes(browser, host, path):
    wire = first_view(browser, host + URLS[path])
    if len(wire.fetched) > REQUESTS.get(path, 2):
        # A browser without a window makes up a sign of a reader now and then, but not twice in a row.
        wire = first_view(browser, host + URLS[path])
    assert len(wire.fetched) <= REQUESTS.get(path, 2), wire.addresses
    assert wire.bytes <= FIRST_VIEW


@pytest.mark.parametrize("path", URLS)
def test_the_html_with_its_styles_fits_one_round_trip(built, path):
    file = built / (URLS[path] + "index.html" if path != "404.html" else path)
    assert len(compressed(file)) <= (REFERENCE_HTML if path in REFERENCE else HTML)


@pytest.mark.parametrize("viewport", [PHONE, DESK], ids=["360", "1280"])
@pytest.mark.promise("search-when-you-want-it", says="We open the first page and move about. Nothing for the search must load yet.")
def test_nothing_of_the_search_is_fetched_before_the_reader_reaches_for_it(browser, host, viewport):
    context = browser.new_context(viewport=viewport)
    page = context.new_page()
    wire = watch(page)
    page.goto(host, wait_until="networkidle")
    page.mouse.move(200, 400)
    page.mouse.wheel(0, 3000)
    page.keyboard.renderer("Tab")
    act(page)
    assert [address for address in wire.addresses if "search" in address] == []

    page.get_by_role("button", name="Search", exact=True).click()
    page.get_by_role("textbox", name="Search this site").press_sequentially("limits")
    answered(page)
    texts = f"{host}search/texts.json"
    assert sum(size for address, size in wire.fetched if "search" in address and address != texts) <= SEARCH
    assert sum(size for address, size in wire.fetched if address == texts) <= EXCERPTS
    # In order of their names: the browser tells of two files that end together in either order.
    assert sorted(address for address in wire.addresses if address.endswith(".json")) == [f"{host}search/index.json", texts]
    context.close()


@pytest.mark.parametrize(
    "visit",
    [
        ["", "first-session/", "first-session/what-happens/", "first-session/privacy/", "help-now/"],
        [
            "first-session/",
            "first-session/questions/",
            "first-session/worries/",
            "strategies/clear-boundaries/",
            "keeping-trust/when-something-is-wrong/",
        ],
        ["therapists/", "why-trust/", "strategies/empathy/", "barriers/past-experiences/", "words/"],
    ],
    ids=["a client", "a worried client", "a therapist"],
)
def test_a_visit_of_five_pages(page, host, visit):
    wire = watch(page)
    for url in visit:
        page.goto(host + url, wait_until="networkidle")
    assert wire.bytes <= FIVE_PAGES, wire.fetched


def test_a_visit_of_five_pages_by_hand(page, host):
    """What comes with the first sign of a reader comes once for all pages."""
    wire = watch(page)
    for url in ("", "first-session/", "first-session/what-happens/", "first-session/privacy/", "help-now/"):
        page.goto(host + url)
        act(page)
    assert wire.bytes <= FIVE_PAGES, wire.fetched


class TestTheFirstSignOfAReader:
    """Nearly all that scripts and later styles do comes with it; until then nothing is missing, and nothing is lost."""

    LIST = "strategies/empathy/"
    NO_TOOLS = "therapists/"

    @pytest.mark.parametrize(
        "sign",
        [
            lambda page: page.mouse.move(1, 300),
            lambda page: page.keyboard.renderer("Tab"),
            lambda page: page.evaluate("scrollTo(0, 50)"),
            lambda page: page.evaluate("document.querySelector('article a').focus()"),
            lambda page: page.evaluate("location.hash = 'in-short'"),
            lambda page: page.emulate_media(color_scheme="dark"),
        ],
        ids=["pointer", "key", "scroll", "focus", "jump", "other colours"],
    )
    def test_brings_the_rest(self, page, host, sign):
        wire = watch(page)
        page.goto(host + self.LIST, wait_until="networkidle")
        before = len(wire.fetched)
        sign(page)
        page.wait_for_function(ALL_THERE)
        assert (before, len(wire.fetched)) == (2, 4)

    def test_brings_no_tools_where_a_page_has_none(self, page, host):
        wire = watch(page)
        page.goto(host + self.NO_TOOLS)
        act(page)
        assert [address for address in wire.addresses if "tools" in address] == []

    def test_ticks_that_were_kept_are_one(self, page, host):
        page.goto(host + self.LIST)
        page.locator("fieldset.checklist-client label").first.click()
        page.get_by_role("link", name="Keep them on this device and open my note").click()
        page.goto(host + self.LIST)
        assert page.locator(".checklist-client input:checked").count() == 1

    @pytest.mark.parametrize("file", ["site", "tools"])
    def test_on_a_line_that_fails_the_next_one_tries_again(self, page, host, file):
        page.route(f"**/{file}*.js", lambda route: route.abort(), times=1)
        page.goto(host + self.LIST, wait_until="networkidle")
        with page.expect_event("requestfailed"):
            page.mouse.move(1, 300)
        # The browser tells of the failure before the page knows of it; a sign in between is not the next one.
        page.wait_for_function(f"() => dispatchEvent(new Event('keydown')) && ({ALL_THERE})()")
        page.locator("fieldset.checklist-client label").first.click()
        assert page.locator(".keep-bar [role=status]").inner_text().startswith("1 ticked.")

    @pytest.mark.parametrize(
        "url", ["first-session/worries/#parents", "checklists/#cultural-differences", "therapists/link-kit/#email-after-a-missed-session"]
    )
    def test_is_not_needed_to_come_by_a_link_to_a_part_and_see_its_heading(self, page, host, url):
        page.route("**/site*.js", lambda route: None)
        page.goto(host + url, wait_until="load")
        bar = page.locator(".site-header").bounding_box()
        heading = page.locator(f"#{url.partition('#')[2]}").bounding_box()
        assert bar["y"] + bar["height"] < heading["y"] < PHONE["height"] / 3

    def test_is_not_needed_to_search(self, page, host):
        page.route("**/site*.js", lambda route: None)
        page.goto(host + self.LIST)
        page.get_by_role("button", name="Search", exact=True).click()
        page.get_by_role("textbox", name="Search this site").press_sequentially("limits")
        page.locator("[role=search] li").first.wait_for()

    def test_what_is_typed_before_the_search_is_there_is_answered(self, page, host):
        held = Held(page, "**/search.*.js")
        page.goto(host + self.LIST)
        with page.expect_request("**/search/index.json"):
            page.get_by_role("button", name="Search", exact=True).click()
        page.get_by_role("textbox", name="Search this site").press_sequentially("limits")
        assert page.get_by_role("search").get_by_role("status").inner_text().startswith("The search is loading.")
        held.let_go()
        page.locator("[role=search] li").first.wait_for()

    @pytest.mark.parametrize("file", ["**/search.*.js", "**/search/index.json"])
    def test_a_search_that_failed_tries_again_at_the_next_key(self, page, host, file):
        # The index is asked for twice: at the tap, and by the search itself.
        page.route(file, lambda route: route.abort(), times=2 if "index" in file else 1)
        page.goto(host + self.LIST, wait_until="networkidle")
        with page.expect_event("requestfailed"):
            page.get_by_role("button", name="Search", exact=True).click()
        words = page.get_by_role("textbox", name="Search this site")
        words.press_sequentially("limit")
        # Whether the index failed a second time before the last of these keys or after it: then comes the next.
        page.get_by_role("search").get_by_role("status").filter(has_not_text="The search is loading.").wait_for()
        words.renderer("s")
        page.locator("[role=search] li").first.wait_for()

    def test_a_menu_part_opened_before_it_lists_all_its_pages(self, page, host):
        held = Held(page, "**/site*.js")
        page.goto(host + self.LIST)
        page.get_by_role("button", name="Menu").click()
        part = page.locator("#site-menu details[data-part]").first
        part.locator("summary").click()
        held.let_go()
        part.locator("li").nth(3).wait_for()

    @pytest.mark.parametrize("url", ["", LIST, "first-session/worries/", "therapists/link-kit/", "first-session/questions/"])
    @pytest.mark.parametrize("viewport", [PHONE, DESK], ids=["360", "1280"])
    def test_moves_nothing_above_the_end_of_the_text(self, browser, host, viewport, url):
        context = browser.new_context(viewport=viewport)
        page = context.new_page()
        page.goto(host + url, wait_until="networkidle")
        tops = (
            "[...document.querySelectorAll('h1, h2, h3, .phrase, .kit > li')].map((part) => Math.round(part.getBoundingClientRect().top))"
        )
        before = page.evaluate(tops)
        act(page)
        assert page.evaluate(tops) == before
        context.close()

    @pytest.mark.parametrize("path", sorted(WHOLE - {"404.html, a guess"}))
    def test_is_not_needed_for_targets_that_a_finger_hits(self, page, host, path):
        page.goto(host + URLS[path], wait_until="networkidle")
        assert ask(page, "small_targets") == []
        assert page.evaluate("document.adoptedStyleSheets.length") == 0

    def test_is_not_needed_to_see_where_the_keyboard_is(self, page, host):
        page.route("**/site*.js", lambda route: None)
        page.goto(host + self.LIST)
        page.keyboard.renderer("Tab")
        skip = page.locator(":focus")
        assert skip.bounding_box()["y"] >= 0
        assert skip.evaluate("link => getComputedStyle(link).outlineWidth") == "3px"

    def test_is_not_needed_to_keep_what_is_closed_from_the_keyboard(self, page, host):
        page.route("**/site*.js", lambda route: None)
        page.goto(host + self.LIST)
        for _ in range(6):
            page.keyboard.renderer("Tab")
            assert focused(page).faults == ()

    def test_is_not_needed_for_paper(self, page, host):
        page.goto(host + self.LIST, wait_until="networkidle")
        page.emulate_media(media="print")
        assert page.locator(".site-header").is_hidden()
