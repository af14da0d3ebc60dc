"""Promises of one group stand together, each with its limit and what the tests that hold it look for."""

from sitekit import render
from sitekit.promises import Mark, Promise
from tests.unit.smallest import site

PROMISES = [
    Promise(id="no-cookies", group="Privacy", say="We set no cookies."),
    Promise(id="no-eval", group="Safe & sound", say="No page runs text.", limit="Your browser's own <extras> may."),
    Promise(id="no-fonts", group="Privacy", say="We fetch no fonts."),
]
MARKS = tuple(Mark("no-eval", f"tests/{name}.py", 1, "No page runs text.", True, says) for name, says in {"a": "We ask it to < run text.", "b": "We look & see."}.items())


def test_each_group_is_a_section_that_can_be_jumped_to():
    shown = render.promises(site(promises={promise.id: promise for promise in PROMISES}, marks=MARKS))
    assert shown == (
        '<div class="jumps"><ul><li><a href="#privacy">Privacy</a></li><li><a href="#safe-sound">Safe &amp; sound</a></li></ul></div>'
        '<section class="promises"><h3 id="privacy">Privacy</h3><ul>'
        '<li id="promise-no-cookies"><p><strong>We set no cookies.</strong></p><p>Not tested yet.</p></li>'
        '<li id="promise-no-fonts"><p><strong>We fetch no fonts.</strong></p><p>Not tested yet.</p></li></ul></section>'
        '<section class="promises"><h3 id="safe-sound">Safe &amp; sound</h3><ul>'
        '<li id="promise-no-eval"><details><summary><strong>No page runs text.</strong> Your browser&#x27;s own &lt;extras&gt; may.</summary>'
        "<ul data-search-exclude><li>We ask it to &lt; run text.</li><li>We look &amp; see.</li></ul></details></li></ul></section>")
