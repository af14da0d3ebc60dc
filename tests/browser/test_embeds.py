"""A frame as high as links.json says shows a whole checklist, help first."""

import contextlib
import json

import pytest


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
