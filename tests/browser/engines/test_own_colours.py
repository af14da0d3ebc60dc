"""Pages in the reader's own colours: Firefox's, light and dark, and a Chromium that darkens pages by itself.

WebKit has none: it always matches `(forced-colors: none)`, and does not know `forced-color-adjust`.
"""

import io

import pytest
from PIL import Image, ImageChops

from tests.browser.chromium import FLAGS, installed
from tests.browser.conftest import URLS
from tests.browser.engines.find import OWN_COLOURS, firefox, launch
from tests.browser.probes import run_probe
from tests.browser.visiting import PHONE, add_style, wait_for_modules

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module", params=OWN_COLOURS)
def own_colours(request, playwright):
    """A context of a Firefox whose reader has set colours."""
    if not firefox():
        pytest.skip(f"NOT TRIED in firefox, which this system lacks: {request.param}")
    browser = launch(playwright, "firefox", request.param)
    yield browser.new_context(viewport=PHONE)
    browser.close()


def opened(context, url):
    page = context.new_page()
    page.goto(url)
    wait_for_modules(page)
    page.evaluate("document.querySelectorAll('article details').forEach((fold) => Object.assign(fold, { name: '', open: true }))")
    return page


@pytest.mark.promise("your-own-settings", says="We set colours of our own in Firefox. Words, marks and pictures must still show.")
def test_page_is_readable_in_colours_of_the_readers_own(own_colours, base_url, path):
    page = opened(own_colours, base_url + URLS[path])
    found = run_probe(page, "forced_colors") + run_probe(page, "focus_ring")
    page.close()
    assert found == [], path


def test_words_too_close_to_the_page_and_a_missing_ring_are_found(own_colours, base_url):
    page = opened(own_colours, base_url + "why-trust/")
    add_style(page, "article p { forced-color-adjust: none; color: #777; background: #888 !important } :focus { outline: none !important }")
    assert "rgb(119, 119, 119) on rgb(136, 136, 136)" in run_probe(page, "forced_colors")[0]
    assert "no ring around header a" in run_probe(page, "focus_ring")[0]
    page.close()


def test_tick_can_be_seen_in_colours_of_the_readers_own(own_colours, base_url):
    page = opened(own_colours, base_url + "strategies/empathy/")
    boxes = page.locator(".checklist-client input")
    boxes.first.check()
    ticked, empty = (Image.open(io.BytesIO(boxes.nth(at).screenshot())).convert("L").crop((2, 2, 26, 26)) for at in (0, 1))
    page.close()
    changed = ImageChops.difference(ticked, empty).point(lambda value: 255 * (value > 100)).histogram()[255]
    assert changed > 24 * 24 / 10


@pytest.mark.promise("your-own-settings", says="We choose light in a browser that darkens pages by itself. The page must stay light.")
def test_light_that_was_chosen_is_not_darkened(playwright, base_url):
    browser = playwright.chromium.launch(executable_path=installed(), args=[*FLAGS, "--blink-settings=forceDarkModeEnabled=true"])
    page = browser.new_page(viewport=PHONE, color_scheme="dark")
    page.goto(base_url)

    def corner() -> tuple[int, ...]:
        return Image.open(io.BytesIO(page.screenshot())).convert("RGB").getpixel((3, 300))

    own_dark = corner()
    page.evaluate("document.documentElement.dataset.colours = 'light'")
    chosen_light = corner()
    browser.close()
    assert (own_dark, chosen_light) == ((26, 33, 32), (251, 247, 239))


@pytest.fixture(scope="module")
def light_and_darkened(playwright):
    """A light page in a Chromium that leaves it as it is, and in one that darkens it by itself, as Android's may."""
    flags = [[], ["--blink-settings=forceDarkModeEnabled=true"]]
    browsers = [playwright.chromium.launch(executable_path=installed(), args=[*FLAGS, *more]) for more in flags]
    yield [browser.new_context(viewport=PHONE, color_scheme="light") for browser in browsers]
    for browser in browsers:
        browser.close()


@pytest.mark.promise("your-own-settings", says="We choose light in a browser that darkens pages by itself. Drawings must look as they did.")
def test_drawings_keep_their_colours_where_the_page_is_darkened(light_and_darkened, base_url, path):
    light, darkened = (drawings(context, base_url + URLS[path]) for context in light_and_darkened)
    assert len(light) == len(darkened)
    for number, pair in enumerate(zip(light, darkened, strict=True), 1):
        differs = ImageChops.difference(*pair).point(lambda value: 255 * (value > 40)).histogram()[255]
        assert differs < 0.01 * pair[0].width * pair[0].height, f"{path}: drawing {number}"


def drawings(context, url) -> list[Image.Image]:
    page = opened(context, url)
    # Its ground ends within a pixel of the screen.
    found = [Image.open(io.BytesIO(one.screenshot())).convert("L") for one in page.locator(".picture svg > rect:first-child").all()]
    page.close()
    return [picture.crop((2, 2, picture.width - 2, picture.height - 2)) for picture in found]
