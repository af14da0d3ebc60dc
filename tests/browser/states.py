"""The states that a page can be in while it is examined, as one table: how to enter each and how to leave it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Page

from tests.browser.search_box import open_search, wait_for_results

# What can be opened or set in the text of a page. A term in a closed fold cannot.
DETAILS = "article details"
TERMS = "article [popovertarget]:not(details:not([open]) *)"
FIELDS = "article input[type=checkbox], article textarea"


@dataclass(frozen=True)
class State:
    """A state by its name in reports.

    Args:
        changes: the part of the page that the state changes, as a CSS selector.
        enter: puts a page into the state.
        leave: takes it out again.
        applies: whether a page can be in the state.
        exempt: the axe rules that cannot hold in it.
    """

    name: str
    changes: str
    enter: Callable[[Page], None]
    leave: Callable[[Page], None]
    applies: Callable[[Page], bool]
    exempt: tuple[str, ...] = ()

    @property
    def is_of_layout(self) -> bool:
        """Whether it changes the layout around the text, which pages have in common."""
        return not self.changes.startswith(("html", "article"))


def _nothing(page: Page) -> None:
    pass


def _to_top(page: Page) -> None:
    """Scroll to where a page begins: scrolled, what waits above the screen may lie over targets that are out of sight too."""
    page.evaluate("scrollTo(0, 0)")


def _always(page: Page) -> bool:
    return True


def _open_menu(page: Page) -> None:
    """Open the menu where it is closed, and unfold every section in it."""
    opener = page.get_by_role("button", name="Menu", exact=True)
    if opener.is_visible():
        opener.click()
    page.get_by_role("navigation", name="Main menu").evaluate(
        "menu => menu.querySelectorAll('details:not([open])').forEach(part => { part.open = true; part.dataset.test = 'opened'; })"
    )


def _close_menu(page: Page) -> None:
    page.evaluate("document.querySelectorAll('details[data-test]').forEach(part => { part.open = false; delete part.dataset.test; })")
    page.keyboard.press("Escape")


def _search(page: Page) -> None:
    box = open_search(page)
    box.fill("trus")
    box.press("t")
    wait_for_results(page)
    # The number of results is announced after a pause in typing.
    page.get_by_role("search").get_by_text(" found").first.wait_for()


def _leave_search(page: Page) -> None:
    page.get_by_role("textbox", name="Search this site").fill("")
    page.keyboard.press("Escape")


def _has(selector: str) -> Callable[[Page], bool]:
    return lambda page: page.locator(selector).count() > 0


# Set checkboxes and text fields as a reader's hand would, so that the page's scripts learn of it.
_SET = """([selector, ticked, words]) => {
  for (const field of document.querySelectorAll(selector)) {
    if (field.type === "checkbox") field.checked = ticked; else field.value = words;
    for (const kind of ["input", "change"]) field.dispatchEvent(new Event(kind, { bubbles: true }));
  }
}"""
_SET_DETAILS = '([selector, open]) => document.querySelectorAll(selector).forEach(part => Object.assign(part, { name: "", open }))'


def _fill_page(page: Page) -> None:
    """Unfold all details in the text, tick every box and write a line; the note fills itself with them."""
    page.evaluate(_SET_DETAILS, [DETAILS, True])
    page.evaluate(_SET, [FIELDS, True, "I sleep badly."])
    if page.locator(".note-sheet").count():
        page.locator(".note-sheet", has_text="I sleep badly.").wait_for()


def _empty_page(page: Page) -> None:
    page.evaluate(_SET, [FIELDS, False, ""])
    page.evaluate(_SET_DETAILS, [DETAILS, False])


def _explain_term(page: Page) -> None:
    page.locator(TERMS).first.click()


def _close_term(page: Page) -> None:
    page.keyboard.press("Escape")


# A new widget adds a line here, and every page that has it is examined in that state too.
STATES = (
    State("as loaded", "html", _to_top, _nothing, _always),
    State("menu open", "#site-menu", _open_menu, _close_menu, _always),
    State("search with results", "[role=search]", _search, _leave_search, _always),
    State("details open, boxes ticked, note filled", "article", _fill_page, _empty_page, _has(f"{DETAILS}, {FIELDS}")),
    # A meaning may lie over a target for as long as it is open; Escape or a tap elsewhere closes it.
    State("a term explained", "article :popover-open", _explain_term, _close_term, _has(TERMS), exempt=("target-size",)),
)
BY_NAME = {state.name: state for state in STATES}
