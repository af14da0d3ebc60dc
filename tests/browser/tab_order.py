"""Walk through a page with the Tab key, as someone without a mouse does, and examine each stop."""

from __future__ import annotations

from dataclasses import dataclass

from playwright.sync_api import Page

from tests.browser.probes import run_probe

# More stops than any page has: focus that takes longer goes round in circles.
MOST_STOPS = 600
# Keys to press before the page is asked where focus has been.
BATCH = 25


@dataclass(frozen=True)
class Stop:
    """An element that got focus: its accessible name, what is wrong with it there, and its place in the order, from 0."""

    name: str
    problems: tuple[str, ...]
    number: int


def focused(page: Page) -> Stop | None:
    """Return what has focus now."""
    run_probe(page, "record_focus")
    return _stop(page.evaluate("focusStop()"))


def tab_forward(page: Page) -> list[Stop]:
    """Press Tab from the top of the page until focus has left it or comes round again; return each stop."""
    run_probe(page, "record_focus")
    stops: list[Stop] = []
    for _ in range(0, MOST_STOPS, BATCH):
        for _ in range(BATCH):
            # Held down: a key that goes up between takes twice as long and moves nothing.
            page.keyboard.down("Tab")
        for found in page.evaluate("focusStops.splice(0)")[0 if stops else 1 :]:
            if found is None or (stops and found["number"] == 0):
                page.keyboard.up("Tab")
                return stops
            stops.append(_stop(found))
    raise AssertionError("the Tab key never leaves the page")


def tab_backward(page: Page, stops: list[Stop]) -> list[Stop]:
    """Press Shift and Tab from the last of `stops` to the first; return each stop."""
    page.evaluate("number => focusNode(number).focus()", stops[-1].number)
    page.evaluate("focusStops.splice(0)")
    page.keyboard.down("Shift")
    page.evaluate("focusStops.splice(0)")
    for _ in stops:
        page.keyboard.down("Tab")
    page.keyboard.up("Tab")
    page.keyboard.up("Shift")
    return [_stop(found) for found in page.evaluate("focusStops.splice(0)") if found]


def problems_at(stops: list[Stop]) -> list[str]:
    """Return one line for each stop with problems."""
    return [f"{stop.name}: {', '.join(stop.problems)}" for stop in stops if stop.problems]


def _stop(found: dict | None) -> Stop | None:
    return Stop(found["name"], tuple(found["problems"]), found["number"]) if found else None
