"""Listening: only voices on the reader's device, one block after another, under the reader's control at any time."""

import pytest

from tests.browser.axe import use_scheme, violations
from tests.browser.listening import DEFAULT, FOREIGN, LOCAL, REMOTE, device
from tests.browser.visiting import DESK, PHONE

STRATEGY = "strategies/empathy/"
# Its sections of places are folded.
PLACES = "first-session/privacy/"


def control(page):
    return page.get_by_role("group", name="Listen to this page")


def button(page, name):
    return control(page).get_by_role("button", name=name, exact=True)


def listen(page) -> None:
    """Press "Listen to this page", and wait for what reads on after the title."""
    button(page, "Listen to this page").click()
    button(page, "Pause").wait_for()


def spoken(page) -> list[str]:
    return page.evaluate("utterances.map((utterance) => utterance.text)")


def being_read(page) -> list[str]:
    return page.locator("[data-being-read]").evaluate_all("(found) => found.map((block) => block.innerText.trim())")


def finish_all(page) -> None:
    """Let the voice reach the end of the page."""
    page.evaluate("() => { while (document.querySelector('[data-being-read]')) finishBlock(); }")


@pytest.fixture
def listening(visit):
    """A page on which the reader has just pressed "Listen to this page"."""
    page = visit(PHONE, init=device(LOCAL))(STRATEGY)
    listen(page)
    return page


@pytest.mark.promise("read-aloud-on-your-device", says="We take your device's own voices away. The button to listen must go, too.")
@pytest.mark.parametrize("voices", [(), (REMOTE,), (FOREIGN,), (REMOTE, FOREIGN)], ids=["none", "remote", "foreign", "remote and foreign"])
def test_device_without_a_local_voice_is_offered_nothing(visit, voices):
    page = visit(PHONE, init=device(*voices))(STRATEGY)
    page.wait_for_function("() => Boolean(speechSynthesis.onvoiceschanged)")
    assert not control(page).is_visible()


def test_browser_without_speech_is_offered_nothing(visit):
    visitor = visit(PHONE, init="Object.defineProperty(window, 'speechSynthesis', {value: undefined})")
    page = visitor(STRATEGY)
    assert not control(page).is_visible()
    assert visitor.errors == []


def test_browser_without_scripts_is_offered_nothing(visit):
    page = visit(PHONE, java_script_enabled=False)(STRATEGY)
    assert not control(page).is_visible()


def test_voices_that_load_late_are_found_without_a_layout_shift(visit):
    page = visit(PHONE, init=device())(STRATEGY)
    page.wait_for_function("() => Boolean(speechSynthesis.onvoiceschanged)")
    before = page.locator("h1").bounding_box()
    page.evaluate(f"() => {{ speechSynthesis.voices = [{LOCAL}]; speechSynthesis.onvoiceschanged(); }}")
    assert button(page, "Listen to this page").is_visible()
    assert page.locator("h1").bounding_box() == before


def test_control_disappears_with_the_last_voice(listening):
    listening.evaluate("() => { speechSynthesis.voices = []; speechSynthesis.onvoiceschanged(); }")
    assert not control(listening).is_visible()
    assert being_read(listening) == []


@pytest.mark.promise(
    "read-aloud-on-your-device", says="We offer voices from elsewhere and from the device. The one on the device must speak."
)
@pytest.mark.parametrize(
    ("voices", "locale", "chosen"),
    [
        ((REMOTE, LOCAL), "en-US", "Near"),
        ((LOCAL, DEFAULT), "en-US", "Favourite"),
        ((DEFAULT, LOCAL), "en-GB", "Near"),
        ((LOCAL, DEFAULT), "en-AU", "Favourite"),
    ],
    ids=["never the remote", "the device's favourite", "the reader's own English", "with an underscore"],
)
def test_chosen_voice_is_local_and_nearest_to_the_reader(visit, voices, locale, chosen):
    page = visit(PHONE, init=device(*voices), locale=locale)(STRATEGY)
    button(page, "Listen to this page").click()
    assert page.evaluate("utterances[0].voice.name") == chosen


def test_blocks_are_read_once_in_page_order(listening):
    finish_all(listening)
    blocks = spoken(listening)
    text = " ".join(blocks)
    places = [
        blocks.index(words)
        for words in (
            "Feeling understood by your therapist",
            "A good therapist tries to understand what it is like for you. Tell them when they get it wrong.",
            "In short",
            "Empathy means trying to feel and understand what it is like for you, and checking that with you.",
            "They are kind when you hurt, and they do not hurry you.",
            "What you can do",
            "“I do not need advice right now. Can you stay with how this feels for me?”",
            "What your therapist is working on",
            "How sure are we",
            "Need help now?",
        )
    ]
    assert places == sorted(places)
    assert button(listening, "Listen to this page").is_visible()
    for silent in ("Skip to the text", "Menu", "Source", "Psychotherapy 55", "Last reviewed", "Listen", "You can print this page"):
        assert silent not in text


def test_spoken_text_is_the_visible_text(visit):
    visitor = visit(PHONE, init=device(LOCAL))
    unread = (
        "nav, button:not(.term), select, [popover], .cite, .sources-fold, .jumps, .eyebrow, .page-foot, .visually-hidden, .listen, svg,"
        " .print-only, .note-toggle, .keep-bar, [data-moved], details:not([open]) > :not(summary)"
    )
    visible_text = (
        "(article, unread) => { const copy = article.cloneNode(true); copy.querySelectorAll(unread).forEach((part) => part.remove());"
        " return copy.textContent; }"
    )
    differing = []
    for url in ("", "help-now/", "first-session/worries/", STRATEGY, PLACES, "checklists/", "therapists/", "glossary/"):
        page = visitor(url)
        listen(page)
        finish_all(page)
        visible = page.locator("article").evaluate(visible_text, unread)
        if "".join("".join(spoken(page)).split()) != "".join(visible.split()):
            differing.append(url)
    assert differing == []


def test_folded_text_is_read_once_it_is_unfolded(listening):
    fold = listening.locator("details.checklist-fold")
    inside = fold.locator("li").first.text_content().strip()
    finish_all(listening)
    assert fold.locator("summary").inner_text() in spoken(listening) and inside not in spoken(listening)
    button(listening, "Listen to this page").click()
    fold.locator("summary").click()
    finish_all(listening)
    assert inside in spoken(listening)


def test_block_being_read_is_marked_by_more_than_colour_and_scrolled_into_view(visit):
    page = visit(PHONE, init=device(LOCAL), reduced_motion="no-preference")(STRATEGY)
    listen(page)
    assert being_read(page) == ["Feeling understood by your therapist"]
    assert page.locator("[data-being-read]").evaluate("(block) => getComputedStyle(block).boxShadow").count("px") >= 8
    page.evaluate("for (let block = 0; block < 20; block += 1) finishBlock()")
    page.wait_for_function(
        "() => { const box = document.querySelector('[data-being-read]').getBoundingClientRect();"
        " const bar = document.querySelector('.listen').getBoundingClientRect();"
        " return box.top >= bar.bottom - 1 && box.bottom <= innerHeight + 1; }"
    )


def test_page_does_not_scroll_with_reduced_motion(visit):
    page = visit(PHONE, init=device(LOCAL), reduced_motion="reduce")(STRATEGY)
    listen(page)
    page.evaluate("for (let block = 0; block < 20; block += 1) finishBlock()")
    assert page.evaluate("scrollY") == 0


def test_pause_silences_and_resume_repeats_the_block(listening):
    listening.evaluate("finishBlock()")
    listening.evaluate("finishBlock()")
    button(listening, "Pause").click()
    assert (listening.evaluate("cancelled"), len(spoken(listening)), being_read(listening)) == (1, 3, ["In short"])
    button(listening, "Go on").click()
    assert spoken(listening)[2:] == ["In short", "In short"]
    listening.evaluate("finishBlock()")
    assert len(spoken(listening)) == 5


def test_stop_returns_to_the_beginning(listening):
    listening.evaluate("finishBlock()")
    button(listening, "Stop").click()
    assert (listening.evaluate("cancelled"), being_read(listening)) == (1, [])
    assert not button(listening, "Stop").is_visible()
    button(listening, "Listen to this page").click()
    assert being_read(listening) == ["Feeling understood by your therapist"]


@pytest.mark.parametrize(("name", "rate"), [("Slow", 0.8), ("Normal", 1), ("Fast", 1.25)])
def test_chosen_speed_applies_from_the_current_block(listening, name, rate):
    speed = control(listening).get_by_label("Speed")
    assert listening.evaluate("Number(utterances[0].rate)") == 1
    speed.select_option("Slow" if name != "Slow" else "Fast")
    speed.select_option(name)
    listening.wait_for_function("(rate) => utterances.length > 1 && Number(utterances.at(-1).rate) === rate", arg=rate)
    assert listening.evaluate("utterances.at(-1).text") == "Feeling understood by your therapist"


def test_speed_chosen_while_paused_applies_on_resume(listening):
    button(listening, "Pause").click()
    control(listening).get_by_label("Speed").select_option("Fast")
    button(listening, "Go on").click()
    assert listening.evaluate("utterances.map((utterance) => Number(utterance.rate))") == [1, 1.25]


def test_failing_voice_stops_reading(listening):
    listening.evaluate("failBlock()")
    assert being_read(listening) == []
    assert button(listening, "Listen to this page").is_visible()


def test_leaving_the_page_stops_reading(listening):
    listening.evaluate("dispatchEvent(new Event('pagehide'))")
    assert (listening.evaluate("cancelled"), being_read(listening)) == (1, [])
    assert button(listening, "Listen to this page").is_visible()


def test_leaving_a_silent_page_does_not_silence_other_tabs(visit):
    page = visit(PHONE, init=device(LOCAL))(STRATEGY)
    page.evaluate("dispatchEvent(new Event('pagehide'))")
    assert page.evaluate("cancelled") == 0


def test_control_works_from_the_keyboard_and_announces_its_state(visit):
    page = visit(DESK, init=device(LOCAL))(STRATEGY)
    status = control(page).get_by_role("status")
    button(page, "Listen to this page").focus()
    page.keyboard.press("Enter")
    status.get_by_text("Reading aloud").wait_for()
    assert len(spoken(page)) == 1
    page.keyboard.press("Space")
    assert status.inner_text() == "Paused"
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert status.inner_text() == ""
    assert page.evaluate("document.activeElement.innerText").strip() == "Listen to this page"


@pytest.mark.parametrize("viewport", [{"width": 320, "height": 640}, PHONE, DESK], ids=["320", "360", "1280"])
def test_control_fits_is_large_enough_and_stays_in_reach(visit, viewport):
    page = visit(viewport, init=device(LOCAL))(STRATEGY)
    listen = button(page, "Listen to this page")
    way_back, box = page.locator(".eyebrow a").bounding_box(), listen.bounding_box()
    assert box["height"] >= 44 and way_back["x"] + way_back["width"] <= box["x"] and box["x"] + box["width"] <= viewport["width"]
    listen.click()
    page.mouse.wheel(0, 3000)
    page.wait_for_function("() => scrollY > 1000")
    for part in (button(page, "Pause"), button(page, "Stop"), control(page).get_by_label("Speed")):
        box = part.bounding_box()
        assert box["height"] >= 44 and box["x"] >= 0 and box["x"] + box["width"] <= viewport["width"]
        assert page.locator("header").bounding_box()["height"] <= box["y"] <= viewport["height"] / 3
    assert page.evaluate("document.documentElement.scrollWidth") <= viewport["width"]


@pytest.mark.promise("nothing-kept-unasked", says="We listen to a page and change the speed. Nothing must be kept.")
def test_listening_stores_nothing(listening):
    control(listening).get_by_label("Speed").select_option("Fast")
    assert listening.evaluate("Object.keys(localStorage).concat(Object.keys(sessionStorage))") == []


def test_control_has_no_accessibility_violations(visit):
    page = visit(PHONE, init=device(LOCAL), reduced_motion="reduce")(STRATEGY)
    found = {}
    for state, pressed in {"offered": None, "reading": "Listen to this page", "paused": "Pause"}.items():
        if pressed:
            button(page, pressed).click()
        for scheme in ("light", "dark"):
            use_scheme(page, scheme)
            found[state, scheme] = violations(page, ".listen")
    assert {where: violated for where, violated in found.items() if violated} == {}


def test_bar_hides_nothing_that_has_focus(visit):
    page = visit(PHONE, init=device(LOCAL), reduced_motion="reduce")(STRATEGY)
    listen(page)
    hidden = []
    # Down the page and up again: on the way up a focus comes in at the top edge.
    for key in ["Tab"] * 30 + ["Shift+Tab"] * 28:
        page.keyboard.press(key)
        hidden += page.evaluate(
            "() => { const box = document.activeElement.getBoundingClientRect(); const bar = document.querySelector('.listen');"
            " return !bar.contains(document.activeElement) && document.activeElement.closest('article')"
            " && box.top < bar.getBoundingClientRect().bottom ? [document.activeElement.outerHTML] : []; }"
        )
    assert hidden == []


def test_quick_exit_stops_reading_before_the_next_page_loads(visit):
    page = visit(PHONE, init=device(LOCAL))("keeping-trust/when-something-is-wrong/")
    button(page, "Listen to this page").click()
    assert page.evaluate("() => { document.querySelector('[data-exit]').click(); return cancelled; }") == 1


def test_terms_are_read_without_their_meaning(listening):
    finish_all(listening)
    assert any(
        words.startswith("What we know. Many studies link a therapist's empathy with clients doing better.") for words in spoken(listening)
    )


def test_number_to_call_is_said_digit_by_digit(visit):
    page = visit(PHONE, init=device(LOCAL))("help-now/#help-us")
    page.locator("details[open] #help-us").wait_for()
    listen(page)
    finish_all(page)
    said = " ".join(spoken(page))
    assert "Call 9 8 8" in said and "988" not in said.partition("Suicide & Crisis Lifeline")[2][:40]
