"""A frame as high as links.json says shows a whole checklist, help first."""

import contextlib
import io
import json

import pytest
from PIL import Image

from tests.browser.chromium import FLAGS, installed


@pytest.mark.parametrize("width", [320, 480, 640])
def test_height_in_links_json_fits_the_frame(browser, base_url, built, width):
    checklists = json.loads((built / "links.json").read_text(encoding="utf-8"))["checklists"]
    found = {}
    with contextlib.closing(browser.new_context(viewport={"width": width, "height": 300})) as context:
        page = context.new_page()
        for one in checklists:
            page.goto(f"{base_url}embed/{one['id']}/")
            found[one["id"]] = (page.evaluate("document.documentElement.scrollHeight"), one["heights"][str(width)])
            assert page.locator("main > :first-child").text_content().startswith("Help now. In danger now: call")
    # Other devices have other letters, so a little room is left, and no more than a quarter.
    assert {id: sizes for id, sizes in found.items() if not sizes[0] <= sizes[1] <= 1.25 * sizes[0]} == {}


@pytest.mark.slow
def test_frame_takes_the_colours_that_its_code_names_on_a_device_set_to_dark(playwright, base_url, other_host):
    # Playwright's own emulation would set the scheme of every frame, whatever the page around it says.
    browser = playwright.chromium.launch(executable_path=installed(), args=[*FLAGS, "--blink-settings=preferredColorScheme=0"])
    page = browser.new_page(viewport={"width": 360, "height": 400}, color_scheme="null")
    found = {}
    for scheme in ("light", "dark"):
        code = f'<iframe src="{base_url}embed/empathy/" style="color-scheme: {scheme}" width="320" height="300"></iframe>'
        other_host.pages["/portal"] = f"<!doctype html><link rel=icon href=data:,><title>Portal</title>{code}"
        page.goto(f"{other_host.url}portal")
        found[scheme] = Image.open(io.BytesIO(page.screenshot())).convert("L").getpixel((14, 290))
    browser.close()
    assert found == {"light": 255, "dark": 18}
