"""What readers come to do, in each engine and with what they may have set. Chromium's other tests look closer."""

import io
import re
import string
import zipfile

import pytest
from pypdf import PdfReader

from sitekit.urls import OFFLINE
from tests.browser.probes import run_probe
from tests.browser.server import serve

NOTE, LIST, HELP = "first-session/note/", "strategies/empathy/", "help-now/"
in_full_runs = pytest.mark.slow


@pytest.fixture(autouse=True)
def no_script_fails(reader):
    yield
    assert reader.errors == []


def title_of(page) -> str:
    return page.locator("h1").inner_text()


def test_menu_leads_to_another_page(reader):
    page = reader.open(LIST)
    reader.press(page.get_by_role("button", name="Menu", exact=True))
    link = page.locator("#site-menu").get_by_role("link", name="Words for hard moments", exact=True)
    assert link.is_visible()
    reader.press(link)
    page.wait_for_url("**/words/")
    assert title_of(page) == "Words for hard moments"


def test_search_answers_or_is_not_offered(reader):
    page = reader.open(LIST)
    opener = page.get_by_role("button", name="Search", exact=True)
    if not reader.has_scripts:
        assert not opener.is_visible()
        return
    opener.click()
    page.get_by_role("textbox", name="Search this site").press_sequentially("what to bring")
    answers = page.locator(".search-answers a")
    answers.first.wait_for()
    first = answers.first.get_attribute("href")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(first)


@in_full_runs
def test_colours_can_be_chosen_or_are_not_offered(reader):
    page = reader.open(LIST)
    reader.press(page.get_by_role("button", name="Menu", exact=True))
    button = page.locator("[data-colours-next=light]")
    assert button.is_visible() == reader.has_scripts
    if reader.has_scripts:
        button.click()
        page.locator("[data-colours-next=dark]").click()
        page.wait_for_function("document.documentElement.dataset.colours === 'dark'")
        page.reload()
        kept = page.evaluate("document.documentElement.dataset.colours ?? null")
        assert kept == ("dark" if reader.can_store else None)


def test_ticks_and_words_become_a_note(reader):
    page = reader.open(NOTE)
    line = page.locator("#note-needs label", has_text="I may need breaks, or a shorter session.")
    reader.press(line)
    assert line.locator("input").is_checked()
    if not reader.has_scripts:
        assert "You can tick the boxes above and print this page." in page.locator("body").inner_text()
        return
    page.locator("textarea").fill("I sleep badly.")
    sheet = page.locator(".note-sheet")
    assert "I may need breaks, or a shorter session." in sheet.inner_text() and "I sleep badly." in sheet.inner_text()
    keep = page.locator("[data-note=keep]")
    keep.click()
    page.locator(".note-said span").wait_for()
    is_kept = keep.get_attribute("aria-pressed") == "true"
    assert is_kept == reader.can_store
    page.reload()
    page.wait_for_function("document.documentElement.dataset.modules === 'ready'")
    assert (line.locator("input").is_checked(), page.locator("textarea").input_value()) == (is_kept, "")
    page.locator("textarea").fill("I sleep badly.")
    before = sheet.inner_text()
    page.locator("[data-note=clear]").click()
    page.locator("[data-note=clear]").click()
    assert not line.locator("input").is_checked() and page.locator("textarea").input_value() == ""
    page.locator("[data-note=undo]").click()
    assert (line.locator("input").is_checked(), sheet.inner_text()) == (is_kept, before)


@in_full_runs
def test_ticks_of_a_list_offer_the_note(reader):
    page = reader.open(LIST)
    reader.press(page.locator(".checklist-client label").first)
    assert page.locator(".checklist-client input").first.is_checked()
    if reader.has_scripts:
        page.locator(".keep-bar").wait_for()
        assert page.locator(".keep-bar [role=status]").inner_text().startswith("1 ticked.")


def test_words_can_be_copied(reader):
    page = reader.open(LIST)
    button = page.locator(".phrase").get_by_role("button", name="Copy", exact=True).first
    if not reader.has_scripts:
        assert button.count() == 0
        return
    button.click()
    page.locator(".copy-status span").wait_for()
    assert page.locator(".copy-status").inner_text().startswith("Copied.")
    phrase = page.locator(".phrase:has(button[data-copied]) blockquote").inner_text().strip().strip("“”")
    page.goto(reader.url + NOTE)
    page.locator("textarea").click()
    page.keyboard.press("ControlOrMeta+v")
    assert page.locator("textarea").input_value() == phrase


def test_leaving_is_one_press(reader):
    page = reader.open(NOTE)
    if reader.has_scripts:
        page.locator("textarea").fill("Nobody may see this.")
    reader.press(page.get_by_role("link", name="Leave this page now"))
    page.wait_for_url("about:blank")


@in_full_runs
def test_shift_pressed_three_times_leaves(reader):
    if not reader.has_scripts:
        pytest.skip("Keys need scripts; the page does not offer them without.")
    page = reader.open(NOTE)
    for _ in range(3):
        page.keyboard.press("Shift")
    page.wait_for_url("about:blank")


def test_word_is_explained_where_it_stands(reader):
    page = reader.open("barriers/past-experiences/")
    term = page.locator("button.term").first
    reader.press(term)
    meaning = page.locator(f"[id='{term.get_attribute('popovertarget')}']")
    assert meaning.is_visible() and len(meaning.inner_text()) > 20


def test_wrong_address_leads_on(reader):
    page = reader.context.new_page()
    page.goto(reader.url + "strategys/empathi/")
    if reader.has_scripts:
        page.locator("[data-nearest] a").first.wait_for()
        assert page.locator("[data-nearest] a").first.get_attribute("href").endswith(f"/{LIST}")
    else:
        assert page.locator(".all-pages a").count() > 40


def test_help_can_be_called(reader):
    page = reader.open(LIST)
    reader.press(page.locator("header").get_by_role("link", name="Help now"))
    page.wait_for_url(f"**/{HELP}")
    reader.press(page.locator(".countries summary").first)
    calls = page.locator("a.call[href^='tel:']")
    assert calls.count() > 20 and page.locator(".countries [open] a.call").first.is_visible()
    assert all(re.fullmatch(r"tel:\+?\d+", link) for link in calls.evaluate_all("links => links.map((link) => link.getAttribute('href'))"))
    if reader.engine == "webkit":  # It hands this style to its screen reader, which then says digit by digit; the others do not know it.
        assert {*calls.evaluate_all("links => links.map((link) => getComputedStyle(link).speakAs)")} == {"digits"}


@in_full_runs
def test_list_in_a_frame_can_be_ticked(reader):
    page = reader.context.new_page()
    page.goto(reader.url + "embed/empathy/")
    reader.press(page.locator("label").first)
    assert page.locator("input").first.is_checked()
    assert page.get_by_role("link", name="Help now").get_attribute("target") == "_top"


@in_full_runs
def test_paper_shows_the_text_and_no_controls(reader):
    page = reader.open(LIST)
    if reader.engine == "webkit":  # Playwright's writes no PDF, and shows the styles for paper
        page.emulate_media(media="print")
        text = page.locator("body").inner_text()
    else:
        text = "".join(sheet.extract_text() for sheet in PdfReader(io.BytesIO(page.pdf())).pages)
    assert "What you can do" in text and "Skip to the text" not in text


def written_note(reader, words):
    """Open the note, type words into it, and return it with the list of the questions it will ask, each of which is accepted."""
    page, asked = reader.open(NOTE), []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.locator("textarea").click()
    page.keyboard.type(words)
    return page, asked


def test_a_tap_on_a_link_asks_before_written_words_are_lost(reader):
    if not reader.has_scripts:
        pytest.skip("Without scripts the browser itself keeps what was typed.")
    page, asked = written_note(reader, "It began when I was nine.")
    page.locator(".related a").first.click()
    page.wait_for_url(lambda url: NOTE not in url)
    assert asked == ["beforeunload"]


@in_full_runs
def test_nobody_is_asked_who_goes_for_help(reader):
    if not reader.has_scripts:
        pytest.skip("No script asks.")
    page, asked = written_note(reader, "I cannot go on.")
    page.locator("header").get_by_role("link", name="Help now").click()
    page.wait_for_url(f"**/{HELP}")
    assert asked == []


@in_full_runs
def test_language_can_be_switched(reader):
    page = reader.open(LIST)
    reader.press(page.get_by_role("link", name="Español", exact=True))
    page.wait_for_url(f"**/es/{LIST}")
    assert page.locator("[lang=es] > body").count() == 1


@in_full_runs
def test_page_that_the_browser_translates_keeps_its_order_and_its_buttons(reader):
    page = reader.open(NOTE)
    article, line = page.locator("article"), page.locator("#note-needs label").first
    before = said_back(article)
    run_probe(page, "translate_page")
    assert said_back(article) == before
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    reader.press(line)
    assert line.locator("input").is_checked()
    if reader.has_scripts:
        page.locator("textarea").fill("I sleep badly.")
        sheet = page.locator(".note-parts")
        written = f"whatwouldhelpme{said_back(line)}updowntakeoffinmyownwordsisleepbadly."
        assert said_back(sheet) == written
        for name, left in (("clear", written), ("clear", ""), ("undo", written)):
            page.locator(f"[data-note={name}]").click()
            assert said_back(sheet) == left
    reader.press(page.locator(".site-header__menu"))
    assert page.locator("#site-menu a[href$='words/']").first.is_visible()


def said_back(locator) -> str:
    """Return what was translated as it was before (probes/translate_page.js), without spaces, which engines put between boxes."""
    letters = str.maketrans("ابتثجحخدذرزسشصضطظعغفقكلمنه", string.ascii_lowercase)
    return "".join(locator.inner_text().translate(letters).lower().split())


@in_full_runs
def test_what_was_typed_stays_when_the_line_drops(reader, built):
    server = serve(built)
    reader.url = server.url
    page = reader.open(NOTE)
    server.shutdown()
    server.server_close()
    line = page.locator("#note-needs label", has_text="I may need breaks, or a shorter session.")
    reader.press(line)
    reader.press(page.locator("textarea"))
    page.keyboard.type("I sleep badly.")
    reader.press(page.get_by_role("button", name="Menu", exact=True))
    page.keyboard.press("Escape")
    assert line.locator("input").is_checked() and page.locator("textarea").input_value() == "I sleep badly."
    if reader.has_scripts:
        assert "I sleep badly." in page.locator(".note-sheet").inner_text()


@in_full_runs
def test_archive_opens_from_a_folder(reader, built, tmp_path):
    zipfile.ZipFile(built / OFFLINE).extractall(tmp_path)
    page = reader.context.new_page()
    page.goto(next(tmp_path.glob("*/strategies/empathy/index.html")).as_uri())
    if not reader.has_scripts:
        assert title_of(page) == "Feeling understood by your therapist"
        return
    page.wait_for_function("document.documentElement.dataset.modules === 'ready'")
    page.get_by_role("button", name="Search", exact=True).click()
    page.get_by_role("textbox", name="Search this site").press_sequentially("what to bring")
    page.locator(".search-answers a").first.wait_for()
