"""The therapist's minute by real clicks: messages exact to the letter, addresses, QR codes and frames; nothing typed is stored."""

from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import expect

from tests.browser.visiting import DESK

LINK_KIT, PORTAL = "therapists/link-kit/", "therapists/portal/"
PHONE = {"width": 390, "height": 844}
CLIPBOARD = {"permissions": ["clipboard-read", "clipboard-write"]}
HOST = "http://127.0.0.1:8000/"
BOOKED = f"""Hello Sam,

Your session is on Tuesday 8 December at 10 am, 12 High Street.

This page says what to expect. It takes about three minutes, and reading it is up to you:
{HOST}first-session/

Most of what you say should stay private, but there are limits. This page explains them, or ask me when we meet:
{HOST}first-session/privacy/

If you need help before we meet:
In danger now: call your local emergency number.
{HOST}help-now/

Ann"""


@pytest.fixture(params=[PHONE, DESK], ids=["390", "1280"])
def kit(visit, request):
    """The link kit with a name, a day, a time, a place and a sender typed in."""
    page = visit(request.param, **CLIPBOARD)(LINK_KIT)
    for label, value in (
        ("First name", "Sam"),
        ("Day you meet", "Tuesday 8 December"),
        ("Time", "10 am"),
        ("Place or link", "12 High Street"),
        ("Your name", "Ann"),
    ):
        page.get_by_label(label, exact=True).fill(value)
    return shown(page, "Ann")


def copied(page) -> str:
    page.locator(".copy-status", has_text="Copied.").wait_for()
    return page.evaluate("navigator.clipboard.readText()").replace("\r\n", "\n")


def shown(page, words: str):
    """Return the page once its message holds these words: the first use of the form fetches the messages."""
    page.locator("#composer-text", has_text=words).wait_for()
    return page


def choose(page, *labels: str) -> None:
    for label in labels:
        page.locator(".choice label", has_text=label).click()


def message(page) -> str:
    return page.locator("#composer-text").text_content()


def test_booking_email_is_ready_in_two_clicks_after_the_facts_are_typed(kit):
    kit.get_by_role("button", name="Copy the message").click()
    assert copied(kit) == BOOKED
    kit.get_by_role("button", name="Copy the subject", exact=True).click()
    kit.locator(".copy-status", has_text="Copied. Your session").wait_for()
    assert kit.evaluate("navigator.clipboard.readText()") == "Your session on Tuesday 8 December"


def test_mail_program_is_given_the_same_message(kit):
    href = kit.get_by_role("link", name="Open in your mail program").get_attribute("href")
    fields = parse_qs(urlsplit(href).query, strict_parsing=True)
    assert href.startswith("mailto:?subject=Your%20session") and "%0D%0A" in href
    assert (fields["subject"], fields["body"]) == (["Your session on Tuesday 8 December"], [BOOKED.replace("\n", "\r\n")])


def test_text_message_counts_its_characters_and_has_no_subject(kit):
    choose(kit, "Text message")
    assert message(kit) == (
        "Hello Sam, we meet on Tuesday 8 December, 10 am. What to expect, and privacy limits:\n"
        f"{HOST}first-session/\nIn danger now: call your local emergency number.\nAnn"
    )
    assert kit.get_by_text("137 of 160 characters, and the address.").is_visible()
    assert not kit.locator("#composer-subject").is_visible()
    kit.get_by_label("First name").fill("Sam" * 20)
    assert kit.get_by_text("194 characters, and the address. That is more than one text message.").is_visible()


def test_discreet_message_says_nothing_of_therapy(kit):
    choose(kit, "Discreet")
    assert kit.locator("#composer-subject").text_content() == "Our appointment on Tuesday 8 December"
    assert message(kit) == (
        "Hello Sam,\n\nOur appointment is on Tuesday 8 December at 10 am, 12 High Street.\n\n"
        f"This page says what to expect. It takes about three minutes, and reading it is up to you:\n{HOST}read/1/\n\n"
        f"This page has more, or ask me when we meet:\n{HOST}read/3/\n\n"
        f"If you need help before we meet:\nIn danger now: call your local emergency number.\n{HOST}read/10/\n\nAnn"
    )


def test_moment_decides_on_the_message_and_on_what_the_day_is(kit):
    choose(kit, "After a missed session", "Text message")
    assert kit.get_by_label("Day that was missed").input_value() == "Tuesday 8 December"
    assert message(kit).startswith("Hello Sam, we did not meet on Tuesday 8 December.")


SPANISH = f"""Hola, Sam:

Nuestra cita es el Tuesday 8 December a las 10 am, 12 High Street.

Esta página cuenta qué puedes esperar. Se lee en unos tres minutos, y leerla o no depende de ti:
{HOST}es/read/1/

En esta página hay más, o pregúntame cuando nos veamos:
{HOST}es/read/3/

Si necesitas ayuda antes de vernos:
En peligro ahora: llama al número local de emergencias.
{HOST}es/read/10/

Ann"""


def test_message_in_the_clients_language_has_its_english_beside_it(kit):
    choose(kit, "Español")
    shown(kit, "Hola, Sam:")
    assert f"\n{HOST}es/first-session/\n" in message(kit)
    english = kit.locator("[data-is='english-text']")
    assert english.text_content() == BOOKED and english.is_visible()
    choose(kit, "Discreet")
    kit.get_by_role("button", name="Copy the message").click()
    assert copied(kit) == SPANISH
    assert kit.locator("#composer-subject").text_content() == "Nuestra cita el Tuesday 8 December"
    assert kit.locator("#composer-text").evaluate("({lang, dir}) => [lang, dir]") == ["es", "ltr"]
    choose(kit, "English")
    shown(kit, "Hello Sam,")
    assert not english.is_visible()


def test_language_offers_the_moments_whose_pages_it_has(kit):
    choose(kit, "After a missed session", "العربية")
    shown(kit, "مرحبًا Sam")
    assert [one.get_attribute("value") for one in kit.locator("[name=moment]:enabled").all()] == ["booked"]
    assert kit.locator("[name=moment]:checked").get_attribute("value") == "booked"
    assert kit.locator("#composer-text").evaluate("({lang, dir}) => [lang, dir]") == ["ar", "rtl"]
    assert f"\n{HOST}ar/first-session/\n" in message(kit)


def test_discreet_address_in_another_language_leads_to_the_page_in_it(visit):
    page = visit(PHONE)("es/read/1/")
    page.wait_for_url("**/es/first-session/")


def test_messages_that_do_not_load_are_named_as_such(visit):
    page = visit(DESK)(LINK_KIT)
    page.route("**/emails.json", lambda route: route.abort())
    page.get_by_label("Time", exact=True).fill("10 am")
    page.get_by_text("The messages could not be loaded. The plain texts further down are complete.").wait_for()


def test_what_is_open_is_named(visit):
    page = visit(DESK)(LINK_KIT)
    assert page.get_by_text("Still open: [name], [day], [time], [place or link], [your name]").is_visible()
    page.get_by_label("Time", exact=True).fill("10 am")
    page.get_by_text("Still open: [name], [day], [place or link], [your name]").wait_for()


def test_cost_typed_here_stands_in_the_full_email_alone_on_its_line(kit):
    choose(kit, "Full e-mail")
    assert "60 pounds" not in message(kit) and "minutes.\n" not in message(kit)
    kit.get_by_text("Cost, missed sessions, booking system").click()
    kit.get_by_label("Minutes").fill("50")
    kit.get_by_label("What it costs").fill("It costs 60 pounds.")
    assert "12 High Street.\nWe will have 50 minutes.\nIt costs 60 pounds.\n\nMany people" in message(kit)


def test_placeholders_of_a_booking_system_take_the_place_of_what_it_fills_in(kit):
    choose(kit, "Text message")
    kit.get_by_text("Cost, missed sessions, booking system").click()
    kit.get_by_label("Your booking system").select_option("Power Diary")
    assert message(kit).startswith("Hello {ClientFirstName}, we meet on {AppointmentDate}, {AppointmentStartTime}.")


def test_brackets_and_braces_that_someone_types_stay_as_they_are(kit):
    kit.get_by_label("First name").fill("{page} [day] <b>$&")
    assert message(kit).startswith("Hello {page} [day] <b>$&,\n")


def test_nothing_typed_is_stored_or_gets_into_the_pages_url(kit):
    kit.get_by_label("First name").press("Enter")
    assert kit.url.endswith(LINK_KIT)
    assert kit.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]
    kit.reload()
    assert kit.get_by_label("First name").input_value() == ""


def test_addresses_and_frames_sent_most_are_one_click_away_in_the_first_screen(visit):
    for viewport in (PHONE, DESK):
        page = visit(viewport, **CLIPBOARD)(LINK_KIT)
        buttons = page.locator(".at-hand button")
        ends = [box["y"] + box["height"] for button in buttons.all() if (box := button.bounding_box())]
        assert len(ends) == 6 and max(ends) <= viewport["height"]
        buttons.first.click()
        assert copied(page) == f"{HOST}first-session/"
        buttons.nth(1).click()
        page.locator(".copy-status", has_text="<iframe").wait_for()
        assert page.evaluate("navigator.clipboard.readText()").startswith(f'<iframe src="{HOST}embed/before-you-go/" title="')


def test_any_frame_is_one_click_away_on_a_page_that_begins_with_them(visit):
    for viewport in (PHONE, DESK):
        page = visit(viewport, **CLIPBOARD)(PORTAL)
        assert page.locator("#frame-list button").first.bounding_box()["y"] < 1.5 * viewport["height"]
        page.get_by_role("button", name="Frame for your portal: Feeling understood by your therapist").click()
        assert copied(page).startswith(f'<iframe src="{HOST}embed/empathy/" title="Feeling understood by your therapist" sandbox="')


def test_address_in_the_map_of_moments_is_copied_as_it_will_live(visit):
    page = visit(PHONE, **CLIPBOARD)("therapists/")
    page.get_by_role("button", name="Copy the address of Questions to ask a therapist").click()
    assert copied(page) == f"{HOST}first-session/questions/"


def test_qr_code_is_seen_after_one_click(visit):
    page = visit(PHONE)(LINK_KIT)
    page.get_by_text("Their QR codes, files and moments").click()
    picture = page.get_by_alt_text("QR code that leads to: Your first session")
    picture.scroll_into_view_if_needed()
    page.wait_for_function("() => document.querySelector('.at-hand-more img').naturalWidth > 0")
    assert picture.is_visible()


def test_list_of_addresses_narrows_as_one_types(visit):
    page = visit(PHONE)(LINK_KIT)
    page.get_by_label("Filter this list").fill("QUESTIONS to")
    left = page.locator("#address-list .kit-title:visible")
    expect(left).to_have_count(1)
    assert left.all_text_contents() == ["Questions to ask a therapist"]
    assert page.locator("#address-list h3:visible").all_text_contents() == ["Your first session"]
    page.get_by_label("Filter this list").fill("")
    expect(left).not_to_have_count(1)
    assert left.count() > 40


def test_without_scripts_there_is_no_dead_form(visit):
    page = visit(PHONE, java_script_enabled=False)(LINK_KIT)
    assert not page.locator(".composer-form").is_visible() and not page.locator(".at-hand").is_visible()
    assert page.locator("#email-booked-text").is_visible()
