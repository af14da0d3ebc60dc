"""Listening: only voices on the reader's device, one block after another, in the reader's hands at any time."""

import functools

import pytest

from tests.browser.test_axe import violations
from tests.browser.visiting import DESK, PHONE

# A device with voices of our choosing. What is said is noted; a sentence ends when the test says so.
DEVICE = """
window.said = [];
window.cancelled = 0;
window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
const speech = {
  voices: %s,
  getVoices() { return this.voices; },
  speak(utterance) { this.current = utterance; said.push(utterance); },
  cancel() { cancelled += 1; const was = this.current; this.current = null; was?.onerror?.({error: "interrupted"}); was?.onend?.({}); },
};
Object.defineProperty(window, "speechSynthesis", {value: speech});
window.finishBlock = () => speech.current.onend({});
window.failBlock = () => speech.current.onerror({error: "synthesis-failed"});
"""
LOCAL = '{name: "Near", lang: "en-GB", localService: true, default: false}'
FAVOURITE = '{name: "Favourite", lang: "en_AU", localService: true, default: true}'
REMOTE = '{name: "Far", lang: "en-GB", localService: false, default: true}'
FOREIGN = '{name: "Loin", lang: "fr-FR", localService: true, default: true}'
STRATEGY = "strategies/empathy/"


def device(*voices: str) -> str:
    return DEVICE % f"[{', '.join(voices)}]"


def control(page):
    return page.get_by_role("group", name="Listen to this page")


def button(page, name):
    return control(page).get_by_role("button", name=name, exact=True)


def said(page) -> list[str]:
    return page.evaluate("said.map((utterance) => utterance.text)")


def being_read(page) -> list[str]:
    return page.locator("[data-being-read]").evaluate_all("(found) => found.map((block) => block.innerText.trim())")


def finish_all(page) -> None:
    """Let the voice reach the end of the page."""
    page.evaluate("() => { while (document.querySelector('[data-being-read]')) finishBlock(); }")


@pytest.fixture
def visit(visit):
    """Visitors who have moved the pointer: reading aloud comes with the first sign of a reader."""
    return functools.partial(visit, acts=True)


@pytest.fixture
def listening(visit):
    """A page on which the reader has just pressed "Listen to this page"."""
    page = visit(PHONE, init=device(LOCAL))(STRATEGY)
    button(page, "Listen to this page").click()
    return page


@pytest.mark.promise("read-aloud-on-your-device", says="We take your device's own voices away. The button to listen must go, too.")
@pytest.mark.parametrize("voices", [(), (REMOTE,), (FOREIGN,), (REMOTE, FOREIGN)], ids=["none", "remote", "foreign", "remote and foreign"])
def test_without_a_voice_of_the_device_nothing_is_offered(visit, voices):
    page = visit(PHONE, init=device(*voices))(STRATEGY)
    page.wait_for_function("() => Boolean(speechSynthesis.onvoiceschanged)")
    assert not control(page).is_visible()


def test_a_browser_that_cannot_speak_offers_nothing(visit):
    visitor = visit(PHONE, init="Object.defineProperty(window, 'speechSynthesis', {value: undefined})")
    page = visitor(STRATEGY)
    assert not control(page).is_visible()
    assert visitor.errors == []


def test_without_scripts_nothing_is_offered(visit):
    page = visit(PHONE, java_script_enabled=False)(STRATEGY)
    assert not control(page).is_visible()


def test_voices_that_come_late_are_found_and_nothing_jumps(visit):
    page = visit(PHONE, init=device())(STRATEGY)
    page.wait_for_function("() => Boolean(speechSynthesis.onvoiceschanged)")
    before = page.locator("h1").bounding_box()
    page.evaluate(f"() => {{ speechSynthesis.voices = [{LOCAL}]; speechSynthesis.onvoiceschanged(); }}")
    assert button(page, "Listen to this page").is_visible()
    assert page.locator("h1").bounding_box() == before


def test_voices_that_go_take_the_control_along(listening):
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
        ((LOCAL, FAVOURITE), "en-US", "Favourite"),
        ((FAVOURITE, LOCAL), "en-GB", "Near"),
        ((LOCAL, FAVOURITE), "en-AU", "Favourite"),
    ],
    ids=["never the remote", "the device's favourite", "the reader's own English", "with an underscore"],
)
def test_the_voice_is_local_and_nearest_to_the_reader(visit, voices, locale, chosen):
    page = visit(PHONE, init=device(*voices), locale=locale)(STRATEGY)
    button(page, "Listen to this page").click()
    assert page.evaluate("said[0].voice.name") == chosen


def test_every_block_is_read_once_in_the_order_of_the_page(listening):
    finish_all(listening)
    told = said(listening)
    text = " ".join(told)
    places = [
        told.index(words)
        for words in (
            "Feeling understood by your therapist",
            "Your feelings deserve care, and a good therapist tries to understand them. You can say so when they get it wrong.",
            "In short",
            "Empathy means they try to see and feel it as you do, and check that with you.",
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


@pytest.mark.parametrize("url", ["", "help-now/", "first-session/worries/", "checklists/", "therapists/", "glossary/"])
def test_nothing_is_left_out_and_nothing_is_said_twice(visit, url):
    page = visit(PHONE, init=device(LOCAL))(url)
    button(page, "Listen to this page").click()
    finish_all(page)
    unread = (
        "nav, button:not(.term), select, [popover], .cite, .sources, .jumps, .eyebrow, .page-foot, .visually-hidden, .listen, svg,"
        " .print-only, .note-toggle, .keep-bar"
    )
    seen = page.locator("article").evaluate(
        "(article, unread) => { const copy = article.cloneNode(true); copy.querySelectorAll(unread).forEach((part) => part.remove());"
        " return copy.textContent; }",
        unread,
    )
    assert "".join("".join(said(page)).split()) == "".join(seen.split())


def test_the_block_being_read_is_marked_by_more_than_colour_and_comes_into_view(visit):
    page = visit(PHONE, init=device(LOCAL), reduced_motion="no-preference")(STRATEGY)
    button(page, "Listen to this page").click()
    assert being_read(page) == ["Feeling understood by your therapist"]
    assert page.locator("[data-being-read]").evaluate("(block) => getComputedStyle(block).boxShadow").count("px") >= 8
    page.evaluate("for (let block = 0; block < 20; block += 1) finishBlock()")
    page.wait_for_function(
        "() => { const box = document.querySelector('[data-being-read]').getBoundingClientRect();"
        " const bar = document.querySelector('.listen').getBoundingClientRect();"
        " return box.top >= bar.bottom - 1 && box.bottom <= innerHeight + 1; }"
    )


def test_with_reduced_motion_the_page_stays_where_it_is(visit):
    page = visit(PHONE, init=device(LOCAL), reduced_motion="reduce")(STRATEGY)
    button(page, "Listen to this page").click()
    page.evaluate("for (let block = 0; block < 20; block += 1) finishBlock()")
    assert page.evaluate("scrollY") == 0


def test_a_pause_silences_and_going_on_begins_the_block_again(listening):
    listening.evaluate("finishBlock()")
    listening.evaluate("finishBlock()")
    button(listening, "Pause").click()
    assert (listening.evaluate("cancelled"), len(said(listening)), being_read(listening)) == (1, 3, ["In short"])
    button(listening, "Go on").click()
    assert said(listening)[2:] == ["In short", "In short"]
    listening.evaluate("finishBlock()")
    assert len(said(listening)) == 5


def test_stop_goes_back_to_the_beginning(listening):
    listening.evaluate("finishBlock()")
    button(listening, "Stop").click()
    assert (listening.evaluate("cancelled"), being_read(listening)) == (1, [])
    assert not button(listening, "Stop").is_visible()
    button(listening, "Listen to this page").click()
    assert being_read(listening) == ["Feeling understood by your therapist"]


@pytest.mark.parametrize(("name", "rate"), [("Slow", 0.8), ("Normal", 1), ("Fast", 1.25)])
def test_the_chosen_speed_holds_from_the_paragraph_being_read(listening, name, rate):
    speed = control(listening).get_by_label("Speed")
    assert listening.evaluate("Number(said[0].rate)") == 1
    speed.select_option("Slow" if name != "Slow" else "Fast")
    speed.select_option(name)
    listening.wait_for_function("() => said.length === 2")
    assert listening.evaluate("[Number(said[1].rate), said[1].text]") == [rate, "Feeling understood by your therapist"]


def test_a_speed_chosen_in_a_pause_says_nothing_until_one_goes_on(listening):
    button(listening, "Pause").click()
    control(listening).get_by_label("Speed").select_option("Fast")
    button(listening, "Go on").click()
    assert listening.evaluate("said.map((utterance) => Number(utterance.rate))") == [1, 1.25]


def test_a_voice_that_fails_stops_the_reading(listening):
    listening.evaluate("failBlock()")
    assert being_read(listening) == []
    assert button(listening, "Listen to this page").is_visible()


def test_leaving_the_page_silences_it(listening):
    listening.evaluate("dispatchEvent(new Event('pagehide'))")
    assert (listening.evaluate("cancelled"), being_read(listening)) == (1, [])
    assert button(listening, "Listen to this page").is_visible()


def test_leaving_in_silence_does_not_silence_other_tabs(visit):
    page = visit(PHONE, init=device(LOCAL))(STRATEGY)
    page.evaluate("dispatchEvent(new Event('pagehide'))")
    assert page.evaluate("cancelled") == 0


def test_it_works_from_the_keyboard_and_says_how_it_stands(visit):
    page = visit(DESK, init=device(LOCAL))(STRATEGY)
    status = control(page).get_by_role("status")
    button(page, "Listen to this page").focus()
    page.keyboard.renderer("Enter")
    assert (status.inner_text(), len(said(page))) == ("Reading aloud", 1)
    page.keyboard.renderer("Space")
    assert status.inner_text() == "Paused"
    page.keyboard.renderer("Tab")
    page.keyboard.renderer("Enter")
    assert status.inner_text() == ""
    assert page.evaluate("document.activeElement.innerText").strip() == "Listen to this page"


@pytest.mark.parametrize("viewport", [{"width": 320, "height": 640}, PHONE, DESK], ids=["320", "360", "1280"])
def test_the_control_fits_is_large_enough_and_stays_in_reach(visit, viewport):
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
def test_nothing_is_kept(listening):
    control(listening).get_by_label("Speed").select_option("Fast")
    assert listening.evaluate("Object.keys(localStorage).concat(Object.keys(sessionStorage))") == []


@pytest.mark.parametrize("state", ["offered", "reading", "paused"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_accessibility_violations(visit, scheme, state):
    page = visit(PHONE, init=device(LOCAL), color_scheme=scheme, reduced_motion="reduce")(STRATEGY)
    if state != "offered":
        button(page, "Listen to this page").click()
    if state == "paused":
        button(page, "Pause").click()
    assert violations(page) == []


def test_while_it_reads_the_bar_hides_nothing_that_has_focus(visit):
    page = visit(PHONE, init=device(LOCAL), reduced_motion="reduce")(STRATEGY)
    button(page, "Listen to this page").click()
    hidden = []
    # Down the page and up again: on the way up a focus comes in at the top edge.
    for key in ["Tab"] * 30 + ["Shift+Tab"] * 28:
        page.keyboard.renderer(key)
        hidden += page.evaluate(
            "() => { const box = document.activeElement.getBoundingClientRect(); const bar = document.querySelector('.listen');"
            " return !bar.contains(document.activeElement) && document.activeElement.closest('article')"
            " && box.top < bar.getBoundingClientRect().bottom ? [document.activeElement.outerHTML] : []; }"
        )
    assert hidden == []


def test_the_quick_exit_silences_before_the_next_page_comes(visit):
    page = visit(PHONE, init=device(LOCAL))("keeping-trust/when-something-is-wrong/")
    button(page, "Listen to this page").click()
    assert page.evaluate("() => { document.querySelector('[data-exit]').click(); return cancelled; }") == 1


def test_words_that_can_be_explained_are_read_without_their_meaning(listening):
    finish_all(listening)
    assert any(words.startswith("Many studies link empathy with how people feel later.") for words in said(listening))
