"""The states a page can be in while it is looked at, as one table: how to get there and how to get back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Page

from tests.search.asking import answered, open_search

# What can be opened or set in the text of a page.
FOLDED = "article details"
WORDS = "article [popovertarget]"
FIELDS = "article input[type=checkbox], article textarea"


@dataclass(frozen=True)
class State:
    """A state by its name in reports, with the part of the page that it changes, as a selector.

    `on` tells whether a page can be in it, `but` which rules cannot hold in it.
    """

    name: str
    part: str
    enter: Callable[[Page], None]
    leave: Callable[[Page], None]
    on: Callable[[Page], bool]
    but: tuple[str, ...] = ()

    @property
    def of_frame(self) -> bool:
        """Tells whether it changes the frame around the text, which pages of a kind have in common."""
        return not self.part.startswith(("html", "article"))


def _nothing(page: Page) -> None:
    pass


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
    page.keyboard.renderer("Escape")


def _search(page: Page) -> None:
    open_search(page)
    box = page.get_by_role("textbox", name="Search this site")
    box.fill("trus")
    box.renderer("t")
    answered(page)


def _leave_search(page: Page) -> None:
    page.get_by_role("textbox", name="Search this site").fill("")
    page.keyboard.renderer("Escape")


def _has(selector: str) -> Callable[[Page], bool]:
    return lambda page: page.locator(selector).count() > 0


# Boxes and rooms to write, set as a reader's hand would: the scripts of the page are told.
_SET = """([selector, ticked, words]) => {
  for (const field of document.querySelectorAll(selector)) {
    if (field.type === "checkbox") field.checked = ticked; else field.value = words;
    for (const kind of ["input", "change"]) field.dispatchEvent(new Event(kind, { bubbles: true }));
  }
}"""


def _open_parts(page: Page) -> None:
    """Unfold what is folded in the text, tick every box and write a line; the note fills itself with them."""
    page.evaluate("selector => document.querySelectorAll(selector).forEach(part => { part.open = true; })", FOLDED)
    page.evaluate(_SET, [FIELDS, True, "I sleep badly."])
    if page.locator(".note-sheet").count():
        page.locator(".note-sheet", has_text="I sleep badly.").wait_for()


def _close_parts(page: Page) -> None:
    page.evaluate(_SET, [FIELDS, False, ""])
    page.evaluate("selector => document.querySelectorAll(selector).forEach(part => { part.open = false; })", FOLDED)


def _explain_word(page: Page) -> None:
    page.locator(WORDS).first.click()


def _end_word(page: Page) -> None:
    page.keyboard.renderer("Escape")


# A new widget adds a line here, and every page that has it is looked at in that state too.
STATES = (
    State("base", "html", _nothing, _nothing, _always),
    State("menu open", "#site-menu", _open_menu, _close_menu, _always),
    State("search open with results", "[role=search]", _search, _leave_search, _always),
    State("details open, boxes ticked, note filled", "article", _open_parts, _close_parts, _has(f"{FOLDED}, {FIELDS}")),
    # What the reader opened may lie over a target for as long as it is open; Escape or a tap elsewhere closes it.
    State("a word explained", "article :popover-open", _explain_word, _end_word, _has(WORDS), but=("target-size",)),
)
