"""Promises of one group stand together, each with its limit and the tests that hold it, in words."""

from sitekit import render
from sitekit.promises import Mark, Promise
from tests.unit.smallest import site

PROMISES = [
    Promise(id="no-cookies", group="Privacy", say="We set no cookies."),
    Promise(id="no-eval", group="Safe & sound", say="No page runs text.", limit="Your browser's own <extras> may."),
    Promise(id="no-fonts", group="Privacy", say="We fetch no fonts."),
]
MARKS = tuple(Mark("no-eval", path, 1, "No page < runs text.", True) for path in ("tests/a.py", "tests/b.py"))


def test_each_group_is_a_section_that_can_be_jumped_to():
    shown = render.promises(site(promises={promise.id: promise for promise in PROMISES}, marks=MARKS))
    assert shown == (
        '<div class="jumps"><ul><li><a href="#privacy">Privacy</a></li><li><a href="#safe-sound">Safe &amp; sound</a></li></ul></div>'
        '<section class="promises"><h3 id="privacy">Privacy</h3><ul>'
        '<li id="promise-no-cookies"><p><strong>We set no cookies.</strong></p><p>Not tested yet.</p></li>'
        '<li id="promise-no-fonts"><p><strong>We fetch no fonts.</strong></p><p>Not tested yet.</p></li></ul></section>'
        '<section class="promises"><h3 id="safe-sound">Safe &amp; sound</h3><ul>'
        '<li id="promise-no-eval"><p><strong>No page runs text.</strong> Your browser&#x27;s own &lt;extras&gt; may.</p>'
        '<details data-search-exclude><summary>2 tests<span class="visually-hidden"> for: No page runs text.</span></summary><ul>'
        "<li>No page &lt; runs text. <code>tests/a.py</code></li><li>No page &lt; runs text. <code>tests/b.py</code></li></ul></details></li></ul></section>")
