"""Asks the built site's own search in a browser, as a reader would, and reads the answers in their order."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from playwright.sync_api import Browser, Page

from sitekit.sources.yaml import parse_yaml
from tests.browser.visiting import DESK
from tests.conftest import ROOT

FOLDER = "tests/search"
# Queries that have an answer of their own. The others are asked for what must, or must not, be among the answers.
ANSWERED = ("queries", "misspelt", "unseen")
# Help wanted first; and queries that have no answer of their own.
CRISIS = ("crisis", "foreign")
UNANSWERED = ("everyday", "nonsense")
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


def queries(tag: str = "") -> list[Query]:
    """Return all our queries in English, or in the language of a tag; those of people in a crisis want help first."""
    file = f"{FOLDER}/queries.{tag}.yml" if tag else f"{FOLDER}/queries.yml"
    value = parse_yaml((ROOT / file).read_text(encoding="utf-8"), file).value
    found = [Query(words, (HELP,), kind) for kind in CRISIS for words in value.get(kind, ())]
    found += [Query(words, (), kind) for kind in UNANSWERED for words in value[kind]]
    return found + [Query(row["q"], tuple(row["to"]), kind) for kind in ANSWERED for row in value.get(kind, ())]


def open_search(page: Page) -> None:
    """Open the search of a page in any language, and wait until it can answer."""
    page.locator("[popovertarget=site-search]").first.click()
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


Asked = list[tuple[Query, int, list[list[str]]]]


def ask_all(browser: Browser, base: str, asked: Iterable[Query]) -> Asked:
    """Return every query with the place of its answer and the results, asked on one page: the home page at `base`."""
    context = browser.new_context(viewport=DESK)
    page = context.new_page()
    page.goto(base)
    open_search(page)
    answers = [(query, ask(page, query.words, base)) for query in asked]
    context.close()
    return [(query, rank(query, results), results) for query, results in answers]


def kinds(asked: Asked, *names: str) -> Asked:
    """Return the queries of some kinds."""
    return [row for row in asked if row[0].kind in names]


def missed(rows: Asked, is_missed: Callable[[int], bool]) -> list[str]:
    """Return a line for each query whose answer stands where it should not."""
    return [
        f"{query.words!r} wants {' or '.join(query.answers)}, finds {results[:3]}" for query, place, results in rows if is_missed(place)
    ]
