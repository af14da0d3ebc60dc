"""Everything works from a keyboard, at every width, and focus never hides."""

import pytest

from tests.browser.visiting import DESK, PHONE

FOCUSED = """() => {
  const node = document.activeElement;
  if (!node || node === document.body) return null;
  const box = node.getBoundingClientRect();
  const style = getComputedStyle(node);
  // A card's outline is drawn around its whole area, by the link's own ::after.
  const rings = [style, getComputedStyle(node, "::after"), getComputedStyle(node, "::before")];
  const outlined = rings.some((ring) => ring.outlineStyle !== "none" && parseFloat(ring.outlineWidth) > 0);
  return {name: (node.getAttribute("aria-label") || node.innerText || node.name || node.tagName).trim().slice(0, 40),
          seen: box.width > 0 && box.height > 0 && box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth
                && style.visibility === "visible", outlined};
}"""


@pytest.mark.parametrize("viewport", [PHONE, DESK], ids=["360", "1280"])
@pytest.mark.parametrize("url", ["", "strategies/empathy/", "help-now/"])
def test_every_tab_stop_is_seen_and_outlined(visit, url, viewport):
    page = visit(viewport, reduced_motion="reduce")(url)
    stops = []
    for _ in range(150):
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUSED)
        if stop is None:
            break
        stops.append(stop)
    else:
        pytest.fail("the Tab key never leaves the page")
    assert len(stops) > 10
    assert [stop for stop in stops if not (stop["seen"] and stop["outlined"])] == []


def test_the_first_stop_skips_to_the_text(visit):
    page = visit(PHONE)("strategies/empathy/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main-content"


def test_the_menu_opens_and_closes_from_the_keyboard(visit):
    page = visit(PHONE)("")
    menu = page.get_by_role("navigation", name="Main menu")
    assert not menu.is_visible()
    page.get_by_role("button", name="Menu", exact=True).focus()
    page.keyboard.press("Enter")
    menu.wait_for(state="visible")
    page.keyboard.press("Escape")
    menu.wait_for(state="hidden")
    assert page.evaluate("document.activeElement.getAttribute('popovertarget')") == "site-menu"


def test_search_opens_answers_and_closes_from_the_keyboard(visit):
    page = visit(PHONE)("")
    page.get_by_role("button", name="Search", exact=True).focus()
    page.keyboard.press("Enter")
    page.keyboard.type("trust")
    page.locator(".md-search-result__item").first.wait_for()
    page.keyboard.press("Escape")
    page.wait_for_function("!document.getElementById('__search').checked")
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == "Search"
