"""Asks the built site's own search in a browser, as a reader would, and reads the answers in their order."""

from __future__ import annotations

from dataclasses import dataclass

from playwright.sync_api import Page

from sitekit.sources.yaml import parse_yaml
from tests.conftest import ROOT

FILE = "tests/search/queries.yml"
# Types a query and waits until the answers to it have replaced those before.
ASK = """([query, base]) => new Promise((done) => {
  const input = document.querySelector("[role=search] input");
  const list = document.querySelector("[role=search] ol");
  list.innerHTML = "<li id=stale></li>";
  const read = () => [...list.children].slice(0, 3).map((item) => [...item.querySelectorAll("a")].map((link) => link.href.slice(base.length)));
  const watcher = new MutationObserver(() => {
    if (list.querySelector("#stale")) return;
    watcher.disconnect();
    requestAnimationFrame(() => done(read()));
  });
  watcher.observe(list, { childList: true });
  input.value = query;
  input.dispatchEvent(new InputEvent("input", { bubbles: true }));
})"""


@dataclass(frozen=True)
class Query:
    """What someone types, and every address that would answer it."""

    words: str
    answers: tuple[str, ...]
    kind: str


def queries() -> list[Query]:
    """Return all our queries; those of people in a crisis want help first."""
    value = parse_yaml((ROOT / FILE).read_text(encoding="utf-8"), FILE).value
    found = [Query(words, ("help-now/",), "crisis") for words in value["crisis"]]
    return found + [Query(row["q"], tuple(row["to"]), kind) for kind in ("queries", "misspelt", "unseen") for row in value[kind]]


def reach(page: Page) -> None:
    """Reach for the search, and wait until what it shows its answers in is there."""
    page.get_by_role("button", name="Search", exact=True).click()
    page.locator("[role=search] ol:not([hidden])").wait_for(state="attached")


def answered(page: Page) -> None:
    """Wait until the search shows answers, with words of each."""
    page.locator("[role=search] li").first.wait_for()
    page.locator("[role=search] small:empty").first.wait_for(state="detached")


def ask(page: Page, words: str, base: str) -> list[list[str]]:
    """Return the first three results, each as the addresses it shows, below the site's root."""
    return page.evaluate(ASK, [words, base])


def rank(query: Query, results: list[list[str]]) -> int:
    """Return the place, from 1, of the first result that answers a query, or 0.

    An answer with an anchor must be shown itself; one without is met by any part of its page.
    """
    for place, shown in enumerate(results, 1):
        for answer in query.answers:
            if answer in shown if "#" in answer else any(link.partition("#")[0] == answer for link in shown):
                return place
    return 0
