"""How rules were sorted is remembered: the same sheets, scripts and outline are not sorted again, and any other are."""

import pytest
from lxml import html

from sitekit.publish.lighten import styles
from sitekit.publish.lighten.page import Page

SHEET = ".soft{color:red}.later{color:blue}pre{white-space:pre}p:hover{color:green}"
WORDS = "<p class='soft'>Take your time.</p>"
SCRIPT = ""


def gathered(folder, words=WORDS, sheet=SHEET, script=SCRIPT, sorts=True):
    """Gather the styles of a site of one page; unless it `sorts`, all must be remembered."""
    (folder / "site.css").write_text(sheet)
    tree = html.document_fromstring(f"<html><head><link rel='stylesheet' href='site.css'></head><body>{words}</body></html>")
    with pytest.MonkeyPatch.context() as patch:
        if not sorts:
            patch.setattr(styles.tiers, "sort", lambda *arguments: pytest.fail("the rules were sorted again"))
        return tree, styles.gather(folder, [Page("index.html", tree, "")], ["a.js"], lambda module: script, styles.remember(folder / "memory"))


def test_the_same_is_not_sorted_again(tmp_path):
    _, made = gathered(tmp_path)
    _, remembered = gathered(tmp_path, sorts=False)
    assert made.first == {"index.html": ".soft{color:red}"}
    assert (remembered.first, remembered.later, remembered.whole) == (made.first, made.later, made.whole)


def test_words_alone_ask_for_no_sorting(tmp_path):
    gathered(tmp_path)
    _, found = gathered(tmp_path, words="<p class='soft'>Or <p class='soft'>leave.</p>", sorts=False)
    assert found.first == {"index.html": ".soft{color:red}"}


@pytest.mark.parametrize("change, first", [
    ({"words": "<p class='later'>Take your time.</p>"}, ".later{color:blue}"),
    ({"sheet": ".soft{color:teal}"}, ".soft{color:teal}"),
], ids=["another class on the page", "another rule"])
def test_what_rules_depend_on_sorts_anew(tmp_path, change, first):
    gathered(tmp_path)
    assert gathered(tmp_path, **change)[1].first == {"index.html": first}


def test_another_script_sorts_anew(tmp_path):
    assert ".later" not in gathered(tmp_path)[1].later
    assert ".later{color:blue}" in gathered(tmp_path, script="node.classList.add('later')")[1].later


def test_a_page_that_is_hidden_now_sorts_anew(tmp_path):
    gathered(tmp_path)
    assert gathered(tmp_path, words=f"<div hidden>{WORDS}</div>")[1].first == {"index.html": ""}


def test_where_space_is_kept_is_remembered_too(tmp_path):
    for sorts in (True, False):
        tree, found = gathered(tmp_path, words="<pre>Take  your time.</pre><p>Or leave.</p>", sorts=sorts)
        assert [found.keeps_space(tree.find(f".//{tag}")) for tag in ("pre", "p")] == [True, False]


def test_other_code_sorts_anew(tmp_path, monkeypatch):
    gathered(tmp_path)
    monkeypatch.setattr("sitekit.memory.version", lambda package: "2.0")
    gathered(tmp_path)
    assert len(list((tmp_path / "memory").iterdir())) == 2
