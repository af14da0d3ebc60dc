"""Three practices, built for real: one therapist, a clinic with long names in many scripts, and hostile values."""

import contextlib
import json
import os
import re
from pathlib import Path

import pytest
import zxingcpp
from lxml import html
from PIL import Image
from pypdf import PdfReader

from sitekit.build.generate import generate
from sitekit.build.pipeline import publish
from sitekit.render.plain_text import help_line
from sitekit.site_url import LOCAL
from tests.browser.server import serve
from tests.browser.visiting import wait_for_modules
from tests.conftest import copied_for, leave_out, real_site

LAST = max(page.meta.reviewed for page in real_site().pages.values())
CLINIC = "The Interdisciplinary Neighbourhood Centre for Psychotherapy, Counselling and Family Support of the Upper Valley"
PREFIXED = "https://practice.example/our-copy/"


@pytest.fixture(scope="module")
def solo(once) -> Path:
    """The HTML of a copy for one therapist, without what is made after it."""

    def make(folder: Path) -> None:
        root = copied_for("solo", folder)
        assert generate(root, folder / "site", LOCAL) == []

    return once("solo", make) / "site"


@pytest.fixture(scope="module")
def hostile(once) -> Path:
    """The published copy for a practice with hostile values, below a prefix."""

    def make(folder: Path) -> None:
        root = copied_for("hostile", folder)
        leave_out(root, "es", "ar")
        assert publish(root, folder / "site", log=print, environment={"SITE_URL": PREFIXED}) == []

    return once("hostile", make) / "site"


def page(site: Path, url: str) -> html.HtmlElement:
    return html.fromstring((site / url / "index.html").read_bytes(), parser=html.HTMLParser(encoding="utf-8"))


def words(node) -> str:
    return " ".join(" ".join(node.itertext()).split())


def test_solo_therapist_is_quoted_on_the_pages_to_prepare_with(solo):
    quoted = {
        "first-session/what-happens": [
            "Maya Okafor, counselling says: Sessions last 50 minutes. You can meet in person or by phone.",
            "Maya Okafor, counselling shows you the place: The way in",
        ],
        "first-session/worries": ["Maya Okafor, counselling says: A session costs 60 pounds. Ask me about a lower fee."],
        "first-session/your-rights": ["Maya Okafor, counselling says: I keep short notes for seven years. You can ask to see them."],
        "first-session/privacy": ["Maya Okafor, counselling says: We work under the rules of this place: United Kingdom ."],
    }
    assert {url: [words(aside) for aside in page(solo, url).iter("aside")] for url in quoted} == quoted
    styles = "".join(style.text for style in page(solo, "").iter("style")).replace(" ", "")
    assert "--leaf:#7a2e6b" in styles
    assert "Samaritans" in words(page(solo, "strategies/empathy").find_class("page-help")[0])


@pytest.mark.parametrize("url", ["first-session/what-happens", "first-session/your-brain-your-way"])
def test_photographs_of_the_place_are_shown_where_the_first_hour_is_explained(solo, url):
    (photo,) = page(solo, url).xpath("//ul[@class='practice-photos']//img")
    assert photo.get("alt") == "A blue door with a bell on the right."
    assert (solo / url / photo.get("src")).resolve().is_file()


def test_practice_without_photographs_shows_no_place_for_them(clinic):
    assert not page(clinic, "first-session/what-happens").find_class("practice-photos")


def test_clinic_and_its_reviewer_are_named_in_every_format(clinic):
    signed = f"Reviewed by Dr A. N. Example, registered psychologist, on {LAST.day} {LAST:%B %Y}."
    foot = words(page(clinic, "strategies/empathy").find_class("page-foot")[0])
    handout = PdfReader(clinic / "handouts/strategies-empathy-a4.pdf").pages[0].extract_text()
    texts = (
        foot,
        (clinic / "embed/empathy.txt").read_text(encoding="utf-8"),
        words(page(clinic, "embed/empathy")),
        " ".join(handout.split()),
    )
    assert [text for text in texts if signed not in text] == []
    assert "مركز العلاج النفسي · Centre de psychothérapie · 心理治療中心 🌱" in foot
    happens = words(page(clinic, "first-session/what-happens").find(".//aside"))
    assert "You can speak English, Français, العربية, עברית, ਪੰਜਾਬੀ or 中文." in happens


def test_every_side_of_a_handout_names_the_practice_and_what_it_says_of_emergencies(clinic):
    said = (
        "The Interdisciplinary Neighbourhood Centre",
        "We are not an emergency service.",
        "You can call the desk on weekdays from 9 to 5.",
    )
    missing = [
        (file.name, number, words)
        for file in sorted((clinic / "handouts").glob("*.pdf" if os.environ.get("EVERY_PAGE") else "first-session*-a4.pdf"))
        for number, side in enumerate(PdfReader(file).pages, 1)
        for words in said
        if words not in " ".join(side.extract_text().split())
    ]
    assert missing == []


def test_handout_on_privacy_has_the_law_of_the_practices_country_alone(clinic, site):
    text = " ".join(" ".join(page.extract_text() for page in PdfReader(clinic / "handouts/first-session-privacy-a4.pdf").pages).split())
    others = {country.name for code, country in site.countries.items() if code != "ca"}
    assert "Canada" in text and [name for name in others if name in text] == []


@pytest.mark.promise("words-stay-words", says="We put harmful words into a practice's file. The site must show them as words.")
def test_hostile_values_are_shown_as_text(hostile):
    rights = page(hostile, "first-session/your-rights")
    assert words(rights.find(".//aside/p[2]")) == "' -- ; DROP \\u0000 &lt;b&gt; javascript:steal()"
    injected = "//img[@src='x'] | //form[@action='https://example.org'] | //b[not(parent::a[@class='call'])] | //*[@onerror or @onload]"
    for file in sorted(hostile.rglob("*.html")):
        tree = html.fromstring(file.read_bytes())
        assert not tree.xpath(injected), file
        running = [script for script in tree.iter("script") if script.get("type") != "application/json"]
        assert all("steal" not in (script.text or "") for script in running), file
        assert all(json.loads(script.text) for script in tree.iter("script") if script.get("type") == "application/json"), file


def test_link_kit_of_a_hostile_practice_below_a_prefix_has_its_name_and_right_urls(hostile):
    name = """</pre><script>steal()</script>" onload="steal()" #eval("1") Ω 🙂 诊 مركز"""
    kit = page(hostile, "therapists/link-kit")
    assert kit.xpath("//pre[@id='email-booked-short']")[0].text_content().endswith(name)
    assert kit.xpath("//select[@data-field='your name']/option")[1].text == "</script><img src=x onerror=steal()> {page} [day]"
    links = json.loads((hostile / "links.json").read_text(encoding="utf-8"))
    assert links["practice"] == name and links["pages"][0]["address"] == PREFIXED + "help-now/"
    code = Image.open(hostile / "qr/first-session/questions.png")
    assert [found.text for found in zxingcpp.read_barcodes(code)] == [PREFIXED + "first-session/questions/"]
    assert kit.xpath("//meta[@property='og:image']/@content") == [PREFIXED + "assets/cards/therapists.png"]
    assert all(card.stat().st_size <= 80_000 for card in (hostile / "assets/cards").iterdir())


def test_practice_is_named_above_the_title_of_client_pages_alone(solo, clinic, built):
    for site, url, name in (
        (solo, "first-session", ["Shared with you by Maya Okafor, counselling"]),
        (solo, "therapists/link-kit", []),
        (clinic, "help-now", [f"Shared with you by {CLINIC}"]),
        (built, "first-session", []),
    ):
        found = page(site, url).find_class("shared-by")
        assert [words(line) for line in found] == name, url
        assert all(line.getnext() is not None and line.getparent().get("id") == "main-content" for line in found)


def test_services_and_languages_of_a_team_stand_where_the_practice_is_quoted(clinic):
    happens, worries = (words(page(clinic, f"first-session/{url}").find(".//aside")) for url in ("what-happens", "worries"))
    assert "Couples: Sessions last 80 minutes. You can meet in person." in happens
    assert "With Élodie Tremblay you can speak Français or English." in happens
    assert "Couples: A session for two costs 90 dollars." in worries


def test_services_and_languages_of_a_team_stand_on_the_handout_too(clinic):
    sides = PdfReader(clinic / "handouts/first-session-what-happens-a4.pdf").pages
    text = " ".join(" ".join(side.extract_text() for side in sides).split())
    assert "Couples: Sessions last 80 minutes. You can meet in person." in text
    assert "With Élodie Tremblay you can speak Français or English." in text


def named(page):
    """Return the page with a client's name typed in, once its message holds it: the first use of the form fetches the messages."""
    page.get_by_label("First name", exact=True).fill("Sam")
    page.locator("#composer-text", has_text="Sam").wait_for()
    return page


def test_composer_signs_for_one_of_a_team_and_knows_the_service(clinic, visit_copy):
    page = named(visit_copy(clinic))
    text = page.locator("#composer-text")
    assert text.text_content().endswith(f"\n\n[your name]\n{CLINIC}")
    page.locator("[data-field='your name']").select_option("Élodie Tremblay")
    page.locator("[data-is='service']").select_option("Couples")
    page.locator(".choice label", has_text="Full e-mail").click()
    assert ", 1 Long Road, garden room.\nWe will have 80 minutes.\nA session for two costs 90 dollars.\n" in text.text_content()
    assert "\nMy privacy notice: https://harbour.example/privacy\n" in text.text_content()
    assert text.text_content().endswith(f"\n\nÉlodie Tremblay, psychologist\n{CLINIC}\n613 555 0100")
    page.locator(".choice label", has_text="Discreet").click()
    assert text.text_content().endswith("\n\nÉlodie Tremblay")
    assert not re.search("session|dollars|psych|therap", text.text_content(), re.IGNORECASE)
    page.locator(".choice label", has_text="Español").click()
    page.locator("#composer-text", has_text="Hola, Sam:").wait_for()
    assert text.text_content().endswith("\n\nÉlodie Tremblay")


def test_composer_keeps_what_was_typed_when_the_service_changes(clinic, visit_copy):
    page = named(visit_copy(clinic))
    page.locator(".composer-more summary").click()
    page.get_by_label("What it costs").fill("You pay 20 dollars.")
    page.locator("[data-is='service']").select_option("Couples")
    page.locator(".choice label", has_text="Full e-mail").click()
    assert "\nWe will have 80 minutes.\nYou pay 20 dollars.\n" in page.locator("#composer-text").text_content()


def test_composer_knows_who_signs_for_a_solo_practice(solo, visit_copy):
    assert visit_copy(solo).locator("#composer-text").text_content().endswith("\n\nMaya\nMaya Okafor, counselling")


def test_composer_of_a_hostile_practice_fills_in_words_as_words(hostile, visit_copy):
    page = named(visit_copy(hostile))
    page.locator("[data-field='your name']").select_option(index=2)
    page.locator("[data-is='service']").select_option(index=1)
    page.locator(".choice label", has_text="Full e-mail").click()
    text = page.locator("#composer-text").text_content()
    assert "\n{minutes} [name] {a|b} <b>bold</b>\n" in text and "\n{name|day} $& [name] </option></select>\n" in text
    assert page.locator(".composer img[src=x], .composer b").count() == 0


@pytest.fixture
def visit_copy(browser):
    """Return a function that opens the link kit of a built copy with scripts, and fails for an error in them."""
    with contextlib.ExitStack() as stack:

        def visit(site: Path):
            server = serve(site)
            stack.callback(server.shutdown)
            page = stack.enter_context(contextlib.closing(browser.new_context())).new_page()
            page.on("pageerror", lambda error: pytest.fail(str(error)))
            page.goto(f"{server.url}therapists/link-kit/")
            return wait_for_modules(page)

        yield visit


@pytest.mark.promise(
    "your-own-country", "help-on-paper", says="We build copies for three countries. Each page must show the help of its own."
)
@pytest.mark.parametrize("name, country", [("solo", "gb"), ("clinic", "ca"), ("hostile", "us")])
def test_copy_shows_the_help_of_its_country_on_every_page(request, site, name, country):
    built = request.getfixturevalue(name)
    own = help_line(site.model_copy(update={"practice": site.practice.model_copy(update={"country": country})}))
    shown = {source.path: words(page(built, source.url).find_class("page-help")[0].findall("p")[1]) for source in site.pages.values()}
    assert shown == dict.fromkeys(site.pages, own)
    blocks = page(built, "help-now").xpath(
        "//*[starts-with(@id, 'help-') and not(starts-with(@id, 'help-now') or starts-with(@id, 'help-with-'))]/@id"
    )
    assert blocks[0] == f"help-{country}" and len(blocks) == len(site.helplines.countries) + 1
