"""Asks the built site's own search in a browser, as a reader would, and reads the answers in their order."""

from __future__ import annotations

from dataclasses import dataclass

from playwright.sync_api import Page

from sitekit.sources.yaml import parse_yaml
from tests.conftest import ROOT

FILE = "tests/search/queries.yml"
# Queries that have an answer of their own. The others are asked for what must, or must not, be among the answers.
ANSWERED = ("queries", "misspelt", "unseen")
HELP = "help-now/"
# Types a query and waits until the answers to it have replaced those before. No list is ever left empty.
ASK = """([query, base]) => new Promise((done) => {
  const input = document.querySelector("[role=search] input");
  const list = document.querySelector("[role=search] ol");
  list.innerHTML = "<li id=stale></li>";
  const read = () => [...list.children].map((item) => [...item.querySelectorAll("a")].map((link) => link.href.slice(base.length)));
  const watcher = new MutationObserver(() => {
    if (list.querySelector("#stale")) return;
    watcher.disconnect();
    done(read());
  });
  watcher.observe(list, { childList: true });
  input.value = query;
  input.dispatchEvent(new InputEvent("input", { bubbles: true }));
})"""


@dataclass(frozen=True)
class Query:
    """What someone types, every URL that would answer it, and its kind."""

    words: str
    answers: tuple[str, ...]
    kind: str


def queries() -> list[Query]:
    """Return all our queries; those of people in a crisis want help first, in any language."""
    value = parse_yaml((ROOT / FILE).read_text(encoding="utf-8"), FILE).value
    found = [Query(words, (HELP,), kind) for kind in ("crisis", "foreign") for words in value[kind]]
    found += [Query(words, (), kind) for kind in ("everyday", "nonsense") for words in value[kind]]
    return found + [Query(row["q"], tuple(row["to"]), kind) for kind in ANSWERED for row in value[kind]]


def open_search(page: Page) -> None:
    """Open the search, and wait until it can answer."""
    page.get_by_role("button", name="Search", exact=True).click()
    page.locator("[role=search] ol:not([hidden])").wait_for(state="attached")


def ask(page: Page, words: str, base: str) -> list[list[str]]:
    """Return the results, each as the URLs it shows, below the site's root."""
    return page.evaluate(ASK, [words, base])


def rank(query: Query, results: list[list[str]]) -> int:
    """Return the place, from 1 to 3, of the first result that answers a query, or 0.

    An answer with an anchor must be shown itself; one without is met by any part of its page.
    """
    for place, shown in enumerate(results[:3], 1):
        for answer in query.answers:
            if answer in shown if "#" in answer else any(link.partition("#")[0] == answer for link in shown):
                return place
    return 0
