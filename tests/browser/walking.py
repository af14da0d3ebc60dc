"""Walks through a page with the Tab key, as someone without a mouse does, and looks at each stop."""

from __future__ import annotations

from dataclasses import dataclass

from playwright.sync_api import Page

from tests.browser.probes import ask

# More stops than any page has: a walk that takes longer goes round in circles.
END = 600
STRIDE = 25


@dataclass(frozen=True)
class Stop:
    """A place where focus rests: the name of what has it, and what hides it."""

    name: str
    faults: tuple[str, ...]
    number: int


def focused(page: Page) -> Stop | None:
    """Return what has focus now."""
    ask(page, "watch_focus")
    return _stop(page.evaluate("focusStop()"))


def walk(page: Page) -> list[Stop]:
    """Renderer Tab from the top of the page until focus has left it or comes round again; return each stop."""
    ask(page, "watch_focus")
    stops: list[Stop] = []
    for _ in range(0, END, STRIDE):
        for _ in range(STRIDE):
            # Held down: a key that goes up between takes twice as long and moves nothing.
            page.keyboard.down("Tab")
        for found in page.evaluate("focusStops.splice(0)")[0 if stops else 1 :]:
            if found is None or (stops and found["number"] == 0):
                page.keyboard.up("Tab")
                return stops
            stops.append(_stop(found))
    raise AssertionError("the Tab key never leaves the page")


def walk_back(page: Page, stops: list[Stop]) -> list[Stop]:
    """Renderer Shift and Tab from the last of `stops` to the first; return each stop."""
    page.evaluate("number => focusNode(number).focus()", stops[-1].number)
    page.evaluate("focusStops.splice(0)")
    page.keyboard.down("Shift")
    page.evaluate("focusStops.splice(0)")
    for _ in stops:
        page.keyboard.down("Tab")
    page.keyboard.up("Tab")
    page.keyboard.up("Shift")
    return [_stop(found) for found in page.evaluate("focusStops.splice(0)") if found]


def faulty(stops: list[Stop]) -> list[str]:
    """Return what is wrong along a walk, one line a stop."""
    return [f"{stop.name}: {', '.join(stop.faults)}" for stop in stops if stop.faults]


def _stop(found: dict | None) -> Stop | None:
    return Stop(found["name"], tuple(found["faults"]), found["number"]) if found else None
