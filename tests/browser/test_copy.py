"""Copy buttons: hidden where they cannot work, heard and seen where they do, a way out where the browser says no."""

import pytest

from tests.browser.visiting import DESK, PHONE
from tests.conftest import ROOT

KIT = "therapists/link-kit/"
FIRST = "#email-booked-short"
# Neither the clipboard nor the old way of copying works.
REFUSED = """navigator.clipboard.writeText = () => Promise.reject(new DOMException("no", "NotAllowedError"));
document.execCommand = () => false;"""


def button(page, target=FIRST):
    return page.locator(f"button[data-copy-from='{target}']")


@pytest.mark.parametrize("viewport", [PHONE, DESK], ids=["360", "1280"])
def test_what_is_copied_is_the_whole_text_and_is_told(visit, viewport):
    page = visit(viewport, permissions=["clipboard-read", "clipboard-write"], acts=True)(KIT)
    status = page.locator(".copy-status[role=status]")
    assert status.text_content() == ""
    button(page).click()
    status.get_by_text("Copied. Hello [name],").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == page.locator(FIRST).text_content().strip()


def test_an_address_is_copied_without_anything_around_it(visit):
    page = visit(DESK, permissions=["clipboard-read", "clipboard-write"], acts=True)(KIT)
    button(page, "#address-first-session").focus()
    page.keyboard.renderer("Enter")
    page.get_by_text("Copied. ").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == "http://127.0.0.1:8000/first-session/"


def test_the_message_goes_after_a_while_and_comes_again(visit):
    page = visit(DESK, permissions=["clipboard-read", "clipboard-write"], acts=True)(KIT)
    page.clock.install()
    button(page).click()
    page.locator(".copy-status", has_text="Copied").wait_for()
    page.clock.run_for(5000)
    assert page.locator(".copy-status").text_content() == ""
    assert page.locator("[data-copied]").count() == 0
    button(page).click()
    page.locator(".copy-status", has_text="Copied").wait_for()


def test_where_the_browser_refuses_the_words_are_selected(visit):
    page = visit(DESK, init=REFUSED, acts=True)(KIT)
    button(page).click()
    page.get_by_text("Copying did not work here.").wait_for()
    assert page.evaluate("getSelection().toString()").startswith("Hello [name],")


def test_a_button_may_hold_the_words_itself(visit):
    page = visit(DESK, permissions=["clipboard-read", "clipboard-write"])
    page.context.route(
        "**/therapists/link-kit/",
        lambda route: route.fulfill(
            content_type="text/html",
            body='<!doctype html><title>t</title><button type="button" data-copy="Can we slow down?" hidden>Copy</button>'
            '<p class="copy-status" role="status" data-done="Copied." data-failed="No."></p>'
            '<script type="module" src="/assets/scripts/copy-buttons.js"></script>',
        ),
    )
    # As written: publishing puts the scripts of a page into one file.
    page.context.route("**/assets/scripts/*.js", lambda route: route.fulfill(path=ROOT / "docs" / route.request.url.split("/", 3)[3]))
    page = page(KIT)
    page.get_by_role("button", name="Copy").click()
    page.get_by_role("status").filter(has_text="Copied. Can we slow down?").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == "Can we slow down?"


def test_without_scripts_no_dead_button_is_shown_and_the_words_are(visit):
    page = visit(PHONE, java_script_enabled=False)(KIT)
    assert page.locator("button[data-copy-from]:visible").count() == 0
    assert page.locator(FIRST).is_visible()
    assert page.locator("#address-first-session").is_visible()


def test_files_and_buttons_are_large_enough_for_a_thumb(visit):
    page = visit(PHONE, acts=True)(KIT)
    for part in page.locator("article .kit-files a:visible, article button.copy:visible").all():
        box = part.bounding_box()
        assert box["height"] >= 44 and box["width"] >= 44
