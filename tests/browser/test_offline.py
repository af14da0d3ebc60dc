"""The whole site in one file: unpacked, it opens from a folder (file:), with no server and no network."""

import zipfile
from pathlib import Path

import pytest
from lxml import html

from sitekit.urls import OFFLINE
from tests.browser.storage import stored, stored_value
from tests.browser.visiting import PHONE, wait_for_modules

KEPT = '{"version":1,"ticks":{"needs.breaks":true}}'


@pytest.fixture(scope="module")
def unpacked(built, tmp_path_factory) -> Path:
    """The one folder in the archive."""
    folder = tmp_path_factory.mktemp("unpacked")
    zipfile.ZipFile(built / OFFLINE).extractall(folder)
    (top,) = folder.iterdir()
    return top


@pytest.fixture
def home(browser, unpacked):
    """The home page, as a reader opens it."""
    with browser.new_context(viewport=PHONE, offline=True) as context:
        page = context.new_page()
        page.goto((unpacked / "index.html").as_uri())
        yield wait_for_modules(page)


def test_every_link_leads_to_a_file_or_to_the_web(unpacked):
    lost = [
        f"{file.relative_to(unpacked)}: {url}"
        for file in unpacked.rglob("*.html")
        for url in html.parse(str(file), html.HTMLParser(encoding="utf-8")).xpath("//@href | //@src")
        if ":" not in url and not url.startswith("#") and not (file.parent / url.partition("#")[0]).is_file()
    ]
    assert lost == []


def test_menu_lists_a_section_and_leads_to_a_page(home):
    home.get_by_role("button", name="Menu", exact=True).click()
    section = home.locator("#site-menu details", has_text="Five ways trust can grow")
    section.locator("summary").click()
    section.get_by_role("link", name="Feeling understood", exact=False).click()
    home.wait_for_url("**/strategies/empathy/index.html")
    assert home.locator("h1").inner_text() == "Feeling understood by your therapist"


def test_search_answers_and_its_links_hold(home):
    home.get_by_role("button", name="Search", exact=True).click()
    home.get_by_role("textbox", name="Search this site").press_sequentially("cry")
    home.locator(".search-answers a").first.click()
    home.wait_for_url("**/first-session/worries/index.html*")


def test_ticks_and_words_become_a_note(home, unpacked):
    home.goto((unpacked / "first-session/note/index.html").as_uri())
    wait_for_modules(home)
    home.locator("#note-needs label", has_text="I may need breaks").click()
    home.locator("textarea").fill("I sleep badly.")
    assert "I may need breaks, or a shorter session." in home.locator(".note-sheet").inner_text()
    home.get_by_role("button", name="Keep my ticks on this device").click()
    assert stored(home) == {f"{unpacked.as_posix()}/ticks": KEPT}


def test_ticks_that_were_kept_are_there_again(home, unpacked):
    # Chromium itself sometimes drops what pages from a folder have stored when they are loaded again, so here it is there from the start.
    home.add_init_script(stored_value(KEPT, f"{unpacked.as_posix()}/ticks"))
    home.goto((unpacked / "first-session/note/index.html").as_uri())
    wait_for_modules(home)
    assert home.locator("#note-needs label", has_text="I may need breaks").locator("input").is_checked()
    assert "I may need breaks, or a shorter session." in home.locator(".note-sheet").inner_text()


def test_message_is_filled_in_in_another_language_too(home, unpacked):
    home.goto((unpacked / "therapists/link-kit/index.html").as_uri())
    wait_for_modules(home)
    home.get_by_label("First name", exact=True).fill("Sam")
    home.locator(".choice label", has_text="Español").click()
    home.locator("#composer-text", has_text="Hola, Sam:").wait_for()
