"""The reader view of Firefox keeps the text: what `@mozilla/readability` finds on a page, which is what Firefox runs."""

import pytest

from tests.browser.visiting import PHONE
from tests.conftest import ROOT

LIBRARY = ROOT / "node_modules/@mozilla/readability/Readability.js"
# Lines of a page that its reader view must have; returns those that it lacks.
LOST = """source => {
  const library = {};
  new Function("module", source + ";module.exports = Readability")(library);
  const words = (node) => node.textContent.replace(/\\s+/g, " ").trim();
  const view = document.createElement("div");
  view.innerHTML = new library.exports(document.cloneNode(true)).parse().content;
  const text = words(view);
  return [...document.querySelectorAll(".checklist-title, .checklist li, .phrase blockquote, .helplines li")].map(words).filter((line) => !text.includes(line));
}"""
# The library takes an id with "remark" in it for a reader's comment. Ids of phrases and lines are permanent.
KNOWN = ("A remark about people like you", "“What you said hurt me.")


@pytest.mark.promise("your-own-settings", says="We open a page in a reader view. Each list and all words to say must be there.")
@pytest.mark.parametrize("url", ["strategies/empathy/", "checklists/", "first-session/note/", "words/", "help-now/"])
def test_reader_view_keeps_lists_words_and_help_lines(visit, url):
    page = visit(PHONE, bypass_csp=True)(url)
    lost = page.evaluate(LOST, LIBRARY.read_text(encoding="utf-8"))
    assert "\n".join(line for line in lost if not line.startswith(KNOWN)) == ""


def test_reader_view_that_drops_a_list_is_found(visit):
    page = visit(PHONE, bypass_csp=True)("strategies/empathy/")
    page.evaluate("""() => {
      const group = document.querySelector(".checklist-client");
      const old = document.createElement("fieldset");
      old.append(...group.childNodes);
      group.append(old);
    }""")
    lost = page.evaluate(LOST, LIBRARY.read_text(encoding="utf-8"))
    assert "They treat your feelings as making sense, even messy ones." in lost
