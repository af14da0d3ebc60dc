"""Copy buttons: hidden where they cannot work, announced and shown where they do, with the text selected where copying is refused."""

import pytest

from tests.browser.visiting import DESK, PHONE

LINK_KIT = "therapists/link-kit/"
FIRST = "#email-booked-text"
CLIPBOARD = {"permissions": ["clipboard-read", "clipboard-write"]}
# Neither the clipboard nor the old way of copying works.
REFUSED = """navigator.clipboard.writeText = () => Promise.reject(new DOMException("no", "NotAllowedError"));
document.execCommand = () => false;"""


def button(page, target=FIRST):
    return page.locator(f"button[data-copy-from='{target}']")


def copied(page) -> str:
    return page.evaluate("navigator.clipboard.readText()")


@pytest.mark.parametrize("viewport", [PHONE, DESK], ids=["360", "1280"])
def test_copy_button_copies_the_whole_text_and_announces_it(visit, viewport):
    page = visit(viewport, **CLIPBOARD)(LINK_KIT)
    status = page.locator(".copy-status[aria-live=polite]")
    assert status.text_content() == ""
    button(page).click()
    status.get_by_text("Copied. Hello [name], we meet on [day]").wait_for()
    assert copied(page) == page.locator(FIRST).text_content().strip()


def test_copied_url_has_nothing_around_it(visit):
    page = visit(DESK, **CLIPBOARD)(LINK_KIT)
    page.get_by_role("button", name="Copy the address of Your first session").last.focus()
    page.keyboard.press("Enter")
    page.get_by_text("Copied. ").wait_for()
    assert copied(page) == "http://127.0.0.1:8000/first-session/"


def test_copy_status_disappears_after_a_while_and_comes_again(visit):
    page = visit(DESK, **CLIPBOARD)(LINK_KIT)
    page.clock.install()
    button(page).click()
    status = page.locator(".copy-status", has_text="Copied")
    status.wait_for()
    page.clock.run_for(5000)
    assert page.locator(".copy-status").text_content() == ""
    assert page.locator("[data-copied]").count() == 0
    button(page).click()
    status.wait_for()


def test_text_is_selected_where_the_browser_refuses_to_copy(visit):
    page = visit(DESK, init=REFUSED)(LINK_KIT)
    button(page).click()
    page.get_by_text("Copying did not work here.").wait_for()
    assert page.evaluate("getSelection().toString()").startswith("Hello [name], we meet")


def test_without_scripts_the_text_is_shown_and_no_dead_button(visit):
    page = visit(PHONE, java_script_enabled=False)(LINK_KIT)
    assert page.locator("button[data-copy-from]:visible").count() == 0
    assert page.locator(FIRST).is_visible()
    assert page.locator("#address-list .kit-address").first.is_visible()


def test_files_and_buttons_are_large_enough_for_a_thumb(visit):
    page = visit(PHONE)(LINK_KIT)
    boxes = [part.bounding_box() for part in page.locator("article .kit-files a:visible, article button.copy:visible").all()]
    assert boxes and [box for box in boxes if box["height"] < 44 or box["width"] < 44] == []
